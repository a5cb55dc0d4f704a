using Dapper;
using SummaryBot.Articles;
using SummaryBot.Articles.Intake;
using SummaryBot.Storage;

namespace SummaryBot.Sources.Visits;

/// <summary>Which items of a source were seen before.</summary>
internal sealed class KnownItems(Database database, TimeProvider time)
{
    /// <param name="items">Of one source.</param>
    public async Task<IReadOnlySet<IncomingArticle>> AmongAsync(IReadOnlyList<IncomingArticle> items, CancellationToken cancellationToken)
    {
        if (items.Count == 0)
        {
            return new HashSet<IncomingArticle>();
        }

        var keys = items.ToDictionary(item => item, item => IntakeItem.Of(item, time.GetUtcNow()).Keys);
        var sql = $"SELECT guid FROM article_sources WHERE source_id = @sourceId AND {database.Dialect.IsOneOf("guid", "@guids")}";
        await using var connection = await database.OpenAsync(cancellationToken);
        var guids = await connection.QueryAsync<string>(new CommandDefinition(
            sql,
            new { sourceId = items[0].SourceId, guids = database.Dialect.List(keys.Values.SelectMany(it => it)) },
            cancellationToken: cancellationToken));
        var seen = guids.ToHashSet(StringComparer.Ordinal);
        return items.Where(item => keys[item].Any(seen.Contains)).ToHashSet();
    }
}
