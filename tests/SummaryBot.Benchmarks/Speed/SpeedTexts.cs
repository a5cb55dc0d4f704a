using SummaryBot.Summarization.Training;

namespace SummaryBot.Benchmarks.Speed;

/// <summary>Articles to summarize, whole and as sentences.</summary>
internal sealed record SpeedTexts(string Name, IReadOnlyList<IReadOnlyList<string>> Sentences)
{
    private const int LongWords = 5000;

    /// <summary>How many articles one measured call summarizes; the figures are those of one.</summary>
    public const int Count = 200;

    public IReadOnlyList<string> Texts { get; } = [.. Sentences.Select(sentences => string.Join(' ', sentences))];

    public int MeanWords => (int)Texts.Average(text => text.Split(' ').Length);

    /// <summary>An article of 5,000 words, made of sentences of the others.</summary>
    public string Long
    {
        get
        {
            var words = Sentences.SelectMany(sentences => sentences).SelectMany(sentence => sentence.Split(' ')).Take(LongWords).ToArray();
            return string.Join(' ', words);
        }
    }

    /// <summary>Articles of CNN/DM where there is a folder with them, else made-up ones.</summary>
    public static SpeedTexts Of(string? folder) => folder is null ? MadeUp() : new SpeedTexts(
        "CNN/DM", [.. Corpus.Read(Path.Combine(folder, SpeedBenchmark.File)).Take(Count).Select(article => article.Sents)]);

    private static SpeedTexts MadeUp()
    {
        var random = new Random(1);
        string Sentence() => $"The {string.Join(' ', Enumerable.Range(0, 19).Select(_ => $"word{random.Next(400)}"))}.";
        return new SpeedTexts("made up", [.. Enumerable.Range(0, Count).Select(_ => Enumerable.Range(0, 35).Select(_ => Sentence()).ToArray())]);
    }
}
