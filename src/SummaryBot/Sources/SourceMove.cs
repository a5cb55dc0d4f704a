using System.Data.Common;
using Dapper;

namespace SummaryBot.Sources;

/// <summary>Takes over the address that a source has for good now.</summary>
internal static class SourceMove
{
    /// <summary>Where another source has that address already, the two become one: its subscribers and what it has brought go there.</summary>
    private static readonly string[] Merge =
    [
        """
        UPDATE subscriptions SET source_id = @other WHERE source_id = @id
            AND guild NOT IN (SELECT b.guild FROM subscriptions AS b WHERE b.source_id = @other)
        """,
        "DELETE FROM article_sources WHERE source_id = @id AND guid IN (SELECT x.guid FROM article_sources AS x WHERE x.source_id = @other)",
        "UPDATE article_sources SET source_id = @other WHERE source_id = @id",
        "UPDATE sources SET ended = NULL WHERE id = @other",
        "DELETE FROM sources WHERE id = @id",
    ];

    public static async Task MoveAsync(DbTransaction transaction, long id, Uri address, CancellationToken cancellationToken)
    {
        var connection = transaction.Connection!;
        var url = SubscriptionStore.Normal(address);
        var other = await connection.QuerySingleOrDefaultAsync<long?>(new CommandDefinition(
            "SELECT id FROM sources WHERE url = @url", new { url = url.AbsoluteUri }, transaction, cancellationToken: cancellationToken));
        if (other is null)
        {
            await connection.ExecuteAsync(new CommandDefinition(
                "UPDATE sources SET url = @url, host = @host WHERE id = @id",
                new { url = url.AbsoluteUri, host = Source.HostOf(url), id },
                transaction,
                cancellationToken: cancellationToken));
        }
        else if (other != id)
        {
            foreach (var sql in Merge)
            {
                await connection.ExecuteAsync(new CommandDefinition(sql, new { id, other }, transaction, cancellationToken: cancellationToken));
            }
        }
    }
}
