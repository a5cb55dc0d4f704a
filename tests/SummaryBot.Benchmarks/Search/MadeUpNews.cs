using SummaryBot.Articles;

namespace SummaryBot.Benchmarks.Search;

/// <summary>Articles of made-up words in several scripts: as in a language, few words are everywhere and most are rare (Zipf).</summary>
internal sealed class MadeUpNews
{
    private const int WordsPerLanguage = 60_000;
    private const int WordsPerText = 200;
    private const int WordsPerHeadline = 9;
    private const int Sources = 1000;
    private const double Exponent = 1.05;

    /// <summary>Syllables; the made-up languages differ in nothing else.</summary>
    private static readonly string[][] Languages =
    [
        ["ha", "bor", "ship", "ne", "ws", "tion", "er", "pre", "si", "dent", "mar", "ket", "o", "pen", "gov", "ern", "in", "ter", "con", "ly"],
        ["der", "fü", "ße", "ung", "schaft", "ver", "ge", "mei", "de", "zeit", "län", "gro", "re", "gie", "rung", "ar", "beit", "haus", "bau", "en"],
        ["при", "ни", "ста", "ёт", "го", "во", "рит", "пра", "ви", "тель", "мо", "скв", "де", "ла", "ние", "но", "вос", "ти", "по", "ра"],
        ["is", "tan", "bul", "ya", "ğı", "şı", "ka", "dı", "kö", "tü", "ler", "lar", "de", "mi", "ba", "çı", "gü", "neş", "su", "or"],
        ["αθ", "ή", "να", "κυ", "βέρ", "νη", "ση", "λα", "ός", "μέ", "ρα", "νέ", "α", "πό", "λη", "θά", "σσα", "ου", "ρά", "νι"],
    ];

    private readonly string[][] _words = [.. Languages.Select(Vocabulary)];
    private readonly double[] _cumulative = Zipf();

    /// <summary>An item of one of 1,000 sources; the higher its number, the newer it is.</summary>
    public IncomingArticle Article(int number, int total, DateTimeOffset now)
    {
        var random = new Random(number);
        var language = random.Next(Languages.Length);
        var article = new Article(
            Line(random, language, WordsPerHeadline), $"Outlet {number % Sources}", new Uri($"https://example.com/news/story-{number}"), null,
            now.AddMinutes(number - total), $"{Line(random, language, WordsPerText - 12)}. Number {number} of a made-up outlet ends here with these words. End.");
        return new IncomingArticle((number % Sources) + 1, $"{number}", article);
    }

    /// <summary>A word by how common it is.</summary>
    /// <param name="rank">0 is the most common.</param>
    public string Word(int language, int rank) => _words[language][rank];

    public static int LanguageCount => Languages.Length;

    private string Line(Random random, int language, int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => _words[language][Rank(random)]));

    private int Rank(Random random)
    {
        var at = Array.BinarySearch(_cumulative, random.NextDouble() * _cumulative[^1]);
        return Math.Min(at < 0 ? ~at : at, WordsPerLanguage - 1);
    }

    private static string[] Vocabulary(string[] syllables)
    {
        var random = new Random(syllables[0].Length);
        var words = new HashSet<string>(StringComparer.Ordinal);
        while (words.Count < WordsPerLanguage) // the common words are the short ones
        {
            words.Add(string.Concat(Enumerable.Range(0, 1 + random.Next(1, 2 + (words.Count / 15_000))).Select(_ => syllables[random.Next(syllables.Length)])));
            if (random.Next(3) == 0)
            {
                words.Add(string.Concat(Enumerable.Range(0, 4).Select(_ => syllables[random.Next(syllables.Length)])));
            }
        }

        return [.. words.Take(WordsPerLanguage)];
    }

    private static double[] Zipf()
    {
        var sum = 0.0;
        return [.. Enumerable.Range(1, WordsPerLanguage).Select(rank => sum += 1 / Math.Pow(rank, Exponent))];
    }
}
