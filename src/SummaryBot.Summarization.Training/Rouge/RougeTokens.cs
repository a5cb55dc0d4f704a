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
        Span<char> lower = new char[text.Length];
        text.AsSpan().ToLowerInvariant(lower);
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
}
