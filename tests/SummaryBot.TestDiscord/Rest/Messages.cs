using System.Text.Json.Nodes;
using SummaryBot.TestDiscord.Access;
using SummaryBot.TestDiscord.Rules;

namespace SummaryBot.TestDiscord.Rest;

/// <summary>Messages of channels.</summary>
internal sealed partial class Messages(World world, TestDiscordOptions options, Action<string, JsonObject> dispatch)
{
    private const string Creating = "post /channels/{channel_id}/messages";
    private const string Editing = "patch /channels/{channel_id}/messages/{message_id}";

    private readonly Dictionary<string, Message> _byNonce = new(StringComparer.Ordinal);

    public RestReply Create(string channelId, JsonNode? body)
    {
        var thread = world.Find(channelId)?.Thread;
        if ((Refuse(channelId, thread is null ? "SEND_MESSAGES" : "SEND_MESSAGES_IN_THREADS") ?? Closed(channelId)) is { } refused)
        {
            return refused;
        }

        if (body is not JsonObject fields)
        {
            return RestError.NoJson;
        }

        if ((Check(Creating, fields) ?? CheckFiles(channelId, fields)) is { } error)
        {
            return error;
        }

        var nonce = fields["nonce"]?.ToString();
        if (nonce is not null && (bool?)fields["enforce_nonce"] == true && Earlier(nonce) is { } earlier)
        {
            return earlier.IsDeleted ? RestError.UnknownMessage : RestReply.Ok(earlier.ToJson(world, withNonce: true));
        }

        var shown = WithoutForbiddenEmbeds(channelId, fields);
        if (MessageRules.IsEmpty(shown))
        {
            return RestError.EmptyMessage;
        }

        thread?.IsArchived = false; // a message opens an archived thread again
        return RestReply.Ok(Add(channelId, shown, world.NewId(), nonce: nonce).ToJson(world, withNonce: true));
    }

    /// <summary>Puts a checked message into its place, and pings whom it may.</summary>
    public Message Add(string channelId, JsonObject fields, string id, JsonObject? author = null, string? nonce = null, bool isLoading = false)
    {
        var message = new Message(id, channelId, fields, world.Now) { Nonce = nonce, Author = author, IsLoading = isLoading };
        world.Find(channelId)!.Messages.Add(message);
        if (nonce is not null)
        {
            _byNonce[nonce] = message;
        }

        Ping(message, fields);
        dispatch("MESSAGE_CREATE", message.ToJson(world, withNonce: true));
        return message;
    }

    public RestReply Edit(string channelId, string messageId, JsonNode? body) => Refuse(channelId)
        ?? (Find(channelId, messageId) is not { } message ? RestError.UnknownMessage
            : message.Author is not null ? RestError.Of(403, 50005, "Cannot edit a message authored by another user")
            : world.Find(channelId)!.Thread is { IsArchived: true } ? RestError.ArchivedThread
            : EditAny(message, body, Editing));

    /// <summary>As far as the limit of old messages lets it.</summary>
    public RestReply EditAny(Message message, JsonNode? body, string operation) =>
        IsOneEditTooMany(message) ? RestError.TooManyOldEdits : Edit(message, body, operation);

    public RestReply Edit(Message message, JsonNode? body, string operation)
    {
        if (body is not JsonObject fields)
        {
            return RestError.NoJson;
        }

        if (CheckEdit(message, fields, operation) is { } error)
        {
            return error;
        }

        (message.IsLoading, message.EditedAt) = (false, message.IsLoading ? null : world.Now);
        message.Edit(fields);
        Ping(message, fields);
        if (message.OnlyFor is null)
        {
            dispatch("MESSAGE_UPDATE", message.ToJson(world, withNonce: false));
        }

        return RestReply.Ok(message.ToJson(world, withNonce: false));
    }

    public RestReply Delete(string channelId, string messageId)
    {
        if (Refuse(channelId) is { } refused)
        {
            return refused;
        }

        if (Find(channelId, messageId) is not { } message)
        {
            return RestError.UnknownMessage;
        }

        if (message.Author is not null && Refuse(channelId, "MANAGE_MESSAGES") is { } forbidden)
        {
            return forbidden;
        }

        Remove(message);
        return RestReply.NoContent;
    }

    public void Remove(Message message)
    {
        message.IsDeleted = true;
        if (message.OnlyFor is null)
        {
            dispatch("MESSAGE_DELETE", new JsonObject { ["id"] = message.Id, ["channel_id"] = message.ChannelId, ["guild_id"] = world.GuildId });
        }
    }

    /// <summary>Records who would hear a sound.</summary>
    public void Ping(Message message, JsonObject body)
    {
        var channel = world.Find(message.ChannelId)!;
        message.Pinged = MentionRules.Pinged(body, world.PermissionsIn(channel, world.ApplicationId), world.Guild.Roles);
        foreach (var mention in message.Pinged)
        {
            world.Pings.Add(mention);
        }
    }

    /// <summary>Null where the channel is there, and the bot sees it and may do all of that.</summary>
    internal RestReply? Refuse(string channelId, params string[] permissions)
    {
        if (world.Find(channelId) is not { } channel)
        {
            return RestError.UnknownChannel;
        }

        var held = world.PermissionsIn(channel, world.ApplicationId);
        return (held & PermissionBits.ViewChannel) == 0 ? RestError.MissingAccess
            : (held & PermissionBits.Of(permissions)) != PermissionBits.Of(permissions) ? RestError.MissingPermissions
            : null;
    }

    /// <summary>By the author's own nonce, in whichever channel.</summary>
    private Message? Earlier(string nonce) =>
        _byNonce.TryGetValue(nonce, out var earlier) && world.Now - earlier.At < options.NonceWindow ? earlier : null;
}
