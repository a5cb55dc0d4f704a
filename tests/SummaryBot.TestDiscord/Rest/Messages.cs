using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SummaryBot.TestDiscord.Rules;

namespace SummaryBot.TestDiscord.Rest;

/// <summary>Messages of channels.</summary>
internal sealed class Messages(World world, TestDiscordOptions options, Action<string, JsonObject> dispatch)
{
    private static readonly TimeSpan AnHour = TimeSpan.FromHours(1);
    private static readonly Regex Mention = new("@everyone|@here|<@!?[0-9]+>|<@&[0-9]+>", RegexOptions.NonBacktracking);
    private readonly List<(string ChannelId, DateTimeOffset At)> _oldEdits = [];

    public RestReply Create(string channelId, JsonNode? body)
    {
        var needed = Channel(channelId)?.Thread is null ? "SEND_MESSAGES" : "SEND_MESSAGES_IN_THREADS";
        if ((Refuse(channelId, needed) ?? Closed(Channel(channelId)!)) is { } refused)
        {
            return refused;
        }

        if (body is not JsonObject fields)
        {
            return RestError.NoJson;
        }

        if (Check("post /channels/{channel_id}/messages", fields) is { } error)
        {
            return error;
        }

        if (fields["embeds"] is JsonArray { Count: > 0 } && Channel(channelId)!.Denied.Contains("EMBED_LINKS"))
        {
            return RestError.MissingPermissions;
        }

        var nonce = fields["nonce"]?.ToString();
        if (nonce is not null && (bool?)fields["enforce_nonce"] == true && Earlier(channelId, nonce) is { } earlier)
        {
            return earlier.IsDeleted ? RestError.UnknownMessage : RestReply.Ok(earlier.ToJson(world, withNonce: true));
        }

        Channel(channelId)!.Thread?.IsArchived = false; // a message opens an archived thread again
        return RestReply.Ok(Add(channelId, fields, world.NewId(), nonce: nonce).ToJson(world, withNonce: true));
    }

    /// <summary>Puts a checked message into its place, and pings whom it may.</summary>
    public Message Add(string channelId, JsonObject fields, string id, JsonObject? author = null, string? nonce = null)
    {
        var message = new Message(id, channelId, fields, world.Now) { Nonce = nonce, Author = author };
        Channel(channelId)!.Messages.Add(message);
        Ping(fields);
        dispatch("MESSAGE_CREATE", message.ToJson(world, withNonce: true));
        return message;
    }

    public RestReply Get(string channelId, string messageId) => Refuse(channelId, "READ_MESSAGE_HISTORY")
        ?? (Channel(channelId)!.Messages.FirstOrDefault(it => it.Id == messageId && !it.IsDeleted && it.OnlyFor is null) is { } message
            ? RestReply.Ok(message.ToJson(world, withNonce: false))
            : RestError.UnknownMessage);

    /// <summary>What a forum's first message must keep to, beyond the document.</summary>
    public static RestReply? CheckSize(JsonObject message) =>
        MessageRules.Check(message).ToList() is { Count: > 0 } errors ? RestError.InvalidForm(errors)
        : MessageRules.IsEmpty(message) ? RestError.EmptyMessage
        : null;

    public RestReply Edit(string channelId, string messageId, JsonNode? body)
    {
        if (Refuse(channelId, "VIEW_CHANNEL") is { } refused)
        {
            return refused;
        }

        var message = Channel(channelId)!.Messages.FirstOrDefault(it => it.Id == messageId && !it.IsDeleted);
        return message is null ? RestError.UnknownMessage
            : IsOneEditTooMany(message) ? RestError.TooManyOldEdits
            : Edit(message, body, "patch /channels/{channel_id}/messages/{message_id}");
    }

    public RestReply Delete(string channelId, string messageId)
    {
        if (Refuse(channelId, "VIEW_CHANNEL") is { } refused)
        {
            return refused;
        }

        if (Channel(channelId)!.Messages.FirstOrDefault(it => it.Id == messageId && !it.IsDeleted) is not { } message)
        {
            return RestError.UnknownMessage;
        }

        message.IsDeleted = true;
        dispatch("MESSAGE_DELETE", new JsonObject { ["id"] = messageId, ["channel_id"] = channelId, ["guild_id"] = world.GuildId });
        return RestReply.NoContent;
    }

    private bool IsOneEditTooMany(Message message)
    {
        if (world.Now - message.At <= AnHour)
        {
            return false;
        }

        _oldEdits.RemoveAll(edit => world.Now - edit.At > AnHour);
        var isTooMany = _oldEdits.Count(edit => edit.ChannelId == message.ChannelId) >= options.OldEditsPerHour;
        if (!isTooMany)
        {
            _oldEdits.Add((message.ChannelId, world.Now));
        }

        return isTooMany;
    }

    public RestReply Edit(Message message, JsonNode? body, string operation)
    {
        if (body is not JsonObject fields)
        {
            return RestError.NoJson;
        }

        if (Check(operation, fields, message.IsV2) is { } error)
        {
            return error;
        }

        message.Edit(fields);
        message.IsLoading = false;
        Ping(fields);
        return RestReply.Ok(message.ToJson(world, withNonce: false));
    }

    /// <summary>Newest first. Without Read Message History there is no error but an empty list, as Discord's documentation says.</summary>
    public RestReply List(string channelId, IQueryCollection query)
    {
        if (Refuse(channelId, "VIEW_CHANNEL") is { } refused)
        {
            return refused;
        }

        var limit = int.TryParse(query["limit"], CultureInfo.InvariantCulture, out var number) ? number : 50;
        if (limit is < 1 or > 100)
        {
            return RestError.InvalidForm([new BodyError("limit", "NUMBER_TYPE_RANGE", "int value should be between 1 and 100.")]);
        }

        if (Channel(channelId)!.Denied.Contains("READ_MESSAGE_HISTORY"))
        {
            return RestReply.Ok(new JsonArray());
        }

        var before = ulong.TryParse(query["before"], CultureInfo.InvariantCulture, out var id) ? id : ulong.MaxValue;
        var page = Channel(channelId)!.Messages.Where(it => !it.IsDeleted && it.OnlyFor is null && IdOf(it) < before)
            .OrderByDescending(it => IdOf(it)).Take(limit);
        return RestReply.Ok(new JsonArray([.. page.Select(it => (JsonNode)it.ToJson(world, withNonce: false))]));
    }

    public static RestReply? Check(string operation, JsonObject body, bool wasV2 = false)
    {
        var errors = BodyRules.Committed.Check(operation, body).Concat(MessageRules.Check(body, wasV2)).ToList();
        return errors.Count > 0 ? RestError.InvalidForm(errors)
            : MessageRules.IsEmpty(body) && operation.StartsWith("post", StringComparison.Ordinal) ? RestError.EmptyMessage
            : null;
    }

    /// <summary>Records who would hear a sound. Without allowed_mentions everybody who is named does; embeds never ping.</summary>
    public void Ping(JsonObject body) => Pinged(body).ForEach(world.Pings.Add);

    public static List<string> Pinged(JsonObject body)
    {
        var pings = new List<string>();
        var allowed = body["allowed_mentions"];
        var parse = allowed is null
            ? ["everyone", "users", "roles"]
            : (allowed["parse"] as JsonArray ?? []).Select(it => it!.GetValue<string>()).ToArray();
        var texts = MessageRules.Components(body["components"]).Select(it => it.Component["content"]).Append(body["content"]).OfType<JsonValue>();
        foreach (var mention in texts.SelectMany(text => Mention.Matches(text.GetValue<string>())).Select(match => match.Value))
        {
            var kind = mention[0] == '@' ? "everyone" : mention.Contains('&', StringComparison.Ordinal) ? "roles" : "users";
            var ids = (allowed?[kind] as JsonArray ?? []).Select(it => it!.GetValue<string>());
            if (parse.Contains(kind) || ids.Any(id => mention.Contains(id, StringComparison.Ordinal)))
            {
                pings.Add(mention);
            }
        }

        return pings;
    }

    private static ulong IdOf(Message message) => ulong.Parse(message.Id, CultureInfo.InvariantCulture);

    private Channel? Channel(string id) => world.Channels.TryGetValue(id, out var channel) ? channel : null;

    internal RestReply? Refuse(string channelId, params string[] permissions) => Channel(
        channelId) is not { } channel ? RestError.UnknownChannel
        : channel.Denied.Contains("VIEW_CHANNEL") ? RestError.MissingAccess
        : permissions.Any(channel.Denied.Contains) ? RestError.MissingPermissions
        : null;

    private static RestReply? Closed(Channel channel) => ChannelTypes.HoldsThreadsOnly(channel.Type) ? RestError.NoTextChannel
        : channel.Thread is { IsArchived: true, IsLocked: true } ? RestError.ArchivedThread
        : null;

    private Message? Earlier(string channelId, string nonce) => Channel(channelId)!.Messages
        .LastOrDefault(it => it.Nonce == nonce && world.Now - it.At < options.NonceWindow);
}
