using System.Data.Common;
using Dapper;
using DbUp;
using DbUp.Builder;
using Npgsql;
using SummaryBot.Articles.Search;
using SummaryBot.Health;

namespace SummaryBot.Storage;

public sealed class PostgresDialect(string connectionString) : SqlDialect
{
    /// <summary>Names the migration lock among a server's advisory locks; any constant does ("sumb").</summary>
    private const long UpgradeLock = 0x73756d62;

    private const long TurnLock = UpgradeLock + 1;

    public override string Name => "postgresql";

    public override string Place
    {
        get
        {
            var builder = new NpgsqlConnectionStringBuilder(connectionString);
            return $"PostgreSQL database {builder.Database} on {builder.Host}:{builder.Port}";
        }
    }

    public override string Identity => "bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY";

    public override string KeepsIdentity => "OVERRIDING SYSTEM VALUE";

    public override string Clustered => ""; // a heap always

    public override string SkipLocked => "FOR UPDATE SKIP LOCKED";

    public override string SearchMatches => "terms @@ CAST(@Query AS tsquery)";

    /// <summary>Else it may choose to look at all rows from the newest on, which takes seconds where common words do not meet.</summary>
    public override string SearchMaterialized => "MATERIALIZED";

    /// <summary>An index of words finds every row before the first can be taken, so common words are looked for among few rows first.</summary>
    public override IReadOnlyList<int> SearchReach => [1, 8];

    public override string SearchQuery(IEnumerable<IReadOnlyList<SearchTerm>> groups) =>
        string.Join(" & ", groups.Select(terms => $"({string.Join(" | ", terms.Select(term => $"'{term.Text}'{(term.IsPrefix ? ":*" : "")}"))})"));

    public override async Task IndexAsync(DbTransaction transaction, IReadOnlyList<(long Seq, string Terms)> articles, CancellationToken cancellationToken)
    {
        const string Sql = """
            INSERT INTO article_search (rowid, terms)
            SELECT seq, array_to_tsvector(string_to_array(terms, ' ')) FROM unnest(@Seqs, @Terms) AS article (seq, terms)
            ON CONFLICT (rowid) DO UPDATE SET terms = excluded.terms
            """;
        var rows = new { Seqs = articles.Select(article => article.Seq).ToArray(), Terms = articles.Select(article => article.Terms).ToArray() };
        await transaction.Connection!.ExecuteAsync(new CommandDefinition(Sql, rows, transaction, cancellationToken: cancellationToken));
    }

    public override string IsOneOf(string column, string parameter) => $"{column} = ANY({parameter})";

    public override string TablesWithColumn => """
        SELECT c.table_name FROM information_schema.columns AS c JOIN information_schema.tables AS t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
        WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE' AND c.column_name = @column ORDER BY c.table_name
        """;

    public override object List<T>(IEnumerable<T> values) => values.ToArray();

    public override DbConnection Connect() => new NpgsqlConnection(connectionString);

    public override async Task InsertManyAsync(
        DbTransaction transaction, string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        var connection = (NpgsqlConnection)transaction.Connection!;
        var copy = $"COPY {table} ({string.Join(", ", columns)}) FROM STDIN (FORMAT BINARY)";
        await using var import = await connection.BeginBinaryImportAsync(copy, cancellationToken);
        foreach (var row in rows)
        {
            await import.WriteRowAsync(cancellationToken, row);
        }

        await import.CompleteAsync(cancellationToken);
    }

    public override async Task TakeTurnAsync(DbTransaction transaction, CancellationToken cancellationToken) =>
        await transaction.Connection!.ExecuteAsync(
            new CommandDefinition("SELECT pg_advisory_xact_lock(@TurnLock)", new { TurnLock }, transaction, cancellationToken: cancellationToken));

    public override UpgradeEngineBuilder Upgrade() => DeployChanges.To.PostgresqlDatabase(connectionString);

    /// <summary>The lock ends with its transaction. One of the session would outlive the connection, which goes back to a pool.</summary>
    public override async Task<IAsyncDisposable?> LockForUpgradeAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        const string Sql = "SELECT pg_advisory_xact_lock(@UpgradeLock)";
        var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var wait = new CommandDefinition(Sql, new { UpgradeLock }, transaction, commandTimeout: 0, cancellationToken: cancellationToken);
        await connection.ExecuteAsync(wait);
        return transaction;
    }

    /// <summary>Its disk is not this machine's.</summary>
    public override async Task<DatabaseSpace> MeasureAsync(DbConnection connection, CancellationToken cancellationToken) => new(
        await connection.ExecuteScalarAsync<long>(new CommandDefinition("SELECT pg_database_size(current_database())", cancellationToken: cancellationToken)), Free: null, Disk: null);

    /// <summary>The ends of tables go back to the disk; the rest is used again.</summary>
    public override Task CompactAsync(DbConnection connection, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition("VACUUM", commandTimeout: 0, cancellationToken: cancellationToken));

    public override async Task<DateTimeOffset?> NowAsync(DbConnection connection, CancellationToken cancellationToken) => DateTimeOffset.FromUnixTimeMilliseconds(
        await connection.ExecuteScalarAsync<long>(
            new CommandDefinition("SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint)", cancellationToken: cancellationToken)));
}
