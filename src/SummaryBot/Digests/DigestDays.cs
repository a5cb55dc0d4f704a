using NodaTime;

namespace SummaryBot.Digests;

/// <summary>The days of the week that a digest goes out on.</summary>
public sealed class DigestDays
{
    private const string Daily = "daily";
    private const string Weekdays = "weekdays";
    private static readonly string[] Names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    private readonly bool[] _included; // Monday first

    private DigestDays(bool[] included) => _included = included;

    public bool Include(IsoDayOfWeek day) => _included[(int)day - 1];

    /// <summary>Reads <c>daily</c>, <c>weekdays</c> or names such as <c>mon,thu</c>; null where the text is none of these.</summary>
    public static DigestDays? TryParse(string text)
    {
        var included = new bool[Names.Length];
        foreach (var word in text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            var length = word switch { Daily => 7, Weekdays => 5, _ => 0 };
            included.AsSpan(0, length).Fill(true);
            var day = Array.IndexOf(Names, word);
            if (length == 0 && day < 0)
            {
                return null;
            }

            if (day >= 0)
            {
                included[day] = true;
            }
        }

        return included.Contains(true) ? new DigestDays(included) : null;
    }

    public override string ToString()
    {
        var names = string.Join(',', Names.Where((_, day) => _included[day]));
        return names switch
        {
            "mon,tue,wed,thu,fri,sat,sun" => Daily,
            "mon,tue,wed,thu,fri" => Weekdays,
            _ => names,
        };
    }
}
