using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using SummaryBot.Chat;
using SummaryBot.Discord.Rendering;
using SummaryBot.Discord.Rest;

namespace SummaryBot.Discord;

/// <summary>Posts editions to Discord channels.</summary>
public sealed class DiscordChat(DiscordRest rest) : IChat
{
    private const int PageSize = 100;
    private const int MostPages = 20;

    /// <summary>The clocks of Discord and of this machine may differ by that much.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    private static readonly FindOutcome Unreadable = new FindOutcome.Unreadable(
        "The channel cannot be read to see whether the message arrived: give the bot the permission Read Message History there.");

    /// <summary>The outbox has others to send while a channel's limit is used up.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    private readonly ChannelAccess _access = new(rest);
    private string? _ownId;

    public string Scheme => ChannelAddress.Discord;

    public ChatLimits Limits => MessageRenderer.Limits;

    public async Task<SendOutcome> SendAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var body = MessageRenderer.Render(delivery.Message);
        body["nonce"] = delivery.Nonce;
        body["enforce_nonce"] = true;
        var request = new RestRequest(HttpMethod.Post, $"channels/{delivery.Channel.Target}/messages", body) { Patience = Patience };
        return await rest.SendAsync(request, cancellationToken) switch
        {
            RestResult.Done done => new SendOutcome.Sent(Text(done.Body, "id") ?? ""),
            RestResult.AskedToWait wait => new SendOutcome.AskedToWait(wait.Delay, wait.Reason, wait.IsGlobal),
            RestResult.Unknown unknown => new SendOutcome.Unknown(unknown.Reason),
            RestResult.Refused { Code: DiscordCode.UnknownMessage } => new SendOutcome.Sent(""), // it was posted, and then deleted
            RestResult.Refused refused => await RefusedAsync(delivery.Channel.Target, refused, cancellationToken),
            _ => throw new UnreachableException(),
        };
    }

    public async Task<ChangeOutcome> EditAsync(SentMessage sent, ChatMessage message, CancellationToken cancellationToken) => Changed(
        await rest.SendAsync(HttpMethod.Patch, Path(sent), MessageRenderer.Render(message), cancellationToken));

    public async Task<ChangeOutcome> DeleteAsync(SentMessage sent, CancellationToken cancellationToken) =>
        Changed(await rest.SendAsync(HttpMethod.Delete, Path(sent), body: null, cancellationToken)) switch
        {
            ChangeOutcome.Missing => new ChangeOutcome.Done(),
            var outcome => outcome,
        };

    private static string Path(SentMessage sent) => $"channels/{sent.Channel.Target}/messages/{sent.MessageId}";

    private static ChangeOutcome Changed(RestResult result) => result switch
    {
        RestResult.Done => new ChangeOutcome.Done(),
        RestResult.AskedToWait wait => new ChangeOutcome.AskedToWait(wait.Delay, wait.Reason),
        RestResult.Unknown unknown => new ChangeOutcome.Unknown(unknown.Reason),
        RestResult.Refused { Code: DiscordCode.UnknownMessage or DiscordCode.UnknownChannel } => new ChangeOutcome.Missing(),
        RestResult.Refused refused => new ChangeOutcome.Refused(refused.Reason),
        _ => throw new UnreachableException(),
    };

    private async Task<SendOutcome> RefusedAsync(string channel, RestResult.Refused refused, CancellationToken cancellationToken)
    {
        switch (refused.Code)
        {
            case DiscordCode.MissingAccess or DiscordCode.MissingPermissions:
                var missing = await OwnIdAsync(cancellationToken) is null
                    ? await _access.MissingAsync(channel, _ownId!, cancellationToken)
                    : ["View Channel", "Send Messages", "Embed Links"];
                return new SendOutcome.MissingPermissions(
                    missing, $"The bot may not post in the channel {channel}: give it there {string.Join(" and ", missing)}.");
            case DiscordCode.UnknownChannel or DiscordCode.UnknownGuild or DiscordCode.NoTextChannel or DiscordCode.ThreadArchived or DiscordCode.ThreadLocked:
                return new SendOutcome.Gone(refused.Reason);
            default:
                return new SendOutcome.Refused(refused.Reason);
        }
    }

    /// <summary>Reads back as far as the first attempt. What is read shows no nonce, so the author and the text tell.</summary>
    public async Task<FindOutcome> FindAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var own = await OwnIdAsync(cancellationToken);
        if (own is FindOutcome.Unreadable unreadable)
        {
            return unreadable;
        }

        var wanted = MessageText.Of(MessageRenderer.Render(delivery.Message));
        var channel = $"channels/{delivery.Channel.Target}";
        var before = "";
        for (var page = 0; page < MostPages; page++)
        {
            var answer = await rest.SendAsync(HttpMethod.Get, $"{channel}/messages?limit={PageSize}{before}", body: null, cancellationToken);
            if (answer is not RestResult.Done { Body: JsonArray list })
            {
                return NotRead(answer);
            }

            var messages = list.OfType<JsonObject>().ToList();
            if (messages.Find(message => IsOurs(message, wanted)) is { } found)
            {
                return new FindOutcome.Found(Text(found, "id") ?? "");
            }

            if (page == 0 && messages.Count == 0)
            {
                return await FindInSilenceAsync(channel, delivery, cancellationToken);
            }

            if (messages.Count < PageSize || Text(messages[^1], "id") is not { } last || IsBefore(delivery, last))
            {
                return new FindOutcome.Missing();
            }

            before = $"&before={last}";
        }

        return new FindOutcome.Unreadable("The channel has too many newer messages to see whether the message arrived.");
    }

    /// <summary>An empty list means an empty channel, or that the bot may not read what is there; the channel itself tells which.</summary>
    private async Task<FindOutcome> FindInSilenceAsync(string channel, Delivery delivery, CancellationToken cancellationToken)
    {
        return await rest.SendAsync(HttpMethod.Get, channel, body: null, cancellationToken) is not RestResult.Done { Body: var about }
            || (Text(about, "last_message_id") is { } last && !IsBefore(delivery, last))
            ? Unreadable
            : new FindOutcome.Missing();
    }

    private static FindOutcome NotRead(RestResult answer) => answer switch
    {
        RestResult.AskedToWait wait => new FindOutcome.Unreadable(wait.Reason),
        RestResult.Unknown unknown => new FindOutcome.Unreadable(unknown.Reason),
        _ => Unreadable,
    };

    private bool IsOurs(JsonObject message, IReadOnlyList<string> wanted) =>
        string.Equals(Text(message["author"], "id"), _ownId, StringComparison.Ordinal)
        && MessageText.Of(message).SequenceEqual(wanted, StringComparer.Ordinal);

    /// <summary>Asks once who the bot is.</summary>
    private async Task<FindOutcome?> OwnIdAsync(CancellationToken cancellationToken)
    {
        if (_ownId is null && await rest.SendAsync(HttpMethod.Get, "users/@me", body: null, cancellationToken) is RestResult.Done done)
        {
            _ownId = Text(done.Body, "id");
        }

        return _ownId is null ? new FindOutcome.Unreadable("Discord did not say who the bot is; it is asked again.") : null;
    }

    private static bool IsBefore(Delivery delivery, string messageId) => TimeOf(messageId) < delivery.FirstTriedAt - ClockSkew;

    /// <summary>When an id was made: <see href="https://discord.com/developers/docs/reference#snowflakes"/>.</summary>
    private static DateTimeOffset TimeOf(string snowflake) =>
        DateTimeOffset.FromUnixTimeMilliseconds((long)(ulong.Parse(snowflake, CultureInfo.InvariantCulture) >> 22) + 1420070400000);

    private static string? Text(JsonNode? node, string key) =>
        node is JsonObject fields && fields[key] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
