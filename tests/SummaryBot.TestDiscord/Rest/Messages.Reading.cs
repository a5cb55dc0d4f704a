using System.Globalization;
using System.Text.Json.Nodes;
using SummaryBot.TestDiscord.Access;

namespace SummaryBot.TestDiscord.Rest;

/// <summary>Reading what stands in a channel; an ephemeral message stands in none.</summary>
internal sealed partial class Messages
{
    public RestReply Get(string channelId, string messageId) => Refuse(channelId, "READ_MESSAGE_HISTORY")
        ?? (Find(channelId, messageId) is { } message ? RestReply.Ok(message.ToJson(world, withNonce: false)) : RestError.UnknownMessage);

    /// <summary>Newest first. Without Read Message History there is no error but an empty list, as Discord's documentation says.</summary>
    public RestReply List(string channelId, IQueryCollection query)
    {
        if (Refuse(channelId) is { } refused)
        {
            return refused;
        }

        var channel = world.Find(channelId)!;
        return (world.PermissionsIn(channel, world.ApplicationId) & PermissionBits.Of("READ_MESSAGE_HISTORY")) == 0
            ? RestReply.Ok(new JsonArray())
            : RestReply.Ok(new JsonArray([.. Page(channel, query).Select(it => (JsonNode)it.ToJson(world, withNonce: false))]));
    }

    private static IEnumerable<Message> Page(Channel channel, IQueryCollection query)
    {
        var limit = int.TryParse(query["limit"], CultureInfo.InvariantCulture, out var number) ? number : 50;
        var seen = channel.Messages.Where(it => !it.IsDeleted && it.OnlyFor is null);
        if (Id(query["after"]) is { } after)
        {
            return seen.Where(it => IdOf(it) > after).OrderBy(IdOf).Take(limit).Reverse();
        }

        if (Id(query["around"]) is { } around)
        {
            var newer = seen.Where(it => IdOf(it) >= around).OrderBy(IdOf).Take((limit / 2) + 1).Reverse();
            return newer.Concat(seen.Where(it => IdOf(it) < around).OrderByDescending(IdOf).Take(limit / 2)).Take(limit);
        }

        return seen.Where(it => IdOf(it) < (Id(query["before"]) ?? ulong.MaxValue)).OrderByDescending(IdOf).Take(limit);
    }

    private Message? Find(string channelId, string messageId) =>
        world.Find(channelId)!.Messages.FirstOrDefault(it => it.Id == messageId && !it.IsDeleted && it.OnlyFor is null);

    private static ulong? Id(string? text) => ulong.TryParse(text, CultureInfo.InvariantCulture, out var id) ? id : null;

    private static ulong IdOf(Message message) => ulong.Parse(message.Id, CultureInfo.InvariantCulture);
}
