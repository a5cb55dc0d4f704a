using System.Globalization;
using System.Text.RegularExpressions;

namespace SummaryBot.Articles.Extraction;

/// <summary>Reads the dates that pages write: for machines, in their addresses, and for people.</summary>
internal static partial class PageDate
{
    private const int Longest = 120, FirstYear = 1990, LastYear = 2100, Wait = 1000;

    /// <summary>The zones that publishers name, with their offsets in minutes.</summary>
    private const string ZoneTable =
        "Z 0, UTC 0, GMT 0, WET 0, BST 60, IST 330, CET 60, MEZ 60, WAT 60, CEST 120, MESZ 120, EET 120, SAST 120, EEST 180"
        + ", MSK 180, TRT 180, AST -240, AMT 240, AZT 240, GST 240, PKT 300, SGT 480, HKT 480, AWST 480, JST 540, KST 540"
        + ", AEST 600, AEDT 660, NZST 720, NZDT 780, EST -300, EDT -240, ET -300, CST -360, CDT -300, CT -360, MST -420, MDT -360"
        + ", PST -480, PDT -420, PT -480, AKST -540, HST -600";

    private static readonly Dictionary<string, int> Zones = ZoneTable.Split(", ").Select(zone => zone.Split(' '))
        .ToDictionary(zone => zone[0], zone => int.Parse(zone[1], CultureInfo.InvariantCulture), StringComparer.OrdinalIgnoreCase);

    /// <summary>The first letters of the months in the languages of the summarizer, by which each is known.</summary>
    private static readonly string[][] Months =
    [
        ["jan", "ene", "gen", "oca", "янв", "yan", "січ"], ["feb", "fev", "fév", "şub", "fev", "фев", "лют"], ["mar", "mär", "mrz", "мар", "бер"],
        ["apr", "abr", "avr", "nis", "апр", "кві"], ["may", "mai", "mag", "май", "мая", "тра"], ["jun", "juin", "giu", "haz", "июн", "iyun", "чер"],
        ["jul", "juil", "lug", "tem", "июл", "iyul", "лип"], ["aug", "ago", "aoû", "aou", "ağu", "авг", "avq", "сер"], ["sep", "set", "eyl", "сен", "sen", "вер"],
        ["oct", "okt", "out", "ott", "eki", "окт", "жов"], ["nov", "kas", "ноя", "noy", "лис"], ["dec", "dez", "déc", "dic", "ara", "дек", "dek", "гру"],
    ];

    /// <summary>UTC where no zone is named; midnight where no time is. Null where it is no date from 1990 to 2100.</summary>
    /// <param name="isMonthFirst">How 11/12/2019 is meant.</param>
    public static DateTimeOffset? Parse(string? text, bool isMonthFirst = false)
    {
        var clean = text?.Trim();
        if (string.IsNullOrEmpty(clean) || clean.Length > Longest)
        {
            return null;
        }

        return Iso(clean) ?? Standard(clean) ?? InWords(clean) ?? InNumbers(clean, isMonthFirst);
    }

    /// <summary>The day in an address such as /2019/11/18/ or /2019-11-18-…; null where there is none.</summary>
    public static DateTimeOffset? OfAddress(Uri? address) =>
        address is not null && InAddress().Match(address.AbsolutePath) is { Success: true } match ? Of(match, TimeSpan.Zero) : null;

    private static DateTimeOffset? Iso(string text) =>
        IsoShape().Match(text) is { Success: true } match ? Of(match, Offset(match.Groups["zone"].Value)) : null;

    private static DateTimeOffset? Standard(string text) =>
        EpochShape().IsMatch(text)
            ? DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(text, CultureInfo.InvariantCulture) * (text.Length > 10 ? 1 : 1000))
            : DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? Known(date) : null;

    private static DateTimeOffset? InWords(string text)
    {
        var match = DayFirst().Match(text) is { Success: true } day ? day : MonthFirst().Match(text);
        var word = match.Groups["word"].Value;
        var month = Array.FindIndex(Months, names => names.Any(name => word.StartsWith(name, StringComparison.OrdinalIgnoreCase))) + 1;
        return match.Success && month > 0 ? Of(match, Zone(text), month) : null;
    }

    private static DateTimeOffset? InNumbers(string text, bool isMonthFirst)
    {
        var match = Numbers().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var (first, second) = (Number(match, "first"), Number(match, "second"));
        var areTurned = (isMonthFirst && match.Groups["mark"].Value is "/" && first <= 12) || second > 12;
        return Of(match, Zone(text), areTurned ? first : second, areTurned ? second : first);
    }

    private static TimeSpan Zone(string text) => OffsetShape().Match(text) is { Success: true } match
        ? Offset(match.Value)
        : TimeSpan.FromMinutes(ZoneName().Matches(text).Select(name => Zones.TryGetValue(name.Value, out var minutes) ? minutes : 0).FirstOrDefault(minutes => minutes != 0));

    /// <summary>UTC for what is no offset.</summary>
    private static TimeSpan Offset(string text)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        if (digits.Length is not (2 or 4))
        {
            return TimeSpan.Zero;
        }

        var minutes = (int.Parse(digits[..2], CultureInfo.InvariantCulture) * 60) + (digits.Length == 4 ? int.Parse(digits[2..], CultureInfo.InvariantCulture) : 0);
        return minutes > 14 * 60 ? TimeSpan.Zero : TimeSpan.FromMinutes(text.Contains('-', StringComparison.Ordinal) || text.Contains('\u2212', StringComparison.Ordinal) ? -minutes : minutes);
    }

    private static DateTimeOffset? Of(Match match, TimeSpan offset, int? month = null, int? day = null)
    {
        var (hour, minute, second) = (Number(match, "hour"), Number(match, "minute"), Number(match, "s"));
        hour = match.Groups["half"].Value.ToUpperInvariant() switch
        {
            ['P', ..] when hour < 12 => hour + 12,
            ['A', ..] when hour == 12 => 0,
            _ => hour,
        };
        var isDay = DateTime.TryParseExact(
            string.Create(CultureInfo.InvariantCulture, $"{Number(match, "year"):0000}-{month ?? Number(match, "month"):00}-{day ?? Number(match, "day"):00}"),
            "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
        var time = hour < 24 && minute < 60 ? new TimeSpan(hour, minute, Math.Min(second, 59)) : TimeSpan.Zero;
        return isDay && date.Year is > FirstYear and < LastYear ? Known(new DateTimeOffset(date + time, offset)) : null;
    }

    private static DateTimeOffset? Known(DateTimeOffset date) => date.Year is >= FirstYear and <= LastYear ? date : null;

    private static int Number(Match match, string group) =>
        int.TryParse(match.Groups[group].Value, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex(@"^(?<year>\d{4})-?(?<month>\d{2})-?(?<day>\d{2})([T_ ]+(?<hour>\d{2}):?(?<minute>\d{2})(:?(?<s>\d{2})([.,]\d+)?)?\s*(?<zone>Z|UTC|GMT|[+\-\u2212]\d{2}:?\d{2}|[+\-\u2212]\d{2})?)?",
        RegexOptions.ExplicitCapture, Wait)]
    private static partial Regex IsoShape();

    [GeneratedRegex(@"^1\d{9}(\d{3})?$", RegexOptions.ExplicitCapture, Wait)]
    private static partial Regex EpochShape();

    [GeneratedRegex(@"(?<!\d)(?<day>\d{1,2})(st|nd|rd|th|er|\.)?\s+(de )?(?<word>\p{L}{3,12})\.?,?\s+(de )?(?<year>\d{4})\b(\D{0,12}?(?<hour>\d{1,2})[:.h](?<minute>\d{2})(:(?<s>\d{2}))?\s*(?<half>[ap]\.?m)?)?",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Wait)]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"\b(?<word>\p{L}{3,12})\.?\s+(?<day>\d{1,2})(st|nd|rd|th)?,?\s+(?<year>\d{4})(\D{0,12}?(?<hour>\d{1,2})[:.](?<minute>\d{2})(:(?<s>\d{2}))?\s*(?<half>[ap]\.?m)?)?",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Wait)]
    private static partial Regex MonthFirst();

    [GeneratedRegex(@"(?<!\d)(?<first>\d{1,2})(?<mark>[./-])(?<second>\d{1,2})[./-](?<year>\d{4})\b(\D{0,12}?(?<hour>\d{1,2})[:.h](?<minute>\d{2})(:(?<s>\d{2}))?\s*(?<half>[ap]\.?m)?)?",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Wait)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"/(?<year>(19|20)\d{2})[/_-]?(?<month>0[1-9]|1[0-2])[/_-]?(?<day>0[1-9]|[12]\d|3[01])(?!\d)", RegexOptions.ExplicitCapture, Wait)]
    private static partial Regex InAddress();

    [GeneratedRegex(@"(?<=\d\s*|UTC|GMT)[+\-\u2212]\d{2}:?\d{2}\b", RegexOptions.ExplicitCapture, Wait)]
    private static partial Regex OffsetShape();

    [GeneratedRegex(@"\b[A-Z]{1,4}\b", RegexOptions.ExplicitCapture, Wait)]
    private static partial Regex ZoneName();
}
