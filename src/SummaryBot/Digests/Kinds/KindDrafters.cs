namespace SummaryBot.Digests.Kinds;

/// <summary>Drafts editions of every kind; changes nothing.</summary>
public sealed class KindDrafters(EditionDrafter normal, RecapDrafter recaps, UrgentDrafter urgent)
{
    /// <param name="drafting">Begins drafting, where an edition needs it.</param>
    /// <returns>The drafts, those of one kind in the order asked for.</returns>
    public async Task<IReadOnlyList<EditionDraft>> DraftAsync(
        Func<Task<EditionDrafting>> drafting, IReadOnlyList<EditionAsk> asks, CancellationToken cancellationToken)
    {
        var of = asks.ToLookup(ask => ask.Digest.Digest.Editing.Kind);
        IReadOnlyList<EditionAsk> usual = [.. asks.Where(ask => KindOf(ask) is DigestKind.Normal or DigestKind.Personal)];
        var drafts = usual.Count == 0 ? [] : (await normal.DraftAsync(await drafting(), usual, cancellationToken)).Select(Named).ToList();
        drafts.AddRange(await recaps.DraftAsync([.. of[DigestKind.Recap]], cancellationToken));
        foreach (var ask in of[DigestKind.Urgent])
        {
            drafts.Add(await urgent.PreviewAsync(ask, cancellationToken));
        }

        return drafts;
    }

    private static DigestKind KindOf(EditionAsk ask) => ask.Digest.Digest.Editing.Kind;

    /// <summary>A personal digest has its reader's number for a name, which is not for reading; what it is called instead is shorter.</summary>
    private static EditionDraft Named(EditionDraft draft) => KindOf(draft.Ask) is DigestKind.Personal
        ? draft with { Message = draft.Message with { Title = $"{draft.Ask.Frame.Plain("yours")} · {draft.Ask.Frame.Day(draft.Ask.Due.Local)}" } }
        : draft;
}
