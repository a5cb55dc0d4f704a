using System.Globalization;
using System.Text.RegularExpressions;

namespace SummaryBot.Sources.Feeds;

/// <summary>Reads the dates that feeds carry: RFC 822 and its relatives, ISO 8601 in its usual cuts, and what people write by hand.</summary>
/// <remarks>A zone that is missing, unknown or impossible counts as UTC; a date without a time is its first instant.</remarks>
internal static partial class FeedDate
{
    private const int MaxLength = 100;

    /// <summary>Null where no day can be told. The year may be any from 1 to 9999.</summary>
    public static DateTimeOffset? Parse(string? text)
    {
        if (text is null || text.Length > MaxLength)
        {
            return null;
        }

        var dashed = EastAsianMark().Replace(text, match => match.Value[0] is '日' or '일' ? " " : "-");
        var written = Spaces().Replace(dashed, " ").Trim();
        return Seconds(written) ?? Iso(written) ?? Words(written);
    }

    /// <summary>Seconds or milliseconds since 1970, from 2001 to 2096.</summary>
    private static DateTimeOffset? Seconds(string text) =>
        text.Length is 10 or 13 && text[0] is >= '1' and <= '3' && text.All(char.IsAsciiDigit)
            ? DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(text, CultureInfo.InvariantCulture) * (text.Length == 10 ? 1000 : 1))
            : null;

    private static DateTimeOffset? Iso(string text)
    {
        var match = IsoDate().Match(text);
        if (!match.Success || IsoDay(match) is not { } day)
        {
            return null;
        }

        var rest = text[match.Length..];
        var (offset, length) = ZoneNames.Take(rest);
        return match.Groups["d"].Success || rest[length..].Trim().Length == 0 ? At(day, Clock(match), offset) : null;
    }

    private static DateOnly? IsoDay(Match match)
    {
        var year = Number(match, "y") ?? 0;
        if (Number(match, "week") is { } week)
        {
            return year is > 0 and < 9999 && week is > 0 && week <= ISOWeek.GetWeeksInYear(year)
                ? DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, (DayOfWeek)((Number(match, "weekday") ?? 1) % 7)))
                : null;
        }

        return Number(match, "ordinal") is not { } ordinal ? Day(year, Number(match, "m") ?? 1, Number(match, "d") ?? 1)
            : year > 0 && ordinal > 0 && ordinal <= (DateTime.IsLeapYear(year) ? 366 : 365) ? new DateOnly(year, 1, 1).AddDays(ordinal - 1)
            : null;
    }

    /// <summary>A time with colons, a zone behind it, and around them a day, a month and a year in any order.</summary>
    private static DateTimeOffset? Words(string text)
    {
        var time = TimeOfDay().Match(text);
        var behind = time.Success ? text[(time.Index + time.Length)..] : "";
        var (offset, length) = ZoneNames.Take(behind);
        var words = time.Success ? $"{text[..time.Index]} {behind[length..]}" : text;
        var month = Word().Matches(words).Select(match => MonthNames.Of(match.Value)).LastOrDefault(it => it is not null);
        var day = month is { } number ? Named(number, [.. Digits().Matches(words).Select(match => match.Value)]) : Numeric(words);
        return day is { } found ? At(found, Clock(time), offset) : null;
    }

    /// <summary>A day and a year, in either order, around the name of a month.</summary>
    private static DateOnly? Named(int month, List<string> numbers)
    {
        if (numbers.Count < 2)
        {
            return null;
        }

        var isYearFirst = numbers[0].Length >= 3;
        return Day(Year(isYearFirst ? numbers[0] : numbers[1]), month, int.Parse(isYearFirst ? numbers[1] : numbers[0], CultureInfo.InvariantCulture));
    }

    /// <summary>30.08.2012; with strokes the month comes first, unless it can be none.</summary>
    private static DateOnly? Numeric(string words)
    {
        var match = NumericDate().Match(words);
        if (!match.Success)
        {
            return null;
        }

        var (first, second, year) = (Number(match, "a")!.Value, Number(match, "b")!.Value, Year(match.Groups["y"].Value));
        var isMonthFirst = second > 12 || (match.Groups["mark"].Value is "/" && first <= 12);
        return Day(year, isMonthFirst ? first : second, isMonthFirst ? second : first);
    }

    private static DateTimeOffset At(DateOnly day, TimeSpan clock, TimeSpan offset)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        var local = clock <= DateTime.MaxValue - midnight ? midnight + clock : midnight;
        var utc = local.Ticks - offset.Ticks;
        return new DateTimeOffset(local, utc >= DateTime.MinValue.Ticks && utc <= DateTime.MaxValue.Ticks ? offset : TimeSpan.Zero);
    }

    /// <summary>24:00 is the end of the day; a leap second, and what is more than a clock has, is cut.</summary>
    private static TimeSpan Clock(Match time)
    {
        var hours = Number(time, "h") ?? 0;
        hours = time.Groups["half"].Value switch
        {
            "" => hours,
            "오후" or ['p' or 'P', ..] => hours < 12 ? hours + 12 : hours,
            _ => hours == 12 ? 0 : hours,
        };
        var (minutes, seconds) = (Number(time, "min") ?? 0, Number(time, "s") ?? 0);
        var fraction = time.Groups["f"] is { Success: true, Value: var digits } ? double.Parse($"0.{digits}", CultureInfo.InvariantCulture) : 0;
        return hours >= 24 ? TimeSpan.FromDays(1) : new TimeSpan(0, hours, Math.Min(minutes, 59), Math.Min(seconds, 59), (int)(fraction * 1000));
    }

    private static DateOnly? Day(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    /// <summary>RFC 2822, 4.3: 00 to 49 are after 2000, other short ones after 1900.</summary>
    private static int Year(string digits)
    {
        var year = int.Parse(digits, CultureInfo.InvariantCulture);
        return digits.Length > 3 ? year : year + (digits.Length < 3 && year < 50 ? 2000 : 1900);
    }

    private static int? Number(Match match, string group) =>
        match.Groups[group] is { Success: true, Value: var digits } ? int.Parse(digits, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"(?<=[0-9]\s?)[年月日년월일]\s*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EastAsianMark();

    [GeneratedRegex("""
        ^(?<y>[0-9]{4})
        (-?W(?<week>[0-9]{2})(-?(?<weekday>[1-7]))? | [-/.](?<m>[0-9]{1,2})(?![0-9])([-/.](?<d>[0-9]{1,2})(?![0-9]))? | -?(?<ordinal>[0-9]{3})(?![0-9]) | (?<m>[0-9]{2})(?<d>[0-9]{2}) | (?<m>[0-9]{2})(?![0-9]))?
        (([T\ ,]+ | (?<=^[0-9]{8}))(?<half>오전|오후)?\ ?(?<h>[0-9]{1,2})(:?(?<min>[0-9]{2})(:?(?<s>[0-9]{2})([.,](?<f>[0-9]{1,9})[0-9]*)?)?)?(\ ?(?<half>[ap]\.?m)\b\.?)?(?![0-9]))?
        (?![0-9:])
        """, RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IsoDate();

    [GeneratedRegex(@"(?<half>오전|오후)?\s?(?<![0-9])(?<h>[0-9]{1,2}):(?<min>[0-9]{1,2})(:(?<s>[0-9]{1,2})([.,](?<f>[0-9]{1,9})[0-9]*)?)?(\s?(?<half>[ap]\.?m)\b\.?)?",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TimeOfDay();

    [GeneratedRegex(@"\p{L}+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();

    [GeneratedRegex("(?<![0-9])[0-9]{1,4}(?![0-9])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digits();

    [GeneratedRegex("(?<![0-9])(?<a>[0-9]{1,2})(?<mark>[./-])(?<b>[0-9]{1,2})[./-](?<y>[0-9]{4}|[0-9]{2})(?![0-9])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NumericDate();
}
