using System.Security.Cryptography;
using Dapper;
using SummaryBot.Commands.Shape;
using SummaryBot.Storage;

namespace SummaryBot.Settings.Backups;

/// <summary>Backups that were sent in and checked, until somebody restores them: each once, by whoever sent it.</summary>
public sealed class RestoreDrafts(Database database, TimeProvider time)
{
    public static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private long Oldest => (time.GetUtcNow() - Kept).ToUnixTimeMilliseconds();

    /// <returns>Its id.</returns>
    public async Task<string> AddAsync(CommandCall call, BackupContent content, CancellationToken cancellationToken)
    {
        const string Sql = """
            DELETE FROM restore_drafts WHERE made_at <= @Oldest OR (guild = @Guild AND user_id = @UserId);
            INSERT INTO restore_drafts (id, guild, user_id, made_at, content) VALUES (@id, @Guild, @UserId, @now, @text)
            """;
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        var values = new { id, call.Guild, call.UserId, now = time.GetUtcNow().ToUnixTimeMilliseconds(), text = BackupFile.WriteContent(content), Oldest };
        await database.WriteAsync(
            transaction => transaction.Connection!.ExecuteAsync(new CommandDefinition(Sql, values, transaction, cancellationToken: cancellationToken)), cancellationToken);
        return id;
    }

    /// <summary>Takes one away; null where there is none of that person in that server, or none any more.</summary>
    public async Task<BackupContent?> TakeAsync(CommandCall call, string id, CancellationToken cancellationToken)
    {
        const string Sql = "DELETE FROM restore_drafts WHERE id = @id AND guild = @Guild AND user_id = @UserId RETURNING made_at, content";
        await using var connection = await database.OpenAsync(cancellationToken);
        var found = (await connection.QueryAsync<(long MadeAt, string Content)>(
            new CommandDefinition(Sql, new { id, call.Guild, call.UserId }, cancellationToken: cancellationToken))).ToList();
        return found is [var (madeAt, content)] && madeAt > Oldest ? BackupFile.ReadContent(content) : null;
    }
}
