using SummaryBot.Articles;
using SummaryBot.Chat;
using SummaryBot.Summarization;

namespace SummaryBot.Digests;

/// <summary>Writes an article as a story of an edition.</summary>
public static class StoryBlockWriter
{
    public static StoryBlock Write(Article article, SummaryLength length)
    {
        var options = new SummaryOptions { Length = length, Title = article.Headline, Language = article.Language };
        var summary = Summarizer.Summarize(article.Text, options);
        var excerpt = Excerpt.Of(article, summary);
        var fits = excerpt.Quotes.Sum(quote => quote.Text.Length) <= MaxQuoted(length);
        return Block(article, summary, excerpt, fits ? excerpt.Quotes : []);
    }

    /// <summary>What is new in a story that was shown before: one sentence of an article that was not.</summary>
    public static StoryBlock WriteUpdate(NewFact fact)
    {
        var article = fact.Article.Article;
        var sentence = new Sentence(fact.Sentence.Index, fact.Sentence.Start, fact.Sentence.End, Score: 1, Rank: 1);
        var summary = Summarizer.Summarize(article.Text, new SummaryOptions { Title = article.Headline, Language = article.Language });
        var excerpt = Excerpt.Of(article, summary with { Sentences = [sentence] });
        return Block(article, summary, excerpt, excerpt.Quotes) with { IsUpdate = true };
    }

    /// <summary>UTF-16 units of quotes in one story: a phone shows that much of a story at a glance. Where no whole sentence fits there is the headline alone.</summary>
    internal static int MaxQuoted(SummaryLength length) => length switch
    {
        SummaryLength.Short => 250,
        SummaryLength.Medium => 600,
        _ => 1200,
    };

    private static StoryBlock Block(Article article, Summary summary, Excerpt excerpt, IReadOnlyList<Quote> quotes)
    {
        var url = article.Url?.AbsoluteUri.Length <= Excerpt.MaxUrl ? article.Url : null;
        var source = article.Source is null ? null : WordCut.To(article.Source, Excerpt.MaxSource);
        return new StoryBlock(
            excerpt.Headline, url, quotes, source, article.PublishedAt, summary.ReadingMinutes, Why: null, article.Id, excerpt.HeadlineOrigin);
    }
}
