using System.Globalization;
using SummaryBot.Digests;
using SummaryBot.Digests.Selection;

namespace SummaryBot.Tests.Digests.Selection;

/// <summary>SUMMARYBOT_DAYS sets how many days the long run has; 30 where it is not set.</summary>
public sealed class ThirtyDaysTests
{
    private static int Days => int.TryParse(Environment.GetEnvironmentVariable("SUMMARYBOT_DAYS"), CultureInfo.InvariantCulture, out var days) ? days : 30;

    [Fact]
    public async Task In_thirty_days_of_fifty_stories_each_is_sent_or_carried_or_listed_as_given_up() => await RunFullAsync("SQLite", Days, seed: 1);

    [Fact]
    public async Task In_six_days_on_PostgreSQL_too() => await RunFullAsync("PostgreSQL", Math.Min(6, Days), seed: 2);

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Where_there_is_room_for_all_each_reason_is_true_too(int seed)
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        var digest = await bot.AddDigestAsync(options => (options.MaxStories, options.Editing.MaxPerSource) = (20, 4));
        var seen = await RunAsync(bot, new ThirtyDays(bot, digest, storiesADay: 11, seed), new WhyFilters(null, null), digest.Id, Math.Min(9, Days));
        Assert.Superset(new HashSet<string> { "newest", "N h old", "N sources" }, seen.ToHashSet(StringComparer.Ordinal));
    }

    private static async Task RunFullAsync(string kind, int days, int seed)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var digest = await bot.AddDigestAsync(options =>
        {
            options.Editing.Filters.Add(new FilterOptions { Id = 1, Group = 1, Op = "has not", Value = "cricket" });
            options.Editing.Filters.Add(new FilterOptions { Id = 2, Group = 2, Field = "title", Value = "harbor" });
            options.Editing.Sections.Add(new SectionOptions { Name = "Harbors", Terms = { "harbor" } });
            options.Editing.Sections.Add(new SectionOptions { Name = "Lakes", Terms = { "source:lake review" } });
        });
        var run = new ThirtyDays(bot, digest, storiesADay: 50, seed);
        await run.FeedbackAsync("Gazette", readers: 5, useful: 1);
        await run.FeedbackAsync("Hill Times", readers: 4, useful: 0);
        var seen = await RunAsync(bot, run, new WhyFilters("cricket", "harbor"), digest.Id, days);
        Assert.Equal(["N reports in N h", "N sources", "carried", "filter “harbor”", "readers' feedback +N.N"], seen.Order(StringComparer.Ordinal).Take(5));
        var verdicts = run.Editions.SelectMany(it => it.Record.Stories).SelectMany(story => story.Articles).Select(it => it.Verdict).ToHashSet();
        Assert.Superset(new HashSet<Verdict> { Verdict.Shown, Verdict.Merged, Verdict.Carried, Verdict.Filtered, Verdict.Capped, Verdict.Expired }, verdicts);
    }

    private static async Task<IReadOnlySet<string>> RunAsync(TestBot bot, ThirtyDays run, WhyFilters filters, long digestId, int days)
    {
        var checker = new WhyChecker(run, filters, digestId);
        for (var day = 0; day < days; day++)
        {
            await run.NextAsync();
            await checker.CheckAsync(day);
        }

        CheckVerdicts(run);
        CheckMessages(run);
        Assert.True(run.Editions.Sum(it => it.Message.Stories.Count(story => story.IsUpdate)) > days / 3, "there were few updates");
        Assert.Equal(days, bot.Chat.Messages.Count);
        return checker.Seen;
    }

    /// <summary>Each article has a verdict in the first edition after it came and in each one from then on, until a last one.</summary>
    private static void CheckVerdicts(ThirtyDays run)
    {
        var last = new Dictionary<string, (Verdict Verdict, int Edition)>(StringComparer.Ordinal);
        foreach (var (number, (_, record)) in run.Editions.Index())
        {
            var verdicts = record.Stories.SelectMany(story => story.Articles).ToList();
            Assert.Equal(verdicts.Count, verdicts.Select(it => it.ArticleId).Distinct(StringComparer.Ordinal).Count());
            var waiting = run.Came.Where(it => it.Value == number).Select(it => it.Key)
                .Concat(last.Where(it => it.Value.Verdict is Verdict.Carried or Verdict.Capped).Select(it => it.Key)).ToHashSet(StringComparer.Ordinal);
            var filtered = last.Where(it => it.Value.Verdict is Verdict.Filtered && run.Came[it.Key] >= number - 2).Select(it => it.Key);
            Assert.Subset(verdicts.Select(it => it.ArticleId).ToHashSet(StringComparer.Ordinal), waiting);
            Assert.Subset(waiting.Concat(filtered).ToHashSet(StringComparer.Ordinal), verdicts.Select(it => it.ArticleId).ToHashSet(StringComparer.Ordinal));
            foreach (var article in verdicts)
            {
                Assert.True(article.Verdict is not Verdict.Expired || (article.Reason.Contains(ThirtyDays.DayOf(number), StringComparison.Ordinal) && number >= 2));
                last[article.ArticleId] = (article.Verdict, number);
            }
        }

        Assert.Equal(run.Came.Count, last.Count);
        Assert.All(last.Values.Where(it => it.Verdict is Verdict.Carried or Verdict.Capped), it => Assert.Equal(run.Editions.Count - 1, it.Edition));
    }

    /// <summary>The record is of the message, no story comes twice but as an update, and each update has a sentence that no message had.</summary>
    private static void CheckMessages(ThirtyDays run)
    {
        var (told, stories) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<long>());
        foreach (var (message, record) in run.Editions)
        {
            var shown = record.Stories.Where(story => story.Verdict is Verdict.Shown).ToList();
            Assert.Equal(message.Stories.Count, shown.Count);
            Assert.All(message.Stories.Zip(shown), it => Assert.Contains(it.Second.Articles, article => article.ArticleId == it.First.ArticleId && article.Verdict is Verdict.Shown));
            Assert.All(message.Stories.Zip(shown), it => Assert.Equal(stories.Contains(it.Second.StoryId!.Value), it.First.IsUpdate));
            Assert.All(message.Stories.Zip(shown), it => Assert.Equal((it.Second.Section, it.Second.ShownBefore is null), (it.First.Section, it.First.Earlier is null)));
            Assert.All(message.Stories.Where(story => story.IsUpdate), story => Assert.Contains(story.Sentences, sentence => !told.Contains(sentence.Text)));
            CheckFootnote(message.Footnote, record);
            told.UnionWith(message.Stories.SelectMany(story => story.Sentences).Select(sentence => sentence.Text));
            stories.UnionWith(shown.Select(story => story.StoryId!.Value));
        }
    }

    private static void CheckFootnote(IReadOnlyList<string> footnote, SelectionRecord record)
    {
        var kept = record.Stories.Count(story => story.Verdict is Verdict.Carried or Verdict.Capped);
        var givenUp = record.Stories.Count(story => story.Verdict is Verdict.Expired);
        Assert.Equal(kept > 0, footnote.Any(line => line.StartsWith($"{kept} more stor", StringComparison.Ordinal)));
        Assert.Equal(givenUp > 0, footnote.Any(line => line.Contains($"; {givenUp} w", StringComparison.Ordinal) && line.EndsWith("given up after 2 days.", StringComparison.Ordinal)));
    }
}
