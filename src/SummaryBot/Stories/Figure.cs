namespace SummaryBot.Stories;

/// <summary>A number in one spelling: "1,200", "1.200" and "1200" are one; "5,6" is "5.6".</summary>
internal static class Figure
{
    private const int DigitsAGroup = 3;

    public static string Normalize(ReadOnlySpan<char> number)
    {
        Span<char> written = stackalloc char[number.Length];
        var length = 0;
        for (var at = 0; at < number.Length; at++)
        {
            if (number[at] is not ('.' or ','))
            {
                written[length++] = number[at];
            }
            else if (!IsGroup(number[(at + 1)..]))
            {
                written[length++] = '.';
            }
        }

        return written[..length].ToString();
    }

    /// <summary>Whether exactly three digits follow.</summary>
    private static bool IsGroup(ReadOnlySpan<char> rest)
    {
        var digits = rest.IndexOfAnyExceptInRange('0', '9');
        return (digits < 0 ? rest.Length : digits) == DigitsAGroup;
    }
}
