using System.Text;
using SummaryBot.Commands.Shape;
using SummaryBot.Language;
using SummaryBot.Sources;
using SummaryBot.Sources.Fetching;
using SummaryBot.Tests.Sources;
using static SummaryBot.Tests.Commands.CommandBot;

namespace SummaryBot.Tests.Commands.Sources;

public sealed class SourceCommandsTests
{
    private const string Other = "333333333333333333";
    private const string Page = "https://news.example/";

    private static readonly string[] Tables = ["sources", "subscriptions"];

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Every_change_of_a_source_is_undone_byte_for_byte(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        bot.Web.Feed(SourceBot.Url, new MadeUpWeb.Item("a", "Harbor opens", TestBot.Start.AddHours(-2)));
        var added = await bot.RunAsync("source add", ("url", "feeds.example/news.xml"), ("name", "Harbor News"), ("backfill", "latest"));
        Assert.Null(added.Error);
        await bot.VisitAsync();
        (string Path, (string, object)[] Options)[] changes =
        [
            ("source edit", [("source", "Harbor News"), ("name", "Port News"), ("interval", 5L), ("trust", "high"), ("max_per_digest", 2L)]),
            ("source pause", [("source", "Harbor News")]),
            ("source resume", [("source", SourceBot.Url)]),
            ("source remove", [("source", "Harbor News")]),
        ];
        foreach (var (path, options) in changes)
        {
            var before = await bot.RowsAsync(Tables);
            var reply = await bot.RunAsync(path, options);
            Assert.True(reply.Error is null, TextOf(reply));
            Assert.NotEqual(before, await bot.RowsAsync(Tables));
            await bot.UndoAsync(reply);
            Assert.Equal(before, await bot.RowsAsync(Tables));
        }

        await bot.UndoAsync(added);
        Assert.Equal(ErrorCode.NoSuchSource, (await bot.RunAsync("source show", ("source", "Harbor News"))).Error);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task What_was_set_is_shown_and_a_name_is_taken_once(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        await bot.SubscribeAsync(guild: Guild, name: "Harbor News");
        await bot.SubscribeAsync("https://other.example/feed", Guild, name: "Other");
        await bot.RunAsync("source edit", ("source", "Harbor News"), ("interval", 45L), ("trust", "low"), ("max_per_digest", 1L));
        var shown = TextOf(await bot.RunAsync("source show", ("source", "Harbor News")));
        Assert.Contains("at least every 45 minutes", shown, StringComparison.Ordinal);
        Assert.Contains("half a point lower", shown, StringComparison.Ordinal);
        Assert.Contains("At most 1 story", shown, StringComparison.Ordinal);
        Assert.Equal(ErrorCode.SourceNameTaken, (await bot.RunAsync("source edit", ("source", "Other"), ("name", "Harbor News"))).Error);
        Assert.Equal(ErrorCode.NothingToChange, (await bot.RunAsync("source edit", ("source", "Other"))).Error);
        Assert.DoesNotContain("lower", TextOf(await bot.RunAsync("source edit", ("source", "Harbor News"), ("trust", "normal"))), StringComparison.Ordinal);
        Assert.Contains("10 minutes", TextOf(await bot.RunAsync("source edit", ("source", "Other"), ("interval", 5L))), StringComparison.Ordinal);
        Assert.Equal(ErrorCode.BadOption, (await bot.RunAsync("source edit", ("source", "Other"), ("interval", 4L))).Error);
    }

    [Fact]
    public async Task A_page_with_several_feeds_offers_them_and_one_choice_adds_one()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        bot.Web.Answer(Page, MadeUpWeb.Html(Page, """
            <html><head><link rel="alternate" type="application/rss+xml" title="Town" href="/town.xml"><link rel="alternate" type="application/rss+xml" title="Sport" href="/sport.xml"></head></html>
            """));
        bot.Web.Feed("https://news.example/sport.xml", new MadeUpWeb.Item("a", "A match", TestBot.Start));
        var menu = Assert.Single((await bot.RunAsync("source add", ("url", Page), ("backfill", "day"))).Menus);
        Assert.Equal(["Town", "Sport"], menu.Options.Select(it => it.Label));
        Assert.Equal(ErrorCode.DraftExpired, (await bot.PressAsync(menu.Kind, menu.Payload, CallIn(UiLanguage.English, Other), ["1"])).Error);
        Assert.Null((await bot.PressAsync(menu.Kind, menu.Payload, values: ["1"])).Error);
        var source = Assert.Single(await bot.Get<SubscriptionStore>().ListAsync(Guild, TestBot.Token));
        Assert.Equal(("https://news.example/sport.xml", "day"), (source.Address, source.Backfill));
        Assert.Equal(ErrorCode.SourceKnown, (await bot.PressAsync(menu.Kind, menu.Payload, values: ["1"])).Error);
        bot.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(ErrorCode.DraftExpired, (await bot.PressAsync(menu.Kind, menu.Payload, values: ["1"])).Error);
    }

    [Fact]
    public async Task What_cannot_be_read_is_said_with_its_cause_and_one_step_in_every_language()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        bot.Web.Answer("https://private.example/", new FetchOutcome.Refused("It redirects elsewhere. 10.0.0.1 is private.") { IsOfAddress = true });
        bot.Web.Answer("https://large.example/", new FetchOutcome.Refused("It is image/png, not a feed or a page."));
        bot.Web.Answer("https://page.example/", MadeUpWeb.Html("https://page.example/", "<p>A page of one article that names no feed at all.</p>"));
        foreach (var language in UiLanguage.All)
        {
            foreach (var path in new[] { "source add", "source test" })
            {
                foreach (var (url, code) in new[] { ("not an address", ErrorCode.NotAnAddress), ("https://private.example", ErrorCode.AddressRefused), ("https://large.example", ErrorCode.SourceUnreadable), ("https://gone.example", ErrorCode.SourceUnreadable), ("https://page.example", ErrorCode.PageWithoutFeed) })
                {
                    var reply = await bot.RunAsync(path, CallIn(language, Guild, ("url", url)) with { UserId = $"{language}{path.Length}" }); // one person may not ask so often
                    Assert.Equal((code, 2), (reply.Error, reply.Lines.Count));
                    Assert.Equal(language == UiLanguage.English && url.Contains("gone", StringComparison.Ordinal), TextOf(reply).Contains("It is not there (404).", StringComparison.Ordinal));
                }
            }
        }
    }

    [Fact]
    public async Task A_site_that_never_answers_ends_in_a_plain_error()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        bot.Web.Answer(Page, async _ =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, TestBot.Token);
            return new FetchOutcome.Gone(404);
        });
        var adding = bot.RunAsync("source add", ("url", Page));
        bot.Time.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(ErrorCode.SourceTooSlow, (await adding).Error);
    }

    [Fact]
    public async Task A_test_shows_items_text_and_summary_and_stores_nothing()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        bot.Web.Feed(SourceBot.Url, new MadeUpWeb.Item("a", "Harbor opens", TestBot.Start.AddHours(-2)), new MadeUpWeb.Item("b", "Older", TestBot.Start.AddDays(-2)));
        var reply = await bot.RunAsync("source test", ("url", SourceBot.Url));
        Assert.Contains("2 items", TextOf(reply), StringComparison.Ordinal);
        Assert.Contains("Full text: in the feed", TextOf(reply), StringComparison.Ordinal);
        Assert.Equal("Harbor opens", Assert.Single(reply.More).Card!.Headline);
        Assert.Empty(await bot.RowsAsync([.. Tables, "articles"]));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_list_of_feeds_is_imported_exported_and_taken_back(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        await bot.SubscribeAsync("https://a.example/feed", Guild, name: "A");
        var before = await bot.RowsAsync("subscriptions");
        var opml = """<opml version="2.0"><body><outline text="A" xmlUrl="https://a.example/feed"/><outline text="Town"><outline text="B" xmlUrl="https://b.example/feed"/></outline></body></opml>""";
        var reply = await bot.RunAsync("source import", ("file", File(opml)));
        Assert.Contains("1 source added", TextOf(reply), StringComparison.Ordinal);
        var exported = Encoding.UTF8.GetString((await bot.RunAsync("source export")).File!.Content.Span);
        Assert.Contains("https://b.example/feed", exported, StringComparison.Ordinal);
        await bot.UndoAsync(reply);
        Assert.Equal(before, await bot.RowsAsync("subscriptions"));
        Assert.Equal(ErrorCode.NotOpml, (await bot.RunAsync("source import", ("file", File("words")))).Error);
        Assert.Equal(ErrorCode.FileTooLarge, (await bot.RunAsync("source import", ("file", new GivenFile("x.opml", 1, (_, _) => Task.FromResult<byte[]?>(null))))).Error);
    }

    [Fact]
    public async Task A_source_of_another_server_is_neither_listed_nor_changed()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        await bot.SubscribeAsync(guild: Other, name: "Theirs");
        var before = await bot.RowsAsync(Tables);
        foreach (var path in new[] { "source show", "source pause", "source resume", "source remove", "source edit" })
        {
            Assert.Equal(ErrorCode.NoSuchSource, (await bot.RunAsync(path, ("source", "Theirs"), ("name", "Ours"))).Error);
        }

        Assert.DoesNotContain("Theirs", TextOf(await bot.RunAsync("source list")), StringComparison.Ordinal);
        Assert.Empty(await bot.Get<CommandCatalog>()["source show"].SuggestAsync!(Call(), new TypedOption("source", "The"), TestBot.Token));
        Assert.Equal(before, await bot.RowsAsync(Tables));
    }

    [Fact]
    public async Task A_long_list_is_paged()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        for (var i = 0; i < 40; i++)
        {
            await bot.SubscribeAsync($"https://{i}.example/feed", Guild, name: $"Source {i:00}");
        }

        var first = await bot.RunAsync("source list");
        Assert.Equal((15, true, false), (first.Lines.Count, first.Buttons[0].IsDisabled, first.Buttons[1].IsDisabled));
        var last = await bot.PressAsync(first.Buttons[1].Kind!, "2");
        Assert.Equal((10, true), (last.Lines.Count, last.Buttons[1].IsDisabled));
    }

    private static GivenFile File(string text) => new("feeds.opml", text.Length, (_, _) => Task.FromResult<byte[]?>(Encoding.UTF8.GetBytes(text)));
}
