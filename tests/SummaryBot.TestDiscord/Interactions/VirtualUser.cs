using System.Text.Json.Nodes;
using SummaryBot.TestDiscord.Gateway;
using SummaryBot.TestDiscord.Rules;

namespace SummaryBot.TestDiscord.Interactions;

/// <summary>The person: types commands, sees suggestions, clicks buttons, and waits for what comes.</summary>
public sealed class VirtualUser
{
    private static readonly TimeSpan FirstAnswerWithin = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly World _world;
    private readonly GatewayHub _gateway;
    private readonly InteractionEndpoints _endpoints;

    internal VirtualUser(World world, GatewayHub gateway, InteractionEndpoints endpoints) =>
        (_world, _gateway, _endpoints) = (world, gateway, endpoints);

    /// <summary>Types a slash command.</summary>
    /// <exception cref="ArgumentException">Discord's own input would not let it be sent: no such command, or options that do not fit it.</exception>
    public Task<InteractionOutcome> InvokeAsync(
        string command, IReadOnlyDictionary<string, object> options, string? channelId = null, string? userId = null) =>
        AskAsync(Interaction.Command, CommandInput.Data(Command(command), options, focused: null), channelId, userId, source: null);

    /// <summary>Types into one option and waits for suggestions.</summary>
    public Task<InteractionOutcome> AutocompleteAsync(string command, string option, string typed, string? channelId = null) =>
        AskAsync(
            Interaction.Autocomplete,
            CommandInput.Data(Command(command), new Dictionary<string, object> { [option] = typed }, option),
            channelId,
            null,
            source: null);

    /// <summary>Clicks a button of a message.</summary>
    /// <exception cref="ArgumentException">The person cannot see the message, or it has no such button that can be clicked.</exception>
    public Task<InteractionOutcome> ClickAsync(string messageId, string customId, string? userId = null)
    {
        lock (_world.Gate)
        {
            var clicker = userId ?? _world.UserId;
            var message = _world.Channels.Values.SelectMany(channel => channel.Messages)
                .FirstOrDefault(it => it.Id == messageId && !it.IsDeleted && (it.OnlyFor is null || it.OnlyFor == clicker))
                ?? throw new ArgumentException($"Nobody sees a message {messageId}.", nameof(messageId));
            var button = MessageRules.Components(message.Body["components"]).Select(it => it.Component)
                .FirstOrDefault(it => it["custom_id"]?.ToString() == customId && (bool?)it["disabled"] != true)
                ?? throw new ArgumentException($"The message has no button {customId} that can be clicked.", nameof(customId));
            var data = new JsonObject { ["custom_id"] = customId, ["component_type"] = button["type"]!.DeepClone() };
            return AskAsync(Interaction.Component, data, message.ChannelId, userId, message);
        }
    }

    private async Task<InteractionOutcome> AskAsync(int type, JsonObject data, string? channelId, string? userId, Message? source)
    {
        Interaction interaction;
        lock (_world.Gate)
        {
            var channel = channelId ?? _world.Channels.Keys.First();
            var token = Convert.ToBase64String(
                System.Text.Encoding.UTF8.GetBytes($"interaction:{_world.NewId()}:secret-of-the-interaction")).TrimEnd(
                '=');
            interaction = new Interaction(_world.NewId(), token, type, channel, userId ?? _world.UserId, _world.Now) { Source = source };
            _endpoints.Add(interaction);
            _gateway.Dispatch("INTERACTION_CREATE", InteractionJson.Of(_world, interaction, data));
        }

        await Task.WhenAny(interaction.Answered.Task, Task.Delay(FirstAnswerWithin, TimeProvider.System));
        if (interaction.Answered.Task.IsCompleted)
        {
            await Task.WhenAny(interaction.Finished.Task, Task.Delay(Patience, TimeProvider.System));
        }

        lock (_world.Gate)
        {
            return Outcome(interaction);
        }
    }

    private InteractionOutcome Outcome(Interaction interaction)
    {
        var error = interaction.AnsweredAt is null ? "The application did not respond" : interaction.FinishedAt is null ? "It is still thinking" : null;
        return new InteractionOutcome(
            interaction.Id,
            (interaction.AnsweredAt - interaction.At)?.TotalMilliseconds,
            (interaction.FinishedAt - interaction.At)?.TotalMilliseconds,
            interaction.AnswerType is 5 or 6,
            interaction.Original?.OnlyFor is not null,
            error,
            interaction.Original?.ToJson(_world, withNonce: false),
            interaction.Choices);
    }

    private JsonObject Command(string name)
    {
        lock (_world.Gate)
        {
            return _world.Commands.OfType<JsonObject>().FirstOrDefault(command => command["name"]?.ToString() == name)
                ?? throw new ArgumentException($"No command /{name} is registered.", nameof(name));
        }
    }
}
