using SummaryBot.Articles;
using SummaryBot.Articles.Search;
using SummaryBot.Commands.Shape;
using SummaryBot.Commands.Summaries;
using SummaryBot.Digests.Why;
using SummaryBot.Language;

namespace SummaryBot.Commands.News;

/// <summary>Why an article is, or is not, in the digests of a server, in a reader's words.</summary>
internal sealed class NewsWhy(ArticleWhy why, NewsDigests digests, TimeProvider time)
{
    public const string Choose = "nwhy";

    /// <param name="asked">An article's id, its address, or a few words of it.</param>
    public async Task<Reply> AskAsync(CommandCall call, string asked, CancellationToken cancellationToken)
    {
        var words = call.Words;
        return await why.AskAsync(asked, await digests.VisibleAsync(call, cancellationToken), new Viewer(call.Guild, SummaryAnswers.UserOf(call)), cancellationToken) switch
        {
            WhyResult.Found found => new Reply { Title = words.Of("news.why.title"), Lines = [ArticleEntry.Of(1, found.Article, words).Text, .. Answers(found, words)], Note = Notes(found.Article, words) },
            WhyResult.Several(var articles) => new Reply
            {
                Title = words.Of("news.why.several"),
                Lines = [.. articles.Select((it, i) => ArticleEntry.Of(i + 1, it, words).Text)],
                Menus = [new ReplyMenu(Choose, "", words.Plain("news.why.choose"), [.. articles.Select(it => ArticleEntry.Option(it, words))])],
            },
            _ => Reply.Fail(words, ErrorCode.NoSuchArticle, ("asked", asked)),
        };
    }

    private static IEnumerable<ReplyText> Answers(WhyResult.Found found, Words words) => found.Answers.Count == 0
        ? [words.Of("news.why.noDigests")]
        : found.Answers.Select(answer => words.Of("news.why.digest", ("digest", ReplyText.Strong(answer.Digest)), ("cause", Cause(answer, words))));

    private static ReplyText Cause(WhyAnswer answer, Words words)
    {
        var cause = words.Of($"news.why.stage.{answer.Stage}", ("edition", answer.Edition?.Replace('T', ' ')));
        return answer.Link is { } link ? ReplyText.Join(" ", [cause, ReplyText.Link(words.Plain("news.digest.link"), link)]) : cause;
    }

    private ReplyText? Notes(StoredArticle article, Words words)
    {
        ReplyText?[] notes =
        [
            article.TeaserOnly ? words.Of("news.why.teaser") : null,
            article.Version > 1 ? words.Of("news.why.changed", ("version", article.Version)) : null,
            article.FirstSeenAt < time.GetUtcNow() - ArticleWhy.Reach ? words.Of("news.why.old", ("days", (int)ArticleWhy.Reach.TotalDays)) : null,
        ];
        return notes.OfType<ReplyText>().ToList() is { Count: > 0 } told ? ReplyText.Join(" ", told) : null;
    }
}
