using SummaryBot.Chat;

namespace SummaryBot.Digests.Kinds;

/// <summary>What a message may hold, by where it goes.</summary>
public sealed class ChannelLimits(IEnumerable<IChat> chats)
{
    private readonly Dictionary<string, ChatLimits> _limits = chats.ToDictionary(chat => chat.Scheme, chat => chat.Limits, StringComparer.Ordinal);

    public ChatLimits Strictest => _limits.Values.MinBy(limits => limits.MaxCharacters)!;

    /// <summary>A chat that is not set up here may be in another instance, or later: its messages are written to the strictest limits.</summary>
    public ChatLimits Of(ChannelAddress channel) => _limits.GetValueOrDefault(channel.Scheme) ?? Strictest;
}
