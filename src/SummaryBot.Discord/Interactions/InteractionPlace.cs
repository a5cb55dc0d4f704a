namespace SummaryBot.Discord.Interactions;

/// <summary>Where something was asked, and what the person and the bot may do there.</summary>
/// <param name="GuildId">Null outside a guild.</param>
/// <param name="InstalledGuildId">The guild that the bot was added to; null where only the person has it.</param>
/// <param name="Member">The person's permissions in the channel; none outside a guild.</param>
/// <param name="App">The bot's.</param>
/// <param name="GuildLocale">Null outside a guild.</param>
internal sealed record InteractionPlace(
    InteractionContext Context,
    string? GuildId,
    string? InstalledGuildId,
    string? ChannelId,
    int? ChannelType,
    ulong Member,
    ulong App,
    string? GuildLocale)
{
    /// <summary>The ids of the person's roles; none outside a guild.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Whether the bot is here only because the person brought it; Discord then takes five follow-ups.</summary>
    public bool IsOnlyUserInstalled => InstalledGuildId is null && Context != InteractionContext.BotDm;
}
