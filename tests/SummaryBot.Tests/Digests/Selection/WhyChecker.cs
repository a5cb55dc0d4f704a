using System.Globalization;
using SummaryBot.Chat;
using SummaryBot.Digests.Selection;

namespace SummaryBot.Tests.Digests.Selection;

/// <summary>Counts the signals of shown stories again, from the database and from what came earlier, and compares them with the record and with what readers are told.</summary>
internal sealed class WhyChecker(ThirtyDays run, WhyFilters filters, long digestId)
{
    private readonly Dictionary<string, int> _first = new(StringComparer.Ordinal);

    /// <summary>The kinds of reasons that were checked.</summary>
    public HashSet<string> Seen { get; } = new(StringComparer.Ordinal);

    /// <summary>Must be called after each edition: later articles change stories.</summary>
    public async Task CheckAsync(int number)
    {
        var (message, record) = run.Editions[number];
        var points = (await run.QueryAsync<(string Outlet, long Balance)>(
            "SELECT lower(outlet), sum(CASE useful WHEN 1 THEN 1 ELSE -1 END) FROM feedback WHERE digest_id = @digestId AND at >= @from GROUP BY lower(outlet)",
            new { digestId, from = record.DueAt - (30L * 86_400_000) }))
            .ToDictionary(it => it.Outlet, it => Math.Abs(it.Balance) < 3 ? 0 : it.Balance * 0.1, StringComparer.OrdinalIgnoreCase);
        foreach (var (block, verdict) in message.Stories.Zip(record.Stories))
        {
            var articles = (await run.QueryAsync<Row>(
                """
                SELECT a.id, a.source, a.headline, a.text, a.dated_at, a.first_seen_at FROM articles AS a JOIN story_articles AS m ON m.article_id = a.id
                WHERE m.story_id = @StoryId
                """,
                new { verdict.StoryId })).Where(it => Passes(it) && it.FirstSeenAt >= record.DueAt - TimeSpan.FromDays(30).TotalMilliseconds).ToList();
            var waiting = articles.Where(it => verdict.Articles.Any(article => article.ArticleId == it.Id)).ToList();
            var outlets = articles.Select(it => it.Source.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
            var signals = new StorySignals(
                outlets.Count,
                waiting.Max(it => it.DatedAt),
                waiting.Exists(it => Has(it.Headline, filters.Title)) ? [2] : [],
                outlets.Average(outlet => points.GetValueOrDefault(outlet)),
                articles.Count(it => it.FirstSeenAt > record.DueAt - 86_400_000),
                waiting.Max(it => (long)it.Text.EnumerateRunes().Count()));
            Assert.Equal(signals with { Hits = [] }, verdict.Signals! with { Hits = [] });
            Assert.Equal(signals.Hits, verdict.Signals!.Hits);
            Assert.Equal(ScoreOf(signals, record.DueAt), verdict.Score!.Value, 1e-4);
            var since = verdict.Articles.Where(it => it.Verdict is Verdict.Shown or Verdict.Merged).Min(it => _first.GetValueOrDefault(it.ArticleId, number));
            await CheckLineAsync(block, verdict, signals, number, since);
        }

        foreach (var article in record.Stories.SelectMany(story => story.Articles))
        {
            _first.TryAdd(article.ArticleId, number);
        }
    }

    private async Task CheckLineAsync(StoryBlock block, StoryVerdict verdict, StorySignals signals, int number, int since)
    {
        var reasons = block.Why!.Split(" · ");
        Assert.InRange(reasons.Length, 1, 2);
        foreach (var reason in reasons)
        {
            var day = since == number - 1 ? "yesterday" : ThirtyDays.DayOf(since);
            var kind = KindOf(reason);
            var isTrue = kind switch
            {
                "N sources" => reason == $"{signals.Outlets} sources" && signals.Outlets > 1 && block.Outlets.Count() == signals.Outlets,
                "filter “harbor”" => signals.Hits.Contains(2),
                "N reports in N h" => reason == $"{signals.NewArticles} reports in 24 h",
                "update" => block.IsUpdate,
                _ when reason.StartsWith("carried over from ", StringComparison.Ordinal) => since < number && reason == $"carried over from {day}",
                _ when reason.StartsWith("readers' feedback +", StringComparison.Ordinal) =>
                    Math.Abs(double.Parse(reason.Split('+')[1], CultureInfo.InvariantCulture) - signals.Feedback) < 0.006,
                _ when reason == $"newest from {block.Source}" => (await run.QueryAsync<long>(
                    "SELECT count(*) FROM articles WHERE source = @Source AND dated_at > (SELECT dated_at FROM articles WHERE id = @ArticleId)", new { block.Source, block.ArticleId })).Single() == 0,
                _ when reason.EndsWith(" h old", StringComparison.Ordinal) =>
                    Math.Floor((run.Editions[number].Record.DueAt - signals.NewestAt) / 3_600_000.0) is var hours && reason == (hours < 1 ? "less than 1 h old" : $"{hours} h old"),
                _ => false,
            };
            Assert.True(isTrue, $"{reason} (edition {number}, story {verdict.StoryId}: {signals}, since {since})");
            Seen.Add(kind.StartsWith("carried", StringComparison.Ordinal) ? "carried" : kind.StartsWith("newest", StringComparison.Ordinal) ? "newest" : kind);
        }
    }

    private bool Passes(Row row) => Has(row.Headline, filters.Title) || !Has(row.Text, filters.Not);

    private static bool Has(string text, string? word) => word is not null && text.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static double ScoreOf(StorySignals signals, long dueAt) =>
        Math.Log2(Math.Min(8, signals.Outlets)) + Math.Pow(2, -(dueAt - signals.NewestAt) / 86_400_000.0) + (signals.Hits.Count * 0.5) + signals.Feedback
        + (0.1 * Math.Min(10, signals.NewArticles)) + Math.Min(0.5, signals.Length / 6000.0);

    /// <summary>A reason with an N for each number.</summary>
    private static string KindOf(string reason) => string.Concat(
        reason.Select((c, i) => !char.IsAsciiDigit(c) ? $"{c}" : i > 0 && char.IsAsciiDigit(reason[i - 1]) ? "" : "N"));

    private sealed class Row
    {
        public required string Id { get; init; }

        public required string Source { get; init; }

        public required string Headline { get; init; }

        public required string Text { get; init; }

        public long DatedAt { get; init; }

        public long FirstSeenAt { get; init; }
    }
}

/// <summary>The filters of the digest that is checked, by their words.</summary>
/// <param name="Not">Rule 1: no article with it, but for rule 2; null for none.</param>
/// <param name="Title">Rule 2, of another group; null for none.</param>
internal sealed record WhyFilters(string? Not, string? Title);
