using System.Collections.Frozen;

namespace SummaryBot.Summarization.Text;

/// <summary>Words that say nothing of what a text is about; they tell its language instead.</summary>
/// <remarks>
/// The lists are function words as tokens: lower case, split at apostrophes ("don", "t"; "qu", "l"). English is the classic list of information retrieval,
/// as in NLTK; it has no words of the news trade such as "said" and "new". A list is read when it is first asked for.
/// </remarks>
internal static class StopWords
{
    private static readonly Dictionary<string, Lazy<FrozenSet<string>>> Lists = "az de en es fr it nl pl pt ru tr uk".Split(' ').ToDictionary(
        language => language, language => new Lazy<FrozenSet<string>>(() => Read(language).ToFrozenSet(StringComparer.Ordinal)), StringComparer.Ordinal);

    /// <summary>The languages there is a list for, as ISO 639-1 codes in a fixed order.</summary>
    public static IReadOnlyList<string> Languages { get; } = [.. Lists.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The list of a language; empty where it is unknown.</summary>
    public static FrozenSet<string> Of(string? language) =>
        language is not null && Lists.TryGetValue(language, out var list) ? list.Value : FrozenSet<string>.Empty;

    /// <summary>The list of a known language as it is written down.</summary>
    public static string[] Read(string language)
    {
        using var stream = typeof(StopWords).Assembly.GetManifestResourceStream($"StopWords.{language}.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
    }
}
