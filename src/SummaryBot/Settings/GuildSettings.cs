using SummaryBot.Language;

namespace SummaryBot.Settings;

/// <summary>What a Discord server has set; null for what it has not.</summary>
/// <param name="Guild">Its id; empty for the operator's own.</param>
public sealed record GuildSettings(string Guild)
{
    /// <summary>Null for the language of each person.</summary>
    public UiLanguage? Language { get; init; }

    /// <summary>Where the bot tells of faults, as a <see cref="Chat.ChannelAddress"/> writes it.</summary>
    public string? AdminChannel { get; init; }

    /// <summary>A <see cref="Digests.BrandOptions"/> as JSON.</summary>
    public string? Brand { get; init; }

    /// <summary>How long its digests and sources are kept after the bot has left: 1 to 3650 days.</summary>
    public int? RetentionDays { get; init; }
}
