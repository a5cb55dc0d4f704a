using System.Collections.Concurrent;
using SummaryBot.Discord.Rest;

namespace SummaryBot.Discord.Posting;

/// <summary>What is known of channels. Discord is asked once; what it refuses makes the bot forget and ask again.</summary>
internal sealed class ChannelBook(DiscordRest rest)
{
    /// <summary>At about 200 bytes each; beyond it everything is forgotten, which costs a request for each channel in use.</summary>
    private const int MostChannels = 20_000;

    private readonly ConcurrentDictionary<string, ChannelInfo> _known = new(StringComparer.Ordinal);

    public ChannelInfo? Known(string channelId) => _known.GetValueOrDefault(channelId);

    public void Forget(string channelId) => _known.TryRemove(channelId, out _);

    /// <returns>A <see cref="ChannelInfo"/>, or why there is none.</returns>
    public async Task<(ChannelInfo? Info, RestResult? Problem)> AskAsync(string channelId, CancellationToken cancellationToken)
    {
        if (Known(channelId) is { } known)
        {
            return (known, null);
        }

        var answer = await rest.SendAsync(HttpMethod.Get, $"channels/{channelId}", body: null, cancellationToken);
        if (answer is not RestResult.Done { Body: var body })
        {
            return (null, answer);
        }

        if (ChannelInfo.TryRead(body) is not { } info)
        {
            return (null, new RestResult.Unknown("Discord's answer about the channel made no sense."));
        }

        if (_known.Count >= MostChannels)
        {
            _known.Clear();
        }

        return (_known[channelId] = info, null);
    }
}
