using System.Buffers;

namespace SummaryBot.Chat;

/// <summary>What a chat takes in one message, as figures the edition is written to.</summary>
/// <param name="MaxCharacters">UTF-16 units over all text of a message, markup and addresses included.</param>
/// <param name="EscapedCharacters">Characters that cost one unit more, because the chat's markup has them escaped.</param>
/// <param name="MessageOverhead">Units of markup that a message costs beside its texts.</param>
/// <param name="StoryOverhead">Units of markup, numbers and times that a story costs beside its texts.</param>
/// <param name="NonceWindow">How long the chat itself refuses to post the same nonce twice; zero where it does not.</param>
/// <param name="MaxStoryCharacters">UTF-16 units of one story, so that it can stand in a message of the narrowest layout.</param>
public sealed record ChatLimits(int MaxCharacters, string EscapedCharacters, int MessageOverhead, int StoryOverhead, TimeSpan NonceWindow, int MaxStoryCharacters = 1900)
{
    private readonly SearchValues<char> _escaped = SearchValues.Create(EscapedCharacters);

    /// <summary>What a text costs once escaped, in UTF-16 units.</summary>
    public int Cost(string text)
    {
        return text.Length + text.AsSpan().CountAny(_escaped);
    }

    /// <summary>What a whole message costs, in UTF-16 units.</summary>
    public int Cost(ChatMessage message) =>
        MessageOverhead + Cost(message.Title) + message.Intro.Concat(message.SmallPrint).Sum(
            line => Cost(line) + LineOverhead) + message.Stories.Sum(
            story => OwnCost(story, message.Frame)) + message.Headings.Sum(
            HeadingCost) + Cost(message.Posting);

    /// <summary>What a story costs with the quotes it has, and with the heading of its section, in UTF-16 units.</summary>
    /// <param name="frame">The words around it.</param>
    public int Cost(StoryBlock story, FrameWords frame) => OwnCost(story, frame) + HeadingCost(story.Section);

    private int OwnCost(StoryBlock story, FrameWords frame)
    {
        return StoryOverhead + frame.MoreThanEnglish + Cost(story.Headline) + Cost(story.Url) + Cost(story.Source ?? "") + Cost(story.Why ?? "")
            + (story.IsUpdate ? frame.UpdateMark.Length : 0) + (frame.Also(story) is { } also ? Cost(also) + SeparatorCost : 0)
            + (frame.FirstShown(story) is { } earlier ? Cost(earlier) + SeparatorCost + LinkCost(story.Earlier!.Link?.AbsoluteUri) : 0)
            + (story.IsWithdrawn ? frame.WithdrawnNote.Length + StrikeCost : 0) + story.Quotes.Sum(Cost);
    }

    /// <summary>A heading stands on a line of its own.</summary>
    private int HeadingCost(string? heading) => heading is null ? 0 : Cost(heading) + HeadingOverhead;

    /// <summary>What a quote costs with its link and its credit, in UTF-16 units.</summary>
    public int Cost(Quote quote) =>
        Cost(quote.Text) + QuoteOverhead + LinkCost(quote.Link) + (quote.Credit is { } credit ? Cost(credit) + CreditOverhead : 0);

    /// <summary>The brand and the mention stand on lines of their own.</summary>
    private int Cost(Posting? posting) => posting is null ? 0
        : (2 * LineOverhead) + Cost(posting.Brand?.Name ?? "") + Cost(posting.Brand?.Footer ?? "") + (posting.MentionRole is null ? 0 : MentionCost);

    private static int Cost(Uri? url) => url is null ? 0 : AddressCost(url.AbsoluteUri);

    private static int LinkCost(string? link) => link is null ? 0 : AddressCost(link) + LinkOverhead;

    /// <summary>Percent-encoding makes three characters of a parenthesis.</summary>
    private static int AddressCost(string address) => address.Length + (2 * address.AsSpan().CountAny('(', ')'));

    /// <summary>A space or a line with […] before a quote, and the backslash that keeps it from being a list.</summary>
    private const int QuoteOverhead = 7;

    /// <summary>Two line breaks, a dash and the markup of small print.</summary>
    private const int CreditOverhead = 7;

    /// <summary>A dot between two facts.</summary>
    private const int SeparatorCost = 3;

    /// <summary>A space, an arrow and the markup of a link.</summary>
    private const int LinkOverhead = 6;

    /// <summary>The markup of a heading, a backslash, a line break, and a word in the place of one that cannot be seen.</summary>
    private const int HeadingOverhead = 14;

    /// <summary>Two waves before and behind.</summary>
    private const int StrikeCost = 4;

    /// <summary>An id of 20 digits with its markup and a line break.</summary>
    private const int MentionCost = 25;

    /// <summary>A line break and the markup of small print.</summary>
    private const int LineOverhead = 4;
}
