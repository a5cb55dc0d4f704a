using System.Data.Common;
using System.Security.Cryptography;
using System.Text.Json;
using Dapper;
using SummaryBot.Commands.Shape;
using SummaryBot.Storage;

namespace SummaryBot.Undo;

/// <summary>Remembers the rows that a change found and left, and puts them back byte for byte for 10 minutes.</summary>
public sealed class UndoLog(Database database, TimeProvider time)
{
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    /// <summary>Makes a change that can be undone.</summary>
    /// <param name="what">What undoing would bring back, one line for people.</param>
    /// <param name="rows">What the change may touch, in an order in which they can be inserted.</param>
    /// <returns>What the change returned, and the id to undo it by; null where no row changed.</returns>
    public async Task<(T Result, string? UndoId)> KeepAsync<T>(
        CommandCall call, string what, IReadOnlyList<UndoRows> rows, Func<Task<T>> change, CancellationToken cancellationToken)
    {
        var before = await ReadAsync(rows, cancellationToken);
        var result = await change();
        var after = await ReadAsync(rows, cancellationToken);
        var changes = UndoChange.Of(rows, before, after);
        return (result, changes.Count == 0 ? null : await WriteAsync(call, what, changes, cancellationToken));
    }

    /// <summary>Puts back what was there.</summary>
    /// <param name="id">As <see cref="KeepAsync"/> returned it; null for the last change of that person in that server.</param>
    public Task<UndoResult> UndoAsync(CommandCall call, string? id, CancellationToken cancellationToken) => database.WriteAsync<UndoResult>(
        async transaction =>
        {
            if (await FindAsync(transaction, call, id, cancellationToken) is not var (found, what, rows))
            {
                return new UndoResult.NothingLeft();
            }

            var changes = JsonSerializer.Deserialize<List<UndoChange>>(rows)!;
            foreach (var change in changes.AsEnumerable())
            {
                if (!await change.IsUntouchedAsync(transaction, cancellationToken))
                {
                    return new UndoResult.ChangedSince(what);
                }
            }

            foreach (var change in changes.AsEnumerable().Reverse())
            {
                await change.TakeAwayAsync(transaction, cancellationToken);
            }

            foreach (var change in changes)
            {
                await change.PutBackAsync(transaction, database.Dialect, cancellationToken);
            }

            await ExecuteAsync(transaction, "DELETE FROM undo WHERE id = @found", new { found }, cancellationToken);
            return new UndoResult.Undone(what);
        },
        cancellationToken);

    private long Oldest => (time.GetUtcNow() - Kept).ToUnixTimeMilliseconds();

    private async Task<(string Id, string What, string Rows)?> FindAsync(DbTransaction transaction, CommandCall call, string? id, CancellationToken cancellationToken)
    {
        const string Sql = """
            SELECT id, what, rows FROM undo WHERE guild = @Guild AND made_at > @Oldest
                AND (@isOperator = 1 OR user_id = @UserId OR @id IS NOT NULL) AND (id = @id OR @id IS NULL)
            ORDER BY made_at DESC, id LIMIT 1
            """;
        var values = new { call.Guild, call.UserId, Oldest, id, isOperator = call.IsOperator ? 1 : 0 };
        var found = await transaction.Connection!.QueryAsync<(string, string, string)>(new CommandDefinition(Sql, values, transaction, cancellationToken: cancellationToken));
        return found.Select(it => ((string, string, string)?)it).FirstOrDefault();
    }

    private async Task<IReadOnlyList<IReadOnlyList<IDictionary<string, object?>>>> ReadAsync(IReadOnlyList<UndoRows> rows, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var read = new List<IReadOnlyList<IDictionary<string, object?>>>();
        foreach (var it in rows)
        {
            var found = await connection.QueryAsync(new CommandDefinition(
                $"SELECT * FROM {it.Table} WHERE {it.Where}", new { key = it.Key }, cancellationToken: cancellationToken));
            read.Add([.. found.Cast<IDictionary<string, object?>>()]);
        }

        return read;
    }

    private async Task<string> WriteAsync(CommandCall call, string what, IReadOnlyList<UndoChange> changes, CancellationToken cancellationToken)
    {
        const string Sql = """
            DELETE FROM undo WHERE made_at <= @Oldest;
            INSERT INTO undo (id, guild, user_id, made_at, what, rows) VALUES (@id, @Guild, @UserId, @now, @what, @rows)
            """;
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
        var values = new { id, call.Guild, call.UserId, now = time.GetUtcNow().ToUnixTimeMilliseconds(), what, rows = JsonSerializer.Serialize(changes), Oldest };
        await database.WriteAsync(transaction => ExecuteAsync(transaction, Sql, values, cancellationToken), cancellationToken);
        return id;
    }

    private static Task<int> ExecuteAsync(DbTransaction transaction, string sql, object values, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(sql, values, transaction, cancellationToken: cancellationToken));
}

public abstract record UndoResult
{
    /// <param name="What">What is there again, one line.</param>
    public sealed record Undone(string What) : UndoResult;

    /// <summary>It is older than 10 minutes, of somebody else, or undone already.</summary>
    public sealed record NothingLeft : UndoResult;

    /// <summary>Somebody changed it since; nothing was done.</summary>
    public sealed record ChangedSince(string What) : UndoResult;
}
