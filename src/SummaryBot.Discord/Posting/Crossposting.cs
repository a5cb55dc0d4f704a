using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using SummaryBot.Discord.Rest;

namespace SummaryBot.Discord.Posting;

/// <summary>Publishes messages of announcement channels to their followers, slowly.</summary>
internal sealed partial class Crossposting(DiscordRest rest, TimeProvider time, ILogger<Crossposting> logger)
{
    /// <summary>By users' reports; Discord gives no figure.</summary>
    private const int MostInAnHour = 10;

    private const int IsCrossposted = 1 << 0;
    private const int AlreadyCrossposted = 40033;

    private readonly ConcurrentDictionary<string, List<long>> _times = new(StringComparer.Ordinal);

    /// <param name="message">As Discord gave it.</param>
    /// <returns>Why it is not published yet, in one sentence; null where it is, or never will be.</returns>
    public async Task<string?> PublishAsync(string channelId, JsonObject message, CancellationToken cancellationToken)
    {
        if (message["flags"] is JsonValue value && value.TryGetValue<int>(out var flags) && (flags & IsCrossposted) != 0)
        {
            return null;
        }

        if (!TryTakeTurn(channelId))
        {
            return $"The message is posted; its channel has published {MostInAnHour} messages within an hour, and it is published as soon as Discord allows.";
        }

        switch (await rest.SendAsync(HttpMethod.Post, $"channels/{channelId}/messages/{message["id"]}/crosspost", body: null, cancellationToken))
        {
            case RestResult.AskedToWait wait:
                return $"The message is posted, and is published to followers later: {wait.Reason}";
            case RestResult.Unknown unknown:
                return $"The message is posted, but perhaps not published to followers: {unknown.Reason}";
            case RestResult.Refused { Code: not AlreadyCrossposted } refused:
                Log.NotPublished(logger, channelId, refused.Reason);
                return null;
            default:
                return null;
        }
    }

    private bool TryTakeTurn(string channelId)
    {
        var now = time.GetTimestamp();
        var times = _times.GetOrAdd(channelId, _ => []);
        lock (times)
        {
            times.RemoveAll(at => time.GetElapsedTime(at, now) >= TimeSpan.FromHours(1));
            var isFree = times.Count < MostInAnHour;
            if (isFree)
            {
                times.Add(now);
            }

            return isFree;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A message in channel {ChannelId} is not published to followers: {Reason}")]
        public static partial void NotPublished(ILogger logger, string channelId, string reason);
    }
}
