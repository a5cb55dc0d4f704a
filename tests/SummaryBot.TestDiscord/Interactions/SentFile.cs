namespace SummaryBot.TestDiscord.Interactions;

/// <summary>A file that a person sends with a command or in a form.</summary>
/// <param name="Content">10 MiB at most, as Discord takes from people without Nitro.</param>
public sealed record SentFile(string Name, ReadOnlyMemory<byte> Content, string ContentType = "application/octet-stream")
{
    internal const int MaxBytes = 10 << 20;
}
