using System.Globalization;
using SummaryBot.Commands.Shape;
using SummaryBot.Digests;
using SummaryBot.Language;

namespace SummaryBot.Commands.Digests;

/// <summary>Days that fit what is typed.</summary>
internal static class DaySuggestions
{
    private const int Most = 25;
    private static readonly string[] Days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    private static readonly string[] Usual = ["daily", "weekdays", "sat,sun", .. Days];

    /// <summary>Days of the week: the usual ones, and what was typed with each day that may follow.</summary>
    public static IReadOnlyList<Choice> Of(Words words, string typed)
    {
        var given = typed.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(word => Read(words, word)).ToList();
        var known = given.OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var begun = given.Count > 0 && given[^1] is null ? typed.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)[^1] : "";
        var all = known.Count == 0 ? Usual
            : begun.Length == 0 ? [string.Join(',', known), .. Days.Except(known, StringComparer.Ordinal).Select(day => string.Join(',', known.Append(day)))]
            : Days.Except(known, StringComparer.Ordinal).Where(day => Fits(words, day, begun)).Select(day => string.Join(',', known.Append(day)));
        return [.. all.Where(days => known.Count > 0 || begun.Length == 0 || Fits(words, days, begun)).Where(days => DigestDays.TryParse(days) is not null)
            .Select(days => new Choice(DigestWords.Days(words, DigestDays.TryParse(days)!), days)).Take(Most)];
    }

    /// <summary>The next days, of those whose date begins as typed.</summary>
    public static IReadOnlyList<Choice> Dates(Words words, string typed, DateTimeOffset now) =>
    [
        .. Enumerable.Range(1, 366).Select(days => now.UtcDateTime.Date.AddDays(days)).Where(day => Text(day).Contains(typed.Trim(), StringComparison.Ordinal)).Take(Most)
            .Select(day => new Choice($"{words.Plain($"digest.day.{Days[((int)day.DayOfWeek + 6) % 7]}")} {Text(day)}", Text(day))),
    ];

    private static string Text(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A day by its name in the language or in English; null where it is only begun, or none.</summary>
    private static string? Read(Words words, string word) =>
        Usual.FirstOrDefault(day => string.Equals(day, word, StringComparison.OrdinalIgnoreCase))
        ?? Days.FirstOrDefault(day => string.Equals(words.Plain($"digest.day.{day}"), word, StringComparison.OrdinalIgnoreCase));

    private static bool Fits(Words words, string days, string begun) =>
        days.StartsWith(begun, StringComparison.OrdinalIgnoreCase)
        || (DigestDays.TryParse(days) is { } read && DigestWords.Days(words, read).StartsWith(begun, StringComparison.OrdinalIgnoreCase));
}
