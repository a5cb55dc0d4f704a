using SummaryBot.Chat;
using SummaryBot.Commands.Shape;
using SummaryBot.Digests;
using SummaryBot.Language;

namespace SummaryBot.Tests.Commands.Digests;

public sealed class DigestCommandTests
{
    private const string News = "The harbor opened on Monday. Ships came from three countries. The mayor spoke for an hour. Nobody was hurt. The band played.";

    public static TheoryData<string> Kinds => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_setting_is_set_read_and_undone(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var admin = new DigestCalls(bot);
        await admin.CreateAsync("Week", ("timezone", "Asia/Baku"), ("days", "fri"));
        var created = await admin.CreateAsync("Morning", ("timezone", "Asia/Baku"), ("days", "mon,thu"), ("max_stories", 5), ("length", "long"), ("layout", "plain"), ("empty", "note"), ("mention", "1100000000000000009"));
        Assert.Contains("Set up \"Morning\" for", DigestCalls.Text(created), StringComparison.Ordinal);
        (string Path, (string, object)[] Options, string Shown)[] changes =
        [
            ("digest edit", [("rename", "Dawn"), ("time", "06:30 18:00"), ("days", "weekdays"), ("timezone", "Europe/London")], "Mon, Tue"),
            ("digest edit", [("kind", "recap"), ("recap_of", "Week"), ("max_per_source", 2), ("repeat_days", 9), ("carry_days", 3), ("pictures", true)], "recap_of: Week"),
            ("digest edit", [("holidays", "12-25, 2026-05-01"), ("crosspost", true), ("tags", "Economy, Sports")], "holidays: "),
            ("digest edit", [("display_name", "Desk"), ("avatar", "https://example.com/a.png"), ("color", "#00FF0A"), ("footer", "Bye")], "color: #00FF0A"),
            ("digest edit", [("clear", "mention")], "max_stories: 5"),
            ("digest quiet", [("from", "22:00"), ("to", "06:00"), ("days", "fri,sat")], "quiet: 22:00-06:00, Fri, Sat"),
            ("digest thread", [("mode", "per-story")], "mode: each story"),
            ("digest section", [("section", "Ports"), ("terms", "harbor, group:Towns")], "section Ports: harbor, group:Towns"),
            ("digest skip-next", [("count", 2)], "skips 2"),
            ("digest pause", [("until", "2026-03-09")], "paused until 2026-03-09 00:00"),
            ("digest pause", [], "paused"),
            ("filter add", [("digest", "Morning"), ("value", "harbor"), ("field", "title"), ("op", "has not"), ("group", 2)], "filter: rule 1, title has not \"harbor\", group 2"),
        ];
        foreach (var (i, (path, options, shown)) in changes.Index())
        {
            admin = new DigestCalls(bot, user: $"11000000000000001{i:D2}"); // one person may not do so much in a minute
            var before = await admin.RowsAsync();
            var reply = await admin.DoAsync(path, path[0] == 'f' ? options : [("name", "Morning"), .. options]);
            Assert.NotEqual(before, await admin.RowsAsync());
            var name = options.Any(it => it.Item1 == "rename") ? "Dawn" : "Morning";
            var told = DigestCalls.Text(await admin.DoAsync("digest show", ("name", name)));
            Assert.True(shown == "Mon, Tue" ? told.Contains("weekdays 06:30 18:00 (Europe/London)", StringComparison.Ordinal) : told.Contains(shown, StringComparison.Ordinal), told);
            Assert.StartsWith("Undone: ", DigestCalls.Text(await admin.PressAsync(reply, "Undo (10 min)")), StringComparison.Ordinal);
            Assert.Equal(before, await admin.RowsAsync());
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_digest_that_was_deleted_comes_back_with_all_that_belonged_to_it(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var admin = new DigestCalls(bot);
        await admin.CreateAsync();
        await bot.AddArticleAsync(News);
        Assert.Contains("1 story", DigestCalls.Text(await admin.DoAsync("digest send-now", ("name", "Morning"))), StringComparison.Ordinal);
        await bot.Get<Outbox>().DrainAsync(TestBot.Token);
        var before = await admin.RowsAsync();
        var deleted = await admin.DoAsync("digest delete", ("name", "Morning"));
        Assert.Equal(ErrorCode.NoSuchDigest, (await admin.RunAsync("digest show", ("name", "Morning"))).Error);
        await admin.PressAsync(deleted, "Undo (10 min)");
        Assert.Equal(before, await admin.RowsAsync());
        Assert.Contains("1 story", DigestCalls.Text(await admin.DoAsync("digest history", ("name", "Morning"))), StringComparison.Ordinal);

        deleted = await admin.DoAsync("digest delete", ("name", "Morning"));
        var empty = await admin.RowsAsync();
        var again = await admin.CreateAsync();
        await admin.PressAsync(again, "Undo (10 min)"); // the new one goes, and what the old one showed stays known
        Assert.Equal(empty, await admin.RowsAsync());
        await admin.PressAsync(deleted, "Undo (10 min)");
        Assert.Equal(before, await admin.RowsAsync());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Two_servers_have_a_digest_of_one_name_and_neither_sees_the_others(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var (admin, other) = (new DigestCalls(bot), new DigestCalls(bot, DigestCalls.Other));
        await admin.CreateAsync("Morning", ("max_stories", 3));
        await admin.CreateAsync("Ours");
        await other.CreateAsync("Morning", ("max_stories", 4));
        Assert.Equal(ErrorCode.DigestNameTaken, (await admin.RunAsync("digest create", ("name", "Morning"), ("channel", new GivenChannel(DigestCalls.Channel, "news", null)), ("time", "08:00"))).Error);
        Assert.Equal(ErrorCode.DigestNameTaken, (await admin.RunAsync("digest edit", ("name", "Ours"), ("rename", "Morning"))).Error);
        await admin.DoAsync("digest edit", ("name", "Morning"), ("max_stories", 6));
        Assert.Contains("max_stories: 4", DigestCalls.Text(await other.DoAsync("digest show", ("name", "Morning"))), StringComparison.Ordinal);
        Assert.DoesNotContain("Ours", DigestCalls.Text(await other.DoAsync("digest list")), StringComparison.Ordinal);
        Assert.Empty(await other.TypeAsync("digest show", "name", "our"));
        foreach (var path in new[] { "show", "preview", "send-now", "skip-next", "pause", "resume", "delete", "history", "feedback" })
        {
            Assert.Equal(ErrorCode.NoSuchDigest, (await other.RunAsync($"digest {path}", ("name", "Ours"))).Error);
        }

        await other.DoAsync("digest delete", ("name", "Morning"));
        Assert.Contains("max_stories: 6", DigestCalls.Text(await admin.DoAsync("digest show", ("name", "Morning"))), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_recap_looks_back_on_the_digest_of_its_own_server(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var (admin, other) = (new DigestCalls(bot), new DigestCalls(bot, DigestCalls.Other));
        await other.CreateAsync();
        await admin.CreateAsync();
        await admin.CreateAsync("Week");
        await other.CreateAsync("Week");
        await admin.DoAsync("digest edit", ("name", "Week"), ("kind", "recap"), ("recap_of", "Morning"));
        await other.DoAsync("digest edit", ("name", "Week"), ("kind", "recap"), ("recap_of", "Morning"));
        await bot.AddArticleAsync(News);
        await admin.DoAsync("digest send-now", ("name", "Morning"));
        await bot.Get<Outbox>().DrainAsync(TestBot.Token);
        bot.Time.Advance(TimeSpan.FromHours(2));
        Assert.Single((await admin.DoAsync("digest preview", ("name", "Week"))).Message!.Stories);
        Assert.Empty((await other.DoAsync("digest preview", ("name", "Week"))).Message!.Stories);

        var before = await admin.RowsAsync();
        var renamed = await admin.DoAsync("digest edit", ("name", "Morning"), ("rename", "Dawn"));
        var digests = bot.Get<DigestStore>();
        Assert.Equal(["Dawn"], (await digests.FindAsync(DigestCalls.Guild, "Week", TestBot.Token))!.Digest.Editing.RecapOf);
        Assert.Equal(["Morning"], (await digests.FindAsync(DigestCalls.Other, "Week", TestBot.Token))!.Digest.Editing.RecapOf);
        await admin.PressAsync(renamed, "Undo (10 min)");
        Assert.Equal(before, await admin.RowsAsync());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_preview_is_the_message_that_is_sent_and_changes_nothing(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var admin = new DigestCalls(bot);
        await admin.CreateAsync();
        await bot.AddArticleAsync(News);
        var before = await admin.RowsAsync();
        var preview = (await admin.DoAsync("digest preview", ("name", "Morning"))).Message!;
        Assert.Contains("Thu 5 March", MessageJson.Write((await admin.DoAsync("digest preview", ("name", "Morning"), ("as_of", "2026-03-05T08:00"))).Message!), StringComparison.Ordinal);
        Assert.Equal(before, await admin.RowsAsync());
        await admin.DoAsync("digest send-now", ("name", "Morning"));
        await bot.Get<Outbox>().DrainAsync(TestBot.Token);
        Assert.Equal(MessageJson.Write(preview), MessageJson.Write(Assert.Single(bot.Chat.Messages).Message));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_speaks_against_an_edition_now_is_asked_first(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var (admin, other) = (new DigestCalls(bot), new DigestCalls(bot, DigestCalls.Other));
        await admin.CreateAsync();
        await admin.DoAsync("digest pause", ("name", "Morning"));
        await bot.AddArticleAsync(News);
        var asked = await admin.DoAsync("digest send-now", ("name", "Morning"));
        Assert.Equal("The digest is paused. Post an edition all the same?", DigestCalls.Text(asked));
        Assert.Equal(ErrorCode.NoSuchDigest, (await other.PressAsync(asked, "Post it")).Error);
        Assert.Contains("on its way", DigestCalls.Text(await admin.PressAsync(asked, "Post it")), StringComparison.Ordinal);
        Assert.Equal(ErrorCode.NothingToSend, (await admin.PressAsync(asked, "Post it")).Error);
        Assert.Contains("goes out again", DigestCalls.Text(await admin.DoAsync("digest resume", ("name", "Morning"))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("time", "25:00", "times")]
    [InlineData("timezone", "Mars/Olympus", "zone")]
    [InlineData("days", "someday", "days")]
    [InlineData("holidays", "32-25", "holidays")]
    [InlineData("mention", DigestCalls.Guild, "mention")]
    [InlineData("color", "red", "color")]
    [InlineData("avatar", "file:///etc/passwd", "avatar")]
    [InlineData("kind", "urgent", "filters")]
    public async Task What_an_option_may_not_hold_is_said_with_its_remedy_in_each_language_and_changes_nothing(string option, string value, string key)
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        await new DigestCalls(bot).CreateAsync();
        foreach (var language in UiLanguage.All)
        {
            var admin = new DigestCalls(bot) { Words = new Words(language) };
            var before = await admin.RowsAsync();
            var reply = await admin.RunAsync("digest edit", ("name", "Morning"), (option, value));
            Assert.Equal(ErrorCode.BadOption, reply.Error);
            var remedy = language == UiLanguage.English ? ": write " : TextFiles.Find($"digest.remedy.{key}", language);
            Assert.Contains(remedy!, DigestCalls.Text(reply), StringComparison.Ordinal);
            Assert.Equal(before, await admin.RowsAsync());
        }
    }

    [Fact]
    public async Task The_history_is_paged_and_can_be_narrowed()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        var admin = new DigestCalls(bot);
        await admin.CreateAsync();
        for (var day = 0; day < 25; day++)
        {
            bot.Time.Advance(TimeSpan.FromDays(1));
            await bot.Get<DigestDispatcher>().DispatchDueAsync(TestBot.Token);
        }

        var first = await admin.DoAsync("digest history", ("name", "Morning"));
        var second = await admin.PressAsync(first, "Older ▶");
        var third = await admin.PressAsync(second, "Older ▶");
        Assert.Equal([10, 10, 5], new[] { first, second, third }.Select(it => it.Lines.Count));
        Assert.True(third.Buttons[1].IsDisabled && first.Buttons[0].IsDisabled);
        Assert.Equal(25, new[] { first, second, third }.SelectMany(it => it.Lines).Select(it => it.ToString()).Distinct(StringComparer.Ordinal).Count());
        Assert.Contains("no such edition", DigestCalls.Text(await admin.DoAsync("digest history", ("name", "Morning"), ("status", "skipped"))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("time", "7", "07:00")]
    [InlineData("time", "730", "07:30")]
    [InlineData("time", "7:3", "07:30")]
    [InlineData("time", "7 pm", "19:00")]
    [InlineData("time", "08:00 18", "08:00 18:00")]
    [InlineData("time", "", "08:00")]
    [InlineData("timezone", "lond", "Europe/London")]
    [InlineData("timezone", "baku", "Asia/Baku")]
    [InlineData("timezone", "", "Europe/Istanbul")]
    [InlineData("timezone", "new york", "America/New_York")]
    [InlineData("days", "", "weekdays")]
    [InlineData("days", "mo", "mon")]
    [InlineData("days", "mon,t", "mon,thu")]
    [InlineData("until", "", "2026-03-02")]
    [InlineData("name", "mor", "Morning")]
    [InlineData("recap_of", "Week, mor", "Week, Morning")]
    public async Task What_is_typed_is_completed(string option, string typed, string expected)
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        var admin = new DigestCalls(bot);
        await admin.CreateAsync();
        var found = await admin.TypeAsync("digest edit", option, typed);
        Assert.Contains(expected, found.Select(it => it.Value));
        Assert.All(found, it => Assert.True(it.Label.Length is > 0 and <= 100 && it.Value.Length is > 0 and <= 100));
        Assert.InRange(found.Count, 1, 25);
    }

    [Fact]
    public async Task Zones_of_the_servers_own_country_come_first()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        Assert.Equal("Europe/Istanbul", (await new DigestCalls(bot).TypeAsync("digest edit", "timezone", ""))[0].Value);
        Assert.Empty(await new DigestCalls(bot).TypeAsync("digest edit", "timezone", "nowhere at all"));
        Assert.Empty(await new DigestCalls(bot).TypeAsync("digest edit", "timezone", "half a surrogate: \ud800"));
        Assert.Empty(await new DigestCalls(bot).TypeAsync("digest edit", "time", "x"));
    }
}
