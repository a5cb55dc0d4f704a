using System.Text.Json;
using SummaryBot.Summarization.Training;

namespace SummaryBot.Benchmarks.Quality;

/// <summary>How well summaries agree with those that people wrote, by ROUGE F1 times 100, beside the first sentences and older methods.</summary>
internal static class QualityBenchmark
{
    private const int ValidationPart = 0;

    /// <param name="all">Whether all articles count, rather than the fifth that figures are compared on.</param>
    /// <returns>0, or 2 where the data cannot be read.</returns>
    public static int Run(string folder, bool all)
    {
        foreach (var task in new[] { SummaryTask.CnnDailyMail, SummaryTask.Inshorts })
        {
            if (Read(folder, task) is not { } articles)
            {
                return 2;
            }

            Print(task, articles, all);
        }

        return 0;
    }

    private static void Print(SummaryTask task, JudgedArticle[] articles, bool all)
    {
        JudgedArticle[] counted = [.. articles.Where(article => all || Corpus.Fold(article.Id) == ValidationPart)];
        Console.WriteLine(all
            ? $"{task.Name}: all {counted.Length}"
            : $"{task.Name}: validation part, {counted.Length} of {articles.Length} (Corpus.Fold(id) == {ValidationPart})");
        var table = new QualityTable(counted);
        Console.WriteLine(table.Header);
        foreach (var system in QualitySystem.All(articles))
        {
            Console.Error.WriteLine($"... {system.Name}");
            Console.WriteLine(table.Row(system));
        }

        Console.WriteLine("  better / worse: share of articles whose mean of the three is above and below LEAD's; 2,000 bootstrap resamples");
        Console.WriteLine();
    }

    private static JudgedArticle[]? Read(string folder, SummaryTask task)
    {
        var path = Path.Combine(folder, task.File);
        try
        {
            Console.Error.WriteLine($"... reading {path}");
            return [.. Corpus.Read(path).AsParallel().AsOrdered().Where(task.IsFair).Select(article => new JudgedArticle(task, article))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            Console.Error.WriteLine($"{path} cannot be read: {e.Message}");
            return null;
        }
    }
}
