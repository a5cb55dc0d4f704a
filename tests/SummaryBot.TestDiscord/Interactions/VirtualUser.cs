using System.Text.Json.Nodes;
using SummaryBot.TestDiscord.Access;

namespace SummaryBot.TestDiscord.Interactions;

/// <summary>
/// A person: types commands, sees suggestions, clicks buttons, chooses in menus, fills forms in, and waits for what comes. Each has permissions of their own;
/// whoever was not there before comes as a plain member. Discord's own input sends nothing that is not offered.
/// </summary>
public sealed partial class VirtualUser
{
    private static readonly TimeSpan FirstAnswerWithin = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly World _world;
    private readonly Action<string, JsonObject> _dispatch;
    private readonly InteractionEndpoints _endpoints;

    internal VirtualUser(World world, Action<string, JsonObject> dispatch, InteractionEndpoints endpoints) =>
        (_world, _dispatch, _endpoints) = (world, dispatch, endpoints);

    /// <summary>Types a slash command.</summary>
    /// <param name="command">Its name, with those of its subcommands: <c>digest add</c>.</param>
    /// <param name="options">Texts, numbers, truths; users, roles and channels by their ids.</param>
    /// <param name="userId">Null is the owner of the server.</param>
    /// <param name="isUserInstalled">Whether the person has the bot from their own account, not from the server.</param>
    /// <exception cref="ArgumentException">Discord's own input would not let it be sent: no such command here for this person, or options that do not fit it.</exception>
    public Task<InteractionOutcome> InvokeAsync(
        string command, IReadOnlyDictionary<string, object> options, string? channelId = null, string? userId = null, bool isUserInstalled = false)
    {
        lock (_world.Gate)
        {
            var place = Place(channelId, userId, isUserInstalled);
            var path = command.Split(' ');
            return AskAsync(Interaction.Command, CommandInput.Data(_world, Command(path[0], 1, place), path[1..], options, focused: null), place);
        }
    }

    /// <summary>Types into one option and waits for suggestions.</summary>
    /// <param name="others">Options that are filled in before.</param>
    /// <exception cref="ArgumentException">As for a command; or the option has no autocomplete.</exception>
    public Task<InteractionOutcome> AutocompleteAsync(
        string command, string option, string typed, string? channelId = null, string? userId = null, bool isUserInstalled = false, IReadOnlyDictionary<string, object>? others = null)
    {
        lock (_world.Gate)
        {
            var place = Place(channelId, userId, isUserInstalled);
            var path = command.Split(' ');
            var declared = Command(path[0], 1, place);
            var given = new Dictionary<string, object>(others ?? new Dictionary<string, object>(), StringComparer.Ordinal) { [option] = typed };
            var data = CommandInput.Data(_world, declared, path[1..], given, option);
            return AskAsync(Interaction.Autocomplete, data, place, focusedType: (int)CommandInput.Declared(declared, path[1..], option)["type"]!);
        }
    }

    /// <summary>Chooses a command in the menu of a message.</summary>
    /// <exception cref="ArgumentException">The person does not see the message, or no such command is offered.</exception>
    public Task<InteractionOutcome> InvokeOnMessageAsync(string command, string messageId, string? userId = null, bool isUserInstalled = false)
    {
        lock (_world.Gate)
        {
            var message = Message(messageId, userId);
            var resolved = new Resolved(_world);
            resolved.Message(message);
            return InvokeOnAsync(command, 3, messageId, resolved, Place(message.ChannelId, userId, isUserInstalled));
        }
    }

    /// <summary>Chooses a command in the menu of a user.</summary>
    /// <exception cref="ArgumentException">No such command is offered.</exception>
    public Task<InteractionOutcome> InvokeOnUserAsync(string command, string targetId, string? channelId = null, string? userId = null, bool isUserInstalled = false)
    {
        lock (_world.Gate)
        {
            var resolved = new Resolved(_world);
            return resolved.User(targetId)
                ? InvokeOnAsync(command, 2, targetId, resolved, Place(channelId, userId, isUserInstalled))
                : throw new ArgumentException($"There is no user {targetId}.", nameof(targetId));
        }
    }

    private Task<InteractionOutcome> InvokeOnAsync(string name, int type, string targetId, Resolved resolved, Whereabouts place)
    {
        var command = Command(name, type, place);
        var data = new JsonObject { ["id"] = command["id"]!.DeepClone(), ["name"] = name, ["type"] = type, ["target_id"] = targetId };
        resolved.AddTo(data);
        return AskAsync(Interaction.Command, data, place);
    }

    /// <summary>Sends it, still under the lock, and then waits outside of it.</summary>
    private Task<InteractionOutcome> AskAsync(int type, JsonObject data, Whereabouts place, Message? source = null, int focusedType = 0)
    {
        var token = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"interaction:{_world.NewId()}:secret-of-the-interaction")).TrimEnd('=');
        var interaction = new Interaction(_world.NewId(), token, type, place.Channel.Id, place.UserId, _world.Now)
        {
            Source = source,
            FocusedType = focusedType,
            IsUserInstalled = place.IsUserInstalled,
            IsKeptPrivate = place.IsUserInstalled && !place.Channel.IsPrivate && (_world.PermissionsIn(place.Channel, place.UserId) & PermissionBits.Of("USE_EXTERNAL_APPS")) == 0,
        };
        _endpoints.Add(interaction);
        _dispatch("INTERACTION_CREATE", InteractionJson.Of(_world, interaction, data));
        return WaitAsync(interaction);
    }

    private async Task<InteractionOutcome> WaitAsync(Interaction interaction)
    {
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
            interaction.AnswerType is AnswerRules.DeferredReply or AnswerRules.DeferredUpdate,
            interaction.Original?.OnlyFor is not null,
            error,
            interaction.Original?.ToJson(_world, withNonce: false),
            interaction.Choices,
            interaction.Modal);
    }
}
