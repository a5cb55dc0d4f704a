using Dapper;
using NodaTime;
using SummaryBot.Chat;
using SummaryBot.Commands.Digests;
using SummaryBot.Digests;
using SummaryBot.Language;
using SummaryBot.Storage;

namespace SummaryBot.Tests.Digests;

public sealed class DigestChangeTests
{
    private const string News = "The harbor opened on Monday. Ships came from three countries. The mayor spoke for an hour. Nobody was hurt. The band played.";

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Only_what_is_given_changes(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var digest = await bot.AddDigestAsync(options =>
        {
            (options.MaxStories, options.Mention, options.Brand.Footer) = (5, "123456789012345679", "By the port");
            (options.Editing.CarryDays, options.Editing.Quiet) = (4, new QuietOptions { From = "22:00", To = "06:00", Days = "fri,sat" });
            options.Editing.Holidays.Add("12-25");
            options.Editing.Filters.Add(new FilterOptions { Value = "port" });
        });
        var before = DigestText.Of(digest.Digest);
        var edited = await EditAsync(bot, digest, options => options.Editing.MaxPerSource = 2);
        before.Editing.MaxPerSource = 2;
        Assert.Equivalent(before, DigestText.Of(edited.Digest), strict: true);
        Assert.Equivalent(before, DigestText.Of((await FindAsync(bot))!.Digest), strict: true);
        Assert.Equal(digest.NextDue, edited.NextDue);
    }

    [Fact]
    public async Task What_is_wrong_is_told_and_changes_nothing()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        var digest = await bot.AddDigestAsync();
        await bot.AddDigestAsync(options => options.Name = "Evening");
        var editing = bot.Get<DigestEditing>();
        var faulty = Assert.IsType<DigestEditResult.Faulty>(await editing.EditAsync(digest, options => (options.MaxStories, options.Zone) = (30, "Mars"), TestBot.Token));
        Assert.Equal(2, faulty.Faults.Count);
        Assert.Equal(new DigestEditResult.Taken("Evening"), await editing.EditAsync(digest, options => options.Name = "Evening", TestBot.Token));
        Assert.Equivalent(DigestText.Of(digest.Digest), DigestText.Of((await FindAsync(bot))!.Digest), strict: true);
        await bot.Get<DigestStore>().DeleteAsync(digest.Id, TestBot.Token);
        Assert.IsType<DigestEditResult.Gone>(await editing.EditAsync(digest, options => options.MaxStories = 3, TestBot.Token));
    }

    [Fact]
    public async Task A_recap_follows_the_digests_that_it_looks_back_on_to_their_new_names()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        var digest = await bot.AddDigestAsync();
        await bot.AddDigestAsync(options =>
        {
            (options.Name, options.Editing.Kind) = ("Week", "recap");
            new List<string> { "Noon", "Morning" }.ForEach(options.Editing.RecapOf.Add);
        });
        Assert.Equal("Dawn", (await EditAsync(bot, digest, options => options.Name = "Dawn")).Digest.Name);
        Assert.Equal(["Noon", "Dawn"], (await bot.Get<DigestStore>().FindAsync("", "Week", TestBot.Token))!.Digest.Editing.RecapOf);
    }

    [Theory]
    [InlineData("06:00", "Asia/Baku", "2026-03-01T08:00", "2026-03-01T04:00Z")] // its 08:00 has passed and was not posted: late
    [InlineData("06:00", "America/New_York", "2026-03-01T08:00", "2026-03-01T13:00Z")]
    [InlineData("09:00", "Asia/Baku", "2026-03-02T08:00", "2026-03-02T04:00Z")]
    [InlineData("09:00", "America/New_York", "2026-03-02T08:00", "2026-03-02T13:00Z")] // its 08:00 is still to come and was posted
    public async Task In_another_zone_no_local_time_is_posted_twice_or_lost(string now, string zone, string nextLocal, string nextAt)
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        bot.Time.AdjustTime(TestBot.Start.AddHours(-4));
        await bot.AddArticleAsync(News);
        var digest = await bot.AddDigestAsync();
        bot.Time.SetUtcNow(Time($"2026-03-01T{now}Z"));
        await bot.Get<DigestDispatcher>().DispatchDueAsync(TestBot.Token);
        var edited = await EditAsync(bot, digest, options => options.Zone = zone);
        Assert.Equal((nextLocal, Instant.FromDateTimeOffset(Time(nextAt))), (edited.NextDue.LocalText, edited.NextDue.At));
    }

    [Theory]
    [InlineData("18:00", "2026-03-01T18:00")]
    [InlineData("07:00", "2026-03-02T07:00")]
    public async Task Another_time_that_is_still_to_come_today_is_due_today(string time, string next)
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        var digest = await bot.AddDigestAsync(options => options.Empty = "note");
        bot.Time.SetUtcNow(Time("2026-03-01T09:00Z"));
        Assert.Equal(1, await bot.Get<DigestDispatcher>().DispatchDueAsync(TestBot.Token));
        var edited = await EditAsync(bot, digest, options => DigestText.Replace(options.Times, [time]));
        Assert.Equal(next, edited.NextDue.LocalText);
    }

    [Fact]
    public async Task An_edition_that_waits_and_has_no_place_in_the_new_schedule_is_told_of()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        var digest = await bot.AddDigestAsync(options => options.Empty = "wait");
        bot.Time.SetUtcNow(Time("2026-03-01T08:00Z"));
        await bot.Get<DigestDispatcher>().DispatchDueAsync(TestBot.Token);
        Assert.True((await EditAsync(bot, digest, options => options.MaxStories = 3)).IsWaiting);
        Assert.False((await EditAsync(bot, digest, options => DigestText.Replace(options.Times, ["18:00"]))).IsWaiting);
        var edition = Assert.Single(await bot.Get<EditionStore>().HistoryAsync(digest.Id, 5, TestBot.Token));
        Assert.Equal(("2026-03-01T08:00", "folded", "The schedule was changed before it went out."), (edition.DueLocal, edition.Status, edition.Reason));
    }

    [Fact]
    public async Task When_quiet_hours_are_called_off_what_they_held_back_goes_out()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        var digest = await bot.AddDigestAsync(options => (options.Empty, options.Editing.Quiet) = ("note", new QuietOptions { From = "07:30", To = "12:00" }));
        bot.Time.SetUtcNow(Time("2026-03-01T08:30Z"));
        Assert.Equal(0, await bot.Get<DigestDispatcher>().DispatchDueAsync(TestBot.Token));
        await EditAsync(bot, digest, options => options.Editing.Quiet = null);
        Assert.Equal(1, await bot.Get<DigestDispatcher>().DispatchDueAsync(TestBot.Token));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_deleted_digest_takes_its_editions_along_and_one_of_the_same_name_repeats_nothing(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        await bot.AddArticleAsync(News);
        var digest = await bot.AddDigestAsync();
        bot.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, await bot.Get<DigestDispatcher>().DispatchDueAsync(TestBot.Token));
        Assert.True(await bot.Get<DigestStore>().DeleteAsync(digest.Id, TestBot.Token));
        Assert.False(await bot.Get<DigestStore>().DeleteAsync(digest.Id, TestBot.Token));
        await bot.Get<Outbox>().DrainAsync(TestBot.Token);
        Assert.Empty(bot.Chat.Messages); // it was not sent yet
        Assert.Equal(0, await CountAsync(bot, "editions") + await CountAsync(bot, "deliveries") + await CountAsync(bot, "edition_articles"));
        var other = await bot.AddDigestAsync(options => options.Name = "Other");
        Assert.Single((await bot.Get<DigestDispatcher>().PreviewAsync(other, TestBot.Token)).Message.Stories);
        var again = await bot.AddDigestAsync();
        Assert.Empty((await bot.Get<DigestDispatcher>().PreviewAsync(again, TestBot.Token)).Message.Stories);
        Assert.Equal(0, await CountAsync(bot, "shown_by_deleted"));
    }

    [Theory]
    [InlineData("2026-03-01T07:30Z", null)]
    [InlineData("2026-03-01T09:00Z", "The 08:00 edition went out at 08:00. Post another one?")]
    [InlineData("2026-03-01T22:10Z", "The 08:00 edition went out at 08:00. It is quiet until 06:30. Post another one?")]
    [InlineData("2026-03-02T01:00Z", "It is quiet until 06:30. Post an edition all the same?")]
    [InlineData("2026-03-02T07:00Z", null)]
    public async Task Before_an_edition_by_hand_it_is_asked_where_one_went_out_and_in_quiet_hours(string now, string? question)
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        var digest = await bot.AddDigestAsync(options => (options.Empty, options.Editing.Quiet) = ("note", new QuietOptions { From = "22:00", To = "06:30" }));
        if (Time(now) > TestBot.Start.AddHours(1))
        {
            bot.Time.Advance(TimeSpan.FromHours(1));
            await bot.Get<DigestDispatcher>().DispatchDueAsync(TestBot.Token);
            Assert.Equal("The 08:00 edition is written and not sent yet. Post another one?", await bot.Get<SendNowCheck>().AskAsync(digest, Words.English, TestBot.Token));
            await bot.Get<Outbox>().DrainAsync(TestBot.Token);
        }

        bot.Time.SetUtcNow(Time(now));
        Assert.Equal(question, await bot.Get<SendNowCheck>().AskAsync(digest, Words.English, TestBot.Token));
    }

    [Fact]
    public async Task A_paused_digest_asks_before_an_edition_by_hand()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        var digest = await bot.AddDigestAsync();
        var paused = (await bot.Get<DigestBreaks>().PauseAsync(digest.Id, Instant.FromUtc(2026, 3, 4, 0, 0), TestBot.Token))!;
        Assert.Equal("The digest is paused until 2026-03-04 00:00. Post an edition all the same?", await bot.Get<SendNowCheck>().AskAsync(paused, Words.English, TestBot.Token));
    }

    [Theory]
    [InlineData("2026-03-29T08:00", "2026-03-29T07:00:00Z")]
    [InlineData("2026-03-29 08:00", "2026-03-29T07:00:00Z")]
    [InlineData("18:30", "2026-03-01T18:30:00Z")]
    [InlineData("2026-03-29T08:00:00+04:00", "2026-03-29T04:00:00Z")]
    [InlineData("tomorrow", null)]
    public void A_time_is_read_in_the_zone_of_the_digest(string text, string? instant)
    {
        var read = DigestTimes.TryParse(text, DateTimeZoneProviders.Tzdb["Europe/London"], Instant.FromDateTimeOffset(TestBot.Start));
        Assert.Equal(instant, read is { } at ? NodaTime.Text.InstantPattern.General.Format(at) : null);
    }

    [Fact]
    public void Sections_and_quiet_hours_are_read_from_a_line()
    {
        var section = DigestText.Section("Transport: rail, port,group:Towns, category:business");
        Assert.Equal(("Transport", "rail|port|group:Towns|category:business"), (section.Name, string.Join('|', section.Terms)));
        Assert.Empty(DigestText.Section("Transport").Terms);
        Assert.Equivalent(new QuietOptions { From = "22:00", To = "07:00", Days = "fri" }, DigestText.Quiet("22:00-07:00", "fri"));
        Assert.Equal(("22:00", "", "daily"), (DigestText.Quiet("22:00", null).From, DigestText.Quiet("22:00", null).To, DigestText.Quiet("22:00", null).Days));
    }

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static Task<StoredDigest?> FindAsync(TestBot bot) => bot.Get<DigestStore>().FindAsync("", "Morning", TestBot.Token);

    private static async Task<StoredDigest> EditAsync(TestBot bot, StoredDigest digest, Action<DigestOptions> change) =>
        Assert.IsType<DigestEditResult.Edited>(await bot.Get<DigestEditing>().EditAsync(digest, change, TestBot.Token)).Digest;

    private static async Task<long> CountAsync(TestBot bot, string table)
    {
        await using var connection = await bot.Get<Database>().OpenAsync(TestBot.Token);
        return await connection.ExecuteScalarAsync<long>($"SELECT count(*) FROM {table}");
    }
}
