using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dapper;
using SummaryBot.Storage;

namespace SummaryBot.Digests.Selection;

/// <summary>What became of the candidates of editions.</summary>
public sealed class SelectionStore(Database database)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // it is not put into a page
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

    internal static SelectionRecord Read(string record) => JsonSerializer.Deserialize<SelectionRecord>(record, Json)!;

    internal static string Write(SelectionRecord record) => JsonSerializer.Serialize(record, Json);
}
