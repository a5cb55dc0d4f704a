using SummaryBot.Chat;
using SummaryBot.Discord.Rest;

namespace SummaryBot.Discord.Posting;

/// <summary>Looks whether the bot can post in a Discord channel, before it does.</summary>
internal sealed class ChannelInspector(DiscordRest rest, ChannelSearch search) : IChannelInspector
{
    private readonly ChannelAccess _access = new(rest);

    public string Scheme => ChannelAddress.Discord;

    public async Task<ChannelFinding> LookAsync(ChannelAddress channel, CancellationToken cancellationToken) =>
        await search.OwnIdAsync(cancellationToken) is { } own
            ? await _access.LookAsync(channel.Target, own, cancellationToken)
            : new ChannelFinding.Unknown("Discord did not say who the bot is.");
}
