using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using SummaryBot.Chat;
using SummaryBot.Discord.Interactions;
using SummaryBot.Discord.Rest;

namespace SummaryBot.Discord.Posting;

/// <summary>Who may read which channels of a server, from its roles and the overwrites of its channels. A server is asked once a minute.</summary>
internal sealed class ChannelReaders(DiscordRest rest, TimeProvider time) : IChannelReaders
{
    /// <summary>Beyond it everything is forgotten, which costs two requests for each server in use.</summary>
    private const int MostGuilds = 1000;

    /// <summary>An old message is read by whoever sees the channel and its history.</summary>
    private const ulong Reading = PermissionBits.ViewChannel | PermissionBits.ReadMessageHistory;

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (long At, Lazy<Task<Known?>> Known)> _guilds = new(StringComparer.Ordinal);

    public string Scheme => ChannelAddress.Discord;

    public async Task<IReadOnlySet<string>> ReadableAsync(ChannelReader reader, IReadOnlyCollection<string> channels, CancellationToken cancellationToken)
    {
        var readable = new HashSet<string>(StringComparer.Ordinal);
        if (await GuildAsync(reader.Guild).WaitAsync(cancellationToken) is not { } guild)
        {
            return readable;
        }

        foreach (var channel in channels.Distinct(StringComparer.Ordinal))
        {
            await LearnAsync(guild, reader.Guild, channel, cancellationToken);
            if (guild.MayRead(reader, channel))
            {
                readable.Add(channel);
            }
        }

        return readable;
    }

    /// <summary>People who type at once wait for the same answer; a refusal is not kept.</summary>
    private async Task<Known?> GuildAsync(string guild)
    {
        var now = time.GetTimestamp();
        if (_guilds.Count >= MostGuilds)
        {
            _guilds.Clear();
        }

        var entry = _guilds.AddOrUpdate(guild, _ => New(), (_, old) => time.GetElapsedTime(old.At, now) < Kept ? old : New());
        Known? known = null;
        try
        {
            return known = await entry.Known.Value;
        }
        finally
        {
            if (known is null)
            {
                _guilds.TryRemove(KeyValuePair.Create(guild, entry));
            }
        }

        (long At, Lazy<Task<Known?>> Known) New() => (now, new Lazy<Task<Known?>>(() => AskAsync(guild)));
    }

    private async Task<Known?> AskAsync(string guild) =>
        await GetAsync($"guilds/{guild}/roles", CancellationToken.None) is JsonArray roles && await GetAsync($"guilds/{guild}/channels", CancellationToken.None) is JsonArray channels
            ? new Known(roles, channels) : null;

    /// <summary>Threads are in no list of channels. What is not there, or of another server, is remembered as a channel that nobody reads.</summary>
    private async Task LearnAsync(Known guild, string id, string channel, CancellationToken cancellationToken)
    {
        if (!guild.Has(channel))
        {
            var about = await GetAsync($"channels/{channel}", cancellationToken) as JsonObject;
            guild.Add(channel, string.Equals(about.At("guild_id").Id(), id, StringComparison.Ordinal) ? about! : []);
        }
    }

    private async Task<JsonNode?> GetAsync(string path, CancellationToken cancellationToken) =>
        await rest.SendAsync(HttpMethod.Get, path, body: null, cancellationToken) is RestResult.Done done ? done.Body : null;

    /// <summary>A server as Discord told it. Nodes of JSON are not to be read by several at once.</summary>
    private sealed class Known(JsonArray roles, JsonArray channels)
    {
        private readonly Dictionary<string, JsonObject> _channels = channels.OfType<JsonObject>().Where(it => it.At("id").Id() is not null)
            .DistinctBy(it => it.At("id").Id(), StringComparer.Ordinal).ToDictionary(it => it.At("id").Id()!, StringComparer.Ordinal);

        private readonly Lock _gate = new();

        public bool Has(string channel)
        {
            lock (_gate)
            {
                return _channels.ContainsKey(channel);
            }
        }

        public void Add(string channel, JsonObject about)
        {
            lock (_gate)
            {
                _channels[channel] = about;
            }
        }

        /// <summary>A thread is read by whoever reads its channel; a private one is for its members, who ask in it.</summary>
        public bool MayRead(ChannelReader reader, string channel)
        {
            lock (_gate)
            {
                var place = _channels.GetValueOrDefault(channel);
                var isThread = place.At("type").Whole() is >= ChannelAccess.AnnouncementThread and <= ChannelAccess.PrivateThread;
                if (isThread)
                {
                    place = place.At("type").Whole() == ChannelAccess.PrivateThread ? null : _channels.GetValueOrDefault(place.At("parent_id").Id() ?? "");
                }

                return place.At("permission_overwrites") is JsonArray overwrites
                    && PermissionBits.Has((ulong)ChannelAccess.Granted(roles, reader.Roles, overwrites, reader.Guild, reader.UserId), Reading);
            }
        }
    }
}
