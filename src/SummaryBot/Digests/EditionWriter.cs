using SummaryBot.Chat;
using SummaryBot.Stories;
using SummaryBot.Summarization;

namespace SummaryBot.Digests;

/// <summary>Writes an edition as a message that fits the chat. Sentences are shown whole or not at all.</summary>
public static class EditionWriter
{
    public static WrittenEdition Write(Edition edition, ChatLimits limits)
    {
        var stories = edition.Stories.Select(story => Fit(story, limits, edition.Frame)).ToList();
        var message = Message(edition, stories);
        // the tail loses what other outlets add, then becomes headlines, and only then is kept for the next edition
        Shorten(quote => quote.Credit is null);
        Shorten(_ => false);

        while (stories.Count > 0 && !Fits(message, limits))
        {
            stories.RemoveAt(stories.Count - 1);
            message = Message(edition, stories);
        }

        return new WrittenEdition(message, stories.Count);

        void Shorten(Func<Quote, bool> keeps)
        {
            for (var i = stories.Count - 1; i >= 0 && !Fits(message, limits); i--)
            {
                if (!stories[i].Quotes.All(keeps))
                {
                    stories[i] = stories[i] with { Quotes = [.. stories[i].Quotes.Where(keeps)] };
                    message = Message(edition, stories);
                }
            }
        }
    }

    /// <summary>What no message of the narrowest layout could hold loses its quotes first, and then its link: the same in every layout.</summary>
    internal static StoryBlock Fit(StoryBlock story, ChatLimits limits, FrameWords frame)
    {
        var headline = limits.Cost(story, frame) <= limits.MaxStoryCharacters ? story : story with { Quotes = [] };
        return limits.Cost(headline, frame) <= limits.MaxStoryCharacters ? headline : headline with { Url = null };
    }

    private static bool Fits(ChatMessage message, ChatLimits limits) => limits.Cost(message) <= limits.MaxCharacters;

    private static ChatMessage Message(Edition edition, List<StoryBlock> stories)
    {
        var dropped = edition.AreLastChances.Skip(stories.Count).Count(isLast => isLast);
        var kept = edition.KeptCount + edition.Stories.Count - stories.Count - dropped;
        return new ChatMessage(
            $"{edition.DigestName} · {edition.Frame.Day(edition.Due.Local)}",
            [.. Intro(edition, stories)],
            [.. stories],
            [.. Footnote(edition, stories.Count, kept, edition.GivenUpCount + dropped)],
            edition.Layout,
            edition.Posting)
        {
            Language = edition.Frame == FrameWords.English ? null : edition.Frame.Language.Code,
        };
    }

    private static IEnumerable<string> Intro(Edition edition, List<StoryBlock> stories)
    {
        if (edition.Lateness is { } lateness)
        {
            yield return lateness;
        }

        yield return stories.Count == 0 ? edition.Frame.Plain("noStories") : Inside(stories, edition.Frame);
    }

    /// <summary>The message with other stories instead of those that it has; what its intro, as <see cref="Write"/> made it, says of them is said of these.</summary>
    /// <param name="stories">As many as before, one or more. Those that were withdrawn do not count.</param>
    internal static ChatMessage With(ChatMessage message, IReadOnlyList<StoryBlock> stories) => message with
    {
        Stories = stories,
        Intro = message.Intro.Count == 0 ? [] : [.. message.Intro.SkipLast(1), Inside([.. stories.Where(story => !story.IsWithdrawn)], message.Frame)],
    };

    /// <summary>How much there is to read.</summary>
    private static string Inside(List<StoryBlock> stories, FrameWords frame)
    {
        var sources = Outlets.Distinct(stories.SelectMany(story => story.Outlets));
        var counts = new[] { Count(frame, "stories", stories.Count), sources.Count == 0 ? null : Count(frame, "sources", sources.Count), Times(stories, frame) };
        return stories.Count == 0 ? frame.Plain("allWithdrawn") : string.Join(" · ", counts.OfType<string>());
    }

    private static IEnumerable<string> Footnote(Edition edition, int shown, int kept, int givenUp)
    {
        var frame = edition.Frame;
        if (shown > 0)
        {
            yield return frame.Plain("quoted");
        }

        var isKept = kept > 0 ? Count(frame, "kept", kept) : null;
        var isGivenUp = givenUp > 0 ? frame.Plain(kept > 0 ? "givenUpToo" : "givenUp", ("count", givenUp), ("days", edition.CarryDays)) : null;
        var parts = new[] { isKept, isGivenUp }.OfType<string>().ToList();
        if (parts.Count > 0)
        {
            yield return $"{string.Join("; ", parts)}.";
        }
    }

    private static string Times(IReadOnlyList<StoryBlock> stories, FrameWords frame)
    {
        var words = stories.Sum(story => WordCount(story.Headline) + story.Quotes.Sum(quote => WordCount(quote.Text)));
        return frame.Plain("times", ("minutes", stories.Sum(story => story.ReadingMinutes)), ("needed", Math.Max(1, (int)Math.Round((double)words / Summary.WordsPerMinute))));
    }

    /// <summary>Quotes and headlines are on one line with single spaces.</summary>
    private static int WordCount(string line) => line.AsSpan().Count(' ') + 1;

    private static string Count(FrameWords frame, string entry, int count) => frame.Plain(entry, ("count", count));
}

/// <param name="StoryCount">How many of the edition's stories the message shows, from the first on.</param>
public sealed record WrittenEdition(ChatMessage Message, int StoryCount);
