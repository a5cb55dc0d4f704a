namespace SummaryBot.Summarization.Text;

/// <summary>Lower case for comparing words, the same on every machine.</summary>
internal static class Casing
{
    private const char CombiningDotAbove = '\u0307';

    /// <summary>Whether the language has two letters i, with a dot (İ i) and without (I ı).</summary>
    public static bool HasDotlessI(string? language) => language is "tr" or "az";

    /// <summary>Writes the text in lower case: invariant rules, except that Turkish and Azerbaijani keep their two letters i apart.</summary>
    /// <param name="source">Any text; a dot set over an I by a mark of its own counts as İ in those languages.</param>
    /// <param name="destination">At least as long as <paramref name="source"/>.</param>
    /// <param name="language">ISO 639-1 code; null where unknown.</param>
    /// <returns>How many UTF-16 units were written: those of the source, less one for each dot that was joined with its letter.</returns>
    public static int ToLower(ReadOnlySpan<char> source, Span<char> destination, string? language)
    {
        if (!HasDotlessI(language) || source.IndexOfAny('I', 'İ') < 0)
        {
            return source.ToLowerInvariant(destination);
        }

        var length = 0;
        for (var at = 0; at < source.Length; at++)
        {
            var joined = source[at] == 'I' && at + 1 < source.Length && source[at + 1] == CombiningDotAbove;
            destination[length++] = source[at] switch
            {
                'I' when !joined => 'ı',
                'I' or 'İ' => 'i',
                var other => char.ToLowerInvariant(other),
            };
            at += joined ? 1 : 0;
        }

        return length;
    }
}
