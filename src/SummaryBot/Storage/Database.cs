using System.Data.Common;
using System.Reflection;
using Dapper;
using DbUp.Engine;
using SummaryBot.Articles.Search;

namespace SummaryBot.Storage;

/// <summary>Where everything is kept. Times are UTC milliseconds since 1970, truths 0 or 1.</summary>
public sealed class Database(SqlDialect dialect)
{
    static Database() => DefaultTypeMap.MatchNamesWithUnderscores = true;

    public SqlDialect Dialect => dialect;

    public async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = dialect.Connect();
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Does all of the work in one transaction, or none of it.</summary>
    /// <remarks>SQLite takes its one write lock at the start (BEGIN IMMEDIATE), so the work never fails halfway for want of it.</remarks>
    public async Task<T> WriteAsync<T>(Func<DbTransaction, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var result = await work(transaction);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    /// <summary>The names of all tables that have a column of some name.</summary>
    public async Task<IReadOnlyList<string>> TablesWithAsync(string column, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        return [.. await connection.QueryAsync<string>(new CommandDefinition(dialect.TablesWithColumn, new { column }, cancellationToken: cancellationToken))];
    }

    /// <summary>Brings the schema to this version; a database of a newer version is left alone.</summary>
    /// <exception cref="DatabaseTooNewException">A newer version has changed this database.</exception>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        var upgrade = dialect.Upgrade()
            .WithScriptsEmbeddedInAssembly(Assembly.GetExecutingAssembly(), IsOurs)
            .WithVariable("identity", dialect.Identity)
            .WithVariable("clustered", dialect.Clustered)
            .WithTransactionPerScript()
            .LogToNowhere()
            .Build();
        await using var connection = await OpenAsync(cancellationToken);
        await using var held = await dialect.LockForUpgradeAsync(connection, cancellationToken);
        RefuseNewer(upgrade);
        var result = upgrade.PerformUpgrade();
        if (!result.Successful)
        {
            throw new InvalidOperationException($"Migration {result.ErrorScript?.Name} failed on {dialect.Place}.", result.Error);
        }

        await SearchIndex.CatchUpAsync(this, cancellationToken);
    }

    private void RefuseNewer(UpgradeEngine upgrade)
    {
        var known = upgrade.GetDiscoveredScripts().Select(script => script.Name).ToHashSet(StringComparer.Ordinal);
        if (upgrade.GetExecutedScripts().Find(name => !known.Contains(name)) is { } unknown)
        {
            throw new DatabaseTooNewException(
                $"The {dialect.Place} belongs to a newer version of SummaryBot (it has {unknown}). Run that version, or restore a backup.");
        }
    }

    private bool IsOurs(string script)
    {
        var parts = script.Split('.');
        return script.EndsWith(".sql", StringComparison.Ordinal) && (
            string.Equals(parts[^2], dialect.Name, StringComparison.Ordinal) || parts[^2].StartsWith('0'));
    }
}
