namespace SummaryBot.Summarization.Text.Stemming;

/// <summary>Makes the forms of a word one term.</summary>
/// <remarks>
/// Light stemmers, which take off inflection and little else: for ranking they do as well as heavier ones (L. Dolamic and J. Savoy, "Indexing and stemming
/// approaches for the Czech language", IPM 45, 2009), and what they leave can still be told apart.
/// </remarks>
internal static class Stemmer
{
    /// <summary>Stems a word in place.</summary>
    /// <param name="word">In the language's lower case, as <see cref="Casing"/> writes it.</param>
    /// <param name="language">ISO 639-1 code; a word of an unknown language stays as it is.</param>
    /// <returns>The stem's length, from 1 to the word's (0 for an empty word).</returns>
    public static int Stem(Span<char> word, string? language) => language switch
    {
        "az" or "tr" => TurkicStemmer.Stem(word),
        "de" => GermanStemmer.Stem(word),
        "en" => PorterStemmer.Stem(word),
        "es" => SpanishStemmer.Stem(word),
        "fr" => FrenchStemmer.Stem(word),
        "it" => ItalianStemmer.Stem(word),
        "nl" => DutchStemmer.Stem(word),
        "pl" => PolishStemmer.Stem(word),
        "pt" => PortugueseStemmer.Stem(word),
        "ru" => RussianStemmer.Stem(word),
        "uk" => UkrainianStemmer.Stem(word),
        _ => word.Length,
    };
}
