namespace SummaryBot.Summarization.Text.Stemming;

/// <summary>Russian without the endings of its nouns, adjectives and verbs.</summary>
/// <remarks>Source: M. F. Porter, the Russian stemmer of Snowball, snowballstem.org/algorithms/russian/stemmer.html.</remarks>
internal static class RussianStemmer
{
    private static readonly string[] Gerunds = ["ив", "ивши", "ившись", "ыв", "ывши", "ывшись"], GerundsAfterA = ["в", "вши", "вшись"], Reflexives = ["ся", "сь"];

    private static readonly string[] Adjectives =
    [
        "ее", "ие", "ые", "ое", "ими", "ыми", "ей", "ий", "ый", "ой", "ем", "им", "ым", "ом", "его", "ого", "ему", "ому", "их", "ых", "ую", "юю", "ая", "яя", "ою", "ею",
    ];

    private static readonly string[] Participles = ["ивш", "ывш", "ующ"], ParticiplesAfterA = ["ем", "нн", "вш", "ющ", "щ"];

    private static readonly string[] Verbs =
    [
        "ила", "ыла", "ена", "ейте", "уйте", "ите", "или", "ыли", "ей", "уй", "ил", "ыл", "им", "ым", "ен", "ило", "ыло", "ено", "ят", "ует", "уют", "ит", "ыт", "ены",
        "ить", "ыть", "ишь", "ую", "ю",
    ];

    private static readonly string[] VerbsAfterA =
        ["ла", "на", "ете", "йте", "ли", "й", "л", "ем", "н", "ло", "но", "ет", "ют", "ны", "ть", "ешь", "нно"];

    private static readonly string[] Nouns =
    [
        "а", "ев", "ов", "ие", "ье", "е", "иями", "ями", "ами", "еи", "ии", "и", "ией", "ей", "ой", "ий", "й", "иям", "ям", "ием", "ем", "ам", "ом", "о", "у", "ах", "иях",
        "ях", "ы", "ь", "ию", "ью", "ю", "ия", "ья", "я",
    ];

    private static readonly string[] Derivations = ["ост", "ость"], Superlatives = ["ейш", "ейше"];

    /// <summary>Stems a lower-case word in place and returns its new length.</summary>
    public static int Stem(Span<char> word)
    {
        word.Replace('ё', 'е');
        var start = PastVowel(word, 0);
        var end = word.Length - Inflection(word[start..]);
        end -= word[start..end] is [.., 'и'] ? 1 : 0;
        var second = PastConsonant(word, PastVowel(word, PastConsonant(word, start)));
        end -= second < end ? Letters.LongestEnding(word[second..end], Derivations) : 0;
        return end - Rest(word[start..end]);
    }

    private static int Inflection(ReadOnlySpan<char> region)
    {
        if (Ending(region, Gerunds, GerundsAfterA) is var gerund and > 0)
        {
            return gerund;
        }

        var reflexive = Letters.LongestEnding(region, Reflexives);
        region = region[..^reflexive];
        if (Letters.LongestEnding(region, Adjectives) is var adjective and > 0)
        {
            return reflexive + adjective + Ending(region[..^adjective], Participles, ParticiplesAfterA);
        }

        var verb = Ending(region, Verbs, VerbsAfterA);
        return reflexive + (verb > 0 ? verb : Letters.LongestEnding(region, Nouns));
    }

    /// <summary>The longest ending of both lists; if it is of the second one, it counts only behind an а or я.</summary>
    private static int Ending(ReadOnlySpan<char> region, string[] endings, string[] endingsAfterA)
    {
        var free = Letters.LongestEnding(region, endings);
        var bound = Letters.LongestEnding(region, endingsAfterA);
        if (free >= bound)
        {
            return free;
        }

        return bound < region.Length && region[^(bound + 1)] is 'а' or 'я' ? bound : 0;
    }

    private static int Rest(ReadOnlySpan<char> region)
    {
        var superlative = Letters.LongestEnding(region, Superlatives);
        return region[..^superlative] switch
        {
            [.., 'н', 'н'] => superlative + 1,
            [.., 'ь'] when superlative == 0 => 1,
            _ => superlative,
        };
    }

    private static int PastVowel(ReadOnlySpan<char> word, int from) => Past(word, from, vowel: true);

    private static int PastConsonant(ReadOnlySpan<char> word, int from) => Past(word, from, vowel: false);

    private static int Past(ReadOnlySpan<char> word, int from, bool vowel)
    {
        while (from < word.Length && IsVowel(word[from]) != vowel)
        {
            from++;
        }

        return Math.Min(from + 1, word.Length);
    }

    private static bool IsVowel(char letter) => letter is 'а' or 'е' or 'и' or 'о' or 'у' or 'ы' or 'э' or 'ю' or 'я';
}
