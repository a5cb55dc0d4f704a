namespace SummaryBot.DiscordNet;

/// <summary>What this edition cannot do, read in the source of Discord.Net 3.16.0 and said at each start.</summary>
internal static class DiscordNetLimits
{
    public static IReadOnlyList<string> All { get; } =
    [
        "The gateway's stream is not compressed: Discord.Net gives no place to read an event between unpacking and parsing it, and cannot parse clicks on Components V2.",
        "The day's budget of 1,000 identifies is not watched before a session is started.",
        "A session that Discord declares invalid is never resumed, even where Discord offers it, and the next one starts without the pause of 1 to 5 seconds.",
        "The first heartbeat of a connection goes out without jitter.",
        "Every server, channel and role that Discord tells of stays in memory.",
        "Connections to the REST API are kept until they break, also where Discord's addresses have changed; redirects are followed, and answers are read whole whatever their length.",
        "Messages cannot carry files.",
    ];
}
