namespace SummaryBot.Chat;

/// <summary>A channel of one of the chats: <c>console</c>, <c>file:PATH</c>, or a Discord channel id.</summary>
/// <param name="Scheme"><c>console</c>, <c>file</c> or <c>discord</c>.</param>
/// <param name="Target">The path or the id; empty for the console.</param>
public sealed record ChannelAddress(string Scheme, string Target)
{
    public const string Console = "console";
    public const string File = "file";
    public const string Discord = "discord";

    /// <summary>Reads an address; null where the text is none.</summary>
    public static ChannelAddress? TryParse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var (scheme, target) = colon < 0 ? ("", text) : (text[..colon], text[(colon + 1)..]);
        return (scheme, target) switch
        {
            ("", Console) => new ChannelAddress(Console, ""),
            (File, not "") => new ChannelAddress(File, target),
            ("" or Discord, _) when IsSnowflake(target) => new ChannelAddress(Discord, target),
            _ => null,
        };
    }

    public override string ToString() => Target.Length == 0 ? Scheme : $"{Scheme}:{Target}";

    /// <summary>A Discord id is a 64-bit number: <see href="https://discord.com/developers/docs/reference#snowflakes"/>.</summary>
    private static bool IsSnowflake(string text) =>
        text.Length is >= 17 and <= 20 && text.All(char.IsAsciiDigit) && ulong.TryParse(text, out _);
}
