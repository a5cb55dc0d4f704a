using Microsoft.Extensions.Logging;
using SummaryBot.Articles;
using SummaryBot.Articles.Search;
using SummaryBot.Chat;
using SummaryBot.Commands.Shape;
using SummaryBot.Commands.Summaries;
using SummaryBot.Language;
using SummaryBot.Sources.Fetching;
using SummaryBot.Sources.Pages;
using SummaryBot.Summarization;

namespace SummaryBot.Commands;

/// <summary>Makes the summary of an article that somebody chose from a list, pasted the address of, or describes in words.</summary>
public sealed partial class SummaryCommand(
    ArticleStore articles, ArticleSearch search, ArticleSight sight, AskedPages pages, FaithfulnessGate gate, TimeProvider time, ILogger<SummaryCommand> logger)
{
    public const int MaxSentences = 12;
    public const int MaxChoices = 25;

    /// <summary>What nobody may see who asks is not found; a page that is not stored is fetched.</summary>
    public async Task<SummaryReply> AnswerAsync(SummaryRequest request, CancellationToken cancellationToken)
    {
        if (await SeenAsync(await articles.ReadAsync([request.Article], cancellationToken), request, cancellationToken) is { } chosen)
        {
            return Reply(chosen, request);
        }

        if (PageAddress.TryRead(request.Article) is { } address)
        {
            return await AtAsync(address, request, cancellationToken);
        }

        var found = await search.FindAsync(new ArticleQuery(request.Article, Limit: 1) { Guild = request.Guild, User = request.User }, cancellationToken);
        return found is [var first, ..] ? Reply(first, request) : new SummaryReply.Failed(ErrorCode.NoSuchArticle, ("asked", WordCut.To(request.Article, Excerpt.MaxHeadline)));
    }

    /// <summary>Articles to choose from while somebody types: the newest, or those that hold the words typed or are at the address.</summary>
    /// <param name="guild">The Discord server that asks, empty outside one; null shows all, to the operator.</param>
    /// <param name="user">Who asks; null for nobody in particular.</param>
    public async Task<IReadOnlyList<ArticleChoice>> SuggestAsync(string typed, string? guild, string? user, Words words, CancellationToken cancellationToken)
    {
        var asks = new SummaryRequest("", default, null) { Guild = guild, User = user };
        var found = PageAddress.TryRead(typed) is { } address
            ? new[] { await SeenAsync(await articles.AtAsync([address], cancellationToken), asks, cancellationToken) }.OfType<StoredArticle>()
            : await search.FindAsync(new ArticleQuery(typed, MaxChoices) { IsTyping = true, Guild = guild, User = user }, cancellationToken);
        var now = time.GetUtcNow();
        return [.. found.Select(stored => new ArticleChoice(ChoiceLabel.Of(stored, now, words), stored.Article.Id))];
    }

    /// <summary>An article by its id, as far as somebody may see it; null where there is none.</summary>
    public async Task<StoredArticle?> FindAsync(string id, string? guild, string? user, CancellationToken cancellationToken) =>
        await SeenAsync(await articles.ReadAsync([id], cancellationToken), new SummaryRequest(id, default, null) { Guild = guild, User = user }, cancellationToken);

    private async Task<SummaryReply> AtAsync(Uri address, SummaryRequest request, CancellationToken cancellationToken)
    {
        if (await SeenAsync(await articles.AtAsync([address], cancellationToken), request, cancellationToken) is { } known)
        {
            return Reply(known, request);
        }

        var reader = request.Guild is { Length: > 0 } guild ? guild : request.User ?? "";
        return await pages.FetchAsync(address, reader, cancellationToken) switch
        {
            AskedPage.Kept(var id) when (await articles.ReadAsync([id], cancellationToken)) is [var stored] => Reply(stored, request),
            AskedPage.Unkept(var article) => Card(article, request) is SummaryReply.Shown shown ? shown with { IsStored = false } : new SummaryReply.Failed(ErrorCode.SummaryWithheld),
            AskedPage.Failed(var fault) => new SummaryReply.Failed(CodeOf(fault), ("host", UrlGuard.Shown(address))),
            _ => new SummaryReply.Failed(ErrorCode.PageFailed, ("host", UrlGuard.Shown(address))),
        };
    }

    /// <summary>The first that may be seen.</summary>
    private async Task<StoredArticle?> SeenAsync(IReadOnlyList<StoredArticle> found, SummaryRequest request, CancellationToken cancellationToken)
    {
        var seen = await sight.AmongAsync([.. found.Select(it => it.Article.Id)], request.Guild, request.User, cancellationToken);
        return found.FirstOrDefault(it => seen.Contains(it.Article.Id));
    }

    private SummaryReply Reply(StoredArticle stored, SummaryRequest request) =>
        stored.GoneAt is not null ? new SummaryReply.Failed(ErrorCode.ArticleWithdrawn) : Card(stored.Article, request);

    private SummaryReply Card(Article article, SummaryRequest request)
    {
        var card = SummaryCardWriter.Write(article, Options(article, request));
        if (gate.Refuse(card.Sentences, article.Text) is not { } problem)
        {
            return new SummaryReply.Shown(card);
        }

        Log.Withheld(logger, article.Id, problem);
        return new SummaryReply.Failed(ErrorCode.SummaryWithheld);
    }

    private static SummaryOptions Options(Article article, SummaryRequest request) => new()
    {
        Length = request.Length,
        Sentences = request.Sentences,
        Title = article.Headline,
        About = request.About,
        Language = article.Language,
        Why = request.Why,
    };

    private static ErrorCode CodeOf(PageFault fault) => fault switch
    {
        PageFault.Refused => ErrorCode.AddressRefused,
        PageFault.TooSlow => ErrorCode.PageTooSlow,
        PageFault.NotFound => ErrorCode.PageNotFound,
        PageFault.Busy => ErrorCode.PageBusy,
        PageFault.TooBig => ErrorCode.PageTooBig,
        PageFault.NoArticle => ErrorCode.PageWithoutArticle,
        PageFault.TooMany => ErrorCode.TooManyPages,
        _ => ErrorCode.PageFailed,
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The summary of article {ArticleId} was withheld: {Problem}")]
        public static partial void Withheld(ILogger logger, string articleId, string problem);
    }
}
