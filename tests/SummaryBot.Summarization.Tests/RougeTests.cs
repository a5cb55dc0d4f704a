using System.Diagnostics;
using System.Text.Json;
using SummaryBot.Summarization.Training;
using SummaryBot.Summarization.Training.Rouge;

namespace SummaryBot.Summarization.Tests;

/// <summary>Our ROUGE against figures worked out by hand, and against the given rouge.py, which lies beside the repository.</summary>
public sealed class RougeTests
{
    private const int ArticlesOfAFile = 150;

    private const string Script = """
        import json, sys
        sys.path.insert(0, sys.argv[1])
        from rouge import score
        for line in sys.stdin:
            pair = json.loads(line)
            print(json.dumps([100 * score(pair["reference"], pair["candidate"])[kind][2] for kind in ("r1", "r2", "rL")]))
        """;

    [Theory]
    [InlineData("the cat sat", "the cat sat", 100, 100, 100)]
    [InlineData("the cat sat", "a dog ran", 0, 0, 0)]
    [InlineData("cat", "cat", 100, 0, 100)] // one token makes no bigram
    [InlineData("the cat sat on the mat", "the the the the", 40, 0, 40)] // each of the two in the reference counts once
    [InlineData("a b c d", "d c b a", 100, 0, 25)] // one letter in order
    [InlineData("a b\nc d", "a b c d", 100, 100, 100)] // a line each, one sentence
    [InlineData("a b\nc d", "c d\na b", 100, 200 / 3.0, 100)] // lines are compared with every sentence
    [InlineData("a b\nc d", "a\nb c\nd", 100, 100, 100)] // bigrams go across sentences
    [InlineData("a a b", "a b\na b", 600 / 7.0, 40, 600 / 7.0 * 2 / 3)] // both sentences hold the second a, for ties go to the end
    [InlineData("Running dogs RUNS", "run dog-run", 100, 100, 100)]
    [InlineData("\u0130 100 \u212A", "i 100 k", 100, 100, 100)] // the two letters outside ASCII whose lower case is inside
    [InlineData("", "a", 0, 0, 0)]
    [InlineData("a", "", 0, 0, 0)]
    [InlineData("?!\n", "...", 0, 0, 0)]
    public void It_gives_the_figures_worked_out_by_hand(string reference, string candidate, double one, double two, double lsum)
    {
        var score = Score(reference, candidate.Split('\n'));
        Assert.Equal(one, score.One, 1e-9);
        Assert.Equal(two, score.Two, 1e-9);
        Assert.Equal(lsum, score.Lsum, 1e-9);
    }

    [Fact]
    public void A_set_scores_the_same_whatever_was_scored_before_it()
    {
        string[] sentences = ["the port of the town", "the town", "a port"];
        var scorer = new RougeScorer("the port and the town\nthe port", sentences);
        int[][] sets = [[0, 1, 2], [2], [1, 0], [], [0, 1, 2]];
        Assert.All(sets, set => Assert.Equal(Score("the port and the town\nthe port", [.. set.Select(i => sentences[i])]), scorer.Score(set)));
    }

    [Fact]
    public void It_keeps_the_stems_and_bigrams_of_the_reference_alone()
    {
        var scorer = new RougeScorer("ships sailed\nhome", ["a ship sank"]);
        Assert.True(scorer.Keeps("ship"));
        Assert.False(scorer.Keeps("sank"));
        Assert.True(scorer.Keeps("sail", "home"));
        Assert.False(scorer.Keeps("sail", "ship"));
        Assert.False(scorer.Keeps("ship", "sank"));
    }

    [Fact]
    public async Task It_equals_the_given_scorer_on_real_and_odd_texts()
    {
        var folder = Path.Combine(Root(AppContext.BaseDirectory), "..", "shared", "eval");
        Assert.SkipUnless(File.Exists(Path.Combine(folder, "rouge.py")), "../shared is absent: there is no rouge.py to compare with.");
        var python = await PythonWithNltkAsync();
        Assert.SkipUnless(python is not null, "There is no python3 with nltk to run rouge.py.");
        List<Pair> pairs = [.. OddPairs(), .. RealPairs(folder, "cnndm_train.jsonl"), .. RealPairs(folder, "inshorts_train.jsonl")];
        var expected = await ScoreByPythonAsync(python, folder, pairs);
        Assert.Equal(pairs.Count, expected.Count);
        foreach (var (pair, figures) in pairs.Zip(expected))
        {
            var score = Score(pair.Reference, pair.Sentences);
            var distance = Math.Max(Math.Max(Math.Abs(figures[0] - score.One), Math.Abs(figures[1] - score.Two)), Math.Abs(figures[2] - score.Lsum));
            Assert.True(distance < 1e-9, $"{score} differs from {string.Join(' ', figures)}: {JsonSerializer.Serialize(pair)}");
        }
    }

    private static RougeScore Score(string reference, IReadOnlyList<string> sentences) =>
        new RougeScorer(reference, sentences).Score([.. Enumerable.Range(0, sentences.Count)]);

    /// <summary>For every article its first three sentences, and a random set of one to six in random order.</summary>
    private static IEnumerable<Pair> RealPairs(string folder, string file)
    {
        var random = new Random(1);
        foreach (var article in Corpus.Read(Path.Combine(folder, file)).Take(ArticlesOfAFile))
        {
            yield return new Pair(article.Reference, [.. article.Sents.Take(3)]);
            yield return new Pair(article.Reference, [.. random.GetItems([.. article.Sents], random.Next(1, 7))]);
        }
    }

    /// <summary>Few words that come back often, endings that the stemmer knows, empty lines, odd characters.</summary>
    private static IEnumerable<Pair> OddPairs()
    {
        string[] pieces =
        [
            "the", "The", "a", "port", "ports", "porting", "ported", "news", "sky", "skies", "dying", "relational", "rationally", "apology",
            "hopefulness", "controlled",
            "agreed", "tied", "yyyy", "ying", "42", "3rd",
            "", "\u00A0", "--", "\u0130stanbul", "\u212Ang", "caf\u00E9s", "\u0259", "\uFF21BC", "\U0001F600", "e\u0301tude", "\u200B", "\t",
        ];
        var random = new Random(2);
        string Line() => string.Join(random.Next(5) == 0 ? "-" : " ", random.GetItems(pieces, random.Next(0, 12)));
        for (var i = 0; i < 200; i++)
        {
            string[] Lines() => [.. Enumerable.Range(0, random.Next(0, 5)).Select(_ => Line())];
            yield return new Pair(string.Join('\n', Lines()), Lines());
        }
    }

    private static async Task<string?> PythonWithNltkAsync()
    {
        foreach (var python in new[] { "python3", "/usr/bin/python3" })
        {
            try
            {
                using var process = Start(python, ["-c", "import nltk"]);
                await process.WaitForExitAsync(TestContext.Current.CancellationToken);
                if (process.ExitCode == 0)
                {
                    return python;
                }
            }
            catch (System.ComponentModel.Win32Exception)
            {
                // there is no such program
            }
        }

        return null;
    }

    private static async Task<List<double[]>> ScoreByPythonAsync(string python, string folder, List<Pair> pairs)
    {
        using var process = Start(python, ["-B", "-c", Script, folder]);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        foreach (var pair in pairs)
        {
            await process.StandardInput.WriteLineAsync(
                JsonSerializer.Serialize(new { reference = pair.Reference, candidate = string.Join('\n', pair.Sentences) }));
        }

        process.StandardInput.Close();
        var lines = (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("", await errors);
        return [.. lines.Select(line => JsonSerializer.Deserialize<double[]>(line)!)];
    }

    private static Process Start(string program, string[] arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        UseShellExecute = false,
    })!;

    private static string Root(string folder) => File.Exists(Path.Combine(folder, "SummaryBot.sln")) ? folder : Root(Path.GetDirectoryName(folder)!);

    private sealed record Pair(string Reference, IReadOnlyList<string> Sentences);
}
