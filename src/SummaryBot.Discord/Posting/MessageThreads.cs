using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using SummaryBot.Discord.Rest;

namespace SummaryBot.Discord.Posting;

/// <summary>Starts threads on messages, and opens archived ones again.</summary>
internal sealed partial class MessageThreads(DiscordRest rest, ILogger<MessageThreads> logger)
{
    private const int HasThread = 1 << 5;
    private const int ThreadExists = 160004;

    /// <summary>A message has one thread at most, so that asking again is harmless.</summary>
    /// <returns>Why there is none yet, in one sentence; null where there is one, or never will be.</returns>
    public async Task<string?> StartAsync(string channelId, JsonObject message, string name, CancellationToken cancellationToken)
    {
        if (message["flags"] is JsonValue value && value.TryGetValue<int>(out var flags) && (flags & HasThread) != 0)
        {
            return null;
        }

        var body = new JsonObject { ["name"] = name };
        switch (await rest.SendAsync(HttpMethod.Post, $"channels/{channelId}/messages/{message["id"]}/threads", body, cancellationToken))
        {
            case RestResult.AskedToWait wait:
                return $"The message is posted, and its thread is opened later: {wait.Reason}";
            case RestResult.Unknown unknown:
                return $"The message is posted, but perhaps without its thread: {unknown.Reason}";
            case RestResult.Refused { Code: not ThreadExists } refused:
                Log.NoThread(logger, channelId, refused.Reason);
                return null;
            default:
                return null;
        }
    }

    public Task<RestResult> ReopenAsync(string threadId, CancellationToken cancellationToken) =>
        rest.SendAsync(HttpMethod.Patch, $"channels/{threadId}", new JsonObject { ["archived"] = false }, cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A message in channel {ChannelId} has no thread: {Reason} The bot needs the permission Create Public Threads there.")]
        public static partial void NoThread(ILogger logger, string channelId, string reason);
    }
}
