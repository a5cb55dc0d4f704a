namespace SummaryBot.Chat;

/// <summary>Who the bot is on Discord, once it has learnt that.</summary>
public sealed class BotIdentity
{
    private volatile string? _applicationId;

    /// <summary>Null before the first session.</summary>
    public string? ApplicationId
    {
        get => _applicationId;
        set => _applicationId = value;
    }

    /// <summary>Where a person invites the bot with all that it needs, into a certain server where one is named; null while it does not know itself.</summary>
    public Uri? InviteLink(string? guild = null) => _applicationId is { } id ? InviteLink(id, guild) : null;

    /// <remarks>View Channel, Send Messages, Embed Links, Read Message History: <see href="https://discord.com/developers/docs/topics/permissions"/>.</remarks>
    public static Uri InviteLink(string applicationId, string? guild) => new(
        $"https://discord.com/oauth2/authorize?client_id={applicationId}&scope=bot+applications.commands&permissions=84992{(string.IsNullOrEmpty(guild) ? "" : $"&guild_id={guild}&disable_guild_select=true")}");
}
