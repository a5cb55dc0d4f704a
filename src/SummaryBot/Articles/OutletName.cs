using System.Text.RegularExpressions;

namespace SummaryBot.Articles;

/// <summary>The outlet that a text names as its own source, as in "…, Azernews reports, citing MFA."</summary>
internal static partial class OutletName
{
    /// <summary>An outlet names itself at the top; further down the text quotes others.</summary>
    private const int Opening = 1500;

    /// <returns>The name as written; null where the text names none.</returns>
    public static string? FindIn(string text)
    {
        var match = Named().Match(text, 0, Math.Min(Opening, text.Length));
        return match.Success ? match.Groups["name"].Value : null;
    }

    [GeneratedRegex(@"[,”""]\s(?<name>\p{Lu}[\p{L}\p{N}]*([ \-.]\p{Lu}[\p{L}\p{N}]*){0,3}) (reports|reported|informs|writes)([,.]| citing| with reference)",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named();
}
