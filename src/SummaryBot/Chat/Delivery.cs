namespace SummaryBot.Chat;

/// <summary>One message of an edition on its way to a channel: a row of the outbox.</summary>
/// <param name="Nonce">What it is known by, here and in the chat: unique among deliveries, 25 characters at most, the same in every attempt.</param>
/// <param name="Attempts">How often it was tried before, 0 or more.</param>
/// <param name="FirstTriedAt">When it was first tried; null before that.</param>
/// <param name="MayHaveArrived">Whether an earlier attempt ended without the chat's answer.</param>
public sealed record Delivery(
    ChannelAddress Channel, ChatMessage Message, string Nonce, int Attempts, DateTimeOffset? FirstTriedAt, bool MayHaveArrived);
