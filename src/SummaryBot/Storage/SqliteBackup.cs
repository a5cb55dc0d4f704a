using Dapper;
using Microsoft.Data.Sqlite;

namespace SummaryBot.Storage;

/// <summary>A whole SQLite database as one file, also while a bot works on it.</summary>
/// <remarks><see href="https://www.sqlite.org/lang_vacuum.html#vacuum_with_an_into_clause"/></remarks>
public static class SqliteBackup
{
    /// <summary>Of the files that a database is: the log of writes, its index, itself.</summary>
    private static readonly string[] Ends = ["-wal", "-shm", ""];

    /// <summary>Writes the database as it is at one moment.</summary>
    /// <param name="to">A file that does not exist yet.</param>
    public static async Task WriteAsync(Database database, string to, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition("VACUUM INTO @to", new { to }, commandTimeout: 0, cancellationToken: cancellationToken));
    }

    /// <summary>What is wrong with a file that is to be restored, in one sentence; null where it is a whole database of a bot.</summary>
    public static async Task<string?> RefuseAsync(string path, CancellationToken cancellationToken)
    {
        var address = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString();
        try
        {
            await using var connection = new SqliteConnection(address);
            await connection.OpenAsync(cancellationToken);
            var check = await connection.ExecuteScalarAsync<string>(new CommandDefinition("PRAGMA integrity_check(1)", commandTimeout: 0, cancellationToken: cancellationToken));
            var isOurs = await connection.ExecuteScalarAsync<long>(new CommandDefinition(
                "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN ('articles', 'digests', 'bot_state', 'SchemaVersions')", cancellationToken: cancellationToken)) == 4;
            return !string.Equals(check, "ok", StringComparison.Ordinal) ? $"It is damaged: {check}." : isOurs ? null : "It is not a database of this bot.";
        }
        catch (SqliteException e)
        {
            return $"It is not a database: {e.Message}";
        }
    }

    /// <summary>Puts a backup in the place of a database that nothing works on; what was there is kept beside it.</summary>
    /// <returns>Where what was there is now; null where nothing was.</returns>
    public static string? Restore(string from, string path, DateTimeOffset now)
    {
        var fresh = $"{path}.restoring";
        File.Copy(from, fresh, overwrite: true);
        var old = File.Exists(path) ? $"{path}.before-{now.ToString("yyyyMMdd-HHmmss", System.Globalization.CultureInfo.InvariantCulture)}" : null;
        if (old is not null)
        {
            foreach (var end in Ends.Where(end => File.Exists(path + end)))
            {
                File.Move(path + end, old + end);
            }
        }

        File.Move(fresh, path);
        return old;
    }
}
