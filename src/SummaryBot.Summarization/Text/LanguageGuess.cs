namespace SummaryBot.Summarization.Text;

/// <summary>Guesses a text's language by its stop words.</summary>
internal static class LanguageGuess
{
    /// <summary>More of a text tells nothing new.</summary>
    private const int Sample = 4000;

    /// <summary>News of every listed language has a fifth to a half of stop words; names alone have none.</summary>
    private const double LeastShare = 0.08;

    /// <returns>An ISO 639-1 code, or null where no list fits.</returns>
    public static string? Of(string text)
    {
        var words = Words.Of(text, new TextSpan(0, Math.Min(Sample, text.Length))).ToList();
        var (language, count) = StopWords.Languages
            .Select(language => (language, count: words.Count(StopWords.Of(language).Contains)))
            .MaxBy(guess => guess.count);
        return count > LeastShare * words.Count ? language : null;
    }
}
