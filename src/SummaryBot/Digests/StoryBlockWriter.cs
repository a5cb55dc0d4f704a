using SummaryBot.Articles;
using SummaryBot.Chat;
using SummaryBot.Summarization;

namespace SummaryBot.Digests;

/// <summary>Summarizes an article for an edition.</summary>
public static class StoryBlockWriter
{
    public static StoryBlock Write(Article article, SummaryLength length)
    {
        var options = new SummaryOptions { Length = length, Title = article.Headline, Language = article.Language };
        var summary = Summarizer.Summarize(article.Text, options);
        var excerpt = Excerpt.Of(article, summary);
        var fits = excerpt.Quotes.Sum(quote => quote.Text.Length) <= MaxQuoted(length);
        var quotes = fits ? excerpt.Quotes : [];
        var url = article.Url?.AbsoluteUri.Length <= Excerpt.MaxUrl ? article.Url : null;
        var source = article.Source is null ? null : WordCut.To(article.Source, Excerpt.MaxSource);
        return new StoryBlock(
            excerpt.Headline, url, quotes, source, article.PublishedAt, summary.ReadingMinutes, Why: null, article.Id, excerpt.HeadlineOrigin);
    }

    /// <summary>UTF-16 units of quotes in one story: a phone shows that much of a story at a glance. Where no whole sentence fits there is the headline alone.</summary>
    private static int MaxQuoted(SummaryLength length) => length switch
    {
        SummaryLength.Short => 250,
        SummaryLength.Medium => 600,
        _ => 1200,
    };
}
