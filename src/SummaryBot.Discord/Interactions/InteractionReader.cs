using System.Text.Json.Nodes;

namespace SummaryBot.Discord.Interactions;

/// <summary>Reads an interaction as the gateway and the HTTP endpoint give it. Nothing in it is trusted to be there or to be of its type.</summary>
/// <remarks><see href="https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object"/></remarks>
internal static class InteractionReader
{
    private const int Ephemeral = 1 << 6;
    private const int MostToken = 1000;

    /// <summary>Of a server, by Discord's limits.</summary>
    private const int MostRoles = 250;

    /// <param name="receivedAt">A timestamp of the TimeProvider.</param>
    /// <returns>Null where nobody could be answered. Where only what was asked is unreadable, that is <see cref="Asked.Unreadable"/>.</returns>
    public static Interaction? TryRead(JsonObject data, long receivedAt)
    {
        try
        {
            return Read(data, receivedAt);
        }
        catch (ArgumentException)
        {
            return null; // a key that is there twice
        }
    }

    private static Interaction? Read(JsonObject data, long receivedAt)
    {
        var user = data.At("member").At("user") ?? data.At("user");
        if (data.At("id").Id() is not { } id || data.At("application_id").Id() is not { } application
            || data.At("token").Text(MostToken) is not { Length: > 0 } token || user.At("id").Id() is not { } userId)
        {
            return null;
        }

        var place = Place(data);
        return new Interaction(
            id,
            application,
            Uri.EscapeDataString(token),
            userId,
            data.At("locale").Text(16) ?? "en-US",
            place,
            IsContradictory(data, place) ? new Asked.Unreadable("it names two guilds") : AskedReader.Read(data),
            (data.At("message").At("flags").Whole() & Ephemeral) > 0,
            data.At("type").Whole() == AskedReader.Autocomplete,
            receivedAt);
    }

    private static InteractionPlace Place(JsonObject data)
    {
        var guild = data.At("guild_id").Id();
        var owners = data.At("authorizing_integration_owners");
        var installed = owners.At("0").Id();
        var context = data.At("context").Whole() is int number and >= 0 and <= 2 ? (InteractionContext)number
            : guild is null ? InteractionContext.PrivateChannel : InteractionContext.Guild;
        return new InteractionPlace(
            context,
            guild,
            installed is "0" ? null : installed, // Discord's mark for the bot's direct messages
            data.At("channel_id").Id() ?? data.At("channel").At("id").Id(),
            data.At("channel").At("type").Whole(),
            data.At("member").At("permissions").Permissions(),
            data.At("app_permissions").Permissions(),
            data.At("guild_locale").Text(16))
        {
            Roles = [.. data.At("member").At("roles").Texts(MostRoles).Where(it => JsonValue.Create(it).Id() is not null)],
        };
    }

    /// <summary>Whether the guild, the channel and the message speak of different guilds: Discord sends no such thing.</summary>
    private static bool IsContradictory(JsonObject data, InteractionPlace place) =>
        new[] { data.At("guild").At("id"), data.At("channel").At("guild_id"), data.At("message").At("guild_id") }
            .Any(node => node.Id() is { } id && !string.Equals(id, place.GuildId, StringComparison.Ordinal))
        || (place.GuildId is not null && place.Context != InteractionContext.Guild);
}
