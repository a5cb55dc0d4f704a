namespace SummaryBot.Articles.Inbox.Mail;

/// <summary>What of a mail becomes an article.</summary>
/// <param name="Subject">On one line; null where it has none.</param>
/// <param name="Sender">The name of the sender, or else the domain of the address.</param>
/// <param name="Plain">The plain text without its signature; null where it has none.</param>
/// <param name="Html">The HTML as it came; null where it has none.</param>
public sealed record MailText(string? Subject, string? Sender, DateTimeOffset? SentAt, string? Plain, MailHtml? Html);

/// <param name="Charset">As the mail names it; null where it does not.</param>
public sealed record MailHtml(ReadOnlyMemory<byte> Body, string? Charset);
