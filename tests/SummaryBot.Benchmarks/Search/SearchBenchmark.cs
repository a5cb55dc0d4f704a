using System.Diagnostics;
using System.Globalization;
using Dapper;
using SummaryBot.Articles;
using SummaryBot.Articles.Search;
using SummaryBot.Storage;

namespace SummaryBot.Benchmarks.Search;

/// <summary>How long searches take among many articles, how large the database is and how fast it takes new ones.</summary>
internal sealed class SearchBenchmark(SqlDialect dialect, int count)
{
    private const int Batch = 1000;
    private const int Queries = 150;

    private readonly MadeUpNews _news = new();
    private readonly Database _database = new(dialect);
    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();

    /// <param name="arguments">
    /// <c>--articles N</c>, <c>--postgresql CONNECTION</c> of an empty database or one that an earlier run has filled, <c>--typing</c> for people who type alone, in any order; SQLite in a folder of its own without.
    /// </param>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var count = int.Parse(Value(arguments, "--articles") ?? "1000000", CultureInfo.InvariantCulture);
        if (Value(arguments, "--postgresql") is { } connection)
        {
            return await new SearchBenchmark(new PostgresDialect(connection), count).RunAsync(arguments.Contains("--typing"));
        }

        var folder = Directory.CreateTempSubdirectory("summarybot-bench-").FullName;
        try
        {
            return await new SearchBenchmark(new SqliteDialect(Path.Combine(folder, "bench.db")), count).RunAsync(arguments.Contains("--typing"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<int> RunAsync(bool typingAlone)
    {
        await _database.MigrateAsync(CancellationToken.None);
        if (await CountAsync() < count)
        {
            await FillAsync();
        }

        Console.WriteLine($"{dialect.Name}: {count} articles, {await SizeAsync() / 1e9:F2} GB");
        var isSwift = await new TypingBenchmark(dialect, _news).RunAsync();
        return typingAlone ? isSwift ? 0 : 1 : Math.Max(await SearchAsync(), isSwift ? 0 : 1);
    }

    private async Task<int> SearchAsync()
    {
        var intake = await IntakeRateAsync();
        Console.WriteLine($"  taken at that size  {intake.New:F0} new articles a second in visits of 20; {intake.Known:F0} known ones");
        var search = new ArticleSearch(_database, new ArticleStore(_database, TimeProvider.System), TimeProvider.System);
        var twoWords = await MeasureAsync(search, "two words", TwoWords());
        await MeasureAsync(search, "two common words", Pairs(0, 20, 0, 20));
        await MeasureAsync(search, "two rare words", Pairs(5_000, 50_000, 5_000, 50_000));
        await MeasureAsync(search, "two words, 20 of 1,000 sources", TwoWords().Select(query => query with { Guild = TwoServers.Asking }));
        await MeasureAsync(search, "two words, one outlet", TwoWords().Select(query => query with { Source = "Outlet 7" }));
        await MeasureAsync(search, "two words, last 7 days", TwoWords().Select(query => query with { From = _now.AddDays(-7) }));
        await MeasureAsync(search, "two words, a year ago", TwoWords().Select(query => query with { From = _now.AddDays(-370), Until = _now.AddDays(-360) }));
        var typing = await MeasureAsync(search, "each of 10 letters typed", Typed());
        await MeasureAsync(search, "the same for a server", Typed().Select(query => query with { Guild = TwoServers.Asking }));
        return twoWords < TimeSpan.FromMilliseconds(50) && typing < TimeSpan.FromMilliseconds(300) ? 0 : 1;
    }

    /// <summary>PostgreSQL makes the index of words faster at once than row by row; what a visit pays is measured afterwards.</summary>
    private async Task FillAsync()
    {
        var index = dialect is PostgresDialect ? await IndexAsync() : null;
        var intake = new ArticleIntake(_database, TimeProvider.System);
        var watch = Stopwatch.StartNew();
        var batches = Enumerable.Range(0, count / Batch).AsParallel().AsOrdered().WithDegreeOfParallelism(2).WithMergeOptions(ParallelMergeOptions.NotBuffered)
            .Select(batch => Enumerable.Range(batch * Batch, Batch).Select(number => _news.Article(number, count, _now)).ToList());
        foreach (var batch in batches)
        {
            await intake.TakeAsync(batch, CancellationToken.None);
            if (batch[0].Guid!.EndsWith("0000", StringComparison.Ordinal) && int.Parse(batch[0].Guid!, CultureInfo.InvariantCulture) % 100_000 == 0)
            {
                await Console.Error.WriteLineAsync($"{batch[0].Guid} after {watch.Elapsed.TotalSeconds:F0} s");
            }
        }

        Console.WriteLine($"{dialect.Name}: filled at {count / watch.Elapsed.TotalSeconds:F0} articles a second in batches of {Batch}{(index is null ? "" : ", without the index of words")}");
        await ExecuteAsync(index is null ? "ANALYZE" : $"SET maintenance_work_mem = '512MB'; {index}; ANALYZE");
    }

    private async Task<string> IndexAsync()
    {
        await using var connection = await _database.OpenAsync(CancellationToken.None);
        var index = await connection.QuerySingleAsync<string>("SELECT indexdef FROM pg_indexes WHERE indexname = 'article_search_terms'");
        await connection.ExecuteAsync("DROP INDEX article_search_terms");
        return index;
    }

    private async Task<(double New, double Known)> IntakeRateAsync()
    {
        const int Visits = 100;
        var intake = new ArticleIntake(_database, TimeProvider.System);
        var visits = Enumerable.Range(0, Visits).Select(
            visit => Enumerable.Range(0, 20).Select(i => _news.Article(count + (visit * 20) + i, count, _now) with { SourceId = (visit % 1000) + 1 }).ToList()).ToList();
        var rates = new List<double>();
        for (var round = 0; round < 2; round++)
        {
            var watch = Stopwatch.StartNew();
            foreach (var visit in visits)
            {
                await intake.TakeAsync(visit, CancellationToken.None);
            }

            rates.Add(Visits * 20 / watch.Elapsed.TotalSeconds);
        }

        return (rates[0], rates[1]);
    }

    /// <summary>Words of all kinds: everywhere, common and rare.</summary>
    private IEnumerable<ArticleQuery> TwoWords() => Pairs(0, 50, 50, 2_000).Concat(Pairs(50, 2_000, 50, 2_000)).Concat(Pairs(50, 2_000, 2_000, 50_000)).Concat(Pairs(0, 50, 0, 50));

    private List<ArticleQuery> Pairs(int from, int until, int otherFrom, int otherUntil)
    {
        var random = new Random(from + otherUntil);
        return Enumerable.Range(0, Queries / 3).Select(_ => random.Next(MadeUpNews.LanguageCount) is var language
            ? new ArticleQuery($"{_news.Word(language, random.Next(from, until))} {_news.Word(language, random.Next(otherFrom, otherUntil))}", 20)
            : throw new UnreachableException()).ToList();
    }

    private IEnumerable<ArticleQuery> Typed()
    {
        var random = new Random(1);
        for (var i = 0; i < Queries / 3; i++)
        {
            var language = random.Next(MadeUpNews.LanguageCount);
            var text = $"{_news.Word(language, random.Next(100, 3_000))} {_news.Word(language, random.Next(100, 3_000))}xyzxyzxyz";
            for (var length = 1; length <= 10; length++)
            {
                yield return new ArticleQuery(text[..length], 25) { IsTyping = true };
            }
        }
    }

    private static async Task<TimeSpan> MeasureAsync(ArticleSearch search, string name, IEnumerable<ArticleQuery> queries)
    {
        var times = new List<TimeSpan>();
        var found = 0;
        foreach (var query in queries.OrderBy(query => query.Words.Length * 31 % 17)) // mixed, the same each time
        {
            var start = Stopwatch.GetTimestamp();
            found += (await search.FindAsync(query, CancellationToken.None)).Count > 0 ? 1 : 0;
            times.Add(Stopwatch.GetElapsedTime(start));
        }

        times.Sort();
        Console.WriteLine($"  {name,-32} p50 {At(.5),6:F1} ms, p95 {At(.95),6:F1} ms, p99 {At(.99),6:F1} ms, most {At(1),6:F1} ms ({times.Count} queries, {found} with finds)");
        return TimeSpan.FromMilliseconds(At(.95));

        double At(double share) => times[Math.Min(times.Count - 1, (int)(share * times.Count))].TotalMilliseconds;
    }

    private async Task<long> CountAsync()
    {
        await using var connection = await _database.OpenAsync(CancellationToken.None);
        return await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM articles");
    }

    private async Task<long> SizeAsync()
    {
        await using var connection = await _database.OpenAsync(CancellationToken.None);
        return await connection.ExecuteScalarAsync<long>(
            dialect is PostgresDialect ? "SELECT pg_database_size(current_database())" : "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()");
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = await _database.OpenAsync(CancellationToken.None);
        await connection.ExecuteAsync(sql, commandTimeout: 0, commandType: System.Data.CommandType.Text);
    }

    private static string? Value(string[] arguments, string name) =>
        Array.IndexOf(arguments, name) is >= 0 and var at && at + 1 < arguments.Length ? arguments[at + 1] : null;
}
