using NodaTime;
using SummaryBot.Digests;
using SummaryBot.Digests.Feedback;
using SummaryBot.Digests.Selection;
using SummaryBot.Stories;

namespace SummaryBot.Benchmarks;

/// <summary>How long one digest takes to choose among many stories and to say of each why, beside sorting as many numbers.</summary>
internal static class SelectBenchmark
{
    private const int Candidates = 10_000;
    private const int Outlets = 400;
    private const int Runs = 30;

    public static int Run()
    {
        var random = new Random(9);
        var due = new Due(new LocalDateTime(2026, 3, 1, 8, 0), Instant.FromUtc(2026, 3, 1, 8, 0));
        var stories = Stories(random, due);
        var request = new SelectionRequest(due, 8, EditorialSettings.Usual, new Dictionary<string, OutletPoints>(StringComparer.Ordinal));
        var verdicts = 0;
        var select = Median(() =>
        {
            var choice = StorySelector.Select(stories, request, story => story.Passing[0].News.Outlet);
            verdicts = choice.RecordOf([.. choice.Chosen.Select(it => (choice.Why(it, it.Story.Passing[0].News.Id), (IReadOnlyList<string>)[it.Story.Passing[0].News.Id]))]).Stories.Count;
        });
        var numbers = Enumerable.Range(0, Candidates).Select(_ => random.NextDouble()).ToList();
        var sort = Median(() => _ = numbers.Order().ToList());
        Console.WriteLine($"{Candidates} candidate stories: {verdicts} verdicts in {select.TotalMilliseconds:F1} ms of processor time (median of {Runs}); {select / sort:F1} times a sort of as many numbers ({sort.TotalMilliseconds:F2} ms)");
        return 0;
    }

    /// <summary>Most are told by one article, some by up to five.</summary>
    private static List<CandidateStory> Stories(Random random, Due due) => [.. Enumerable.Range(0, Candidates).Select(i =>
    {
        var articles = Enumerable.Range(0, random.Next(3) == 0 ? random.Next(2, 6) : 1).Select(k =>
        {
            var at = due.At.ToUnixTimeMilliseconds() - random.Next(48 * 60 * 60 * 1000);
            return new CandidateArticle(new NewsArticle($"article{i:D5}{k}", $"Outlet {random.Next(Outlets)}", i, at, at, []), CandidateState.Waiting, IsNewest: false);
        });
        return new CandidateStory(i, [.. articles.OrderByDescending(it => it.News.DatedAt)], due.Local) { Length = random.Next(6000) };
    })];

    private static TimeSpan Median(Action work)
    {
        var times = new List<TimeSpan>();
        for (var i = 0; i < Runs; i++)
        {
            var before = Environment.CpuUsage.TotalTime;
            work();
            times.Add(Environment.CpuUsage.TotalTime - before);
        }

        return times.Order().ElementAt(Runs / 2);
    }
}
