using BenchmarkDotNet.Attributes;
using SummaryBot.Summarization;

namespace SummaryBot.Benchmarks.Speed;

/// <summary>What BenchmarkDotNet measures; it makes the object itself, so the texts are static.</summary>
[MemoryDiagnoser]
public class ArticleBenchmarks
{
    private static readonly SummaryOptions Options = new() { Language = "en" };

    internal static SpeedTexts Articles { get; set; } = SpeedTexts.Of(null);

    [Benchmark(Baseline = true, OperationsPerInvoke = SpeedTexts.Count, Description = "string.Split")]
    public int Split() => Articles.Texts.Sum(text => text.Split(' ').Length);

    [Benchmark(OperationsPerInvoke = SpeedTexts.Count, Description = "Summarize, text")]
    public int Text() => Articles.Texts.Sum(text => Summarizer.Summarize(text, Options).Sentences.Count);

    [Benchmark(OperationsPerInvoke = SpeedTexts.Count, Description = "Summarize, sentences")]
    public int Sentences() => Articles.Sentences.Sum(sentences => Summarizer.SummarizeSentences(sentences, Options).Sentences.Count);
}
