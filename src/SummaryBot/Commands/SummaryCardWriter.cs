using SummaryBot.Articles;
using SummaryBot.Chat;
using SummaryBot.Summarization;

namespace SummaryBot.Commands;

/// <summary>Writes the answer to <c>/summary</c>; the command line shows the same.</summary>
public static class SummaryCardWriter
{
    public static SummaryCard Write(Article article, SummaryOptions options)
    {
        var summary = Summarizer.Summarize(article.Text, options);
        var excerpt = Excerpt.Of(article, summary);
        var url = article.Url?.AbsoluteUri.Length <= Excerpt.MaxUrl ? article.Url : null;
        var links = url is null ? null : new SentenceLinks(url, article);
        return new SummaryCard(
            article.Id,
            options is { Sentences: null, Words: null } ? options.Length : null,
            excerpt.Headline,
            excerpt.HeadlineOrigin,
            Link(links, excerpt.HeadlineOrigin) ?? url?.AbsoluteUri,
            url,
            article.Source is null ? null : WordCut.To(article.Source, Excerpt.MaxSource),
            article.PublishedAt,
            summary.WordCount,
            summary.ReadingMinutes,
            excerpt.ShownCount,
            summary.SentenceCount,
            [.. excerpt.Quotes.Select(quote => quote with { Link = Link(links, quote.Origin) })],
            summary.IsLead)
        {
            Asked = summary.Answers is null ? null : options.About!.Trim(),
            Answers = summary.Answers,
            SentencesAsked = options.Sentences,
            Why = options.Why ? summary : null,
        };
    }

    private static string? Link(SentenceLinks? links, QuoteOrigin? origin) => origin is null ? null : links?.To(origin.Start, origin.End);
}
