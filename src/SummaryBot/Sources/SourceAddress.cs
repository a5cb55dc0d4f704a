using System.Data.Common;
using Dapper;
using Microsoft.Extensions.Options;
using SummaryBot.Storage;

namespace SummaryBot.Sources;

/// <summary>Lets one subscription read another address; whoever else reads the old one still does.</summary>
public sealed class SourceAddress(Database database, IOptions<SourceOptions> options, TimeProvider time)
{
    /// <summary>What stands at the address already is as the backlog of a new source: news as far as the subscription's backfill says.</summary>
    /// <param name="address">http or https, of a feed.</param>
    /// <returns>The source that the subscription reads from now on, due at once; null where the server reads that address already, or there is no such subscription.</returns>
    public Task<long?> ReplaceAsync(long subscriptionId, Uri address, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            const string Move = """
                UPDATE subscriptions SET source_id = @source, news_from = NULL WHERE id = @subscriptionId AND NOT EXISTS (
                    SELECT 1 FROM subscriptions AS other WHERE other.guild = subscriptions.guild AND other.source_id = @source)
                """;
            var source = await SourceAsync(transaction, address, cancellationToken);
            var moved = await transaction.Connection!.ExecuteAsync(new CommandDefinition(Move, new { source, subscriptionId }, transaction, cancellationToken: cancellationToken));
            return moved > 0 ? source : (long?)null;
        },
        cancellationToken);

    private async Task<long> SourceAsync(DbTransaction transaction, Uri address, CancellationToken cancellationToken)
    {
        const string Sql = """
            INSERT INTO sources (kind, url, host, added_at, next_visit_at, interval_seconds, leased_until, failures)
            VALUES ('feed', @url, @host, @now, @now, @interval, 0, 0)
            ON CONFLICT (url) DO UPDATE SET ended = NULL, next_visit_at = @now RETURNING id
            """;
        var url = SubscriptionStore.Normal(address);
        var values = new { url = url.AbsoluteUri, host = Source.HostOf(url), now = time.GetUtcNow().ToUnixTimeMilliseconds(), interval = (long)options.Value.MinInterval.TotalSeconds };
        return await transaction.Connection!.QuerySingleAsync<long>(new CommandDefinition(Sql, values, transaction, cancellationToken: cancellationToken));
    }
}
