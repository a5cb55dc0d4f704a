namespace SummaryBot.Discord.Rest;

/// <summary>The error codes of Discord that mean something to the bot.</summary>
/// <remarks><see href="https://discord.com/developers/docs/topics/opcodes-and-status-codes#json"/></remarks>
internal static class DiscordCode
{
    public const int UnknownChannel = 10003;
    public const int UnknownGuild = 10004;

    /// <summary>Also the answer to a nonce whose message somebody deleted.</summary>
    public const int UnknownMessage = 10008;

    /// <summary>Comes with 429: a message older than an hour may be edited only now and then.</summary>
    public const int TooManyOldEdits = 30046;

    public const int MissingAccess = 50001;

    /// <summary>The person takes no direct messages from the bot.</summary>
    public const int CannotMessageUser = 50007;

    public const int NoTextChannel = 50008;
    public const int MissingPermissions = 50013;
    public const int ThreadArchived = 50083;
    public const int ThreadLocked = 160005;
}
