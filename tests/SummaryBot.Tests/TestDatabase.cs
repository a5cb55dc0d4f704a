using Microsoft.Data.Sqlite;
using Npgsql;
using SummaryBot.Storage;

namespace SummaryBot.Tests;

/// <summary>An empty database of a test's own, on each of the two kinds.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private const string Variable = "SUMMARYBOT_TEST_POSTGRESQL";
    private readonly Func<Task> _remove;

    private TestDatabase(Func<SqlDialect> dialect, Func<Task> remove) => (NewDialect, _remove) = (dialect, remove);

    public static TheoryData<string> Kinds => ["SQLite", "PostgreSQL"];

    public Func<SqlDialect> NewDialect { get; }

    public static async Task<TestDatabase> CreateAsync(string kind) =>
        string.Equals(kind, "SQLite", StringComparison.Ordinal) ? Sqlite() : await PostgresAsync();

    public async ValueTask DisposeAsync() => await _remove();

    private static TestDatabase Sqlite()
    {
        var folder = Directory.CreateTempSubdirectory("summarybot-test-").FullName;
        var dialect = new SqliteDialect(Path.Combine(folder, "test.db"));
        return new TestDatabase(() => dialect, () =>
        {
            // Not ClearAllPools: it closes connections that other tests are just opening, and their next command finds an empty schema.
            using (var connection = (SqliteConnection)dialect.Connect())
            {
                SqliteConnection.ClearPool(connection);
            }

            Directory.Delete(folder, recursive: true);
            return Task.CompletedTask;
        });
    }

    private static async Task<TestDatabase> PostgresAsync()
    {
        var server = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(server is null, $"PostgreSQL is absent: {Variable} is not set. tests/run starts one and sets it.");
        var name = $"test_{Guid.NewGuid():N}";
        await ExecuteAsync(server!, $"CREATE DATABASE {name}");
        var connectionString = new NpgsqlConnectionStringBuilder(server) { Database = name, MaxPoolSize = 20 }.ToString();
        return new TestDatabase(() => new PostgresDialect(connectionString), async () =>
        {
            await ExecuteAsync(server!, $"DROP DATABASE {name} WITH (FORCE)");
        });
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
