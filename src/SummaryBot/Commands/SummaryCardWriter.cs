using SummaryBot.Articles;
using SummaryBot.Summarization;

namespace SummaryBot.Commands;

/// <summary>Writes the answer to <c>/summary</c>; the command line shows the same.</summary>
public static class SummaryCardWriter
{
    private const string QuotedNote = "Quoted word for word, in the article's order. […] = sentences left out.";
    private const string LeadNote = "Too short to summarize: this is how the article begins, word for word.";

    public static SummaryCard Write(Article article, SummaryOptions options)
    {
        var summary = Summarizer.Summarize(article.Text, options);
        var excerpt = Excerpt.Of(article, summary);
        return new SummaryCard(
            article.Id,
            options is { Sentences: null, Words: null } ? options.Length : null,
            excerpt.Headline,
            article.Url,
            article.Source,
            article.PublishedAt,
            summary.WordCount,
            summary.ReadingMinutes,
            excerpt.ShownCount,
            summary.SentenceCount,
            excerpt.Quotes,
            summary.IsLead ? LeadNote : QuotedNote);
    }
}
