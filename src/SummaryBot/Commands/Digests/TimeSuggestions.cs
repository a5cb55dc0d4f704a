using System.Globalization;
using SummaryBot.Commands.Shape;

namespace SummaryBot.Commands.Digests;

/// <summary>Times of the day that fit what is typed: <c>7</c>, <c>730</c>, <c>7:3</c> and <c>7 pm</c> are begun times.</summary>
internal static class TimeSuggestions
{
    private const int Most = 25;
    private static readonly string[] Usual = ["07:00", "07:30", "08:00", "08:30", "09:00", "12:00", "13:00", "17:00", "18:00", "19:00", "20:00", "21:00", "22:00"];

    /// <param name="typed">One time or several with spaces, the last of them begun.</param>
    public static IReadOnlyList<Choice> Of(string typed)
    {
        var words = typed.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).ToList();
        var isAfternoon = words.Count > 1 && words[^1].StartsWith('p') && words[^1].Length <= 2;
        if (isAfternoon || (words.Count > 1 && words[^1].StartsWith('a') && words[^1].Length <= 2))
        {
            words.RemoveAt(words.Count - 1);
        }

        var before = string.Concat(words.SkipLast(1).Select(word => $"{word} "));
        return [.. Times(words.Count == 0 ? "" : words[^1], isAfternoon).Select(time => new Choice($"{before}{time}", $"{before}{time}")).Take(Most)];
    }

    private static IEnumerable<string> Times(string typed, bool isAfternoon)
    {
        var parts = typed.Split(':', '.', 'h');
        var digits = string.Concat(typed.Where(char.IsAsciiDigit));
        var (hour, minutes) = parts.Length > 1 ? (parts[0], parts[1]) : digits.Length > 2 ? (digits[..^2], digits[^2..]) : (digits, "");
        if (hour.Length == 0)
        {
            return typed.Length == 0 ? Usual : [];
        }

        if (!int.TryParse(hour, NumberStyles.None, CultureInfo.InvariantCulture, out var at) || at > 23 || !minutes.All(char.IsAsciiDigit))
        {
            return [];
        }

        var hours = new[] { isAfternoon && at < 12 ? at + 12 : at }.Concat(hour.Length == 1 && minutes.Length == 0 && at is 1 or 2 && !isAfternoon ? Enumerable.Range(at * 10, at == 2 ? 4 : 10) : []);
        return hours.SelectMany(h => Minutes(minutes).Select(m => string.Create(CultureInfo.InvariantCulture, $"{h:00}:{m:00}")));
    }

    private static IEnumerable<int> Minutes(string typed) => typed.Length switch
    {
        0 => [0, 15, 30, 45],
        1 => Enumerable.Range(0, 10).Select(i => ((typed[0] - '0') * 10) + i).Where(it => it < 60),
        2 when int.Parse(typed, CultureInfo.InvariantCulture) is var minutes and < 60 => [minutes],
        _ => [],
    };
}
