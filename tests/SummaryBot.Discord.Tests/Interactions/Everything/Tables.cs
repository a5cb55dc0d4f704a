using System.Text.Json;
using Dapper;
using SummaryBot.Storage;

namespace SummaryBot.Discord.Tests.Interactions.Everything;

/// <summary>Every row of every table; of the search index what was put into it is in other tables too.</summary>
internal sealed class Tables
{
    private readonly Dictionary<string, List<string>> _rows = new(StringComparer.Ordinal);

    public static async Task<Tables> ReadAsync(Database database, params IReadOnlyList<string> except)
    {
        var tables = new Tables();
        await using var connection = await database.OpenAsync(InteractionFixture.Token);
        var names = database.Dialect is PostgresDialect ? (await PostgresCopy.TablesAsync(connection)).Except(["article_search"], StringComparer.Ordinal)
            : await connection.QueryAsync<string>("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'");
        foreach (var name in names.Except(except, StringComparer.Ordinal))
        {
            tables._rows[name] = [.. (await connection.QueryAsync($"SELECT * FROM {name}")).Select(row => (string)JsonSerializer.Serialize((IDictionary<string, object?>)row)).Order(StringComparer.Ordinal)];
        }

        return tables;
    }

    /// <summary>What is other than it was, a line for each row; empty where nothing is.</summary>
    public IReadOnlyList<string> ChangesSince(Tables before) => [.. _rows.SelectMany(table =>
        before._rows[table.Key].Except(table.Value, StringComparer.Ordinal).Select(row => $"- {table.Key} {row}")
            .Concat(table.Value.Except(before._rows[table.Key], StringComparer.Ordinal).Select(row => $"+ {table.Key} {row}")))];
}
