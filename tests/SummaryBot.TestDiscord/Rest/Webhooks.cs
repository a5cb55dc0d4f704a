using System.Text.Json.Nodes;
using SummaryBot.TestDiscord.Rules;

namespace SummaryBot.TestDiscord.Rest;

/// <summary>Webhooks of channels, made by people: they need no bot and can have no buttons that do something.</summary>
/// <remarks><see href="https://discord.com/developers/docs/resources/webhook#execute-webhook"/></remarks>
internal sealed class Webhooks(World world, Messages messages)
{
    private static readonly string[] Reserved = ["discord", "clyde"];

    public static RestReply Unknown => RestError.Of(404, 10015, "Unknown Webhook");

    public bool Has(string id) => world.Webhooks.ContainsKey(id);

    public RestReply Get(string id, string token) => Find(id, token) is not { } webhook ? Unknown : RestReply.Ok(new JsonObject
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
            return Unknown;
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

    private static RestReply? Check(JsonObject fields, bool withComponents)
    {
        var errors = BodyRules.Committed.Check("post /webhooks/{webhook_id}/{webhook_token}", fields).Concat(MessageRules.Check(fields)).ToList();
        if (Array.Exists(Reserved, word => Text(fields["username"]).Contains(word, StringComparison.OrdinalIgnoreCase)))
        {
            errors.Add(new BodyError("username", "USERNAME_INVALID_CONTAINS", "Username cannot contain \"discord\" or \"clyde\""));
        }

        if (MessageRules.Components(fields["components"]).Any(it => it.Component.ContainsKey("custom_id")))
        {
            errors.Add(new BodyError("components", "COMPONENT_INTERACTIVE_NOT_ALLOWED", "A webhook of no application cannot send components that do something."));
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
        ["discriminator"] = "0000",
        ["global_name"] = null,
        ["bot"] = true,
        ["public_flags"] = 0,
        ["flags"] = 0,
    };

    private Webhook? Find(string id, string token) => world.Webhooks.TryGetValue(id, out var webhook) && webhook.Token == token ? webhook : null;

    private static string Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text.Trim() : "";
}
