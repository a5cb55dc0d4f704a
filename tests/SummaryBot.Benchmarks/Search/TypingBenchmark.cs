using System.Collections.Concurrent;
using System.Diagnostics;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using SummaryBot.Commands.Shape;
using SummaryBot.Language;
using SummaryBot.Operations;
using SummaryBot.Storage;

namespace SummaryBot.Benchmarks.Search;

/// <summary>What 20 people of a server that reads few of all sources are offered while they type at once in <c>/summary</c> and <c>/news</c>.</summary>
internal sealed class TypingBenchmark(SqlDialect dialect, MadeUpNews news)
{
    private const int People = 20;
    private const int WordsEach = 5;
    private const int Letters = 10;

    /// <summary>Discord waits for three seconds.</summary>
    private static readonly TimeSpan Goal = TimeSpan.FromMilliseconds(300);

    private readonly Database _database = new(dialect);
    private readonly TwoServers _servers = new(new Database(dialect));

    /// <returns>Whether every list comes within 300 ms for 95 of 100 letters, and shows something, but nothing that the server may not see.</returns>
    public async Task<bool> RunAsync()
    {
        await using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddSingleton(dialect).AddSingleton(new Secrets([])).AddSummaryBot().BuildServiceProvider();
        await using (var connection = await _database.OpenAsync(CancellationToken.None))
        {
            await connection.ExecuteAsync("INSERT INTO story_articles (article_id, story_id, dated_at, round) SELECT id, seq, dated_at, 0 FROM articles ORDER BY seq DESC LIMIT 20000 ON CONFLICT DO NOTHING");
        }

        await _servers.AddAsync(services);
        Console.WriteLine($"  {People} people typing at once, a server that reads 20 of 1,000 sources");
        var isSwift = true;
        foreach (var (command, option) in new[] { ("why", "article"), ("story", "story"), ("latest", "source"), ("latest", "topic"), ("digest", "date") })
        {
            isSwift &= await MeasureAsync(services, command, option);
        }

        return isSwift;
    }

    private async Task<bool> MeasureAsync(ServiceProvider services, string command, string option)
    {
        var suggest = services.GetRequiredService<CommandCatalog>()[$"news {command}"].SuggestAsync!;
        var (times, offered) = (new ConcurrentBag<double>(), new ConcurrentBag<string>());
        await suggest(CallOf(0), new TypedOption(option, ""), CancellationToken.None); // the first one pays for what is read once
        await Task.WhenAll(Enumerable.Range(0, People).Select(person => Task.Run(async () =>
        {
            foreach (var typed in Typed(person))
            {
                var start = Stopwatch.GetTimestamp();
                foreach (var choice in await suggest(CallOf(person), new TypedOption(option, typed), CancellationToken.None))
                {
                    offered.Add(choice.Value);
                }

                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        })));
        var sorted = times.Order().ToList();
        var hidden = await _servers.HiddenAsync(option, [.. offered.Distinct(StringComparer.Ordinal)]);
        Console.WriteLine($"    {command,-7} {option,-8} p50 {At(.5),6:F1} ms, p95 {At(.95),6:F1} ms, p99 {At(.99),6:F1} ms ({sorted.Count} letters, {offered.Count} offered, {hidden} of them not for the server)");
        return At(.95) < Goal.TotalMilliseconds && hidden == 0 && !offered.IsEmpty;

        double At(double share) => sorted[Math.Min(sorted.Count - 1, (int)(share * sorted.Count))];
    }

    private static CommandCall CallOf(int person) => new(Words.English, $"{1_000_000_000_000_000_000 + person}", TwoServers.Asking) { Channel = "1", MayManage = true };

    /// <summary>Nothing at first, as when the option is chosen, then letter after letter of two words.</summary>
    private IEnumerable<string> Typed(int person)
    {
        var random = new Random(person);
        for (var i = 0; i < WordsEach; i++)
        {
            var language = random.Next(MadeUpNews.LanguageCount);
            var text = $"{news.Word(language, random.Next(100, 3_000))} {news.Word(language, random.Next(100, 3_000))}";
            for (var length = 0; length <= Math.Min(Letters, text.Length); length++)
            {
                yield return text[..length];
            }
        }
    }
}
