using SummaryBot.Chat;

namespace SummaryBot.Digests;

/// <summary>An edition with the message that was written for it, whether it is sent yet or not.</summary>
/// <param name="DueAt">UTC milliseconds since 1970.</param>
/// <param name="Guild">The Discord server of its channel; null where unknown.</param>
/// <param name="State">One of <see cref="DeliveryState"/>.</param>
/// <param name="MessageId">Null until it is sent.</param>
/// <param name="SentAt">UTC milliseconds since 1970; null until it is sent.</param>
public sealed record SentEdition(
    long DigestId,
    string Digest,
    string DueLocal,
    long DueAt,
    ChannelAddress Channel,
    string? Guild,
    string Nonce,
    string State,
    string? MessageId,
    long? SentAt,
    ChatMessage Message)
{
    /// <summary>Where the message can be read; null where there is no address.</summary>
    public Uri? Link => MessageAddress.Of(Channel, Guild, MessageId);
}
