using System.Text.RegularExpressions;

namespace SummaryBot.Chat;

/// <summary>A channel of one of the chats: <c>console</c>, <c>file:PATH</c>, a Discord channel id, <c>dm:ID</c>, or <c>webhook:ID/TOKEN</c>.</summary>
/// <param name="Scheme"><c>console</c>, <c>file</c>, <c>discord</c>, <c>dm</c> or <c>webhook</c>.</param>
/// <param name="Target">The path or the id, for <c>dm</c> the user's; of a webhook its id and token, which is a secret; empty for the console.</param>
public sealed partial record ChannelAddress(string Scheme, string Target)
{
    public const string Console = "console";
    public const string File = "file";
    public const string Discord = "discord";
    public const string Webhook = "webhook";

    /// <summary>A person's direct messages from the bot.</summary>
    public const string Direct = "dm";

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
            (Direct, _) when IsSnowflake(target) => new ChannelAddress(Direct, target),
            (Webhook, _) when IsWebhook(target) => new ChannelAddress(Webhook, target),
            ("https" or "http", _) when WebhookPath().Match(target) is { Success: true } path => TryParse($"{Webhook}:{path.Groups["path"].Value}"),
            _ => null,
        };
    }

    /// <summary>As the database keeps it. A webhook's holds its token: whoever reads it can post there.</summary>
    public string Stored => Target.Length == 0 ? Scheme : $"{Scheme}:{Target}";

    /// <summary>As it may be shown and logged: a webhook without its token.</summary>
    public override string ToString() =>
        string.Equals(Scheme, Webhook, StringComparison.Ordinal) ? $"{Scheme}:{Target.Split('/')[0]}" : Stored;

    private static bool IsWebhook(string text) =>
        text.Split('/') is [var id, var token] && IsSnowflake(id) && token.Length is >= 20 and <= 200
        && token.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.');

    /// <summary>What Discord's "Copy Webhook URL" gives, behind the scheme.</summary>
    [GeneratedRegex(@"^//[^/]+/api/(v\d+/)?webhooks/(?<path>[^/?#]+/[^/?#]+)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WebhookPath();

    /// <summary>A Discord id is a 64-bit number: <see href="https://discord.com/developers/docs/reference#snowflakes"/>.</summary>
    public static bool IsSnowflake(string text) =>
        text.Length is >= 17 and <= 20 && text.All(char.IsAsciiDigit) && ulong.TryParse(text, out _);
}
