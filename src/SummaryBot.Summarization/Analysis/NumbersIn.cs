using System.Text;

namespace SummaryBot.Summarization.Analysis;

/// <summary>The numbers of a text in one spelling: 1,200 and 1 200 and 1.200 are 1200; 3,5 is 3.5.</summary>
internal static class NumbersIn
{
    private const int Group = 3;

    public static HashSet<string> Text(ReadOnlySpan<char> text)
    {
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsAsciiDigit(text[at]))
            {
                numbers.Add(Read(text, ref at));
            }
        }

        return numbers;
    }

    /// <summary>Reads on from where a number starts to the first character that is no part of it.</summary>
    private static string Read(ReadOnlySpan<char> text, ref int at)
    {
        var number = new StringBuilder();
        var mayGroup = Digits(text, at) <= Group; // "in 2020 120 people" has two numbers
        while (true)
        {
            var digits = Digits(text, at);
            number.Append(text.Slice(at, digits));
            at += digits;
            var next = at + 1 < text.Length && IsMark(text[at]) ? Digits(text, at + 1) : 0;
            var isGroup = next == Group && mayGroup;
            if (next == 0 || (!isGroup && text[at] is not ('.' or ',')))
            {
                return number.ToString();
            }

            if (!isGroup)
            {
                number.Append('.');
            }

            at++;
        }
    }

    private static int Digits(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end - at;
    }

    private static bool IsMark(char c) => c is '.' or ',' or ' ' or '\u00A0' or '\u202F' or '\u2009' or '\'' or '’';
}
