using SummaryBot.Chat;

namespace SummaryBot.Digests.Corrections;

/// <summary>Writes those stories of a message anew that are not true to their articles any more.</summary>
/// <param name="Message">The message as it should stand.</param>
/// <param name="Changed">Whether a reader sees a difference.</param>
internal sealed record MessageCorrection(ChatMessage Message, bool Changed)
{
    /// <param name="mark">The line that tells of it, given the numbers of the stories; null tells nothing.</param>
    /// <param name="fits">Whether a message can be shown. A story that no longer fits loses what other outlets add, and then all quotes.</param>
    public static MessageCorrection Of(
        ChatMessage message, StoryCheck check, StoryRewriter rewriter, Func<IReadOnlyList<int>, Correction>? mark, Func<ChatMessage, bool> fits)
    {
        var stories = message.Stories.Select(story => check.IsOutdated(story) ? Kept(check.Located(story), rewriter.Write(story, message.Frame)) : check.Located(story)).ToList();
        var changed = Enumerable.Range(0, stories.Count).Where(i => !IsSame(stories[i], message.Stories[i])).ToList();
        var corrected = changed.Where(i => !stories[i].IsWithdrawn).Select(i => i + 1).ToList();
        var corrections = mark is null || corrected.Count == 0 ? message.Corrections : Corrections(message, mark(corrected));
        return changed.Count == 0
            ? new MessageCorrection(message with { Stories = stories }, Changed: false)
            : new MessageCorrection(Shortened(EditionWriter.With(message with { Corrections = corrections }, stories), changed, fits), Changed: true);
    }

    /// <summary>A story counts once, by its last correction, so that a message does not grow with every change.</summary>
    private static IReadOnlyList<Correction> Corrections(ChatMessage message, Correction added)
    {
        var before = (message.Corrections ?? []).Select(it => it with { Stories = [.. it.Stories.Except(added.Stories)] }).Where(it => it.Stories.Count > 0).ToList();
        return before is [.., var last] && string.Equals(last.Time, added.Time, StringComparison.Ordinal) && string.Equals(last.Day, added.Day, StringComparison.Ordinal)
            ? [.. before.SkipLast(1), added with { Stories = [.. last.Stories.Concat(added.Stories).Order()] }]
            : [.. before, added];
    }

    private static ChatMessage Shortened(ChatMessage message, List<int> changed, Func<ChatMessage, bool> fits)
    {
        var others = Enumerable.Range(0, message.Stories.Count).Except(changed);
        int[] order = [.. Enumerable.Reverse(changed), .. others.Reverse()];
        foreach (var (part, keepsOwn) in new[] { (changed.Count, true), (changed.Count, false), (order.Length, true), (order.Length, false) })
        {
            foreach (var i in order.Take(part).TakeWhile(_ => !fits(message)))
            {
                var story = message.Stories[i];
                var shorter = story with { Quotes = [.. story.Quotes.Where(quote => keepsOwn && quote.Credit is null)] };
                message = EditionWriter.With(message, [.. message.Stories.Select((it, at) => at == i ? shorter : it)]);
            }
        }

        return message;
    }

    /// <summary>What was written anew and reads the same is the same.</summary>
    private static StoryBlock Kept(StoryBlock before, StoryBlock after) => IsSame(before, after) ? before : after;

    private static bool IsSame(StoryBlock a, StoryBlock b) =>
        a.IsWithdrawn == b.IsWithdrawn && string.Equals(a.Headline, b.Headline, StringComparison.Ordinal)
        && a.Quotes.Select(quote => (quote.Text, quote.Credit)).SequenceEqual(b.Quotes.Select(quote => (quote.Text, quote.Credit)));
}
