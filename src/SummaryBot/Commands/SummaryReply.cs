using SummaryBot.Chat;
using SummaryBot.Commands.Shape;
using SummaryBot.Summarization;

namespace SummaryBot.Commands;

public abstract record SummaryReply
{
    public sealed record Shown(SummaryCard Card) : SummaryReply
    {
        /// <summary>Whether the article is stored, so that buttons can ask for it again.</summary>
        public bool IsStored { get; init; } = true;
    }

    /// <summary>Nothing to show.</summary>
    /// <param name="Values">Those of the code's texts.</param>
    public sealed record Failed(ErrorCode Code, params IReadOnlyList<(string Name, object? Value)> Values) : SummaryReply;
}

/// <summary>What a person asks of <c>/summary</c>.</summary>
/// <param name="Article">An article's id, the address of a page, or words to find it by.</param>
/// <param name="Sentences">How many sentences to show, 1 to 12; null leaves it to <paramref name="Length"/>.</param>
/// <param name="About">What the summary should be about; null or white space asks nothing.</param>
public sealed record SummaryRequest(string Article, SummaryLength Length, int? Sentences, string? About = null)
{
    /// <summary>Whether to tell why each sentence was chosen.</summary>
    public bool Why { get; init; }

    /// <summary>The Discord server that asks, empty outside one: only what it may see is shown. Null shows all, to the operator.</summary>
    public string? Guild { get; init; }

    /// <summary>Who asks; null for nobody in particular.</summary>
    public string? User { get; init; }
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
/// <param name="IsLead">Whether there is too little to summarize, so that the article's beginning is shown.</param>
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
    bool IsLead)
{
    /// <summary>What the sentences were asked to be about, for the buttons to ask again; null where nothing was asked.</summary>
    public string? Asked { get; init; }

    /// <summary>Whether the sentences are about <see cref="Asked"/>; where false, none of the article is. Null where nothing was asked.</summary>
    public bool? Answers { get; init; }

    /// <summary>The number of sentences that was asked for; null where it was a preset.</summary>
    public int? SentencesAsked { get; init; }

    /// <summary>The run that chose the sentences, with its reasons; null unless that was asked. See <see cref="WhyLines"/>.</summary>
    public Summary? Why { get; init; }

    /// <summary>Every sentence shown, a headline that is one included.</summary>
    public IEnumerable<Quote> Sentences => HeadlineOrigin is null ? Quotes : Quotes.Prepend(new Quote(Headline, AfterGap: false, HeadlineOrigin));
}

/// <summary>An article offered for a choice.</summary>
/// <param name="Label">Headline, source and age, cut at a word to 100 UTF-16 units at most.</param>
/// <param name="ArticleId">100 UTF-16 units at most.</param>
public sealed record ArticleChoice(string Label, string ArticleId);
