using Microsoft.Extensions.Logging;
using SummaryBot.Articles;
using SummaryBot.Articles.Search;
using SummaryBot.Chat;
using SummaryBot.Summarization;

namespace SummaryBot.Commands;

/// <summary>Answers <c>/summary</c>: an article that somebody chose from the list, or describes in words.</summary>
public sealed partial class SummaryCommand(
    ArticleStore articles, ArticleSearch search, FaithfulnessGate gate, TimeProvider time, ILogger<SummaryCommand> logger)
{
    public const int MaxSentences = 12;
    public const int MaxChoices = 25;

    public async Task<SummaryReply> AnswerAsync(SummaryRequest request, CancellationToken cancellationToken)
    {
        if (request.Sentences is < 1 or > MaxSentences)
        {
            return new SummaryReply.NotFound($"A summary has 1 to {MaxSentences} sentences. Ask again with a number in between.");
        }

        var stored = await FindAsync(request.Article, request.Guild, cancellationToken);
        return stored is null ? new SummaryReply.NotFound("No stored article matches that. Type a few of its words and choose one from the list.")
            : stored.GoneAt is not null ? new SummaryReply.NotFound("That article was withdrawn by its publisher and is not quoted any more. Choose another one.")
            : Reply(stored.Article, SummaryCardWriter.Write(stored.Article, Options(stored.Article, request)));
    }

    /// <summary>Articles to choose from while somebody types: the newest, or those that hold the words typed.</summary>
    /// <param name="guild">The Discord server that asks; null shows all, to the operator.</param>
    public async Task<IReadOnlyList<ArticleChoice>> SuggestAsync(string typed, string? guild, CancellationToken cancellationToken)
    {
        var found = await search.FindAsync(new ArticleQuery(typed, MaxChoices) { IsTyping = true, Guild = guild }, cancellationToken);
        var now = time.GetUtcNow();
        return [.. found.Select(stored => new ArticleChoice(ChoiceLabel.Of(stored, now), stored.Article.Id))];
    }

    /// <summary>What is stored of the articles at some addresses, in their order.</summary>
    /// <param name="links">http or https, without fragments.</param>
    public async Task<IReadOnlyList<LinkedArticle>> LinkedAsync(IReadOnlyList<Uri> links, CancellationToken cancellationToken)
    {
        var found = await articles.AtAsync(links, cancellationToken);
        var newest = found.DistinctBy(stored => Key(stored.Article.Url!), StringComparer.Ordinal).ToDictionary(stored => Key(stored.Article.Url!), StringComparer.Ordinal);
        var now = time.GetUtcNow();
        return [.. links.Select(link => new LinkedArticle(
            link, newest.GetValueOrDefault(Key(link)) is { } it ? new ArticleChoice(ChoiceLabel.Of(it, now), it.Article.Id) : null))];

        static string Key(Uri address) => CanonicalUrl.Of(address).AbsoluteUri;
    }

    /// <summary>By id, by address, else by words.</summary>
    private async Task<StoredArticle?> FindAsync(string asked, string? guild, CancellationToken cancellationToken)
    {
        if (await articles.FindAsync(asked, cancellationToken) is { } chosen)
        {
            return chosen;
        }

        var found = Uri.TryCreate(asked.Trim(), UriKind.Absolute, out var address) && address is { Scheme: "http" or "https" }
            ? await articles.AtAsync([address], cancellationToken)
            : await search.FindAsync(new ArticleQuery(asked, Limit: 1) { Guild = guild }, cancellationToken);
        return found is [var first, ..] ? first : null;
    }

    private SummaryReply Reply(Article article, SummaryCard card)
    {
        if (gate.Refuse(card.Sentences, article.Text) is not { } problem)
        {
            return new SummaryReply.Shown(card);
        }

        Log.Withheld(logger, article.Id, problem);
        return new SummaryReply.NotFound("The summary of that article is not word for word what the article says, so it is not shown. Choose another article.");
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

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The summary of article {ArticleId} was withheld: {Problem}")]
        public static partial void Withheld(ILogger logger, string articleId, string problem);
    }
}
