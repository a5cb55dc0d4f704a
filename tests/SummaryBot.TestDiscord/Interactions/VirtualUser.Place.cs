using System.Globalization;
using System.Text.Json.Nodes;
using SummaryBot.TestDiscord.Access;

namespace SummaryBot.TestDiscord.Interactions;

/// <summary>What the person sees and is offered.</summary>
public sealed partial class VirtualUser
{
    /// <exception cref="ArgumentException">There is no such channel, or the person does not see it.</exception>
    private Whereabouts Place(string? channelId, string? userId, bool isUserInstalled)
    {
        var id = channelId ?? _world.Channels.Keys.First();
        var channel = _world.Find(id) ?? throw new ArgumentException($"There is no channel {id}.", nameof(channelId));
        var person = userId ?? _world.UserId;
        if (!channel.IsPrivate && !_world.Guild.Has(person))
        {
            _world.Guild.Join(person);
        }

        if ((_world.PermissionsIn(channel, person) & PermissionBits.ViewChannel) == 0)
        {
            throw new ArgumentException($"{person} does not see the channel {id}.", nameof(userId));
        }

        // among people the bot is only there for whom it belongs to
        return new Whereabouts(channel, person, isUserInstalled || (channel.IsPrivate && !channel.Recipients.Contains(_world.ApplicationId)));
    }

    /// <exception cref="ArgumentException">Nothing of that name is offered to this person in this place.</exception>
    private JsonObject Command(string name, int type, Whereabouts place)
    {
        var known = _world.Commands.Concat(place.Channel.IsPrivate ? [] : _world.GuildCommands).OfType<JsonObject>()
            .FirstOrDefault(command => command["name"]?.ToString() == name && (int?)command["type"] == type);
        return known is null ? throw new ArgumentException($"No command {name} is registered.", nameof(name))
            : WhyHidden(known, place) is { } reason ? throw new ArgumentException(reason, nameof(name))
            : known;
    }

    private string? WhyHidden(JsonObject command, Whereabouts place)
    {
        var context = InteractionJson.ContextOf(place.Channel, _world);
        var owner = place.IsUserInstalled ? 1 : 0;
        if (!Allows(command["contexts"], context, [0, 1, 2]) || !Allows(command["integration_types"], owner, [0]))
        {
            return $"{command["name"]} is not offered in the context {context} with the installation {owner}.";
        }

        if (place.Channel.IsPrivate)
        {
            return null;
        }

        var held = _world.PermissionsIn(place.Channel, place.UserId);
        return (held & PermissionBits.Of("USE_APPLICATION_COMMANDS")) == 0 ? $"{place.UserId} may not use commands here."
            : !place.IsUserInstalled && !Meets(held, command["default_member_permissions"]?.ToString()) ? $"{place.UserId} may not use {command["name"]}."
            : null;
    }

    private static bool Allows(JsonNode? list, int number, int[] otherwise) =>
        (list is JsonArray numbers ? numbers.Select(it => (int)it!) : otherwise).Contains(number);

    /// <summary>All of them; nothing at all means administrators alone.</summary>
    private static bool Meets(ulong held, string? needed) => needed is null || (held & PermissionBits.Administrator) != 0
        || (ulong.Parse(needed, CultureInfo.InvariantCulture) is > 0 and var bits && (held & bits) == bits);

    /// <exception cref="ArgumentException">The person sees no such message.</exception>
    private Message Message(string messageId, string? userId)
    {
        var person = userId ?? _world.UserId;
        return _world.Channels.Values.Concat(_world.PrivateChannels.Values).SelectMany(channel => channel.Messages)
            .FirstOrDefault(it => it.Id == messageId && !it.IsDeleted && (it.OnlyFor is null || it.OnlyFor == person))
            ?? throw new ArgumentException($"Nobody sees a message {messageId}.", nameof(messageId));
    }
}
