using System.Text.Json.Nodes;
using SummaryBot.TestDiscord.Access;
using SummaryBot.TestDiscord.Rules;

namespace SummaryBot.TestDiscord.Rest;

/// <summary>What a message must keep to.</summary>
internal sealed partial class Messages
{
    /// <summary>Kinds of channels that take no messages: categories, the directory, forums, media.</summary>
    private static readonly int[] WithoutMessages = [Channel.Category, 14, 15, 16];

    public static RestReply? Check(string operation, JsonObject body, bool wasV2 = false)
    {
        var errors = BodyRules.Committed.Check(operation, body).Concat(MessageRules.Check(body, wasV2)).ToList();
        return errors.Count > 0 ? RestError.InvalidForm(errors)
            : MessageRules.IsEmpty(body) && operation.StartsWith("post", StringComparison.Ordinal) ? RestError.EmptyMessage
            : null;
    }

    /// <summary>What a forum's first message must keep to, beyond the document.</summary>
    public static RestReply? CheckSize(JsonObject message) =>
        MessageRules.Check(message).ToList() is { Count: > 0 } errors ? RestError.InvalidForm(errors)
        : MessageRules.IsEmpty(message) ? RestError.EmptyMessage
        : null;

    /// <summary>What is left of the message counts too: a card keeps no content, and something has to be there.</summary>
    public static RestReply? CheckEdit(Message message, JsonObject change, string operation)
    {
        if (Check(operation, change, message.IsV2) is { } error)
        {
            return error;
        }

        var edited = message.Edited(change);
        var left = MessageRules.Check(edited).ToList();
        return left.Count > 0 ? RestError.InvalidForm(left)
            : MessageRules.IsEmpty(edited) && edited["attachments"] is not JsonArray { Count: > 0 } ? RestError.EmptyMessage
            : null;
    }

    private RestReply? Closed(string channelId)
    {
        var channel = world.Find(channelId)!;
        return WithoutMessages.Contains(channel.Type) ? RestError.NoTextChannel
            : channel.Thread is { IsArchived: true, IsLocked: true } ? RestError.ArchivedThread
            : channel.IsPrivate && channel.Recipients.Any(world.Unreachable.Contains) ? RestError.Of(403, 50007, "Cannot send messages to this user")
            : null;
    }

    private RestReply? CheckFiles(string channelId, JsonObject body) =>
        body["attachments"] is JsonArray { Count: > 0 } ? Refuse(channelId, "ATTACH_FILES") : null;

    /// <summary>Without Embed Links a message comes without its embeds, and nobody is told.</summary>
    private JsonObject WithoutForbiddenEmbeds(string channelId, JsonObject body)
    {
        var mayEmbed = (world.PermissionsIn(world.Find(channelId)!, world.ApplicationId) & PermissionBits.Of("EMBED_LINKS")) != 0;
        if (mayEmbed || body["embeds"] is not JsonArray { Count: > 0 })
        {
            return body;
        }

        var shown = body.DeepClone().AsObject();
        shown["embeds"] = new JsonArray();
        return shown;
    }
}
