using Dapper;
using Microsoft.Extensions.DependencyInjection;
using SummaryBot.Articles;
using SummaryBot.Chat;
using SummaryBot.Sources;
using SummaryBot.Sources.Fetching;
using SummaryBot.Sources.Visits;
using SummaryBot.Storage;

namespace SummaryBot.Tests.Sources;

public sealed class VisitTests
{
    private static readonly DateTimeOffset Yesterday = TestBot.Start.AddDays(-1);

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_source_is_asked_once_an_interval_however_many_subscribe(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        bot.Web.Feed(SourceBot.Url, new MadeUpWeb.Item("a", "The harbor", Yesterday));
        await bot.SubscribeAsync();
        await ManySubscriptionsAsync(bot, 9_999);
        Assert.Single(await bot.VisitAsync());
        Assert.Single(bot.Web.Requests);
        for (var i = 0; i < 5; i++)
        {
            var next = DateTimeOffset.FromUnixTimeMilliseconds((await bot.SourceAsync()).NextVisitAt);
            bot.Time.SetUtcNow(next.AddMilliseconds(-1));
            Assert.Empty(await bot.VisitAsync());
            bot.Time.SetUtcNow(next);
            Assert.Single(await bot.VisitAsync());
        }

        Assert.Equal(6, bot.Web.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task What_did_not_change_is_not_parsed(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        bot.Web.Feed(SourceBot.Url, new MadeUpWeb.Item("a", "The harbor", Yesterday));
        await bot.SubscribeAsync();
        Assert.Equal(VisitEnd.Read, Assert.Single(await bot.VisitAsync()).End);
        bot.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(VisitEnd.Unchanged, Assert.Single(await bot.VisitAsync()).End);
        Assert.NotNull(bot.Web.Requests[1].What.ETag);
        bot.Web.Answer(SourceBot.Url, MadeUpWeb.Ok(SourceBot.Url, MadeUpWeb.Rss([new MadeUpWeb.Item("a", "The harbor", Yesterday)]))); // no ETag, no 304: the same bytes
        bot.Time.Advance(TimeSpan.FromHours(2));
        Assert.Equal(VisitEnd.Unchanged, Assert.Single(await bot.VisitAsync()).End);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_host_that_asks_for_600_seconds_gets_no_request_for_600_seconds(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        const string Busy = "https://feeds.example/busy.xml";
        bot.Web.Answer(Busy, new FetchOutcome.AskAgain(TimeSpan.FromSeconds(600), 429));
        await bot.SubscribeAsync(Busy);
        Assert.Equal(VisitEnd.Waiting, Assert.Single(await bot.VisitAsync()).End);
        var asked = bot.Web.Requests[0].At;
        bot.Web.Feed(SourceBot.Url, new MadeUpWeb.Item("a", "The harbor", Yesterday));
        bot.Web.Feed(Busy, new MadeUpWeb.Item("b", "The bridge", Yesterday));
        await bot.SubscribeAsync(); // another source of that host
        await using var restarted = bot.Services2();
        bot.Time.SetUtcNow(asked.AddSeconds(599.9));
        Assert.Equal(0, await restarted.GetRequiredService<VisitPool>().VisitDueAsync(null, null, TestBot.Token));
        Assert.Single(bot.Web.Requests);
        await bot.PassAsync(TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(10));
        Assert.Equal(3, bot.Web.Requests.Count);
        Assert.All(bot.Web.Requests.Skip(1), request => Assert.True(request.At >= asked.AddSeconds(600)));
        Assert.Equal("well", (await bot.SourceAsync(Busy)).State);
    }

    [Fact]
    public async Task A_page_whose_host_asks_for_patience_closes_that_host_too()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        var items = Enumerable.Range(0, 3).Select(i => new MadeUpWeb.Item($"{i}", $"Story {i}", Yesterday) { Text = "A teaser." }).ToArray();
        bot.Web.Feed(SourceBot.Url, items);
        items.ToList().ForEach(item => bot.Web.Answer(item.Link!, new FetchOutcome.AskAgain(null, 429)));
        await bot.SubscribeAsync();
        Assert.Equal(3, Assert.Single(await bot.VisitAsync()).NewItems);
        Assert.Equal(2, bot.Web.Requests.Count); // the feed and one page
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_permanent_redirect_changes_the_address(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        const string New = "https://new.example/feed";
        bot.Web.Answer(SourceBot.Url, MadeUpWeb.Ok(New, MadeUpWeb.Rss([new MadeUpWeb.Item("a", "The harbor", Yesterday)])) with { MovedTo = new Uri(New) });
        bot.Web.Feed(New, new MadeUpWeb.Item("a", "The harbor", Yesterday), new MadeUpWeb.Item("b", "The bridge", Yesterday));
        await bot.SubscribeAsync(name: "News");
        await bot.VisitAsync();
        Assert.Equal(New, (await bot.Get<SubscriptionStore>().FindAsync("", "News", TestBot.Token))!.Address);
        bot.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, Assert.Single(await bot.VisitAsync()).NewItems);
        Assert.Equal(New, bot.Web.Requests[^1].What.Address.AbsoluteUri);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_source_that_moves_to_the_address_of_another_becomes_one_with_it(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        const string New = "https://new.example/feed";
        bot.Web.Answer(SourceBot.Url, MadeUpWeb.Ok(New, MadeUpWeb.Rss([new MadeUpWeb.Item("a", "The harbor", Yesterday)])) with { MovedTo = new Uri(New) });
        bot.Web.Feed(New, new MadeUpWeb.Item("a", "The harbor", Yesterday));
        await bot.SubscribeAsync(New, name: "New");
        await bot.SubscribeAsync(SourceBot.Url, name: "Old");
        await bot.SubscribeAsync(SourceBot.Url, guild: "111111111111111111", name: "Theirs");
        await bot.VisitAsync();
        bot.Time.Advance(TimeSpan.FromHours(1));
        Assert.Single(await bot.VisitAsync());
        var left = await bot.Get<SubscriptionStore>().ListAsync(null, TestBot.Token);
        Assert.Equal(["New", "Theirs"], left.Select(it => it.Name));
        Assert.Single(left.Select(it => it.SourceId).Distinct());
        Assert.Single(await bot.Get<ArticleStore>().NewestAsync(10, TestBot.Token));
    }

    [Theory]
    [InlineData(410, 1)]
    [InlineData(404, 7)]
    public async Task What_is_gone_ends_at_once_and_what_is_missing_after_days(int status, int days)
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        bot.Web.Answer(SourceBot.Url, new FetchOutcome.Gone(status));
        await bot.SubscribeAsync();
        var reports = (await bot.VisitAsync()).Concat(await bot.PassAsync(TimeSpan.FromDays(days + 1), TimeSpan.FromHours(1))).ToList();
        Assert.Equal(VisitEnd.Ended, reports[^1].End);
        Assert.InRange(reports[^1].NextVisitAt - TestBot.Start, TimeSpan.FromDays(days - 1), TimeSpan.FromDays(days + .5));
        Assert.Single(reports, report => report.End is VisitEnd.Ended);
        Assert.Equal("ended", (await bot.SourceAsync()).State);
        await bot.Get<SourceNotices>().TellAsync(TestBot.Token);
        Assert.Contains("ended", bot.Chat.Messages[^1].Message.Title, StringComparison.Ordinal);
        bot.Web.Feed(SourceBot.Url, new MadeUpWeb.Item("a", "The harbor", Yesterday));
        await bot.Get<SubscriptionStore>().RemoveAsync((await bot.SourceAsync()).Id, TestBot.Token);
        await bot.SubscribeAsync(); // who adds it again wants another try
        Assert.Equal(VisitEnd.Read, Assert.Single(await bot.VisitAsync()).End);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task An_article_whose_page_is_not_there_twice_is_noted_as_gone_until_it_is_there_again(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        const string Page = "https://news.example/story";
        bot.Web.Answer(Page, MadeUpWeb.Html(Page, $"<p>{MadeUpWeb.Story("the harbor")}</p>"));
        await bot.Get<SubscriptionStore>().AddAsync(new NewSubscription(SourceKind.Page, new Uri(Page), "Story"), TestBot.Token);
        await bot.VisitAsync();
        bot.Web.Answer(Page, new FetchOutcome.Gone(404));
        await NextVisitAsync();
        Assert.Null(await GoneAtAsync());
        await NextVisitAsync();
        var gone = await GoneAtAsync();
        Assert.NotNull(gone);
        await NextVisitAsync();
        Assert.Equal(gone, await GoneAtAsync());
        bot.Web.Answer(Page, MadeUpWeb.Html(Page, $"<p>{MadeUpWeb.Story("the harbor")}</p>"));
        await NextVisitAsync();
        Assert.Null(await GoneAtAsync());
        bot.Web.Answer(Page, new FetchOutcome.Gone(410));
        await NextVisitAsync();
        Assert.NotNull(await GoneAtAsync());

        async Task<DateTimeOffset?> GoneAtAsync() => Assert.Single(await bot.Get<ArticleStore>().NewestAsync(10, TestBot.Token)).GoneAt;

        async Task NextVisitAsync()
        {
            for (var visits = bot.Web.Requests.Count; bot.Web.Requests.Count == visits;)
            {
                bot.Time.Advance(TimeSpan.FromHours(1));
                await bot.VisitAsync();
            }
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_source_that_fails_for_a_day_is_told_once_with_its_cause_and_once_when_it_is_well_again(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        bot.Web.Answer(SourceBot.Url, new FetchOutcome.Failed("The server answered 500.", 500));
        await bot.SubscribeAsync(name: "News");
        await bot.VisitAsync();
        await bot.PassAsync(TimeSpan.FromHours(23.5), TimeSpan.FromMinutes(10));
        await TellAsync(bot);
        Assert.Empty(bot.Chat.Messages);
        await bot.PassAsync(TimeSpan.FromHours(1), TimeSpan.FromMinutes(10));
        await TellAsync(bot);
        await bot.PassAsync(TimeSpan.FromDays(2), TimeSpan.FromHours(1));
        await TellAsync(bot);
        var told = Assert.Single(bot.Chat.Messages);
        Assert.Equal(TestBot.AdminChannel, told.Channel);
        Assert.Equal(["News (feeds.example): The server answered 500."], told.Message.Intro);
        bot.Web.Feed(SourceBot.Url, new MadeUpWeb.Item("a", "The harbor", Yesterday));
        await bot.PassAsync(TimeSpan.FromHours(8), TimeSpan.FromMinutes(30));
        await TellAsync(bot);
        Assert.Equal(2, bot.Chat.Messages.Count);
        Assert.Contains("well again after 3 days", Assert.Single(bot.Chat.Messages[1].Message.Intro), StringComparison.Ordinal);
        Assert.Equal("well", (await bot.SourceAsync()).State);
    }

    [Fact]
    public async Task A_notice_whose_answer_was_lost_is_looked_for_and_not_posted_again()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        bot.Web.Answer(SourceBot.Url, new FetchOutcome.Gone(410));
        await bot.SubscribeAsync();
        await bot.VisitAsync();
        bot.Chat.Answers.Enqueue(new TestChat.Answer(Takes: true, new SendOutcome.Unknown("The connection broke.")));
        await TellAsync(bot);
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        await TellAsync(bot);
        Assert.Single(bot.Chat.Messages);
        Assert.Equal(1, bot.Chat.Looks);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Instances_share_the_sources_and_visit_each_once(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        for (var i = 0; i < 40; i++)
        {
            bot.Web.Feed($"https://host{i}.example/feed", new MadeUpWeb.Item($"{i}", $"Story {i}", Yesterday));
            await bot.SubscribeAsync($"https://host{i}.example/feed");
        }

        await using var other = bot.Services2();
        var pools = new[] { bot.Get<VisitPool>(), other.GetRequiredService<VisitPool>() };
        var visits = await Task.WhenAll(pools.Select(pool => Task.Run(() => pool.VisitDueAsync(null, null, TestBot.Token), TestBot.Token)));
        Assert.Equal(40, visits.Sum());
        Assert.Equal(40, bot.Web.Requests.Count);
        Assert.Equal(40, (await bot.Get<ArticleStore>().NewestAsync(100, TestBot.Token)).Count);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task What_a_killed_instance_held_is_visited_when_its_lease_is_over(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        bot.Web.Feed(SourceBot.Url, new MadeUpWeb.Item("a", "The harbor", Yesterday));
        await bot.SubscribeAsync();
        Assert.Single(await bot.Get<SourceStore>().ClaimAsync(5, 5, TimeSpan.FromMinutes(4), null, TestBot.Token)); // and then it is killed
        Assert.Empty(await bot.VisitAsync());
        bot.Time.Advance(TimeSpan.FromMinutes(4));
        Assert.Single(await bot.VisitAsync());
    }

    [Fact]
    public async Task A_visit_that_is_broken_off_gives_its_source_back()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        var asked = new TaskCompletionSource();
        bot.Web.Answer(SourceBot.Url, async _ =>
        {
            asked.SetResult();
            await new TaskCompletionSource().Task;
            throw new InvalidOperationException();
        });
        await bot.SubscribeAsync();
        using var stop = new CancellationTokenSource();
        var visits = bot.Get<VisitPool>().VisitDueAsync(null, null, stop.Token);
        await asked.Task;
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => visits);
        Assert.Single(await bot.Get<SourceStore>().ClaimAsync(5, 5, TimeSpan.FromMinutes(4), null, TestBot.Token));
    }

    [Fact]
    public async Task A_host_gets_two_requests_at_a_time_and_others_do_not_wait_for_it()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        var slow = new TaskCompletionSource<FetchOutcome>();
        for (var i = 0; i < 30; i++)
        {
            bot.Web.Answer($"https://slow.example/{i}", _ => slow.Task);
            await bot.SubscribeAsync($"https://slow.example/{i}");
        }

        for (var i = 0; i < 30; i++)
        {
            bot.Web.Feed($"https://host{i}.example/feed", new MadeUpWeb.Item($"{i}", $"Story {i}", Yesterday));
            await bot.SubscribeAsync($"https://host{i}.example/feed");
        }

        var reports = new System.Collections.Concurrent.ConcurrentBag<VisitReport>();
        using var stop = new CancellationTokenSource();
        var visits = bot.Get<VisitPool>().VisitDueAsync(null, reports.Add, stop.Token);
        await EventuallyAsync(bot, () => reports.Count == 30 && SlowRequests() == 2);
        for (var i = 0; i < 20; i++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, TestBot.Token);
            bot.Time.Advance(TimeSpan.FromMilliseconds(100));
        }

        Assert.Equal(2, SlowRequests());
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => visits);

        int SlowRequests() => bot.Web.Requests.Count(request => request.What.Address.Host == "slow.example");
    }

    internal static async Task EventuallyAsync(TestBot bot, Func<bool> condition)
    {
        for (var i = 0; !condition(); i++)
        {
            Assert.True(i < 1000, "It does not come about.");
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, TestBot.Token);
            bot.Time.Advance(TimeSpan.FromMilliseconds(100));
        }
    }

    private static async Task TellAsync(TestBot bot)
    {
        for (var i = 0; i < 3; i++)
        {
            await bot.Get<SourceNotices>().TellAsync(TestBot.Token);
        }
    }

    private static async Task ManySubscriptionsAsync(TestBot bot, int count)
    {
        var source = (await bot.SourceAsync()).SourceId;
        await bot.Get<Database>().WriteAsync(
            async transaction =>
            {
                await bot.Get<Database>().Dialect.InsertManyAsync(
                    transaction,
                    "subscriptions",
                    ["guild", "source_id", "name", "backfill", "paused", "added_at"],
                    Enumerable.Range(0, count).Select(i => new object?[] { $"{100000000000000000 + i}", source, "News", "none", 0, 0L }),
                    TestBot.Token);
                return await transaction.Connection!.ExecuteAsync("UPDATE sources SET next_visit_at = 0", transaction: transaction);
            },
            TestBot.Token);
    }
}
