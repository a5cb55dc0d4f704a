using Dapper;

namespace SummaryBot.Storage;

/// <summary>Small facts that the bot remembers between starts.</summary>
public sealed class BotStateStore(Database database)
{
    public async Task<string?> ReadAsync(string key, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<string?>(
            new CommandDefinition("SELECT value FROM bot_state WHERE key = @key", new { key }, cancellationToken: cancellationToken));
    }

    public async Task WriteAsync(string key, string value, CancellationToken cancellationToken)
    {
        const string Sql = "INSERT INTO bot_state (key, value) VALUES (@key, @value) ON CONFLICT (key) DO UPDATE SET value = excluded.value";
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(Sql, new { key, value }, cancellationToken: cancellationToken));
    }

    /// <summary>Keeps a value where there is none yet, and returns the one that is kept: the same for all who ask at once.</summary>
    public async Task<string> AddOrReadAsync(string key, string value, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO bot_state (key, value) VALUES (@key, @value) ON CONFLICT (key) DO NOTHING", new { key, value }, cancellationToken: cancellationToken));
        return await connection.QuerySingleAsync<string>(
            new CommandDefinition("SELECT value FROM bot_state WHERE key = @key", new { key }, cancellationToken: cancellationToken));
    }
}
