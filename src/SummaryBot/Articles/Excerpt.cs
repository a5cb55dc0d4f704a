using SummaryBot.Chat;
using SummaryBot.Summarization;
using SummaryBot.Summarization.Text;

namespace SummaryBot.Articles;

/// <summary>What is shown of an article: its headline and chosen sentences. Without a headline the first sentence stands there, whole.</summary>
/// <param name="Headline">One line, never empty.</param>
/// <param name="HeadlineOrigin">Where the headline comes from; null where it is no sentence of the article.</param>
/// <param name="Quotes">The chosen sentences but the one that stands as the headline.</param>
/// <param name="ShownCount">Sentences shown, the headline counted where it is one.</param>
public sealed record Excerpt(string Headline, QuoteOrigin? HeadlineOrigin, IReadOnlyList<Quote> Quotes, int ShownCount)
{
    /// <summary>A longer headline is cut at a word; a sentence never is.</summary>
    public const int MaxHeadline = 110;

    /// <summary>UTF-16 units. A longer address is not linked to: a single story might not fit into a message with it.</summary>
    public const int MaxUrl = 1000;

    /// <summary>A longer name of an outlet is cut at a word.</summary>
    public const int MaxSource = 60;

    /// <summary>A longer first sentence is no headline.</summary>
    private const int MaxHeadlineSentence = 250;

    public static Excerpt Of(Article article, Summary summary)
    {
        var first = article.Headline is null ? FirstSentence(article) : null;
        var headline = first is null ? Shorten(article.Headline ?? $"Article without a headline ({article.Source ?? article.Id})") : Shown(first);
        var room = QuoteShare.Allowance(article) - (first is null ? 0 : Words.Count(headline));
        var shown = QuoteShare.Within(article, [.. summary.Sentences.Where(sentence => first is null || sentence.Index > 0)], room);
        var before = first is null ? null : new Sentence(0, 0, 0, 0, 1);
        var quotes = new List<Quote>();
        foreach (var sentence in shown)
        {
            var origin = QuoteOrigin.Of(article.Text, sentence.Start, sentence.End);
            quotes.Add(new Quote(Shown(origin), before is not null && Summary.HasGap(before, sentence), origin));
            before = sentence;
        }

        return new Excerpt(headline, first, quotes, quotes.Count + (first is null ? 0 : 1));

        string Shown(QuoteOrigin origin) => QuoteOrigin.Shown(article.Text, origin.Start, origin.End);
    }

    private static QuoteOrigin? FirstSentence(Article article)
    {
        var end = article.Text.IndexOf("\n\n", StringComparison.Ordinal);
        var opening = end < 0 ? article.Text : article.Text[..end];
        var span = SentenceSplitter.Split(opening, article.Language)[0];
        var words = Words.Count(article.Text.AsSpan(span.Start, span.End - span.Start));
        return span.End - span.Start <= MaxHeadlineSentence && words <= QuoteShare.Allowance(article) ? QuoteOrigin.Of(article.Text, span.Start, span.End) : null;
    }

    private static string Shorten(string headline) => WordCut.To(QuoteOrigin.Shown(headline, 0, headline.Length), MaxHeadline);
}
