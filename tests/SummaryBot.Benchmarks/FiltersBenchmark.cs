using System.Diagnostics;
using System.Globalization;
using SummaryBot.Articles;
using SummaryBot.Digests.Filters;

namespace SummaryBot.Benchmarks;

/// <summary>1,000 filters tested on 1,000 made-up articles of 4 kB, words and regular expressions, beside a plain search for the same words in the same texts.</summary>
internal static class FiltersBenchmark
{
    private const int Count = 1000;
    private const int Words = 20_000;
    private const int WordsAnArticle = 600;
    private const int EachRegex = 20; // in the mixed run, every twentieth
    private const int Explosive = 100_000; // characters

    public static int Run()
    {
        var random = new Random(9);
        var articles = Enumerable.Range(0, Count).Select(_ => Article(random)).ToList();
        var sought = Enumerable.Range(0, Count).Select(_ => Word(random.Next(Words))).ToList();
        Measure(random, [.. articles.Take(20)], [.. sought.Take(20)], isQuiet: true); // compiles the code
        Measure(random, articles, sought, isQuiet: false);
        Explode();
        return 0;
    }

    private static void Measure(Random random, List<StoredArticle> articles, List<string> sought, bool isQuiet)
    {
        var plain = Timed(() => articles.Sum(article => sought.Count(word => article.Article.Text.Contains(word, StringComparison.OrdinalIgnoreCase))));
        Say("plain search", plain);
        Say("words", Timed(() => Passed(articles, [.. sought.Select(word => Rule(FilterOp.HasWord, word))])));
        Say("words, each has not", Timed(() => Passed(articles, [.. sought.Select(word => Rule(FilterOp.HasNot, word))])));
        Say("two words in a row", Timed(() => Passed(articles, [.. sought.Select(word => Rule(FilterOp.HasWord, $"{Word(random.Next(50))} {word}"))])));
        Say("words, every 20th a regex", Timed(() => Passed(articles, [.. sought.Index().Select(it => it.Index % EachRegex == 0 ? Rule(FilterOp.MatchesRegex, Pattern(it.Item, it.Index / EachRegex)) : Rule(FilterOp.HasWord, it.Item))])));
        Say("regexes", Timed(() => Passed(articles, [.. sought.Index().Select(it => Rule(FilterOp.MatchesRegex, Pattern(it.Item, it.Index)))])));

        void Say(string what, (TimeSpan Time, int Found) it)
        {
            if (!isQuiet)
            {
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{what}: {sought.Count} x {articles.Count} in {it.Time.TotalMilliseconds:F0} ms, {it.Time / plain.Time:F2} of plain search; {it.Found} found"));
            }
        }
    }

    /// <summary>Making articles and rules ready is part of it.</summary>
    private static int Passed(List<StoredArticle> articles, List<FilterRule> rules)
    {
        var sets = rules.ConvertAll(rule => new FilterSet([rule]));
        return articles.Sum(article =>
        {
            var text = FilterText.Of(article);
            return sets.Count(set => set.Test(text).Passes);
        });
    }

    private static void Explode()
    {
        var text = new string('a', Explosive - 1) + "!";
        var plain = Timed(() => text.Contains("aab", StringComparison.OrdinalIgnoreCase) ? 1 : 0);
        foreach (var pattern in new[] { "(a+)+$", "(a|a)*b", "(a{1,14}){1,14}b", "(a{1,200}){1,200}" })
        {
            var fault = FilterRegex.FaultOf(pattern);
            var (time, _) = fault is null ? Timed(() => FilterRegex.Of(pattern).IsMatch(text) ? 1 : 0) : (TimeSpan.Zero, 0);
            Console.WriteLine(fault is null
                ? string.Create(CultureInfo.InvariantCulture, $"{pattern} on {Explosive} characters: {time.TotalMilliseconds:F1} ms, {time / plain.Time:F1} of plain search")
                : $"{pattern}: refused");
        }
    }

    private static FilterRule Rule(FilterOp op, string value) => new(1, 1, FilterField.Any, op, value);

    private static string Pattern(string word, int kind) => (kind % 4) switch
    {
        0 => $@"\b{word}s?\b",
        1 => $"({word}|{word}in|{word}al)",
        2 => $@"\d+ {word}",
        _ => $@"\b{word[..2]}\w*{word[^2..]}\b",
    };

    private static StoredArticle Article(Random random)
    {
        var text = string.Join(' ', Enumerable.Range(0, WordsAnArticle).Select(i => Zipf(random) + (i % 15 == 14 ? $" {random.Next(2000)}." : "")));
        var headline = string.Join(' ', Enumerable.Range(0, 8).Select(_ => Zipf(random)));
        return new StoredArticle(new Article(headline, "Example News", null, "en", null, text), default, default);
    }

    private static string Zipf(Random random) => Word((int)Math.Pow(Words, random.NextDouble()));

    private static string Word(int rank)
    {
        const string Consonants = "bdfgklmnprstvz", Vowels = "aeiou";
        var word = "";
        for (var rest = rank + 100; rest > 0; rest /= 70)
        {
            word += $"{Consonants[rest % 14]}{Vowels[rest / 14 % 5]}";
        }

        return word;
    }

    private static (TimeSpan Time, int Found) Timed(Func<int> work)
    {
        var watch = Stopwatch.StartNew();
        var found = work();
        return (watch.Elapsed, found);
    }
}
