namespace SummaryBot.Discord.Gateway;

/// <summary>A code that the gateway closes a connection with.</summary>
/// <param name="Meaning">Discord's own words for it.</param>
/// <remarks><see href="https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes"/></remarks>
internal sealed record CloseCode(int Code, string Meaning, GatewayEnd End)
{
    /// <summary>Every documented code; 1000 is the WebSocket's own, which Discord gives where a session is over.</summary>
    public static IReadOnlyList<CloseCode> All { get; } =
    [
        new(1000, "normal closure", new GatewayEnd.Identify()),
        new(4000, "unknown error", new GatewayEnd.Resume()),
        new(4001, "unknown opcode", new GatewayEnd.Resume()),
        new(4002, "decode error", new GatewayEnd.Resume()),
        new(4003, "not authenticated", new GatewayEnd.Identify()),
        GivesUp(4004, "authentication failed", "Discord does not know the token: copy it again from the developer portal (Bot, Reset Token) and restart the bot."),
        new(4005, "already authenticated", new GatewayEnd.Resume()),
        new(4007, "invalid seq", new GatewayEnd.Identify()),
        new(4008, "rate limited", new GatewayEnd.Resume()),
        new(4009, "session timed out", new GatewayEnd.Identify()),
        GivesUp(4010, "invalid shard", "Discord does not accept the number of shards: set discord.shards to 0, which takes the number that Discord recommends, and restart the bot."),
        GivesUp(4011, "sharding required", "The bot is on too many servers for its number of shards: set discord.shards to 0, which takes the number that Discord recommends, and restart the bot."),
        GivesUp(4012, "invalid API version", "Discord does not speak this version of its gateway any more: update the bot."),
        GivesUp(4013, "invalid intent(s)", "Discord does not know the events that the bot asks for: update the bot."),
        GivesUp(4014, "disallowed intent(s)", "Discord does not allow the events that the bot asks for: check the bot's intents in the developer portal (Bot, Privileged Gateway Intents) and restart the bot."),
    ];

    private static CloseCode GivesUp(int code, string meaning, string remedy) =>
        new(code, meaning, new GatewayEnd.GiveUp($"{remedy} (Close code {code}: {meaning}.)", code));
}
