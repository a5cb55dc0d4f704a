using System.Security.Cryptography;
using System.Text.Json;
using Dapper;
using SummaryBot.Storage;

namespace SummaryBot.Commands.Drafts;

/// <summary>What people began and have not finished, for the buttons and menus that go on with it: those remember no more than an id. It says nothing of who began it.</summary>
public sealed class DraftStore(Database database, TimeProvider time)
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private long Oldest => (time.GetUtcNow() - Kept).ToUnixTimeMilliseconds();

    /// <returns>The id to find it by, in the same guild.</returns>
    public async Task<string> KeepAsync<T>(string guild, T draft, CancellationToken cancellationToken)
    {
        const string Sql = """
            DELETE FROM drafts WHERE made_at <= @Oldest;
            INSERT INTO drafts (id, guild, made_at, content) VALUES (@id, @guild, @now, @content)
            """;
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        var values = new { id, guild, now = time.GetUtcNow().ToUnixTimeMilliseconds(), content = JsonSerializer.Serialize(draft), Oldest };
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(Sql, values, cancellationToken: cancellationToken));
        return id;
    }

    /// <returns>Null where it is older than a day, or of another guild.</returns>
    public async Task<T?> FindAsync<T>(string guild, string id, CancellationToken cancellationToken)
        where T : class
    {
        const string Sql = "SELECT content FROM drafts WHERE id = @id AND guild = @guild AND made_at > @Oldest";
        await using var connection = await database.OpenAsync(cancellationToken);
        var content = await connection.QuerySingleOrDefaultAsync<string?>(new CommandDefinition(Sql, new { id, guild, Oldest }, cancellationToken: cancellationToken));
        return content is null ? null : JsonSerializer.Deserialize<T>(content);
    }

    /// <summary>Reads one for the last time: of two who go on with it, one alone gets it.</summary>
    /// <returns>Null where it is older than a day, of another guild, or taken.</returns>
    public async Task<T?> TakeAsync<T>(string guild, string id, CancellationToken cancellationToken)
        where T : class
    {
        const string Sql = "DELETE FROM drafts WHERE id = @id AND guild = @guild AND made_at > @Oldest RETURNING content";
        await using var connection = await database.OpenAsync(cancellationToken);
        var content = await connection.QuerySingleOrDefaultAsync<string?>(new CommandDefinition(Sql, new { id, guild, Oldest }, cancellationToken: cancellationToken));
        return content is null ? null : JsonSerializer.Deserialize<T>(content);
    }
}
