using System.Globalization;
using System.Text.RegularExpressions;

namespace SummaryBot.Articles.Inbox.Mail;

/// <summary>The Date field: <c>Thu, 30 Mar 2023 15:57:00 +0400 (GST)</c> (RFC 5322, 3.3 and 4.3).</summary>
internal static partial class MailDate
{
    private static readonly Dictionary<string, string> Zones = new(StringComparer.OrdinalIgnoreCase)
    {
        [""] = "+0000",
        ["GMT"] = "+0000",
        ["UT"] = "+0000",
        ["UTC"] = "+0000",
        ["Z"] = "+0000",
        ["EST"] = "-0500",
        ["EDT"] = "-0400",
        ["CST"] = "-0600",
        ["CDT"] = "-0500",
        ["MST"] = "-0700",
        ["MDT"] = "-0600",
        ["PST"] = "-0800",
        ["PDT"] = "-0700",
    };

    /// <summary>Null where there is none, or it cannot be read.</summary>
    public static DateTimeOffset? Parse(string? field)
    {
        var match = Form().Match(field ?? "");
        var seconds = match.Groups["second"] is { Success: true, Value: var value } ? value : "00";
        var zone = match.Groups["zone"].Value;
        zone = Zones.GetValueOrDefault(zone, zone);
        return match.Success && DateTimeOffset.TryParseExact(
            $"{match.Groups["day"].Value} {match.Groups["minute"].Value}:{seconds} {zone}", "d MMM yyyy H:mm:ss zzz", CultureInfo.InvariantCulture, DateTimeStyles.AllowInnerWhite, out var date)
            ? date
            : null;
    }

    [GeneratedRegex(@"^\s*([A-Za-z]+,?\s+)?(?<day>[0-9]{1,2}\s+[A-Za-z]{3}\s+[0-9]{4})\s+(?<minute>[0-9]{1,2}:[0-9]{2})(:(?<second>[0-9]{2}))?\s*(?<zone>[+\-][0-9]{4}|[A-Za-z]*)",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
