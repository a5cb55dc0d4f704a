namespace SummaryBot.Discord.Gateway;

/// <summary>What to do after a connection ended.</summary>
internal abstract record GatewayEnd
{
    /// <summary>Go on where it stopped.</summary>
    public sealed record Resume : GatewayEnd;

    /// <summary>Start a new session.</summary>
    public sealed record Identify : GatewayEnd;

    /// <summary>Coming back would not help; the reason says what would.</summary>
    public sealed record GiveUp(string Reason) : GatewayEnd;

    /// <summary>What a close code means.</summary>
    /// <remarks><see href="https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes"/></remarks>
    public static GatewayEnd Of(int? closeCode) => closeCode switch
    {
        4004 => new GiveUp(
            "Discord does not know the token: copy it again from the developer portal (Bot, Reset Token) and restart the bot."),
        4010 or 4011 => new GiveUp($"Discord wants the bot split into shards (close code {closeCode}), which this version does not do."),
        4012 => new GiveUp("Discord does not speak this version of its gateway any more: update the bot."),
        4013 or 4014 => new GiveUp($"Discord does not allow the events that the bot asks for (close code {closeCode}): check the bot's settings in the developer portal."),
        1000 or 1001 or 4003 or 4007 or 4009 => new Identify(),
        _ => new Resume(),
    };
}
