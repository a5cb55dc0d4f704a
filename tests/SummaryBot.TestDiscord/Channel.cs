using System.Text.Json.Nodes;
using SummaryBot.TestDiscord.Access;

namespace SummaryBot.TestDiscord;

/// <summary>A channel or thread and what stands in it.</summary>
public sealed class Channel(string id, string name)
{
    public const int Direct = 1;
    public const int Category = 4;

    private readonly List<Overwrite> _overwrites = [];

    public string Id { get; } = id;

    public string Name { get; } = name;

    /// <summary>Null for one that is in the first server.</summary>
    public string? GuildId { get; init; }

    /// <summary>One of <see cref="ChannelTypes"/>, or another of Discord's.</summary>
    public int Type { get; init; }

    public IList<Message> Messages { get; } = [];

    /// <summary>Null for a channel that is no thread.</summary>
    public ChannelThread? Thread { get; init; }

    public IReadOnlyList<ForumTag> Tags { get; init; } = [];

    /// <summary>Whether a forum takes no post without a tag.</summary>
    public bool RequiresTag { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Permissions that were taken from the bot here, by Discord's names; an overwrite of its own.</summary>
    public ISet<string> Denied { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Of a private channel.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    public bool IsPrivate => Recipients.Count > 0;

    /// <summary>What the channel gives and takes, with what is taken from the bot.</summary>
    public IReadOnlyCollection<Overwrite> Overwrites => Denied.Count == 0 ? _overwrites
        : [.. _overwrites, new Overwrite(BotId, IsForMember: true, Allow: 0, PermissionBits.Of(Denied))];

    internal string BotId { get; init; } = "";

    /// <summary>Instead of an earlier one of the same role or member.</summary>
    public void Set(Overwrite overwrite)
    {
        _overwrites.RemoveAll(it => it.Id == overwrite.Id && it.IsForMember == overwrite.IsForMember);
        _overwrites.Add(overwrite);
    }

    public JsonObject ToJson(string guildId) => ChannelShape.Complete(Common(guildId), this);

    /// <summary>A private channel as one of its people sees it.</summary>
    public JsonObject ToPrivateJson(World world, string viewerId) => new()
    {
        ["id"] = Id,
        ["type"] = Type,
        ["flags"] = 0,
        ["last_message_id"] = Messages.Count == 0 ? null : Messages[^1].Id,
        ["recipients"] = new JsonArray(
            [.. Recipients.Where(it => it != viewerId).Select(it => (JsonNode)(it == world.ApplicationId ? world.Bot() : world.Person(it)))]),
    };

    private JsonObject Common(string guildId) => new()
    {
        ["id"] = Id,
        ["type"] = Type,
        ["guild_id"] = GuildId ?? guildId,
        ["name"] = Name,
        ["position"] = 0,
        ["flags"] = 0,
        ["permission_overwrites"] = new JsonArray([.. Overwrites.Select(it => (JsonNode)it.ToJson())]),
        ["nsfw"] = false,
        ["topic"] = null,
        ["last_message_id"] = Messages.Count == 0 ? null : Messages[^1].Id,
        ["rate_limit_per_user"] = 0,
        ["parent_id"] = null,
    };
}
