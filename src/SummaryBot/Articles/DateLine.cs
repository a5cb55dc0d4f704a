using System.Globalization;
using System.Text.RegularExpressions;

namespace SummaryBot.Articles;

/// <summary>The line some article files start with: <c>date 2023-03-30 30 March 2023 15:57 (UTC+04:00)</c>.</summary>
internal static partial class DateLine
{
    public const string Problem = "Its date line cannot be read. Write it like: date 2023-03-30 30 March 2023 15:57 (UTC+04:00)";

    /// <summary>Whether a line is a date line, whatever is wrong with it.</summary>
    public static bool IsOne(string line) => Opening().IsMatch(line);

    /// <summary>The instant in its own zone; without a zone UTC, without a time the day's first instant. Null where it cannot be read.</summary>
    public static DateTimeOffset? Parse(string line)
    {
        var match = Whole().Match(line);
        var time = match.Groups["time"] is { Success: true, Value: var value } ? value.PadLeft(5, '0') : "00:00";
        var zone = match.Groups["zone"] is { Success: true, Value: var offset } ? offset.Replace('\u2212', '-') : "+00:00";
        return match.Success
            && DateTimeOffset.TryParseExact(
                $"{match.Groups["day"].Value} {time} {zone}", "yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;
    }

    [GeneratedRegex(@"^date\s+[0-9]{4}-", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^date\s+(?<day>[0-9]{4}-[0-9]{2}-[0-9]{2})(\s+[0-9]{1,2} \p{L}+ [0-9]{4})?(\s+(?<time>[0-9]{1,2}:[0-9]{2}))?"
        + @"(\s+\((UTC|GMT)(?<zone>[+\-\u2212][0-9]{2}:[0-9]{2})?\))?$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Whole();
}
