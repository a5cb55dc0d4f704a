using System.Text.Json.Nodes;
using SummaryBot.TestDiscord.Rules;

namespace SummaryBot.TestDiscord.Rest;

/// <summary>Webhooks of channels, made by people: they need no bot and can have no buttons that do something.</summary>
/// <remarks><see href="https://discord.com/developers/docs/resources/webhook#execute-webhook"/></remarks>
internal sealed class Webhooks(World world, Messages messages)
{
    private const string Editing = "patch /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}";

    private static readonly string[] Reserved = ["discord", "clyde"];

    public bool Has(string id) => world.Webhooks.ContainsKey(id);

    public RestReply Get(string id, string token) => Find(id, token) is not { } webhook ? RestError.UnknownWebhook : RestReply.Ok(new JsonObject
    {
        ["id"] = webhook.Id,
        ["type"] = 1,
        ["name"] = webhook.Name,
        ["avatar"] = null,
        ["channel_id"] = webhook.ChannelId,
        ["guild_id"] = world.GuildId,
        ["application_id"] = null,
        ["token"] = webhook.Token,
    });

    public RestReply Execute(string id, string token, IQueryCollection query, JsonNode? body)
    {
        if (Find(id, token) is not { } webhook)
        {
            return RestError.UnknownWebhook;
        }

        if (body is not JsonObject fields)
        {
            return RestError.NoJson;
        }

        if (Check(fields, query["with_components"] == "true") is { } error)
        {
            return error;
        }

        var channel = world.Channels[webhook.ChannelId];
        var isForum = ChannelTypes.HoldsThreadsOnly(channel.Type);
        var (threadId, threadName) = (query["thread_id"].ToString(), Text(fields["thread_name"]));
        if (isForum && threadId.Length == 0 && threadName.Length == 0)
        {
            return RestError.Of(400, 220001, "Webhooks posted to forum channels must have a thread_name or thread_id");
        }

        if (!isForum && threadName.Length > 0)
        {
            return RestError.Of(400, 220003, "Webhooks can only create threads in forum channels");
        }

        if (threadId.Length > 0 && (!world.Channels.TryGetValue(threadId, out var thread) || thread.Thread?.ParentId != channel.Id))
        {
            return RestError.UnknownChannel;
        }

        var id2 = world.NewId();
        var place = threadId.Length > 0 ? threadId : channel.Id;
        if (threadName.Length > 0)
        {
            place = id2;
            world.Channels[place] = new Channel(place, threadName)
            {
                Type = ChannelTypes.PublicThread,
                CreatedAt = world.Now,
                Thread = new ChannelThread(channel.Id, webhook.Id, 4320),
            };
        }

        var message = messages.Add(place, fields, id2, Author(webhook, fields));
        return query["wait"] == "true" ? RestReply.Ok(message.ToJson(world, withNonce: false)) : RestReply.NoContent;
    }

    /// <summary>Reads, edits or deletes a message that the webhook has posted. One in a thread is found with the thread's id alone.</summary>
    /// <remarks><see href="https://discord.com/developers/docs/resources/webhook#edit-webhook-message"/></remarks>
    public RestReply Change(HttpRequest request, (string Id, string Token, string MessageId) at, JsonNode? body)
    {
        if (Find(at.Id, at.Token) is not { } webhook)
        {
            return RestError.UnknownWebhook;
        }

        var threadId = request.Query["thread_id"].ToString();
        if (threadId.Length > 0 && (!world.Channels.TryGetValue(threadId, out var thread) || thread.Thread?.ParentId != webhook.ChannelId))
        {
            return RestError.UnknownChannel;
        }

        var place = world.Find(threadId.Length > 0 ? threadId : webhook.ChannelId);
        var message = place?.Messages.FirstOrDefault(it => !it.IsDeleted && it.Id == at.MessageId && it.Author?["id"]?.ToString() == webhook.Id);
        if (message is null)
        {
            return RestError.UnknownMessage;
        }

        switch (request.Method)
        {
            case "PATCH":
                return body is not JsonObject fields ? RestError.NoJson
                    : CheckParts(fields).ToList() is { Count: > 0 } errors ? RestError.InvalidForm(errors)
                    : place!.Thread is { IsArchived: true } ? RestError.ArchivedThread
                    : messages.EditAny(message, WithoutComponents(fields, request.Query["with_components"] == "true"), Editing);
            case "DELETE":
                messages.Remove(message);
                return RestReply.NoContent;
            default:
                return RestReply.Ok(message.ToJson(world, withNonce: false));
        }
    }

    private static JsonObject WithoutComponents(JsonObject fields, bool withComponents)
    {
        var kept = fields.DeepClone().AsObject();
        if (!withComponents)
        {
            kept.Remove("components");
        }

        return kept;
    }

    private static IEnumerable<BodyError> CheckParts(JsonObject fields) =>
        MessageRules.Components(fields["components"]).Any(it => it.Component.ContainsKey("custom_id"))
            ? [new BodyError("components", "COMPONENT_INTERACTIVE_NOT_ALLOWED", "A webhook of no application cannot send components that do something.")]
            : [];

    private static RestReply? Check(JsonObject fields, bool withComponents)
    {
        var errors = BodyRules.Committed.Check("post /webhooks/{webhook_id}/{webhook_token}", fields).Concat(MessageRules.Check(fields)).Concat(CheckParts(fields)).ToList();
        if (Array.Exists(Reserved, word => Text(fields["username"]).Contains(word, StringComparison.OrdinalIgnoreCase)))
        {
            errors.Add(new BodyError("username", "USERNAME_INVALID_CONTAINS", "Username cannot contain \"discord\" or \"clyde\""));
        }

        // without the parameter Discord leaves components out
        var isEmpty = MessageRules.IsEmpty(fields) || (!withComponents && MessageRules.IsV2(fields));
        return errors.Count > 0 ? RestError.InvalidForm(errors) : isEmpty ? RestError.EmptyMessage : null;
    }

    private static JsonObject Author(Webhook webhook, JsonObject fields) => new()
    {
        ["id"] = webhook.Id,
        ["username"] = Text(fields["username"]) is { Length: > 0 } name ? name : webhook.Name,
        ["avatar"] = null,
        ["primary_guild"] = null,
        ["discriminator"] = "0000",
        ["global_name"] = null,
        ["bot"] = true,
        ["public_flags"] = 0,
        ["flags"] = 0,
    };

    private Webhook? Find(string id, string token) => world.Webhooks.TryGetValue(id, out var webhook) && webhook.Token == token ? webhook : null;

    private static string Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text.Trim() : "";
}
