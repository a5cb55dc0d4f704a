using System.Globalization;

namespace SummaryBot.Summarization.Tests;

/// <summary>
/// <c>Articles/scores.txt</c> holds the sentences and the exact bits of their scores that one machine gave, so that every other proves the same.
/// New weights change them: run these tests with <c>SUMMARYBOT_REWRITE=1</c>, which writes the file anew, and look at the difference.
/// </summary>
public sealed class SameBitsTests
{
    private const string Scores = "Articles/scores.txt";

    private static readonly (string Name, SummaryOptions Options)[] Asked =
    [
        ("short", new SummaryOptions { Length = SummaryLength.Short }),
        ("long", new SummaryOptions { Length = SummaryLength.Long }),
        ("12 sentences", new SummaryOptions { Sentences = 12 }),
        ("60 words", new SummaryOptions { Words = 60 }),
    ];

    [Fact]
    public void Every_machine_chooses_the_same_sentences_and_scores_them_to_the_same_bits()
    {
        string[] actual = [.. from language in (string[])["en", "de", "ru", "az"] from asked in Asked select Line(language, asked.Name, asked.Options)];
        if (Environment.GetEnvironmentVariable("SUMMARYBOT_REWRITE") is "1")
        {
            File.WriteAllText(Path.Combine(Project(AppContext.BaseDirectory), Scores), string.Join('\n', actual) + "\n");
            Assert.Skip($"{Scores} was written anew.");
        }

        Assert.Equal(File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, Scores)), actual);
    }

    /// <returns>"en, short: 0 3FE5..., 4 3FD2..."</returns>
    private static string Line(string language, string name, SummaryOptions options)
    {
        var lines = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Articles", $"{language}.txt")).ReplaceLineEndings("\n").Split('\n', 2);
        var summary = Summarizer.Summarize(lines[1], options with { Title = lines[0] });
        var sentences = summary.Sentences.Select(sentence => string.Create(
            CultureInfo.InvariantCulture, $"{sentence.Index} {BitConverter.DoubleToUInt64Bits(sentence.Score):X16}"));
        return $"{language}, {name}: {string.Join(", ", sentences)}";
    }

    private static string Project(string folder) => File.Exists(Path.Combine(folder, "SummaryBot.sln"))
        ? Path.Combine(folder, "tests", "SummaryBot.Summarization.Tests")
        : Project(Path.GetDirectoryName(folder)!);
}
