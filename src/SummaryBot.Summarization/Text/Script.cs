namespace SummaryBot.Summarization.Text;

/// <summary>Languages that alone, or nearly so, write in a script of theirs.</summary>
internal static class Script
{
    private static readonly (char First, char Last, string? Language)[] Ranges =
    [
        ('Ͱ', 'Ͽ', "el"), ('\u0530', '\u058F', "hy"), ('\u0590', '\u05FF', "he"), ('\u0600', '\u06FF', null), ('\u0900', '\u097F', null),
        ('\u0E00', '\u0E7F', "th"), ('\u10A0', '\u10FF', "ka"), ('\u1C90', '\u1CBF', "ka"), ('\u1F00', '\u1FFF', "el"),
        ('\u3040', '\u30FF', "ja"), ('\u4E00', '\u9FFF', "zh"), ('\uAC00', '\uD7AF', "ko"),
    ];

    /// <summary>Chinese characters with a share of kana among them are Japanese.</summary>
    private const int LeastKana = 10;

    /// <returns>The code of the language most letters beyond Latin and Cyrillic belong to; null where several share the script.</returns>
    public static string? LanguageOf(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[Ranges.Length];
        foreach (var c in text)
        {
            var range = Array.FindIndex(Ranges, range => c >= range.First && c <= range.Last);
            if (range >= 0)
            {
                counts[range]++;
            }
        }

        var most = 0;
        for (var range = 1; range < counts.Length; range++)
        {
            most = counts[range] > counts[most] ? range : most;
        }

        var language = counts[most] == 0 ? null : Ranges[most].Language;
        var kana = counts[Array.FindIndex(Ranges, range => range.Language is "ja")];
        return language is "zh" && kana * LeastKana > counts[most] ? "ja" : language;
    }
}
