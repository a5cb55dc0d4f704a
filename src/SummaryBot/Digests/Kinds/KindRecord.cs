using SummaryBot.Chat;
using SummaryBot.Digests.Selection;

namespace SummaryBot.Digests.Kinds;

/// <summary>The record of an edition that is not ranked against what was kept: it shows a story or is done with it.</summary>
internal static class KindRecord
{
    /// <summary>A story that the edition shows.</summary>
    /// <param name="articleIds">All of its articles.</param>
    public static StoryVerdict Shown(Due due, StoryBlock block, long? storyId, IEnumerable<string> articleIds)
    {
        var reason = block.Why ?? "newest";
        var named = block.Quotes.Select(quote => quote.Origin?.ArticleId).Append(block.ArticleId).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var articles = named.Union(articleIds, StringComparer.Ordinal).Select(id => named.Contains(id)
            ? new ArticleVerdict(id, Verdict.Shown, reason)
            : new ArticleVerdict(id, Verdict.Merged, "told by another article of its story"));
        return new StoryVerdict(storyId, Verdict.Shown, reason, [.. articles], due.LocalText);
    }

    /// <summary>A story that it has no place for, now or later.</summary>
    public static StoryVerdict GivenUp(Due due, string reason, long? storyId, IEnumerable<string> articleIds) => new(
        storyId, Verdict.Expired, reason, [.. articleIds.Distinct(StringComparer.Ordinal).Select(id => new ArticleVerdict(id, Verdict.Expired, reason))], due.LocalText);

    /// <summary>The draft with its record.</summary>
    public static EditionDraft With(EditionDraft draft, IReadOnlyList<StoryVerdict> stories)
    {
        var record = new SelectionRecord(stories) { DueAt = draft.Ask.Due.At.ToUnixTimeMilliseconds() };
        return stories.Count == 0 ? draft : draft with { Record = record, Selection = SelectionStore.Write(record) };
    }
}
