using System.Text.Json.Nodes;

namespace SummaryBot.Discord.Posting;

/// <summary>What can be done in a channel.</summary>
internal enum ChannelKind
{
    /// <summary>Messages; threads on them.</summary>
    Text,

    /// <summary>As text; messages can be published to the channels that follow it.</summary>
    Announcement,

    /// <summary>Messages alone.</summary>
    Thread,

    /// <summary>Threads alone, each with its first message; media channels too.</summary>
    Forum,

    /// <summary>Messages, as far as the bot knows: voice, stage and what is yet to come.</summary>
    Other,
}

/// <param name="GuildId">The server; empty where there is none.</param>
/// <param name="Tags">A forum's tags: name and id.</param>
internal sealed record ChannelInfo(ChannelKind Kind, string GuildId, IReadOnlyList<(string Name, string Id)> Tags)
{
    /// <summary>Reads a channel as Discord's API gives it; null where it is none.</summary>
    /// <remarks><see href="https://discord.com/developers/docs/resources/channel#channel-object-channel-types"/></remarks>
    public static ChannelInfo? TryRead(JsonNode? channel) =>
        channel is JsonObject fields && fields["type"] is JsonValue value && value.TryGetValue<int>(out var type)
            ? new ChannelInfo(KindOf(type), Text(fields["guild_id"]), [.. (fields["available_tags"] as JsonArray ?? []).Select(tag => (Text(tag?["name"]), Text(tag?["id"])))])
            : null;

    /// <summary>Ids of the tags that are named, by name or id; those that the forum lacks are left out.</summary>
    public IEnumerable<string> TagIds(IEnumerable<string> wanted) => wanted
        .Select(tag => Tags.FirstOrDefault(it => string.Equals(it.Id, tag, StringComparison.Ordinal) || string.Equals(it.Name, tag, StringComparison.OrdinalIgnoreCase)).Id)
        .OfType<string>().Distinct(StringComparer.Ordinal);

    private static ChannelKind KindOf(int type) => type switch
    {
        0 => ChannelKind.Text,
        5 => ChannelKind.Announcement,
        10 or 11 or 12 => ChannelKind.Thread,
        15 or 16 => ChannelKind.Forum,
        _ => ChannelKind.Other,
    };

    private static string Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";
}
