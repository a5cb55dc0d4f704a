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

    /// <summary>An interaction of the person in the first channel, or where the clicked message stands, unless it is changed before it goes.</summary>
    /// <param name="source">The message that was clicked, for a component.</param>
    public JsonObject Make(int type, JsonObject data, Action<JsonObject>? change = null, string? userId = null, string? source = null)
    {
        lock (_world.Gate)
        {
            var channels = source is null ? _world.Channels.Values.Take(1) : _world.Channels.Values.Concat(_world.PrivateChannels.Values);
            var channel = channels.First(it => source is null || it.Messages.Any(message => message.Id == source));
            if (userId is not null && !channel.IsPrivate && !_world.Guild.Has(userId))
            {
                _world.Guild.Join(userId);
            }

            var interaction = new Interaction(_world.NewId(), $"token-{_world.NewId()}", type, channel.Id, userId ?? _world.UserId, _world.Now)
            {
                Source = source is null ? null : channel.Messages.Single(message => message.Id == source),
                FocusedType = type == Autocomplete ? FocusedType(data["options"]) : 0,
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

    /// <summary>The type of the option that is typed into; 0 where none is.</summary>
    private static int FocusedType(JsonNode? options) => (options as JsonArray ?? []).Select(option =>
        option!["focused"] is null ? FocusedType(option["options"]) : option["type"]!.GetValue<int>()).FirstOrDefault(type => type > 0);

    private Interaction Made(JsonObject interaction)
    {
        lock (_world.Gate)
        {
            return _made[interaction["id"]!.GetValue<string>()];
        }
    }
}
