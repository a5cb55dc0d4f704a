namespace SummaryBot.Chat;

/// <summary>Addresses that open a message in Discord.</summary>
public static class MessageAddress
{
    /// <param name="guild">The id of the Discord server; null where it is not known.</param>
    /// <returns>Null where there is no message yet, or no place that an address could name.</returns>
    public static Uri? Of(ChannelAddress channel, string? guild, string? messageId) =>
        messageId is { Length: > 0 } && guild is { Length: > 0 } && string.Equals(channel.Scheme, ChannelAddress.Discord, StringComparison.Ordinal)
            ? new Uri($"https://discord.com/channels/{guild}/{channel.Target}/{messageId}")
            : null;
}
