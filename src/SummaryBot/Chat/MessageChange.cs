namespace SummaryBot.Chat;

/// <summary>A sent message that is to be edited.</summary>
/// <param name="Version">Which of the messages wanted in its place this is.</param>
/// <param name="Wanted">What is to stand there.</param>
/// <param name="Attempts">How often it was tried before, 0 or more.</param>
public sealed record MessageChange(string Nonce, long Version, SentMessage Sent, ChatMessage Wanted, int Attempts);

/// <summary>What a message is to be changed to, and what that was made from.</summary>
/// <param name="From">The message of the delivery, as the database had it.</param>
/// <param name="Version">Of the change that waited then; 0 where none did.</param>
public sealed record NewChange(string Nonce, string From, long Version, ChatMessage Wanted);
