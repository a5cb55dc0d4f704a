using System.Diagnostics;
using System.Globalization;
using SummaryBot.Stories;

namespace SummaryBot.Benchmarks;

/// <summary>How many articles a second find their story, and what memory that holds, over 90 days of news made up from a Zipf vocabulary.</summary>
internal static class StoriesBenchmark
{
    private const int Days = 90;
    private const int Words = 60_000;
    private const int EventWords = 14;
    private const int Outlets = 200;
    private static readonly int[] ReportAtPercent = [25, 50, 75, 100];

    public static int Run(int articles)
    {
        var random = new Random(8);
        var clusterer = new StoryClusterer();
        var stream = new Stream(random, articles);
        var (watch, worst) = (new Stopwatch(), TimeSpan.Zero);
        HashSet<long> stories = [];
        for (var i = 0; i < articles; i++)
        {
            var candidate = stream.Next(i);
            var before = watch.Elapsed;
            watch.Start();
            stories.Add(clusterer.Add(candidate).Story);
            watch.Stop();
            worst = watch.Elapsed - before > worst ? watch.Elapsed - before : worst;
            if (ReportAtPercent.Contains((int)((i + 1L) * 100 / articles)) && (i + 1L) * 100 % articles == 0)
            {
                var heap = GC.GetTotalMemory(forceFullCollection: true) / 1e6;
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{i + 1} articles: {(i + 1) / watch.Elapsed.TotalSeconds:F0} a second, slowest {worst.TotalMilliseconds:F0} ms; {clusterer.Count} remembered, heap {heap:F0} MB; {stories.Count} stories"));
            }
        }

        return 0;
    }

    /// <summary>Ten stories or so are told at a time by an outlet or many: a new event takes the place of an old one now and then.</summary>
    private sealed class Stream(Random random, int articles)
    {
        private static readonly DateTimeOffset Start = new(2026, 8, 1, 0, 0, 0, TimeSpan.Zero);
        private readonly double[] _cumulative = Zipf();
        private readonly List<int[]> _events = [];

        public StoryCandidate Next(int i)
        {
            if (_events.Count < 400 || random.Next(3) == 0)
            {
                _events.Add([.. Enumerable.Range(0, EventWords).Select(_ => random.Next(300, Words))]);
            }

            // mostly of the newest events, and of those the fewer the more are told of them
            var @event = _events[^(1 + (int)(400 * Math.Pow(random.NextDouble(), 2) * 0.999))..][0];
            var title = string.Join(' ', Enumerable.Range(0, 7).Select(k => k < 4 ? Name(@event, k) : Word(Any())));
            var text = string.Join(' ', Enumerable.Range(0, 180).Select(k => random.Next(5) == 0 ? Name(@event, random.Next(EventWords)) : Word(Any()) + (k % 18 == 17 ? "." : "")));
            return new StoryCandidate(
                i.ToString(CultureInfo.InvariantCulture), title, text, Start.AddMinutes((double)i * Days * 24 * 60 / articles), $"Outlet {random.Next(Outlets)}", "en");
        }

        /// <summary>Every third word of an event is a name.</summary>
        private static string Name(int[] @event, int k) => k % 3 == 0 ? CultureInfo.InvariantCulture.TextInfo.ToTitleCase(Word(@event[k])) : Word(@event[k]);

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

        private int Any()
        {
            var found = Array.BinarySearch(_cumulative, random.NextDouble() * _cumulative[^1]);
            return found < 0 ? Math.Min(~found, Words - 1) : found;
        }

        private static double[] Zipf()
        {
            var sum = 0.0;
            return [.. Enumerable.Range(1, Words).Select(rank => sum += 1.0 / rank)];
        }
    }
}
