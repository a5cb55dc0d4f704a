using System.Text.Json.Nodes;
using SummaryBot.TestDiscord.Rest;
using SummaryBot.TestDiscord.Rules;

namespace SummaryBot.TestDiscord.Interactions;

/// <summary>Answers to interactions: the first one, its changes and follow-ups.</summary>
/// <remarks><see href="https://discord.com/developers/docs/interactions/receiving-and-responding"/></remarks>
internal sealed partial class InteractionEndpoints(World world, Messages messages)
{
    private const int Ephemeral = 64;

    private readonly Dictionary<string, Interaction> _byToken = new(StringComparer.Ordinal);

    public void Add(Interaction interaction) => _byToken[interaction.Token] = interaction;

    public Interaction? ById(string id) => _byToken.Values.FirstOrDefault(interaction => interaction.Id == id);

    /// <summary>Whether a message answers an interaction of somebody who alone installed the bot.</summary>
    public bool IsOfUserInstalled(Message message) =>
        _byToken.Values.Any(interaction => interaction.IsUserInstalled && (interaction.Original == message || interaction.FollowUps.Contains(message)));

    public RestReply Answer(string id, string token, JsonNode? body, bool withResponse)
    {
        if (!_byToken.TryGetValue(token, out var interaction) || interaction.Id != id || (interaction.AnswerType == 0 && interaction.IsTooLate(world.Now)))
        {
            return RestError.UnknownInteraction;
        }

        if (interaction.AnswerType != 0)
        {
            return RestError.Of(400, 40060, "Interaction has already been acknowledged.");
        }

        if (body is not JsonObject answer || answer["type"] is not JsonValue value || !value.TryGetValue<int>(out var type))
        {
            return RestError.InvalidForm([new BodyError("type", "BASE_TYPE_REQUIRED", "This field is required")]);
        }

        if (AnswerRules.Check(interaction, answer, type) is { } error)
        {
            return error;
        }

        (interaction.AnswerType, interaction.AnsweredAt) = (type, world.Now);
        Apply(interaction, type, answer["data"] as JsonObject ?? []);
        interaction.Answered.TrySetResult();
        return withResponse ? RestReply.Ok(Response(interaction)) : RestReply.NoContent;
    }

    private void Apply(Interaction interaction, int type, JsonObject data)
    {
        switch (type)
        {
            case AnswerRules.Reply:
                interaction.Original = Post(interaction, data, isLoading: false);
                break;
            case AnswerRules.DeferredReply:
                interaction.Original = Post(interaction, new JsonObject { ["flags"] = data["flags"]?.DeepClone() ?? 0 }, isLoading: true);
                return;
            case AnswerRules.DeferredUpdate:
                interaction.Original = interaction.Source;
                return;
            case AnswerRules.Update:
                interaction.Original = interaction.Source;
                messages.Edit(interaction.Source!, data, "patch /webhooks/{webhook_id}/{webhook_token}/messages/@original");
                break;
            case AnswerRules.AutocompleteResult:
                interaction.Choices = data["choices"]?.DeepClone().AsArray() ?? [];
                break;
            case AnswerRules.Modal:
                interaction.Modal = data.DeepClone().AsObject();
                world.Forms[interaction.Id] = interaction.Modal;
                break;
        }

        Finish(interaction);
    }

    private Message Post(Interaction interaction, JsonObject body, bool isLoading)
    {
        var isEphemeral = body["flags"] is JsonValue flags && flags.TryGetValue<int>(out var bits) && (bits & Ephemeral) != 0;
        if (!isEphemeral && !interaction.IsKeptPrivate)
        {
            return messages.Add(interaction.ChannelId, body, world.NewId(), isLoading: isLoading);
        }

        var message = new Message(world.NewId(), interaction.ChannelId, body, world.Now) { OnlyFor = interaction.UserId, IsLoading = isLoading };
        world.Find(interaction.ChannelId)!.Messages.Add(message);
        messages.Ping(message, body);
        return message;
    }

    private JsonObject Response(Interaction interaction)
    {
        var about = new JsonObject { ["id"] = interaction.Id, ["type"] = interaction.Type, ["channel_id"] = interaction.ChannelId };
        var response = new JsonObject { ["interaction"] = about };
        if (interaction.Original is { } original)
        {
            about["response_message_id"] = original.Id;
            about["response_message_loading"] = original.IsLoading;
            about["response_message_ephemeral"] = original.OnlyFor is not null;
            if (interaction.AnswerType is AnswerRules.Reply or AnswerRules.Update)
            {
                response["resource"] = new JsonObject { ["type"] = interaction.AnswerType, ["message"] = original.ToJson(world, withNonce: false) };
            }
        }

        return response;
    }

    private void Finish(Interaction interaction)
    {
        interaction.Finals++;
        interaction.FinishedAt ??= world.Now;
        interaction.Finished.TrySetResult();
    }
}
