using System.Text.Json.Nodes;

namespace SummaryBot.TestDiscord.Interactions;

/// <summary>Interactions made by hand, also such as no person could send, and what became of them. They are known to the callback routes; whoever makes one hands it over.</summary>
public sealed class HandMade
{
    public const int Command = 2;
    public const int Component = 3;
    public const int Autocomplete = 4;
    public const int Modal = 5;

    private readonly World _world;
    private readonly InteractionEndpoints _endpoints;
    private readonly Dictionary<string, Interaction> _made = new(StringComparer.Ordinal);

    internal HandMade(World world, InteractionEndpoints endpoints) => (_world, _endpoints) = (world, endpoints);

    /// <summary>An interaction of the person in the first channel or the one named, or where the clicked message stands, unless it is changed before it goes.</summary>
    /// <param name="source">The message that was clicked, for a component.</param>
    public JsonObject Make(int type, JsonObject data, Action<JsonObject>? change = null, string? userId = null, string? source = null, string? channelId = null)
    {
        lock (_world.Gate)
        {
            var channel = channelId is not null ? _world.Find(channelId)!
                : source is null ? _world.Channels.Values.First()
                : _world.Channels.Values.Concat(_world.PrivateChannels.Values).First(it => it.Messages.Any(message => message.Id == source));
            if (userId is not null && !channel.IsPrivate && !_world.Guild.Has(userId))
            {
                _world.Guild.Join(userId);
            }

            var interaction = new Interaction(_world.NewId(), $"token-{_world.NewId()}", type, channel.Id, userId ?? _world.UserId, _world.Now)
            {
                Source = source is null ? null : channel.Messages.Single(message => message.Id == source),
                FocusedType = Focused(data),
            };
            _endpoints.Add(interaction);
            _made[interaction.Id] = interaction;
            var json = InteractionJson.Of(_world, interaction, data);
            change?.Invoke(json);
            return json;
        }
    }

    /// <summary>The type of the first answer; 0 where there is none.</summary>
    public int AnswerType(JsonObject interaction) => Made(interaction).AnswerType;

    /// <summary>All that became of it so far.</summary>
    public HandMadeOutcome Outcome(JsonObject interaction)
    {
        var made = Made(interaction);
        lock (_world.Gate)
        {
            return new HandMadeOutcome(made.AnswerType, made.Finals, made.Original?.IsLoading == true, Seen(made.Original), [.. made.FollowUps.Select(it => Seen(it)!)], made.Choices, made.Modal);
        }

        SeenMessage? Seen(Message? message) => message is null || message.IsDeleted ? null : new SeenMessage(message.ToJson(_world, withNonce: false), message.OnlyFor);
    }

    public JsonArray? Choices(JsonObject interaction) => Made(interaction).Choices;

    /// <summary>What stands in the first channel, or in the one named, for a person, oldest first, private messages included.</summary>
    public IReadOnlyList<JsonObject> SeenBy(string userId, string? channelId = null)
    {
        lock (_world.Gate)
        {
            var channel = channelId is null ? _world.Channels.Values.First() : _world.Find(channelId)!;
            return [.. channel.Messages.Where(it => !it.IsDeleted && (it.OnlyFor is null || it.OnlyFor == userId)).Select(it => it.ToJson(_world, withNonce: false))];
        }
    }

    /// <summary>The type of the option that is being typed; 0 for none.</summary>
    private static int Focused(JsonObject level) => (level["options"] as JsonArray ?? []).OfType<JsonObject>()
        .Select(option => option["focused"] is JsonValue value && value.TryGetValue<bool>(out var isFocused) && isFocused ? (int)option["type"]! : Focused(option)).FirstOrDefault(type => type > 0);

    private Interaction Made(JsonObject interaction)
    {
        lock (_world.Gate)
        {
            return _made[interaction["id"]!.GetValue<string>()];
        }
    }
}

/// <summary>What became of an interaction.</summary>
/// <param name="AnswerType">Of the first answer; 0 where there is none.</param>
/// <param name="Finals">How often the message of the first answer got its text.</param>
/// <param name="IsThinking">Whether it still shows "is thinking…".</param>
public sealed record HandMadeOutcome(
    int AnswerType, int Finals, bool IsThinking, SeenMessage? Original, IReadOnlyList<SeenMessage> FollowUps, JsonArray? Choices, JsonObject? Modal);

/// <param name="OnlyFor">Who alone sees it; null where everybody does.</param>
public sealed record SeenMessage(JsonObject Json, string? OnlyFor);
