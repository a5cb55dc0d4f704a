using Dapper;
using SummaryBot.Sources;
using SummaryBot.Storage;

namespace SummaryBot.Health;

/// <summary>Asks the site of a source that fails which feed it names now, and remembers the answer for an hour.</summary>
public sealed class FeedLookup(Database database, SourceFinder finder, TimeProvider time)
{
    /// <summary>Sites that are asked at a time.</summary>
    public const int MostAtOnce = 3;

    /// <summary>Feeds of one site that are tried.</summary>
    private const int MostTried = 3;

    private static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    /// <summary>Those of some sources whose sites were not asked lately.</summary>
    public async Task<IReadOnlyList<SourceFacts>> UnaskedAsync(IReadOnlyList<SourceFacts> sources, CancellationToken cancellationToken)
    {
        var sql = $"SELECT source_id FROM feed_lookups WHERE {database.Dialect.IsOneOf("source_id", "@ids")} AND looked_at > @from";
        var values = new { ids = database.Dialect.List(sources.Select(source => source.SourceId)), from = (time.GetUtcNow() - Remembered).ToUnixTimeMilliseconds() };
        await using var connection = await database.OpenAsync(cancellationToken);
        var asked = (await connection.QueryAsync<long>(new CommandDefinition(sql, values, cancellationToken: cancellationToken))).ToHashSet();
        return [.. sources.Where(source => !asked.Contains(source.SourceId)).Take(MostAtOnce)];
    }

    /// <summary>Looks for a feed at the site of the source's articles, then at that of the source itself.</summary>
    /// <returns>Its address; null where there is none but the source's own.</returns>
    public async Task<Uri?> LookAsync(SourceFacts source, CancellationToken cancellationToken)
    {
        const string Sql = """
            INSERT INTO feed_lookups (source_id, looked_at, found) VALUES (@SourceId, @now, @found)
            ON CONFLICT (source_id) DO UPDATE SET looked_at = excluded.looked_at, found = excluded.found
            """;
        var found = await FindAsync(source, cancellationToken);
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            Sql, new { source.SourceId, now = time.GetUtcNow().ToUnixTimeMilliseconds(), found = found?.AbsoluteUri }, cancellationToken: cancellationToken));
        return found;
    }

    private async Task<Uri?> FindAsync(SourceFacts source, CancellationToken cancellationToken)
    {
        foreach (var site in new[] { source.Article, source.Address }.OfType<Uri>().Select(address => new Uri(address, "/")).Distinct())
        {
            var found = await finder.FindAsync(site, choice: null, cancellationToken) switch
            {
                FoundSource.Feed feed => feed.Address,
                FoundSource.Several(var links) => await FirstAsync(links.Select(link => link.Address).Where(address => address != source.Address), cancellationToken),
                _ => null,
            };
            if (found is not null && found != source.Address)
            {
                return found;
            }
        }

        return null;
    }

    private async Task<Uri?> FirstAsync(IEnumerable<Uri> addresses, CancellationToken cancellationToken)
    {
        foreach (var address in addresses.Take(MostTried))
        {
            if (await finder.FindAsync(address, choice: null, cancellationToken) is FoundSource.Feed { What.Items.Count: > 0 } feed)
            {
                return feed.Address;
            }
        }

        return null;
    }
}
