using System.Text.Json.Nodes;
using SummaryBot.TestDiscord.Rest;
using SummaryBot.TestDiscord.Rules;

namespace SummaryBot.TestDiscord.Interactions;

/// <summary>Answers to interactions: the first one, its changes and follow-ups.</summary>
/// <remarks><see href="https://discord.com/developers/docs/interactions/receiving-and-responding"/></remarks>
internal sealed class InteractionEndpoints(World world, Messages messages)
{
    private const int Pong = 1;
    private const int Reply = 4;
    private const int DeferredReply = 5;
    private const int DeferredUpdate = 6;
    private const int Update = 7;
    private const int AutocompleteResult = 8;
    private const int Ephemeral = 64;

    private readonly Dictionary<string, Interaction> _byToken = new(StringComparer.Ordinal);

    public void Add(Interaction interaction) => _byToken[interaction.Token] = interaction;

    public RestReply Answer(string id, string token, JsonNode? body)
    {
        if (!_byToken.TryGetValue(token, out var interaction) || interaction.Id != id || interaction.IsTooLate(world.Now))
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

        if (Check(interaction, answer, type) is { } error)
        {
            return error;
        }

        (interaction.AnswerType, interaction.AnsweredAt) = (type, world.Now);
        Apply(interaction, type, answer["data"] as JsonObject ?? []);
        interaction.Answered.TrySetResult();
        return RestReply.NoContent;
    }

    public RestReply GetOriginal(string token) =>
        Find(token, out var interaction) is { } error ? error : RestReply.Ok(interaction!.Original!.ToJson(world, withNonce: false));

    public RestReply EditOriginal(string token, JsonNode? body)
    {
        if (Find(token, out var interaction) is { } error)
        {
            return error;
        }

        var reply = messages.Edit(interaction!.Original!, body, "patch /webhooks/{webhook_id}/{webhook_token}/messages/@original");
        if (reply.Status == 200)
        {
            Finish(interaction);
        }

        return reply;
    }

    public RestReply DeleteOriginal(string token)
    {
        if (Find(token, out var interaction) is { } error)
        {
            return error;
        }

        interaction!.Original!.IsDeleted = true;
        Finish(interaction);
        return RestReply.NoContent;
    }

    public RestReply FollowUp(string token, JsonNode? body)
    {
        if (Find(token, out var interaction) is { } error)
        {
            return error;
        }

        if (body is not JsonObject fields)
        {
            return RestError.NoJson;
        }

        if (Messages.Check("post /webhooks/{webhook_id}/{webhook_token}", fields) is { } invalid)
        {
            return invalid;
        }

        return RestReply.Ok(Post(interaction!, fields).ToJson(world, withNonce: false));
    }

    private static RestReply? Check(Interaction interaction, JsonObject answer, int type)
    {
        var errors = BodyRules.Committed.Check("post /interactions/{interaction_id}/{interaction_token}/callback", answer).ToList();
        int[] allowed = interaction.Type switch
        {
            Interaction.Autocomplete => [AutocompleteResult],
            Interaction.Component => [Reply, DeferredReply, DeferredUpdate, Update, 9],
            _ => [Pong, Reply, DeferredReply, 9],
        };
        if (!allowed.Contains(type))
        {
            errors.Add(new BodyError("type", "BASE_TYPE_CHOICES", $"This interaction takes {string.Join(", ", allowed)}."));
        }

        if (type == AutocompleteResult)
        {
            errors.AddRange(Choices(answer).SelectMany((choice, i) => CheckChoice(choice, $"data.choices.{i}")));
        }

        return errors.Count > 0 ? RestError.InvalidForm(errors)
            : type is Reply or Update ? Messages.Check(
                "post /webhooks/{webhook_id}/{webhook_token}",
                answer["data"] as JsonObject ?? [],
                type == Update && interaction.Source!.IsV2)
            : null;
    }

    private static IEnumerable<BodyError> CheckChoice(JsonObject choice, string path) => new[] { "name", "value" }
        .Where(field => choice[field]?.ToString() is not { Length: >= 1 and <= 100 })
        .Select(field => new BodyError($"{path}.{field}", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 100 in length."));

    private static IEnumerable<JsonObject> Choices(JsonObject answer) =>
        (answer["data"]?["choices"] as JsonArray ?? []).OfType<JsonObject>();

    private void Apply(Interaction interaction, int type, JsonObject data)
    {
        switch (type)
        {
            case Reply:
                interaction.Original = Post(interaction, data);
                messages.Ping(data);
                Finish(interaction);
                break;
            case DeferredReply:
                interaction.Original = Post(interaction, data);
                interaction.Original.IsLoading = true;
                break;
            case DeferredUpdate:
                interaction.Original = interaction.Source;
                break;
            case Update:
                interaction.Original = interaction.Source;
                interaction.Source!.Edit(data);
                Finish(interaction);
                break;
            case AutocompleteResult:
                interaction.Choices = data["choices"]?.DeepClone().AsArray() ?? [];
                Finish(interaction);
                break;
        }
    }

    private Message Post(Interaction interaction, JsonObject body)
    {
        var isEphemeral = body["flags"] is JsonValue flags && flags.TryGetValue<int>(out var bits) && (bits & Ephemeral) != 0;
        var message = new Message(
            world.NewId(), interaction.ChannelId, body, world.Now)
        { OnlyFor = isEphemeral ? interaction.UserId : null };
        world.Channels[interaction.ChannelId].Messages.Add(message);
        return message;
    }

    private RestReply? Find(string token, out Interaction? interaction)
    {
        var isKnown = _byToken.TryGetValue(token, out interaction);
        return isKnown && interaction!.IsOver(world.Now) ? RestError.Of(401, 50027, "Invalid Webhook Token")
            : !isKnown ? RestError.Of(404, 10015, "Unknown Webhook")
            : interaction!.Original is null || interaction.Original.IsDeleted ? RestError.UnknownMessage
            : null;
    }

    private void Finish(Interaction interaction)
    {
        interaction.FinishedAt ??= world.Now;
        interaction.Finished.TrySetResult();
    }
}
