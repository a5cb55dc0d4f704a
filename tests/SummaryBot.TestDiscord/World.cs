using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace SummaryBot.TestDiscord;

/// <summary>One server with its channels, their messages, one bot and one person. Whoever reads or changes it holds <see cref="Gate"/>.</summary>
public sealed class World
{
    private const long DiscordEpoch = 1420070400000;
    private readonly TimeProvider _time;
    private long _lastId;

    internal World(TestDiscordOptions options)
    {
        _time = options.Time;
        var first = 1_100_000_000_000_000_000L + (options.Seed * 1_000_000L);
        (ApplicationId, GuildId, UserId) = (Text(first), Text(first + 1), Text(first + 2));
        Token = $"{Convert.ToBase64String(Encoding.UTF8.GetBytes(ApplicationId)).TrimEnd('=')}.TstDsc.seed{options.Seed}-not-a-secret-of-anybody-0123456789";
        for (var i = 0; i < options.Channels; i++)
        {
            AddChannel(Text(first + 100 + i));
        }
    }

    public Lock Gate { get; } = new();

    public string Token { get; }

    public string ApplicationId { get; }

    public string GuildId { get; }

    /// <summary>The person.</summary>
    public string UserId { get; }

    public IDictionary<string, Channel> Channels { get; } = new Dictionary<string, Channel>(StringComparer.Ordinal);

    /// <summary>By their ids.</summary>
    public IDictionary<string, Webhook> Webhooks { get; } = new Dictionary<string, Webhook>(StringComparer.Ordinal);

    public JsonArray Commands { get; internal set; } = [];

    public IList<string> Pings { get; } = [];

    /// <summary>How many times commands were put.</summary>
    public int Registrations { get; internal set; }

    public DateTimeOffset Now => _time.GetUtcNow();

    /// <summary>A new id of this very moment: interactions are refused by clients when theirs are old.</summary>
    public string NewId()
    {
        var now = (Now.ToUnixTimeMilliseconds() - DiscordEpoch) << 22;
        return Text(_lastId = Math.Max(_lastId + 1, now));
    }

    /// <param name="type">One of <see cref="ChannelTypes"/>.</param>
    /// <param name="tags">Names of a forum's tags.</param>
    public Channel AddChannel(string id, int type = ChannelTypes.Text, params string[] tags) => Channels[id] = new Channel(id, $"news-{Channels.Count + 1}")
    {
        Type = type,
        Tags = [.. tags.Select(tag => new ForumTag(NewId(), tag))],
    };

    /// <summary>A webhook that a person made.</summary>
    public Webhook AddWebhook(string channelId)
    {
        var id = NewId();
        return Webhooks[id] = new Webhook(id, $"not-a-secret-of-anybody-{id}-0123456789", channelId, "Captain Hook");
    }

    public JsonObject Bot() => User(ApplicationId, "SummaryBot", isBot: true);

    public JsonObject Person(string? id = null) => User(id ?? UserId, "reader", isBot: false);

    private static JsonObject User(string id, string name, bool isBot) => new()
    {
        ["id"] = id,
        ["username"] = name,
        ["discriminator"] = isBot ? "0001" : "0",
        ["global_name"] = name,
        ["avatar"] = null,
        ["bot"] = isBot,
        ["system"] = false,
        ["mfa_enabled"] = false,
        ["verified"] = true,
        ["email"] = null,
        ["flags"] = 0,
    };

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A channel or thread and what stands in it.</summary>
public sealed class Channel(string id, string name)
{
    public string Id { get; } = id;

    public string Name { get; } = name;

    public IList<Message> Messages { get; } = [];

    /// <summary>One of <see cref="ChannelTypes"/>.</summary>
    public int Type { get; init; }

    /// <summary>Null for a channel that is no thread.</summary>
    public ChannelThread? Thread { get; init; }

    public IReadOnlyList<ForumTag> Tags { get; init; } = [];

    /// <summary>Whether a forum takes no post without a tag.</summary>
    public bool RequiresTag { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Permissions that were taken from the bot here, by Discord's names.</summary>
    public ISet<string> Denied { get; } = new HashSet<string>(StringComparer.Ordinal);

    public JsonObject ToJson(string guildId, string applicationId) => ChannelShape.Complete(Common(guildId, applicationId), this);

    private JsonObject Common(string guildId, string applicationId) => new()
    {
        ["id"] = Id,
        ["type"] = 0,
        ["guild_id"] = guildId,
        ["name"] = Name,
        ["position"] = 0,
        ["permission_overwrites"] = Rest.Permissions.Overwrites(applicationId, Denied),
        ["nsfw"] = false,
        ["topic"] = null,
        ["last_message_id"] = Messages.Count == 0 ? null : Messages[^1].Id,
        ["rate_limit_per_user"] = 0,
        ["parent_id"] = null,
    };
}

/// <summary>A message as Discord keeps it.</summary>
public sealed class Message(string id, string channelId, JsonObject body, DateTimeOffset at)
{
    public string Id { get; } = id;

    public string ChannelId { get; } = channelId;

    public DateTimeOffset At { get; } = at;

    public const int Crossposted = 1 << 0;
    public const int HasThread = 1 << 5;

    public string? Nonce { get; init; }

    /// <summary>Who wrote it, where it was not the bot.</summary>
    public JsonObject? Author { get; init; }

    /// <summary><see cref="Crossposted"/> and <see cref="HasThread"/>.</summary>
    public int Flags { get; set; }

    /// <summary>Who alone sees it; null for a message that everybody sees.</summary>
    public string? OnlyFor { get; init; }

    public bool IsDeleted { get; set; }

    /// <summary>Shows "is thinking…" until the interaction is answered.</summary>
    public bool IsLoading { get; set; }

    public JsonObject Body { get; private set; } = body;

    public bool IsV2 => Rules.MessageRules.IsV2(Body);

    public void Edit(JsonObject change)
    {
        var edited = Body.DeepClone().AsObject();
        foreach (var (key, value) in change)
        {
            edited[key] = value?.DeepClone();
        }

        Body = edited;
    }

    /// <summary>As the API gives it; a nonce is in the answer to its sender alone.</summary>
    public JsonObject ToJson(World world, bool withNonce)
    {
        var flags = (Body["flags"] is JsonValue value && value.TryGetValue<int>(out var bits) ? bits & (4 | 4096 | Rules.MessageRules.IsComponentsV2) : 0)
            | Flags | (OnlyFor is null ? 0 : 64) | (IsLoading ? 128 : 0);
        var json = new JsonObject
        {
            ["id"] = Id,
            ["type"] = 0,
            ["channel_id"] = ChannelId,
            ["author"] = Author?.DeepClone() ?? world.Bot(),
            ["content"] = Body["content"]?.GetValue<string>().Trim() ?? "",
            ["timestamp"] = At.ToString("O", CultureInfo.InvariantCulture),
            ["edited_timestamp"] = null,
            ["tts"] = false,
            ["mention_everyone"] = false,
            ["mentions"] = new JsonArray(),
            ["mention_roles"] = new JsonArray(),
            ["attachments"] = Attachments(world),
            ["embeds"] = Trimmed(Body["embeds"]) ?? new JsonArray(),
            ["components"] = Trimmed(Body["components"]) ?? new JsonArray(),
            ["pinned"] = false,
            ["flags"] = flags,
        };
        if (Author is not null)
        {
            json["webhook_id"] = Author["id"]!.GetValue<string>();
        }

        if ((Flags & HasThread) != 0 && world.Channels.TryGetValue(Id, out var thread))
        {
            json["thread"] = thread.ToJson(world.GuildId, world.ApplicationId);
        }

        if (withNonce && Nonce is not null)
        {
            json["nonce"] = Nonce;
        }

        return json;
    }

    private JsonArray Attachments(World world) => new([.. (Body["attachments"] as JsonArray ?? []).OfType<JsonObject>().Select(
        (file, i) => (JsonNode)new JsonObject
        {
            ["id"] = $"{ulong.Parse(Id, CultureInfo.InvariantCulture) + (ulong)i + 1}",
            ["filename"] = file["filename"]?.DeepClone(),
            ["size"] = file["size"]?.DeepClone(),
            ["content_type"] = file["content_type"]?.DeepClone(),
            ["url"] = $"https://cdn.example/{world.ApplicationId}/{Id}/{i}",
            ["proxy_url"] = $"https://cdn.example/{world.ApplicationId}/{Id}/{i}",
        })]);

    /// <summary>Discord trims every text that it keeps.</summary>
    private static JsonNode? Trimmed(JsonNode? node) => node switch
    {
        JsonObject fields => new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, Trimmed(field.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Trimmed)]),
        JsonValue value when value.TryGetValue<string>(out var text) => text.Trim(),
        null => null,
        _ => node.DeepClone(),
    };
}
