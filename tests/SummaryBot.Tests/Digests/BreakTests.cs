using NodaTime;
using SummaryBot.Chat;
using SummaryBot.Digests;

namespace SummaryBot.Tests.Digests;

public sealed class BreakTests
{
    private const string News = "The harbor opened on Monday. Ships came from three countries. The mayor spoke for an hour. Nobody was hurt. The band played.";
    private const string Frost = "Growers in the valley signed a deal on Saturday. It covers apples for ten years. The buyers are four markets. Frost took half of the trees.";

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Skipped_editions_go_by_with_a_reason_and_the_one_after_has_their_stories(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        await bot.AddArticleAsync(News);
        var digest = await bot.AddDigestAsync();
        var skipping = (await bot.Get<DigestBreaks>().SkipAsync(digest.Id, 2, TestBot.Token))!;
        Assert.Equal(["2026-03-03T08:00", "2026-03-04T08:00"], skipping.Upcoming().Take(2).Select(due => due.LocalText));
        Assert.Equal([0, 0, 1], await AtAsync(bot, "2026-03-01T08:00", "2026-03-02T08:00", "2026-03-03T08:00"));
        Assert.Equal(
            ["2026-03-03T08:00 written ", "2026-03-02T08:00 skipped Somebody asked to skip it.", "2026-03-01T08:00 skipped Somebody asked to skip it."],
            await HistoryAsync(bot, digest.Id));
        Assert.Equal(2, (await bot.Get<EditionStore>().HistoryAsync(digest.Id, 10, EditionStatus.Skipped, TestBot.Token)).Count);
    }

    [Fact]
    public async Task Editions_before_a_day_are_counted_to_be_skipped()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        var digest = await bot.AddDigestAsync(options => options.Times.Add("18:00"));
        Assert.Equal(4, DigestBreaks.CountBefore(digest, new LocalDate(2026, 3, 3)));
        Assert.Equal(0, DigestBreaks.CountBefore(digest, new LocalDate(2026, 3, 1)));
        Assert.Equal(DigestBreaks.MaxSkips, DigestBreaks.CountBefore(digest, new LocalDate(2036, 3, 1)));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task While_a_digest_is_paused_nothing_goes_out_and_then_the_next_regular_time_is_due(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        await bot.AddArticleAsync(News);
        var digest = await bot.AddDigestAsync();
        var breaks = bot.Get<DigestBreaks>();
        Assert.Empty((await breaks.PauseAsync(digest.Id, Instant.MaxValue, TestBot.Token))!.Upcoming());
        Assert.Equal([0, 0], await AtAsync(bot, "2026-03-01T08:00", "2026-03-02T08:00"));
        bot.Time.SetUtcNow(At("2026-03-03T09:00"));
        var resumed = (await breaks.ResumeAsync(digest.Id, TestBot.Token))!;
        Assert.Equal(("2026-03-04T08:00", (Instant?)null), (resumed.NextDue.LocalText, resumed.PausedUntil));
        Assert.Equal([0, 1], await AtAsync(bot, "2026-03-03T09:01", "2026-03-04T08:00"));
        Assert.Equal(
            ["2026-03-04T08:00 written ", .. new[] { 3, 2, 1 }.Select(day => $"2026-03-0{day}T08:00 skipped The digest was paused.")],
            await HistoryAsync(bot, digest.Id));
    }

    [Theory]
    [InlineData("2026-03-03T07:59")] // the bot runs all the time
    [InlineData("2026-03-03T08:20")] // it was down when the pause ended
    public async Task A_pause_that_ends_by_itself_brings_nothing_that_was_due_in_it(string tick)
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        await bot.AddArticleAsync(News);
        var digest = await bot.AddDigestAsync(options => options.Times.Add("07:30"));
        Assert.Equal("07:30 08:00", digest.Digest.Schedule.TimesText);
        await bot.Get<DigestBreaks>().PauseAsync(digest.Id, Instant.FromDateTimeOffset(At("2026-03-03T08:00")), TestBot.Token);
        await AtAsync(bot, tick);
        await AtAsync(bot, "2026-03-03T08:20");
        Assert.Single(bot.Chat.Messages);
        var history = await HistoryAsync(bot, digest.Id);
        Assert.Equal("2026-03-03T08:00 written ", history[0]);
        Assert.Equal(6, history.Count);
        Assert.All(history.Skip(1), edition => Assert.EndsWith("skipped The digest was paused.", edition, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task In_quiet_hours_nothing_goes_out_and_at_their_end_one_edition_does_that_is_not_late(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        await bot.AddArticleAsync(News);
        var digest = await bot.AddDigestAsync(options =>
        {
            options.Times.Clear();
            new List<string> { "22:30", "06:00" }.ForEach(options.Times.Add);
            options.Editing.Quiet = new QuietOptions { From = "22:00", To = "07:00" };
        });
        Assert.Equal([0, 0, 1], await AtAsync(bot, "2026-03-01T22:30", "2026-03-02T06:59", "2026-03-02T07:00"));
        Assert.DoesNotContain("late", string.Join('\n', bot.Chat.Messages[0].Message.Intro), StringComparison.Ordinal);
        Assert.Equal(
            ["2026-03-02T06:00 written ", "2026-03-01T22:30 folded It was due in the same moment as that of 2026-03-02T06:00, which has its stories."],
            await HistoryAsync(bot, digest.Id));
    }

    [Fact]
    public async Task What_is_late_waits_for_the_end_of_the_quiet_hours_too()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        await bot.AddArticleAsync(News);
        await bot.AddDigestAsync(options => options.Editing.Quiet = new QuietOptions { From = "08:20", To = "10:00" });
        Assert.Equal([0, 1], await AtAsync(bot, "2026-03-01T08:25", "2026-03-01T10:00"));
        Assert.StartsWith("2 h 0 min late", bot.Chat.Messages[0].Message.Intro[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edition_that_waits_for_news_keeps_quiet_hours_and_outlasts_the_grace()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        var digest = await bot.AddDigestAsync(options =>
        {
            (options.Empty, options.Editing.Quiet) = ("wait", new QuietOptions { From = "22:00", To = "07:00" });
        });
        await AtAsync(bot, "2026-03-01T08:00");
        Assert.True((await FindAsync(bot)).IsWaiting);
        bot.Time.SetUtcNow(At("2026-03-01T23:00"));
        await bot.AddArticleAsync(News);
        Assert.Equal([0, 1], await AtAsync(bot, "2026-03-01T23:00", "2026-03-02T07:00"));
        Assert.Contains("23 h 0 min late: there was no news before", bot.Chat.Messages[0].Message.Intro);
        Assert.Equal(["2026-03-01T08:00 written "], await HistoryAsync(bot, digest.Id));
        Assert.False((await FindAsync(bot)).IsWaiting);
    }

    [Fact]
    public async Task An_edition_that_waits_for_news_ends_when_the_next_is_due_or_is_skipped()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        var digest = await bot.AddDigestAsync(options => options.Empty = "wait");
        await AtAsync(bot, "2026-03-01T08:00");
        await AtAsync(bot, "2026-03-02T08:00");
        await bot.Get<DigestBreaks>().SkipAsync(digest.Id, 1, TestBot.Token);
        await bot.AddArticleAsync(News);
        Assert.Equal([0, 1], await AtAsync(bot, "2026-03-02T08:01", "2026-03-03T08:00"));
        Assert.Equal(
            ["2026-03-03T08:00 written ", "2026-03-02T08:00 skipped Somebody asked to skip it.", "2026-03-01T08:00 folded There was no news before the next was due."],
            await HistoryAsync(bot, digest.Id));
    }

    [Fact]
    public async Task An_edition_by_hand_in_the_very_minute_of_one_that_goes_by_takes_its_place()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        await bot.AddArticleAsync(News);
        var digest = await bot.AddDigestAsync();
        bot.Time.SetUtcNow(At("2026-03-01T08:00"));
        Assert.NotNull(await bot.Get<DigestDispatcher>().DispatchNowAsync(digest, TestBot.Token));
        await bot.AddArticleAsync(Frost);
        Assert.Equal([1], await AtAsync(bot, "2026-03-02T08:10"));
        Assert.Equal(["2026-03-02T08:00 written ", "2026-03-01T08:00 written "], await HistoryAsync(bot, digest.Id));
    }

    [Fact]
    public async Task An_empty_edition_and_one_missed_for_too_long_say_why()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        var digest = await bot.AddDigestAsync();
        await AtAsync(bot, "2026-03-01T08:00");
        await AtAsync(bot, "2026-03-02T21:00");
        Assert.Equal(
            ["2026-03-02T08:00 folded It was missed for more than 12 h 00 min; its stories are in the next edition.", "2026-03-01T08:00 empty There was no new story."],
            await HistoryAsync(bot, digest.Id));
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse($"{text}Z", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<StoredDigest> FindAsync(TestBot bot) => (await bot.Get<DigestStore>().FindAsync("", "Morning", TestBot.Token))!;

    /// <summary>How many messages go out at each of some times.</summary>
    private static async Task<IReadOnlyList<int>> AtAsync(TestBot bot, params string[] times)
    {
        var messages = new List<int>();
        foreach (var time in times)
        {
            bot.Time.SetUtcNow(At(time));
            messages.Add(await bot.Get<DigestDispatcher>().DispatchDueAsync(TestBot.Token));
            await bot.Get<Outbox>().DrainAsync(TestBot.Token);
        }

        return messages;
    }

    private static async Task<IReadOnlyList<string>> HistoryAsync(TestBot bot, long digest) =>
        [.. (await bot.Get<EditionStore>().HistoryAsync(digest, 10, TestBot.Token)).Select(it => $"{it.DueLocal} {it.Status} {it.Reason}")];
}
