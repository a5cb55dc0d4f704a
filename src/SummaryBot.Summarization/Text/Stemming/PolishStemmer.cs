namespace SummaryBot.Summarization.Text.Stemming;

/// <summary>Polish without the endings of its nouns, adjectives and verbs.</summary>
/// <remarks>Light: the longest ending that leaves three letters goes, by the declensions and conjugations of Polish school grammar.</remarks>
internal static class PolishStemmer
{
    private const int LeastStem = 3;

    private static readonly string[] Endings =
    (
        "a ą e ę i o u y ach ami om ów owi owie em iem ie ia ią ię io iu iom iach iami iów ii ią "
        + "ego iego emu iemu ej iej ym im ych ich ymi imi "
        + "ać eć ić yć ał ała ało ali ały ił iła iło ili iły ył yła yło yli yły ował owała owało owali owały ować uje ują owano ano ono iono "
        + "owy owa owe owego owej owych owym ny na ne nego nej nych nym nymi ni ość ości ością anie ania aniu aniem enie enia eniu eniem").Split(' ').Distinct(StringComparer.Ordinal).ToArray();

    /// <summary>Stems a lower-case word in place and returns its new length.</summary>
    public static int Stem(ReadOnlySpan<char> word) => word.Length - Letters.LongestEnding(word[Math.Min(word.Length, LeastStem)..], Endings);
}
