using System.Text.Json;
using SummaryBot.Summarization.Training;

namespace SummaryBot.Benchmarks.Quality;

/// <summary>How well summaries agree with those that people wrote, by ROUGE F1 times 100, beside the first sentences and older methods.</summary>
internal static class QualityBenchmark
{
    private const int ValidationPart = 0;

    /// <param name="folder">Holds the articles.</param>
    /// <param name="all">
    /// Whether all articles count, with the product's own weights, which were trained on them; else the fifth that figures are compared on, with weights trained on the rest.
    /// </param>
    /// <returns>0, or 2 where the data cannot be read.</returns>
    public static int Run(string folder, bool all)
    {
        SummaryTask[] tasks = [SummaryTask.CnnDailyMail, SummaryTask.Inshorts];
        if (Array.ConvertAll(tasks, task => Read(folder, task)) is not [{ } cnn, { } inshorts])
        {
            return 2;
        }

        var trained = all ? [] : TrainedSystems.Of([.. cnn.Concat(inshorts).Where(article => Corpus.Fold(article.Id) != ValidationPart)]);
        Print(tasks[0], cnn, all, trained);
        Print(tasks[1], inshorts, all, trained);
        return 0;
    }

    private static void Print(SummaryTask task, CorpusArticle[] read, bool all, QualitySystem[] trained)
    {
        JudgedArticle[] articles = [.. read.AsParallel().AsOrdered().Where(task.IsFair).Select(article => new JudgedArticle(task, article))];
        JudgedArticle[] counted = [.. articles.Where(article => all || Corpus.Fold(article.Id) == ValidationPart)];
        Console.WriteLine(all
            ? $"{task.Name}: all {counted.Length}; the Summarizer's weights were trained on them"
            : $"{task.Name}: validation part, {counted.Length} of {articles.Length} (Corpus.Fold(id) == {ValidationPart}); trained on the rest");
        var table = new QualityTable(counted);
        Console.WriteLine(table.Header);
        foreach (var system in QualitySystem.Untrained(articles).Concat(all ? [QualitySystem.Product] : trained))
        {
            Console.Error.WriteLine($"... {system.Name}");
            Console.WriteLine(table.Row(system));
        }

        Console.WriteLine("  better / worse: share of articles whose mean of the three is above and below LEAD's; 2,000 bootstrap resamples");
        Console.WriteLine();
    }

    private static CorpusArticle[]? Read(string folder, SummaryTask task)
    {
        var path = Path.Combine(folder, task.File);
        try
        {
            Console.Error.WriteLine($"... reading {path}");
            return [.. Corpus.Read(path)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            Console.Error.WriteLine($"{path} cannot be read: {e.Message}");
            return null;
        }
    }
}
