using Dapper;
using SummaryBot.Articles;
using SummaryBot.Sources;
using SummaryBot.Storage;

namespace SummaryBot.Host.Simulation;

/// <summary>The outlets of the input as sources that everybody reads, and the visits that bring their articles.</summary>
internal sealed class SimulatedSources(ScratchBot bot, ArticleBook book)
{
    /// <summary>Articles in one transaction.</summary>
    private const int BatchSize = 1000;

    private readonly Dictionary<string, long> _ids = new(StringComparer.Ordinal);

    /// <summary>Subscribes to the outlets, so that all that they bring is news.</summary>
    public async Task AddAsync(IEnumerable<SimulatedArticle> articles, CancellationToken cancellationToken)
    {
        foreach (var outlet in articles.Select(OutletOf).Distinct(StringComparer.Ordinal))
        {
            var address = new Uri($"https://source{_ids.Count + 1}.invalid/feed"); // RFC 2606: there is never such a host
            var wanted = new NewSubscription(SourceKind.Feed, address, NewSubscription.NameFor(outlet, address)) { Outlet = outlet };
            var added = (SubscribeResult.Added)await bot.Get<SubscriptionStore>().AddNumberedAsync(wanted, cancellationToken);
            _ids.Add(outlet, added.SourceId);
        }

        await using var connection = await bot.Get<Database>().OpenAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition("UPDATE subscriptions SET news_from = 0", cancellationToken: cancellationToken));
    }

    /// <summary>Takes articles in, each as seen at its own time.</summary>
    /// <param name="articles">In the order in which they are seen.</param>
    public async Task VisitAsync(IEnumerable<SimulatedArticle> articles, CancellationToken cancellationToken)
    {
        foreach (var batch in articles.Chunk(BatchSize))
        {
            var taken = await bot.Get<ArticleIntake>().TakeAsync([.. batch.Select(Incoming)], cancellationToken);
            foreach (var (row, article) in batch.Zip(taken))
            {
                book.Add(article, row);
            }
        }
    }

    private static string OutletOf(SimulatedArticle article) => article.Article.Source ?? "";

    private IncomingArticle Incoming(SimulatedArticle row) => new(_ids[OutletOf(row)], row.Key, row.Article)
    {
        SeenAt = row.SeenAt,
        Byline = row.Author,
        Categories = row.Categories,
    };
}
