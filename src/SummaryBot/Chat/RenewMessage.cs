namespace SummaryBot.Chat;

/// <summary>Writes a message that was never sent anew, from its articles as they are now, and keeps it in the outbox.</summary>
public delegate Task<ChatMessage> RenewMessage(Delivery delivery, CancellationToken cancellationToken);
