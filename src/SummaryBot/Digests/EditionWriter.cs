using SummaryBot.Chat;
using SummaryBot.Stories;
using SummaryBot.Summarization;

namespace SummaryBot.Digests;

/// <summary>Writes an edition as a message that fits the chat. Sentences are shown whole or not at all.</summary>
public static class EditionWriter
{
    private const string QuotedNote = "Sentences are quoted word for word from the articles. […] = sentences left out.";

    public static WrittenEdition Write(Edition edition, ChatLimits limits)
    {
        var stories = edition.Stories.Select(story => Fit(story, limits)).ToList();
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
    internal static StoryBlock Fit(StoryBlock story, ChatLimits limits)
    {
        var headline = limits.Cost(story) <= limits.MaxStoryCharacters ? story : story with { Quotes = [] };
        return limits.Cost(headline) <= limits.MaxStoryCharacters ? headline : headline with { Url = null };
    }

    private static bool Fits(ChatMessage message, ChatLimits limits) => limits.Cost(message) <= limits.MaxCharacters;

    private static ChatMessage Message(Edition edition, List<StoryBlock> stories)
    {
        var dropped = edition.AreLastChances.Skip(stories.Count).Count(isLast => isLast);
        var kept = edition.KeptCount + edition.Stories.Count - stories.Count - dropped;
        return new ChatMessage(
            $"{edition.DigestName} · {edition.Due.DayText}",
            [.. Intro(edition, stories)],
            [.. stories],
            [.. Footnote(stories.Count, kept, edition.GivenUpCount + dropped, edition.CarryDays)],
            edition.Layout,
            edition.Posting);
    }

    private static IEnumerable<string> Intro(Edition edition, List<StoryBlock> stories)
    {
        if (edition.Lateness is { } lateness)
        {
            yield return lateness;
        }

        yield return stories.Count == 0 ? "No new stories for this edition." : Inside(stories);
    }

    /// <summary>The message with other stories instead of those that it has; what its intro, as <see cref="Write"/> made it, says of them is said of these.</summary>
    /// <param name="stories">As many as before, one or more. Those that were withdrawn do not count.</param>
    internal static ChatMessage With(ChatMessage message, IReadOnlyList<StoryBlock> stories) => message with
    {
        Stories = stories,
        Intro = message.Intro.Count == 0 ? [] : [.. message.Intro.SkipLast(1), Inside([.. stories.Where(story => !story.IsWithdrawn)])],
    };

    /// <summary>How much there is to read.</summary>
    private static string Inside(List<StoryBlock> stories)
    {
        var sources = Outlets.Distinct(stories.SelectMany(story => story.Outlets));
        var counts = new[] { Count(stories.Count, "story", "stories"), sources.Count == 0 ? null : Count(sources.Count, "source", "sources"), Times(stories) };
        return stories.Count == 0 ? "All stories of this edition were withdrawn." : string.Join(" · ", counts.OfType<string>());
    }

    private static IEnumerable<string> Footnote(int shown, int kept, int givenUp, int days)
    {
        if (shown > 0)
        {
            yield return QuotedNote;
        }

        var isKept = $"{Count(kept, "more story is", "more stories are")} kept for the next edition";
        var isGivenUp = $"{(kept > 0 ? Count(givenUp, "was", "were") : Count(givenUp, "more story was", "more stories were"))} given up after {Count(days, "day", "days")}";
        var parts = new[] { kept > 0 ? isKept : null, givenUp > 0 ? isGivenUp : null }.OfType<string>().ToList();
        if (parts.Count > 0)
        {
            yield return $"{string.Join("; ", parts)}.";
        }
    }

    private static string Times(IReadOnlyList<StoryBlock> stories)
    {
        var words = stories.Sum(story => WordCount(story.Headline) + story.Quotes.Sum(quote => WordCount(quote.Text)));
        return $"{stories.Sum(story => story.ReadingMinutes)} min of news in {Math.Max(1, (int)Math.Round((double)words / Summary.WordsPerMinute))} min";
    }

    /// <summary>Quotes and headlines are on one line with single spaces.</summary>
    private static int WordCount(string line) => line.AsSpan().Count(' ') + 1;

    private static string Count(int count, string one, string many) => $"{count} {(count == 1 ? one : many)}";
}

/// <param name="StoryCount">How many of the edition's stories the message shows, from the first on.</param>
public sealed record WrittenEdition(ChatMessage Message, int StoryCount);
