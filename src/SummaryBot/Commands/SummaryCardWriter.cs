using SummaryBot.Articles;
using SummaryBot.Chat;
using SummaryBot.Summarization;

namespace SummaryBot.Commands;

/// <summary>Writes the answer to <c>/summary</c>; the command line shows the same.</summary>
public static class SummaryCardWriter
{
    private const string QuotedNote = "Quoted word for word, in the article's order. […] = sentences left out.";
    private const int MaxAbout = 100;
    private const string LeadNote = "Too short to summarize: this is how the article begins, word for word.";

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
            summary.IsLead ? LeadNote : QuotedNote)
        {
            Asked = summary.Answers is null ? null : options.About!.Trim(),
            About = About(options.About, summary.Answers),
            SentencesAsked = options.Sentences,
            Why = WhyLines.Of(summary),
        };
    }

    private static string? About(string? about, bool? answers)
    {
        var asked = WordCut.To(string.Join(' ', (about ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), MaxAbout);
        return answers switch
        {
            true => $"About “{asked}”",
            false => $"No sentence is about “{asked}”: this is the ordinary summary.",
            null => null,
        };
    }

    private static string? Link(SentenceLinks? links, QuoteOrigin? origin) => origin is null ? null : links?.To(origin.Start, origin.End);
}
