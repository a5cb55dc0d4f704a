using System.Data.Common;
using Dapper;
using SummaryBot.Storage;

namespace SummaryBot.Discord.Tests.Interactions.Everything;

/// <summary>What the tables of a PostgreSQL database held at a moment, in tables beside them.</summary>
internal sealed class PostgresCopy(Database database)
{
    public Task KeepAsync() => ForEachAsync("CREATE SCHEMA kept", table => $"CREATE TABLE kept.{table} AS TABLE {table}");

    /// <summary>Makes the tables what they were. Foreign keys are not looked at meanwhile.</summary>
    public Task ResetAsync() => ForEachAsync(
        "SET LOCAL session_replication_role = replica", table => $"DELETE FROM {table}; INSERT INTO {table} OVERRIDING SYSTEM VALUE SELECT * FROM kept.{table}");

    public static Task<IEnumerable<string>> TablesAsync(DbConnection connection) =>
        connection.QueryAsync<string>("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'");

    private Task<bool> ForEachAsync(string first, Func<string, string> change) => database.WriteAsync(
        async transaction =>
        {
            var connection = transaction.Connection!;
            var tables = await TablesAsync(connection);
            await connection.ExecuteAsync(string.Join(";\n", tables.Select(change).Prepend(first)), transaction: transaction);
            return true;
        },
        InteractionFixture.Token);
}
