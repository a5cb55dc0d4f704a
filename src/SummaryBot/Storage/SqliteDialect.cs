using System.Data;
using System.Data.Common;
using System.Text.Json;
using Dapper;
using DbUp;
using DbUp.Builder;
using Microsoft.Data.Sqlite;
using SummaryBot.Articles.Search;
using SummaryBot.Health;

namespace SummaryBot.Storage;

public class SqliteDialect(string path) : SqlDialect
{
    private readonly string _connectionString = new SqliteConnectionStringBuilder
    {
        DataSource = path,
        DefaultTimeout = 30, // seconds to wait for another writer
        ForeignKeys = true,
    }.ToString();

    /// <summary>Whether the file is thrown away soon: then no write waits for the disk.</summary>
    public bool IsScratch { get; init; }

    public override string Name => "sqlite";

    public override string Place => $"SQLite file {path}";

    public override string Identity => "integer PRIMARY KEY";

    public override string KeepsIdentity => "";

    public override string Clustered => "WITHOUT ROWID";

    public override string SkipLocked => "";

    public override string SearchMatches => "article_search MATCH @Query";

    public override string SearchMaterialized => "NOT MATERIALIZED";

    /// <summary>It reads from the newest row on and stops when it has enough.</summary>
    public override IReadOnlyList<int> SearchReach => [];

    public override string SearchQuery(IEnumerable<IReadOnlyList<SearchTerm>> groups) =>
        string.Join(" AND ", groups.Select(terms => $"({string.Join(" OR ", terms.Select(term => $"\"{term.Text}\"{(term.IsPrefix ? "*" : "")}"))})"));

    public override async Task IndexAsync(DbTransaction transaction, IReadOnlyList<(long Seq, string Terms)> articles, CancellationToken cancellationToken) =>
        await InsertManyAsync(
            transaction, "INSERT OR REPLACE", "article_search", ["rowid", "terms"], articles.Select(article => new object?[] { article.Seq, article.Terms }), cancellationToken);

    public override string IsOneOf(string column, string parameter) => $"{column} IN (SELECT value FROM json_each({parameter}))";

    public override string TablesWithColumn => """
        SELECT t.name FROM sqlite_master AS t WHERE t.type = 'table' AND EXISTS (SELECT 1 FROM pragma_table_info(t.name) AS c WHERE c.name = @column) ORDER BY t.name
        """;

    public override object List<T>(IEnumerable<T> values) => JsonSerializer.Serialize(values);

    public override DbConnection Connect()
    {
        var connection = new SqliteConnection(_connectionString);
        if (IsScratch)
        {
            connection.StateChange += (_, change) =>
            {
                if (change.CurrentState == ConnectionState.Open)
                {
                    connection.Execute("PRAGMA synchronous = OFF");
                }
            };
        }

        return connection;
    }

    public override Task InsertManyAsync(
        DbTransaction transaction, string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows, CancellationToken cancellationToken) =>
        InsertManyAsync(transaction, "INSERT", table, columns, rows, cancellationToken);

    private static async Task InsertManyAsync(
        DbTransaction transaction, string verb, string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        await using var command = (SqliteCommand)transaction.Connection!.CreateCommand();
        command.Transaction = (SqliteTransaction)transaction;
        var parameters = columns.Select((_, i) => command.Parameters.Add(new SqliteParameter { ParameterName = $"@p{i}" })).ToList();
#pragma warning disable CA2100 // table and columns are constants of the stores
        command.CommandText =
            $"{verb} INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", parameters.Select(p => p.ParameterName))})";
#pragma warning restore CA2100
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
            {
                parameters[i].Value = row[i] ?? DBNull.Value;
            }

            cancellationToken.ThrowIfCancellationRequested();
#pragma warning disable CA1849 // SQLite works in this process: its asynchronous calls are the same with more ado
            command.ExecuteNonQuery();
#pragma warning restore CA1849
        }
    }

    /// <summary>Transactions take the one write lock at their start.</summary>
    public override Task TakeTurnAsync(DbTransaction transaction, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>
    /// Makes the folder, and sets write-ahead logging, which stays with the file. Foreign keys are off while migrations run: one that makes a table anew would
    /// else delete the rows that refer to it.
    /// </summary>
    public override UpgradeEngineBuilder Upgrade()
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        using var connection = new SqliteConnection(_connectionString);
        connection.Open();
        connection.Execute("PRAGMA journal_mode = WAL");
        return DeployChanges.To.SqliteDatabase(new SqliteConnectionStringBuilder(_connectionString) { ForeignKeys = false }.ToString());
    }

    /// <summary>SQLite's own locks last for one transaction, and migrations are several: a file beside the database is held instead.</summary>
    public override async Task<IAsyncDisposable?> LockForUpgradeAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream($"{path}.upgrade.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists($"{path}.upgrade.lock"))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancellationToken);
            }
        }
    }

    /// <summary>Pages that are free inside of the file count as free: they are used before it grows.</summary>
    public override async Task<DatabaseSpace> MeasureAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        const string Sql = """
            SELECT (page_count - freelist_count) * page_size, freelist_count * page_size FROM pragma_page_count, pragma_freelist_count, pragma_page_size
            """;
        var (used, inside) = await connection.QuerySingleAsync<(long, long)>(new CommandDefinition(Sql, cancellationToken: cancellationToken));
        return Path.GetDirectoryName(Path.GetFullPath(path)) is { Length: > 0 } folder && new DriveInfo(folder) is { IsReady: true } drive
            ? new DatabaseSpace(used, drive.AvailableFreeSpace + inside, drive.TotalSize)
            : new DatabaseSpace(used, Free: null, Disk: null);
    }

    /// <summary>Free pages are used again as they are; the log beside the file is cut to nothing where nobody reads it.</summary>
    public override Task CompactAsync(DbConnection connection, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition("PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken: cancellationToken));

    /// <summary>It runs on this machine's.</summary>
    public override Task<DateTimeOffset?> NowAsync(DbConnection connection, CancellationToken cancellationToken) => Task.FromResult<DateTimeOffset?>(null);
}
