using System.Collections.Concurrent;
using Dapper;
using SummaryBot.Language;
using SummaryBot.Storage;
using SummaryBot.Undo;

namespace SummaryBot.Settings;

/// <summary>What servers have set.</summary>
public sealed class GuildSettingsStore(Database database, TimeProvider time)
{
    /// <summary>Other instances may change it.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(30);

    private const int MostRemembered = 10_000;

    private readonly ConcurrentDictionary<string, (GuildSettings Settings, long At)> _known = new(StringComparer.Ordinal);

    /// <summary>What a change of a server's settings may touch.</summary>
    public static UndoRows Rows(string guild) => new("guild_settings", "guild = @key", guild, "guild");

    public async Task<GuildSettings> OfAsync(string guild, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(guild, out var known) && time.GetElapsedTime(known.At) < Remembered)
        {
            return known.Settings;
        }

        var settings = await ReadAsync(guild, cancellationToken);
        if (_known.Count >= MostRemembered)
        {
            _known.Clear();
        }

        _known[guild] = (settings, time.GetTimestamp());
        return settings;
    }

    /// <summary>As it stands in the database now.</summary>
    public async Task<GuildSettings> ReadAsync(string guild, CancellationToken cancellationToken)
    {
        const string Sql = "SELECT language, admin_channel, brand, retention_days FROM guild_settings WHERE guild = @guild";
        await using var connection = await database.OpenAsync(cancellationToken);
        var row = await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(Sql, new { guild }, cancellationToken: cancellationToken));
        return new GuildSettings(guild)
        {
            Language = UiLanguage.Find(row?.Language),
            AdminChannel = row?.AdminChannel,
            Brand = row?.Brand,
            RetentionDays = (int?)row?.RetentionDays,
        };
    }

    public async Task WriteAsync(GuildSettings settings, CancellationToken cancellationToken)
    {
        const string Sql = """
            INSERT INTO guild_settings (guild, language, admin_channel, brand, retention_days) VALUES (@Guild, @Language, @AdminChannel, @Brand, @RetentionDays)
            ON CONFLICT (guild) DO UPDATE SET language = excluded.language, admin_channel = excluded.admin_channel, brand = excluded.brand, retention_days = excluded.retention_days
            """;
        var values = new { settings.Guild, Language = settings.Language?.Code, settings.AdminChannel, settings.Brand, RetentionDays = (long?)settings.RetentionDays };
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(Sql, values, cancellationToken: cancellationToken));
        Forget(settings.Guild);
    }

    /// <summary>What is read next comes from the database.</summary>
    public void Forget(string guild) => _known.TryRemove(guild, out _);

    private sealed class Row
    {
        public string? Language { get; init; }

        public string? AdminChannel { get; init; }

        public string? Brand { get; init; }

        public long? RetentionDays { get; init; }
    }
}
