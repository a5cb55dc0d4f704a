using SummaryBot.Chat;

namespace SummaryBot.Digests.Selection;

/// <summary>Finds why the stories of an edition are in it, and what became of the others.</summary>
public sealed class EditionReasons(SentStore editions, SelectionStore selections)
{
    /// <summary>Null where the edition is not kept any more.</summary>
    public async Task<EditionWhy?> OfAsync(EditionKey edition, CancellationToken cancellationToken)
    {
        if (await editions.FindAsync(edition.DigestId, edition.DueLocal, cancellationToken) is not { } sent)
        {
            return null;
        }

        var record = await selections.OfAsync(edition.DigestId, edition.DueLocal, cancellationToken);
        return new EditionWhy(
            [.. sent.Message.Stories.Select(story => (story.Headline, Reason(story, record)))],
            record?.Stories.CountBy(story => story.Verdict).ToDictionary());
    }

    private static string? Reason(StoryBlock story, SelectionRecord? record) => record?.Stories
        .FirstOrDefault(it => it.Verdict == Verdict.Shown && it.Articles.Any(article => string.Equals(article.ArticleId, story.ArticleId, StringComparison.Ordinal)))?.Reason
        ?? story.Why;
}

/// <summary>Why an edition is as it is.</summary>
/// <param name="Stories">Those that the message shows, in their order; the reason is null where none was recorded.</param>
/// <param name="Verdicts">How many stories each verdict was given; null where that is not recorded.</param>
public sealed record EditionWhy(IReadOnlyList<(string Headline, string? Reason)> Stories, IReadOnlyDictionary<Verdict, int>? Verdicts);
