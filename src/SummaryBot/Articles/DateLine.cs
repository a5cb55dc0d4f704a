using System.Globalization;
using System.Text.RegularExpressions;

namespace SummaryBot.Articles;

/// <summary>The line some article files start with: <c>date 2023-03-30 30 March 2023 15:57 (UTC+04:00)</c>.</summary>
internal static partial class DateLine
{
    /// <summary>Takes the date line off the top if there is one.</summary>
    /// <param name="blocks">The paragraphs; the first loses its date line.</param>
    /// <param name="publishedAt">The instant in its own zone; without a zone UTC, without a time the day's first instant.</param>
    /// <param name="problem">Why the date line cannot be read, in one sentence; null where it can or there is none.</param>
    public static bool TryTake(List<string> blocks, out DateTimeOffset publishedAt, out string? problem)
    {
        publishedAt = default;
        problem = null;
        var line = blocks[0].Split('\n')[0];
        if (!Opening().IsMatch(line))
        {
            return false;
        }

        if (Parse(line) is not { } date)
        {
            problem = "Its date line cannot be read. Write it like: date 2023-03-30 30 March 2023 15:57 (UTC+04:00)";
            return false;
        }

        publishedAt = date;
        var rest = blocks[0][line.Length..].TrimStart('\n');
        blocks.RemoveAt(0);
        blocks.InsertRange(0, rest.Length > 0 ? [rest] : []);
        return true;
    }

    private static DateTimeOffset? Parse(string line)
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
