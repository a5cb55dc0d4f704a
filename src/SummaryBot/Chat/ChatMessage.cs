namespace SummaryBot.Chat;

/// <summary>An edition as a chat gets it: plain words and whole sentences, no markup of any chat.</summary>
/// <param name="Title">The digest's name and local day, one line.</param>
/// <param name="Intro">Lines under the title: what is inside, and whether it is late.</param>
/// <param name="Stories">In the order to show; empty for a note that there is no news.</param>
/// <param name="Footnote">Lines under the stories.</param>
/// <param name="Layout">How the stories are laid out where the chat can.</param>
public sealed record ChatMessage(
    string Title, IReadOnlyList<string> Intro, IReadOnlyList<StoryBlock> Stories, IReadOnlyList<string> Footnote, MessageLayout Layout);

/// <summary>One story of a message.</summary>
/// <param name="Headline">As published or, where there is none, the article's first sentence whole; one line, never empty.</param>
/// <param name="Url">Where to read on, http or https; null where the article has no address.</param>
/// <param name="Quotes">The chosen sentences below the headline, in the article's order; may be empty.</param>
/// <param name="Source">Who published it; null where unknown.</param>
/// <param name="PublishedAt">When; null where the article does not say.</param>
/// <param name="ReadingMinutes">Minutes to read the whole article, 1 or more.</param>
/// <param name="Why">The reason it was selected, or null.</param>
public sealed record StoryBlock(
    string Headline, Uri? Url, IReadOnlyList<Quote> Quotes, string? Source, DateTimeOffset? PublishedAt, int ReadingMinutes, string? Why);

/// <summary>One whole sentence, word for word.</summary>
/// <param name="Text">The sentence; line breaks of the article are white space in it.</param>
/// <param name="AfterGap">Whether sentences were left out between it and what is shown before it, which a chat shows as […].</param>
public sealed record Quote(string Text, bool AfterGap);

public enum MessageLayout
{
    /// <summary>Discord: Components V2.</summary>
    Cards,

    /// <summary>Discord: a classic embed.</summary>
    Compact,
}
