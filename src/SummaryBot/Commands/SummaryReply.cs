using SummaryBot.Chat;
using SummaryBot.Summarization;

namespace SummaryBot.Commands;

public abstract record SummaryReply
{
    public sealed record Shown(SummaryCard Card) : SummaryReply;

    /// <summary>Nothing to show; the message says why and what to do next, in plain words.</summary>
    public sealed record NotFound(string Message) : SummaryReply;
}

/// <summary>What a person asks of <c>/summary</c>.</summary>
/// <param name="Article">An article's id, or words to find it by.</param>
/// <param name="Sentences">How many sentences to show, 1 to 12; null leaves it to <paramref name="Length"/>.</param>
/// <param name="About">What the summary should be about; null or white space asks nothing.</param>
public sealed record SummaryRequest(string Article, SummaryLength Length, int? Sentences, string? About = null)
{
    /// <summary>Whether to tell why each sentence was chosen.</summary>
    public bool Why { get; init; }

    /// <summary>The Discord server that asks, which finds by words only what it may see; null finds all.</summary>
    public string? Guild { get; init; }
}

/// <summary>One article's summary, in plain words.</summary>
/// <param name="ArticleId">What the Shorter and Longer buttons ask for again.</param>
/// <param name="Length">The preset shown; null where a number of sentences was asked for.</param>
/// <param name="Headline">As published or, where there is none, the article's first sentence whole; one line, never empty.</param>
/// <param name="HeadlineOrigin">Where the headline comes from; null where it is no sentence of the article.</param>
/// <param name="HeadlineLink">Where the headline leads: to the article, and at its first sentence where that is the headline; null where there is no address.</param>
/// <param name="Url">Where to read on, http or https; null where the article has no address.</param>
/// <param name="Source">Who published it; null where unknown.</param>
/// <param name="PublishedAt">When; null where the article does not say.</param>
/// <param name="WordCount">Words in the whole article.</param>
/// <param name="ReadingMinutes">Minutes to read the whole article, 1 or more.</param>
/// <param name="ShownCount">Sentences shown, a headline that is one included.</param>
/// <param name="SentenceCount">Sentences in the whole article.</param>
/// <param name="Quotes">The chosen sentences below the headline, in the article's order.</param>
/// <param name="Note">A last line: word for word, or lead text where there is too little to summarize.</param>
public sealed record SummaryCard(
    string ArticleId,
    SummaryLength? Length,
    string Headline,
    QuoteOrigin? HeadlineOrigin,
    string? HeadlineLink,
    Uri? Url,
    string? Source,
    DateTimeOffset? PublishedAt,
    int WordCount,
    int ReadingMinutes,
    int ShownCount,
    int SentenceCount,
    IReadOnlyList<Quote> Quotes,
    string Note)
{
    /// <summary>What the sentences were asked to be about, for the buttons to ask again; null where nothing was asked.</summary>
    public string? Asked { get; init; }

    /// <summary>A line above the sentences: that they are about what was asked, or that none is; null where nothing was asked.</summary>
    public string? About { get; init; }

    /// <summary>The number of sentences that was asked for; null where it was a preset.</summary>
    public int? SentencesAsked { get; init; }

    /// <summary>Why each sentence was chosen, a line each, the highest score first; empty unless that was asked. See <see cref="WhyLines"/>.</summary>
    public IReadOnlyList<string> Why { get; init; } = [];

    /// <summary>Every sentence shown, a headline that is one included.</summary>
    public IEnumerable<Quote> Sentences => HeadlineOrigin is null ? Quotes : Quotes.Prepend(new Quote(Headline, AfterGap: false, HeadlineOrigin));
}

/// <summary>An article offered while somebody types.</summary>
/// <param name="Label">Headline, source and age, cut at a word to 100 UTF-16 units at most.</param>
/// <param name="ArticleId">100 UTF-16 units at most.</param>
public sealed record ArticleChoice(string Label, string ArticleId);

/// <summary>A link and the stored article at its address; null where none is stored.</summary>
public sealed record LinkedArticle(Uri Link, ArticleChoice? Choice);
