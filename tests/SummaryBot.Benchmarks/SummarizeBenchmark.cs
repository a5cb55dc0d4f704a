using System.Diagnostics;
using SummaryBot.Summarization;

namespace SummaryBot.Benchmarks;

/// <summary>Articles of news length per second on one core, beside counting their words alone.</summary>
internal static class SummarizeBenchmark
{
    private const int Articles = 2000;

    public static void Run()
    {
        var texts = Enumerable.Range(0, Articles).Select(Text).ToList();
        Measure(texts, text => Summarizer.Summarize(text, new SummaryOptions()).Sentences.Count); // warm
        var summaries = Measure(texts, text => Summarizer.Summarize(text, new SummaryOptions()).Sentences.Count);
        var words = Measure(texts, text => text.Split(' ').Length);
        Console.WriteLine($"{Articles / summaries.TotalSeconds:F0} articles of 700 words a second; {summaries / words:F0} times splitting them at spaces");
    }

    private static TimeSpan Measure(List<string> texts, Func<string, int> work)
    {
        var watch = Stopwatch.StartNew();
        texts.ForEach(text => work(text));
        return watch.Elapsed;
    }

    private static string Text(int seed)
    {
#pragma warning disable CA5394 // made-up words
        var random = new Random(seed);
        return string.Join(
            ' ',
            Enumerable.Range(0, 35).Select(
                _ => $"The {string.Join(' ', Enumerable.Range(0, 19).Select(_ => $"word{random.Next(400)}"))}."));
#pragma warning restore CA5394
    }
}
