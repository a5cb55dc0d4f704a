using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using SummaryBot.TestDiscord.Access;
using SummaryBot.TestDiscord.Interactions;

namespace SummaryBot.TestDiscord;

/// <summary>One server with its channels, their messages, its members and one bot; and channels of their own between people. Whoever reads or changes it holds <see cref="Gate"/>.</summary>
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
        Guild = new Guild(GuildId, UserId, ApplicationId, botRoleId: Text(first + 3));
        Token = $"{Convert.ToBase64String(Encoding.UTF8.GetBytes(ApplicationId)).TrimEnd('=')}.TstDsc.seed{options.Seed}-not-a-secret-of-anybody-0123456789";
        GuildIds = [.. Enumerable.Range(0, options.Gateway.Guilds).Select(i => Text(first + 1 + ((long)i << 22)))]; // each on the next shard
        for (var i = 0; i < options.Channels; i++)
        {
            AddChannel(Text(first + 100 + i), options.SpreadsChannels ? GuildIds[i % GuildIds.Count] : GuildId);
        }
    }

    public Lock Gate { get; } = new();

    public string Token { get; }

    public string ApplicationId { get; }

    public string GuildId { get; }

    /// <summary>All servers that the bot is in. What belongs to one is shown of the first; the others have channels at most.</summary>
    public IReadOnlyList<string> GuildIds { get; }

    /// <summary>The person, who owns the server.</summary>
    public string UserId { get; }

    public Guild Guild { get; }

    /// <summary>Those of the servers.</summary>
    public IDictionary<string, Channel> Channels { get; } = new Dictionary<string, Channel>(StringComparer.Ordinal);

    /// <summary>By their ids.</summary>
    public IDictionary<string, Webhook> Webhooks { get; } = new Dictionary<string, Webhook>(StringComparer.Ordinal);

    /// <summary>Those of people: with the bot, or among themselves.</summary>
    public IDictionary<string, Channel> PrivateChannels { get; } = new Dictionary<string, Channel>(StringComparer.Ordinal);

    /// <summary>People who take no direct messages.</summary>
    public ISet<string> Unreachable { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The language that people have set, as Discord writes it.</summary>
    public string Locale { get; set; } = "en-GB";

    public string GuildLocale { get; set; } = "en-US";

    /// <summary>Forms that were opened, by the interactions that did.</summary>
    public IDictionary<string, JsonObject> Forms { get; } = new Dictionary<string, JsonObject>(StringComparer.Ordinal);

    public JsonArray Commands { get; internal set; } = [];

    /// <summary>Those of the server alone.</summary>
    public JsonArray GuildCommands { get; internal set; } = [];

    /// <summary>Files that people sent with commands and in forms, by their ids.</summary>
    public IDictionary<string, SentFile> Uploaded { get; } = new Dictionary<string, SentFile>(StringComparer.Ordinal);

    /// <summary>Where the server listens, with a slash at the end.</summary>
    public Uri Address { get; internal set; } = new("http://127.0.0.1/");

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
    public Channel AddChannel(string id, int type = ChannelTypes.Text, params string[] tags) => AddChannel(id, GuildId, type, tags);

    private Channel AddChannel(string id, string guildId, int type = ChannelTypes.Text, params string[] tags) => Channels[id] = new Channel(id, $"news-{Channels.Count + 1}")
    {
        Type = type,
        GuildId = guildId,
        BotId = ApplicationId,
        Tags = [.. tags.Select(tag => new ForumTag(NewId(), tag))],
    };

    /// <summary>A webhook that a person made.</summary>
    public Webhook AddWebhook(string channelId)
    {
        var id = NewId();
        return Webhooks[id] = new Webhook(id, $"not-a-secret-of-anybody-{id}-0123456789", channelId, "Captain Hook");
    }

    public Channel? Find(string channelId) =>
        Channels.TryGetValue(channelId, out var channel) || PrivateChannels.TryGetValue(channelId, out channel) ? channel : null;

    /// <summary>Where two write to each other; always the same.</summary>
    public Channel DirectChannel(string userId, string otherId)
    {
        var known = PrivateChannels.Values.FirstOrDefault(it => it.Recipients.Contains(userId) && it.Recipients.Contains(otherId));
        return known ?? AddPrivateChannel(userId, otherId);
    }

    /// <summary>What somebody may do in a channel: nothing in a private one of others.</summary>
    public ulong PermissionsIn(Channel channel, string userId) => !channel.IsPrivate ? Guild.PermissionsIn(channel, channel.Thread is { } thread ? Channels[thread.ParentId] : channel, userId)
        : channel.Recipients.Contains(userId) ? PermissionBits.Usual
        : 0;

    /// <summary>Writes a message as a person does.</summary>
    public Message Say(string channelId, string content, string? userId = null)
    {
        var message = new Message(NewId(), channelId, new JsonObject { ["content"] = content }, Now) { Author = Person(userId) };
        Find(channelId)!.Messages.Add(message);
        return message;
    }

    public JsonObject Bot() => UserJson.Of(ApplicationId, "SummaryBot", isBot: true);

    public JsonObject Person(string? id = null) => UserJson.Of(id ?? UserId, "reader", isBot: false);

    private Channel AddPrivateChannel(params IReadOnlyList<string> recipients)
    {
        var id = NewId();
        return PrivateChannels[id] = new Channel(id, "") { Type = Channel.Direct, Recipients = recipients };
    }

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
