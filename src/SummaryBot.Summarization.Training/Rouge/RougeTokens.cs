using SummaryBot.Summarization.Text.Stemming;

namespace SummaryBot.Summarization.Training.Rouge;

/// <summary>The tokens of ROUGE with stemming: google-research/rouge, tokenize.py.</summary>
internal static class RougeTokens
{
    private const int LeastStemmed = 4;

    /// <returns>Lower-case runs of the letters a to z and digits, those of more than three letters as Porter stems.</returns>
    public static IReadOnlyList<string> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = new List<string>();
        Span<char> lower = Array.ConvertAll(text.Replace("\u0130", "i\u0307", StringComparison.Ordinal).ToCharArray(), Lower);
        for (var start = 0; start < lower.Length;)
        {
            var end = start;
            while (end < lower.Length && char.IsAsciiLetterOrDigit(lower[end]))
            {
                end++;
            }

            if (end > start)
            {
                var word = lower[start..end];
                tokens.Add(word[..(word.Length >= LeastStemmed ? PorterStemmer.Stem(word) : word.Length)].ToString());
            }

            start = Math.Max(end, start + 1);
        }

        return tokens;
    }

    /// <summary>Python's lower() brings two letters into ASCII: the dotted I, which becomes i and a dot, and the Kelvin sign.</summary>
    private static char Lower(char c) => c == '\u212A' ? 'k' : char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c;
}
