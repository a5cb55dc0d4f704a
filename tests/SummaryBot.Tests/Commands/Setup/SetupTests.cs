using SummaryBot.Articles;
using SummaryBot.Chat;
using SummaryBot.Commands.Setup;
using SummaryBot.Commands.Shape;
using SummaryBot.Digests;
using SummaryBot.Sources;
using SummaryBot.Sources.Visits;
using SummaryBot.Tests.Sources;
using static SummaryBot.Tests.Commands.CommandBot;

namespace SummaryBot.Tests.Commands.Setup;

public sealed class SetupTests
{
    private static readonly string[] Tables = ["sources", "subscriptions", "digests", "articles", "editions", "deliveries"];

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_preview_stores_nothing_and_start_posts_the_very_same_and_is_undone(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        Feed(bot);
        var before = await bot.RowsAsync(Tables);
        var preview = await SubmitAsync(bot);
        Assert.True(preview.Error is null, TextOf(preview));
        Assert.Equal(before, await bot.RowsAsync(Tables));
        Assert.Equal(["Start", "Change", "Cancel"], preview.Buttons.Select(it => it.Label));
        var (subscriptions, digests) = (await bot.RowsAsync("subscriptions"), await bot.RowsAsync("digests"));
        var started = await bot.PressAsync(preview.Buttons[0].Kind!, preview.Buttons[0].Payload);
        Assert.True(started.Error is null, TextOf(started));
        await bot.Get<Outbox>().DrainAsync(TestBot.Token);
        var posted = Assert.Single(bot.Chat.Messages).Message;
        Assert.Equal(preview.Message!.Title, posted.Title);
        Assert.Equal(preview.Message.Intro, posted.Intro);
        Assert.Equal(preview.Message.Stories.Select(it => (it.Headline, it.Source, it.Why, string.Join(' ', it.Quotes.Select(quote => quote.Text)))), posted.Stories.Select(it => (it.Headline, it.Source, it.Why, string.Join(' ', it.Quotes.Select(quote => quote.Text)))));
        await bot.UndoAsync(started);
        Assert.Equal((subscriptions, digests), (await bot.RowsAsync("subscriptions"), await bot.RowsAsync("digests")));
    }

    [Fact]
    public async Task News_that_the_server_sees_already_are_counted_beside_the_preview()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        Feed(bot);
        Assert.DoesNotContain("sees already", TextOf(await SubmitAsync(bot)), StringComparison.Ordinal);
        await bot.Get<ArticleStore>().AddAsync(new Article("Port opens", "Example", null, "en", null, "The port opened. Ships came in."), TestBot.Token);
        Assert.Contains("also chooses among 1 story that this server sees already", TextOf(await SubmitAsync(bot)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Started_twice_at_once_it_is_set_up_once()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        Feed(bot);
        var start = (await SubmitAsync(bot)).Buttons[0];
        var replies = await Task.WhenAll(bot.PressAsync(start.Kind!, start.Payload), bot.PressAsync(start.Kind!, start.Payload));
        Assert.Equal([null, ErrorCode.DraftExpired], replies.Select(it => it.Error).Order());
        Assert.Single(await bot.Get<DigestStore>().ListAsync(TestBot.Token));
    }

    [Theory]
    [InlineData("time", "25:00", ErrorCode.BadField)]
    [InlineData("zone", "Atlantis", ErrorCode.BadField)]
    [InlineData("source", "not an address", ErrorCode.NotAnAddress)]
    [InlineData("source", "https://gone.example/", ErrorCode.SourceUnreadable)]
    [InlineData("channel", "nowhere", ErrorCode.ChannelGone)]
    public async Task What_was_filled_in_wrongly_is_named_and_the_form_comes_back_as_it_was(string field, string value, ErrorCode code)
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        Feed(bot);
        var reply = await SubmitAsync(bot, (field, value));
        Assert.Equal(code, reply.Error);
        var change = Assert.Single(reply.Buttons, it => it.Label == "Change");
        var action = bot.Get<CommandCatalog>().Actions.Single(it => it.Kind == change.Kind);
        var form = await action.OpenAsync!(Call(), new ActionInput(change.Payload, [], new Dictionary<string, IReadOnlyList<string>>()), TestBot.Token);
        Assert.Equal(field == "source" ? value : SourceBot.Url, form.Fields.OfType<FormField.TextField>().Single(it => it.Id == "source").Value);
        Assert.Equal(field == "time" ? value : "8.30", form.Fields.OfType<FormField.TextField>().Single(it => it.Id == "time").Value);
        Assert.Equal(field == "channel" ? null : TestChat.Channel, form.Fields.OfType<FormField.ChannelField>().Single().Chosen);
        Assert.Equal(["mon", "wed"], form.Fields.OfType<FormField.CheckboxesField>().Single().Options.Where(it => it.IsChosen).Select(it => it.Value));
    }

    [Fact]
    public async Task A_source_that_brought_nothing_today_begins_with_its_newest_item()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        bot.Web.Feed(SourceBot.Url, new MadeUpWeb.Item("a", "Last month", TestBot.Start.AddDays(-30)), new MadeUpWeb.Item("b", "Last week", TestBot.Start.AddDays(-7)));
        var preview = await SubmitAsync(bot);
        Assert.Equal("Last week", Assert.Single(preview.Message!.Stories).Headline);
        Assert.Null((await bot.PressAsync(preview.Buttons[0].Kind!, preview.Buttons[0].Payload)).Error);
        await bot.Get<Outbox>().DrainAsync(TestBot.Token);
        Assert.Equal("Last week", Assert.Single(Assert.Single(bot.Chat.Messages).Message.Stories).Headline);
    }

    [Fact]
    public async Task While_the_bot_is_visiting_the_site_already_the_first_edition_waits_for_what_that_brings()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        Feed(bot);
        var preview = await SubmitAsync(bot);
        await bot.Get<SubscriptionStore>().AddAsync(new NewSubscription(SourceKind.Feed, new Uri(SourceBot.Url), "Theirs") { Guild = "222222222222222222" }, TestBot.Token);
        var (asked, answered, calls) = (new TaskCompletionSource(), new TaskCompletionSource(), 0);
        bot.Web.Answer(SourceBot.Url, async _ =>
        {
            if (Interlocked.Increment(ref calls) == 1)
            {
                asked.SetResult();
                await answered.Task;
            }

            return MadeUpWeb.Ok(SourceBot.Url, MadeUpWeb.Rss(Items));
        });
        var visiting = bot.Get<VisitPool>().VisitDueAsync(only: null, report: null, TestBot.Token);
        await asked.Task;
        var starting = bot.PressAsync(preview.Buttons[0].Kind!, preview.Buttons[0].Payload);
        for (var i = 0; !starting.IsCompleted; i++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, TestBot.Token);
            bot.Time.Advance(TimeSpan.FromMilliseconds(50));
            _ = i == 20 && answered.TrySetResult();
        }

        answered.TrySetResult();
        await visiting;
        Assert.Null((await starting).Error);
        await bot.Get<Outbox>().DrainAsync(TestBot.Token);
        Assert.Equal(preview.Message!.Stories.Select(it => it.Headline), Assert.Single(bot.Chat.Messages).Message.Stories.Select(it => it.Headline));
    }

    [Fact]
    public async Task Canceled_it_leaves_nothing()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        Feed(bot);
        var preview = await SubmitAsync(bot);
        Assert.Null((await bot.PressAsync(preview.Buttons[2].Kind!, preview.Buttons[2].Payload)).Error);
        Assert.Equal(ErrorCode.DraftExpired, (await bot.PressAsync(preview.Buttons[0].Kind!, preview.Buttons[0].Payload)).Error);
        Assert.Empty(await bot.RowsAsync([.. Tables, "drafts"]));
    }

    [Theory]
    [InlineData("de", "en-US", "Europe/Berlin")]
    [InlineData("en-US", "tr", "Europe/Istanbul")]
    [InlineData(null, "ru", "Europe/Moscow")]
    [InlineData("az", "en-GB", "Asia/Baku")]
    [InlineData("en-US", "en-US", "America/New_York")]
    [InlineData("xx", "yy", "UTC")]
    public void The_zone_is_guessed_from_the_server_and_then_the_person(string? guild, string user, string zone) => Assert.Equal(zone, SetupZones.Guess(guild, user));

    [Theory]
    [InlineData("baku", "Asia/Baku")]
    [InlineData("Europe/london", "Europe/London")]
    [InlineData("new york", "America/New_York")]
    [InlineData("UTC", "UTC")]
    [InlineData("Atlantis", null)]
    public void A_city_is_enough_for_a_zone(string text, string? zone) => Assert.Equal(zone, SetupZones.Find(text));

    [Theory]
    [InlineData("8", "08:00")]
    [InlineData(" 8:05", "08:05")]
    [InlineData("08.30", "08:30")]
    [InlineData("24:00", null)]
    [InlineData("", null)]
    public void A_time_is_read_as_people_write_it(string text, string? time) => Assert.Equal(time, new SetupDraft("", null, text, "", "", []).TimeOfDay);

    private static readonly string[][] Topics =
    [
        ["Harbor", "pier", "sailor", "anchor", "tide"], ["Crane", "hook", "builder", "girder", "scaffold"], ["Band", "trumpet", "singer", "concert", "chorus"],
        ["Budget", "tax", "treasurer", "ledger", "surplus"], ["Rain", "cloud", "gardener", "puddle", "drought"],
    ];

    private static MadeUpWeb.Item[] Items =>
        [.. Topics.Select((words, i) => new MadeUpWeb.Item($"{i}", $"{words[0]} and {words[1]}", TestBot.Start.AddHours(-i - 1)) { Text = Text(words) })];

    private static void Feed(TestBot bot) => bot.Web.Feed(SourceBot.Url, Items);

    /// <summary>Long enough to be a whole article, and with words of its own.</summary>
    private static string Text(string[] words) =>
        string.Join(' ', Enumerable.Range(1, 14).Select(i => $"{words[0]} {words[i % 5]} met {words[(i + 1) % 5]} with {words[(i + 2) % 5]} {i * words[0].Length}, {words[(i + 3) % 5]} and {words[(i * 2) % 5]}."));

    private static Task<Reply> SubmitAsync(TestBot bot, params (string Field, string Value)[] changes)
    {
        var fields = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            ["channel"] = [TestChat.Channel],
            ["time"] = ["8.30"],
            ["zone"] = ["Baku"],
            ["source"] = [SourceBot.Url],
            ["days"] = ["mon", "wed"],
        };
        foreach (var (field, value) in changes)
        {
            fields[field] = [value];
        }

        return bot.PressAsync("setup", "", fields: fields);
    }
}
