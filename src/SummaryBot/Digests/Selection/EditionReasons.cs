using SummaryBot.Articles;
using SummaryBot.Chat;

namespace SummaryBot.Digests.Selection;

/// <summary>Tells people why the stories of an edition are in it, and what became of the others, in English.</summary>
public sealed class EditionReasons(SentStore editions, SelectionStore selections)
{
    public const string Title = "Why these stories?";

    private const int MaxHeadline = 80;

    /// <summary>A line for each story that the message shows, and a note on the others; null where the edition is not kept any more.</summary>
    public async Task<(IReadOnlyList<string> Lines, string Note)?> OfAsync(EditionKey edition, CancellationToken cancellationToken)
    {
        if (await editions.FindAsync(edition.DigestId, edition.DueLocal, cancellationToken) is not { } sent)
        {
            return null;
        }

        var record = await selections.OfAsync(edition.DigestId, edition.DueLocal, cancellationToken);
        return ([.. sent.Message.Stories.Select((story, i) => $"{i + 1}. {WordCut.To(story.Headline, MaxHeadline)} · {Reason(story, record)}")], Note(record));
    }

    private static string Reason(StoryBlock story, SelectionRecord? record) => record?.Stories
        .FirstOrDefault(it => it.Verdict == Verdict.Shown && it.Articles.Any(article => string.Equals(article.ArticleId, story.ArticleId, StringComparison.Ordinal)))?.Reason
        ?? story.Why ?? "no reason was recorded";

    private static string Note(SelectionRecord? record)
    {
        if (record is null)
        {
            return "What became of the other stories is not recorded for this edition.";
        }

        var counts = new[]
        {
            Count(record, "kept for the next edition", Verdict.Carried),
            Count(record, "kept because their outlet has enough here", Verdict.Capped),
            Count(record, "filtered out", Verdict.Filtered),
            Count(record, "expired", Verdict.Expired),
            Count(record, "told before or too old", Verdict.Old),
        }.OfType<string>().ToList();
        return counts.Count == 0 ? "There were no other stories to choose from." : $"Other stories: {string.Join(", ", counts)}.";
    }

    private static string? Count(SelectionRecord record, string what, Verdict verdict) =>
        record.Stories.Count(story => story.Verdict == verdict) is > 0 and var count ? $"{count} {what}" : null;
}
