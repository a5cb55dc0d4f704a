using System.Data.Common;
using SummaryBot.Articles.Intake;
using SummaryBot.Storage;

namespace SummaryBot.Articles;

/// <summary>Takes what sources bring: each article once, however many feeds name it, and what it said before it was changed.</summary>
/// <remarks>Instances that take at the same time wait for each other, so none takes what another is just adding.</remarks>
public sealed class ArticleIntake(Database database, TimeProvider time)
{
    /// <summary>Versions kept of an article: the first and the newest.</summary>
    internal const int MaxVersions = 20;

    /// <summary>Takes items, all or none. An item is known by its guid, else by its canonical address, else by its text.</summary>
    /// <param name="items">In the order of the feed, the newest first; of two with one guid the first counts.</param>
    /// <param name="cancellationToken">Ends the work early; nothing is taken then.</param>
    /// <returns>What became of each, in their order.</returns>
    /// <exception cref="ArgumentException">An article has no text.</exception>
    public async Task<IReadOnlyList<TakenArticle>> TakeAsync(IReadOnlyList<IncomingArticle> items, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var read = items.Select(item => IntakeItem.Of(item, now)).ToList();
        return await KnownAsync(read, cancellationToken)
            ?? await database.WriteAsync(transaction => TakeAsync(transaction, read, cancellationToken), cancellationToken);
    }

    /// <summary>Takes items, all or none, in a transaction that writes more than that.</summary>
    /// <param name="now">When they were seen, where they do not say.</param>
    internal Task<IReadOnlyList<TakenArticle>> TakeAsync(
        DbTransaction transaction, IReadOnlyList<IncomingArticle> items, DateTimeOffset now, CancellationToken cancellationToken) =>
        TakeAsync(transaction, [.. items.Select(item => IntakeItem.Of(item, now))], cancellationToken);

    /// <summary>Most visits bring nothing new: one look without the write lock tells. Null where something is new.</summary>
    private async Task<IReadOnlyList<TakenArticle>?> KnownAsync(List<IntakeItem> items, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var book = new IntakeBook();
        await new IntakeReader(database.Dialect, connection, null).LoadRowsAsync(book, items, cancellationToken);
        return items.TrueForAll(item => book.Unchanged(item) is not null) ? [.. items.Select(book.Take)] : null;
    }

    private async Task<IReadOnlyList<TakenArticle>> TakeAsync(
        DbTransaction transaction, List<IntakeItem> items, CancellationToken cancellationToken)
    {
        await database.Dialect.TakeTurnAsync(transaction, cancellationToken);
        var book = new IntakeBook();
        var reader = new IntakeReader(database.Dialect, transaction.Connection!, transaction);
        await reader.LoadRowsAsync(book, items, cancellationToken);
        await reader.LoadArticlesAsync(book, [.. items.Where(item => book.Unchanged(item) is null)], cancellationToken);
        var taken = items.ConvertAll(book.Take);
        await new IntakeWriter(database.Dialect, transaction).WriteAsync(book, cancellationToken);
        return taken;
    }
}
