using System.Globalization;
using System.Text.RegularExpressions;

namespace SummaryBot.Sources.Feeds;

/// <summary>Zones as dates name them. A name that several parts of the world use means the one that its feeds mean most.</summary>
internal static partial class ZoneNames
{
    private static readonly TimeSpan MaxOffset = TimeSpan.FromHours(14);

    private static readonly Dictionary<string, TimeSpan> Offsets = Table(
        "UT 0 UTC 0 GMT 0 Z 0 WET 0 EGST 0 AZOT -1 CVT -1 BRST -2 BRT -3 ART -3 UYT -3 CLST -3 ADT -3 NDT -2.5 NST -3.5 AST -4 CLT -4 BOT -4 VET -4 EDT -4 EST -5 COT -5 PET -5 ECT -5"
        + " CDT -5 CST -6 MDT -6 MST -7 PDT -7 PST -8 AKDT -8 AKST -9 HDT -9 HST -10 ET -5 CT -6 MT -7 PT -8"
        + " BST 1 CET 1 MEZ 1 MET 1 WEST 1 WAT 1 CEST 2 MESZ 2 MEST 2 EET 2 SAST 2 CAT 2 EEST 3 MSK 3 TRT 3 EAT 3 FET 3 IDT 3 IRST 3.5 MSD 4 GST 4 AZT 4 AMT 4 GET 4 SAMT 4 AZST 5"
        + " IRDT 4.5 AFT 4.5 PKT 5 UZT 5 YEKT 5 IST 5.5 NPT 5.75 ALMT 6 OMST 6 MMT 6.5 ICT 7 WIB 7 KRAT 7 NOVT 7 HKT 8 SGT 8 PHT 8 MYT 8 AWST 8 WITA 8 IRKT 8 JST 9 KST 9 WIT 9 YAKT 9"
        + " ACST 9.5 ACDT 10.5 AEST 10 VLAT 10 AEDT 11 MAGT 11 NZST 12 NZDT 13");

    /// <summary>The zone that a text begins with and how many characters of it name it; UTC and none where it begins with no zone.</summary>
    public static (TimeSpan Offset, int Length) Take(string text)
    {
        var match = Zone().Match(text);
        if (!match.Success)
        {
            return default;
        }

        if (match.Groups["hours"].Success)
        {
            return (Signed(match), match.Length);
        }

        return Offsets.TryGetValue(match.Groups["name"].Value, out var offset) ? (offset, match.Length) : default;
    }

    /// <summary>An offset that no zone has is none, so that its date is not lost with it.</summary>
    private static TimeSpan Signed(Match match)
    {
        var (hours, minutes) = (match.Groups["hours"].Value, match.Groups["minutes"].Value);
        var offset = new TimeSpan(int.Parse(hours, CultureInfo.InvariantCulture), minutes.Length == 0 ? 0 : int.Parse(minutes, CultureInfo.InvariantCulture), 0);
        return offset > MaxOffset || minutes.Length > 2 || (minutes.Length == 2 && minutes[0] > '5') ? TimeSpan.Zero : match.Groups["sign"].Value is "+" ? offset : -offset;
    }

    private static Dictionary<string, TimeSpan> Table(string rows) => rows.Split(' ').Chunk(2)
        .ToDictionary(row => row[0], row => TimeSpan.FromHours(double.Parse(row[1], CultureInfo.InvariantCulture)), StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"^\s*\(?(?:Etc/)?(?:(?:GMT|UTC|UT)?\s?(?<sign>[+\-\u2212\u2013])\s?(?<hours>[0-9]{1,2})(?::?(?<minutes>[0-9]{2,6}))?(?![0-9])|(?<name>[A-Z]{1,5}\b))",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Zone();
}
