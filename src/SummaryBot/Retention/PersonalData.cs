using System.Data.Common;
using Dapper;
using SummaryBot.Chat;
using SummaryBot.Digests.Kinds;
using SummaryBot.Storage;

namespace SummaryBot.Retention;

/// <summary>What is stored about one person: rows of tables with a column <c>user_id</c>, and what he follows. Nobody's messages are ever kept.</summary>
public sealed class PersonalData(Database database, Following following)
{
    private const string Column = "user_id";

    /// <summary>What is stored, by its kind: <c>follows</c> counts topics, each other kind the rows of one table.</summary>
    public async Task<IReadOnlyList<PersonalCount>> CountAsync(string userId, CancellationToken cancellationToken)
    {
        var follows = (await following.FindAsync(userId, cancellationToken))?.Topics.Count ?? 0;
        var counts = new List<PersonalCount> { new("follows", follows) };
        var tables = await database.TablesWithAsync(Column, cancellationToken);
        await using var connection = await database.OpenAsync(cancellationToken);
        foreach (var table in tables)
        {
            counts.Add(new PersonalCount(table, await connection.ExecuteScalarAsync<long>(
                new CommandDefinition($"SELECT count(*) FROM {table} WHERE {Column} = @userId", new { userId }, cancellationToken: cancellationToken))));
        }

        return [.. counts.Where(it => it.Count > 0)];
    }

    /// <summary>Deletes all of it, with what others could undo or were told that has the id in it.</summary>
    public async Task DeleteAsync(string userId, CancellationToken cancellationToken)
    {
        var tables = await database.TablesWithAsync(Column, cancellationToken);
        await database.WriteAsync(transaction => DeleteAsync(transaction, tables, userId, cancellationToken), cancellationToken);
    }

    private static Task<int> DeleteAsync(DbTransaction transaction, IEnumerable<string> tables, string userId, CancellationToken cancellationToken)
    {
        const string Sql = """
            DELETE FROM digests WHERE channel = @channel;
            DELETE FROM shown_by_deleted WHERE digest = @userId;
            DELETE FROM blocked_channels WHERE channel = @channel;
            DELETE FROM undo WHERE rows LIKE @anywhere OR what LIKE @anywhere;
            DELETE FROM notes WHERE message LIKE @anywhere;
            """;
        var all = tables.Select(table => $"DELETE FROM {table} WHERE {Column} = @userId");
        var values = new { userId, channel = $"{ChannelAddress.Direct}:{userId}", anywhere = $"%{userId}%" };
        return transaction.Connection!.ExecuteAsync(new CommandDefinition($"{Sql} {string.Join("; ", all)}", values, transaction, cancellationToken: cancellationToken));
    }
}

/// <param name="Kind"><c>follows</c>, or the name of a table.</param>
public sealed record PersonalCount(string Kind, long Count);
