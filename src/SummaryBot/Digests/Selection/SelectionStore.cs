using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dapper;
using SummaryBot.Storage;

namespace SummaryBot.Digests.Selection;

/// <summary>What became of the candidates of editions. Digests that choose alike share a record.</summary>
public sealed class SelectionStore(Database database, TimeProvider time)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // it is not put into a page
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The record of one edition; null where it has none.</summary>
    public async Task<SelectionRecord?> OfAsync(long digestId, string dueLocal, CancellationToken cancellationToken)
    {
        const string Sql = """
            SELECT s.record FROM editions AS e JOIN selections AS s ON s.key = e.selection WHERE e.digest_id = @digestId AND e.due_local = @dueLocal
            """;
        await using var connection = await database.OpenAsync(cancellationToken);
        var record = await connection.QuerySingleOrDefaultAsync<string?>(
            new CommandDefinition(Sql, new { digestId, dueLocal }, cancellationToken: cancellationToken));
        return record is null ? null : Read(record);
    }

    /// <summary>Records by their keys; those that are not there are left out.</summary>
    internal async Task<IReadOnlyDictionary<string, SelectionRecord>> ReadAsync(IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        var dialect = database.Dialect;
        var sql = $"SELECT key, record FROM selections WHERE {dialect.IsOneOf("key", "@keys")}";
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<(string Key, string Record)>(
            new CommandDefinition(sql, new { keys = dialect.List(keys) }, cancellationToken: cancellationToken));
        return rows.ToDictionary(row => row.Key, row => Read(row.Record), StringComparer.Ordinal);
    }

    /// <summary>From where each of some digests goes on; those that are not there any more are left out.</summary>
    internal async Task<IReadOnlyDictionary<long, DigestPast>> PastAsync(IEnumerable<long> digestIds, CancellationToken cancellationToken)
    {
        var dialect = database.Dialect;
        var sql = $"""
            SELECT d.id, d.selection, coalesce(CASE WHEN d.selection IS NULL THEN
                (SELECT max(e.due_at) FROM editions AS e WHERE e.digest_id = d.id AND e.status IN ('written', 'empty')) END, d.created_at) AS began_at
            FROM digests AS d WHERE {dialect.IsOneOf("d.id", "@ids")}
            """;
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<DigestPast>(
            new CommandDefinition(sql, new { ids = dialect.List(digestIds) }, cancellationToken: cancellationToken));
        return rows.ToDictionary(row => row.Id);
    }

    /// <summary>Keeps the records of editions, and lets their digests go on from there.</summary>
    internal async Task AddAsync(DbTransaction transaction, IEnumerable<(long DigestId, StoredSelection Selection)> selections, CancellationToken cancellationToken)
    {
        const string Add = "INSERT INTO selections (key, made_at, record) VALUES (@Key, @now, @Json) ON CONFLICT (key) DO NOTHING";
        var sql = $"UPDATE digests SET selection = @key WHERE {database.Dialect.IsOneOf("id", "@ids")}";
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        foreach (var of in selections.GroupBy(it => it.Selection.Key, StringComparer.Ordinal))
        {
            var values = new { of.Key, now, of.First().Selection.Json };
            await transaction.Connection!.ExecuteAsync(new CommandDefinition(Add, values, transaction, cancellationToken: cancellationToken));
            var digests = new { key = of.Key, ids = database.Dialect.List(of.Select(it => it.DigestId)) };
            await transaction.Connection!.ExecuteAsync(new CommandDefinition(sql, digests, transaction, cancellationToken: cancellationToken));
        }
    }

    internal static SelectionRecord Read(string record) => JsonSerializer.Deserialize<SelectionRecord>(record, Json)!;

    internal static StoredSelection Write(SelectionRecord record)
    {
        var json = JsonSerializer.Serialize(record, Json);
        return new StoredSelection(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json))), json);
    }
}

/// <summary>A record as the database keeps it.</summary>
/// <param name="Key">The SHA-256 of <paramref name="Json"/>.</param>
public sealed record StoredSelection(string Key, string Json);

/// <summary>From where a digest goes on.</summary>
/// <remarks>Of no rows SQLite does not say what type a calculated column has, and Dapper then finds no constructor: so it has none.</remarks>
internal sealed record DigestPast
{
    public long Id { get; init; }

    /// <summary>The key of its latest selection; null before the first.</summary>
    public string? Selection { get; init; }

    /// <summary>Of one without: when it was made or had its last edition, in UTC milliseconds since 1970.</summary>
    public long BeganAt { get; init; }
}
