using SummaryBot.Articles;
using SummaryBot.Commands.Shape;
using SummaryBot.Digests;
using SummaryBot.Retention;
using SummaryBot.Sources;
using SummaryBot.Sources.Fetching;
using SummaryBot.Sources.Pages;
using SummaryBot.Tests.Sources;
using static SummaryBot.Tests.Commands.Summaries.SummaryAsking;

namespace SummaryBot.Tests.Commands.Summaries;

public sealed class PastedPageTests
{
    public static TheoryData<string> Kinds => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_pasted_page_is_fetched_once_and_kept_for_the_server_that_asked(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        bot.Publish();
        var card = (await bot.AskAsync(Page)).Card!;
        Assert.Equal(Page, card.Url!.AbsoluteUri);
        Assert.Equal("news.example", card.Source);
        Assert.Contains("Nobody was hurt.", Text, StringComparison.Ordinal);
        Assert.All(card.Sentences, it => Assert.Contains(it.Text, Text, StringComparison.Ordinal));
        foreach (var asked in new[] { $" <{Page}> ", $"{Page}#top", $"{Page}?utm_source=x", "cranes water", card.ArticleId })
        {
            Assert.Equal(card.ArticleId, (await bot.AskAsync(asked, user: Bob)).Card?.ArticleId);
        }

        Assert.Single(bot.Web.Requests);
        Assert.Equal([card.ArticleId], await bot.SuggestAsync("quay", user: Bob));
        Assert.Equal([card.ArticleId], await bot.SuggestAsync(Page, user: Bob));
        Assert.Equal([card.ArticleId], await bot.SuggestAsync("", user: Bob));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task No_other_server_and_no_digest_sees_it(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        bot.Publish();
        var id = (await bot.AskAsync(Page)).Card!.ArticleId;
        foreach (var (guild, user) in new[] { (Theirs, Bob), (Theirs, Ann), ("", Ann) })
        {
            Assert.Equal(ErrorCode.NoSuchArticle, (await bot.AskAsync(id, guild, user)).Error);
            Assert.Equal(ErrorCode.NoSuchArticle, (await bot.AskAsync("cranes water", guild, user)).Error);
            Assert.Empty(await bot.SuggestAsync("quay", guild, user));
            Assert.Empty(await bot.SuggestAsync(Page, guild, user));
            foreach (var button in new[] { "less", "more", "why", "share" })
            {
                Assert.Equal(ErrorCode.NoSuchArticle, (await bot.PressAsync(button, $"{id}.m", guild, user)).Error);
            }
        }

        bot.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(id, (await bot.AskAsync(Page, Theirs, Bob)).Card?.ArticleId); // asks for itself
        Assert.Equal(2, bot.Web.Requests.Count);
        Assert.Equal(id, (await bot.AskAsync(id, Theirs, Ann)).Card?.ArticleId);
        await bot.AddArticleAsync(MadeUpWeb.Story("the fair"));
        var message = await bot.Get<DigestDispatcher>().DispatchNowAsync(await bot.AddDigestAsync(), TestBot.Token);
        Assert.Contains("the fair", Assert.Single(message!.Stories).Headline, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Outside_a_server_it_is_kept_for_the_person_alone(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        bot.Publish();
        var id = (await bot.AskAsync(Page, guild: "", Ann)).Card!.ArticleId;
        Assert.Equal(ErrorCode.NoSuchArticle, (await bot.AskAsync(id, guild: "", Bob)).Error);
        Assert.Equal(ErrorCode.NoSuchArticle, (await bot.AskAsync(id, Ours, Bob)).Error);
        Assert.Equal([id], await bot.SuggestAsync("quay", guild: "", Ann));
        await bot.Get<AskedArticles>().ForgetAsync(Ann, TestBot.Token);
        Assert.Equal(ErrorCode.NoSuchArticle, (await bot.AskAsync(id, guild: "", Ann)).Error);
        Assert.Empty(await bot.SuggestAsync("quay", guild: "", Ann));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task When_a_server_is_forgotten_its_pages_are_seen_by_fewer_and_never_by_more(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        bot.Publish();
        var id = (await bot.AskAsync(Page)).Card!.ArticleId;
        await bot.Get<LeftGuildStore>().LeftAsync(Ours, TestBot.Token);
        bot.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await bot.Get<RetentionStore>().ForgetGuildsAsync(TimeSpan.Zero, TestBot.Token));
        foreach (var guild in new[] { Ours, Theirs, "" })
        {
            Assert.Equal(ErrorCode.NoSuchArticle, (await bot.AskAsync(id, guild)).Error);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_the_operator_pastes_or_brought_before_is_for_everybody(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        bot.Publish();
        await bot.RunAsync(Call("", "") with { IsOperator = true, Options = new Dictionary<string, object> { ["article"] = Page } });
        Assert.Single(await bot.SuggestAsync("quay", Theirs, Bob));
        var byHand = new Article("Fair begins", "Gazette", null, "en", null, MadeUpWeb.Story("the fair"));
        await bot.Get<ArticleStore>().AddAsync(byHand, TestBot.Token);
        bot.Web.Answer("https://fair.example/a", MadeUpWeb.Html("https://fair.example/a", $"<p>{byHand.Text}</p>"));
        Assert.Equal(byHand.Id, (await bot.AskAsync("https://fair.example/a", Ours)).Card?.ArticleId);
        Assert.Equal([byHand.Id], await bot.SuggestAsync("fair", Theirs, Bob));
        Assert.Equal(byHand.Id, (await bot.AskAsync(byHand.Id, "", Bob)).Card?.ArticleId);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_another_servers_source_brought_is_shown_neither_by_id_nor_by_address(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        await bot.SubscribeAsync(guild: Theirs, backfill: Backfill.Day);
        bot.Web.Feed(SourceBot.Url, new MadeUpWeb.Item("quay", "Quay burns", bot.Time.GetUtcNow()));
        await bot.VisitAsync();
        var id = Assert.Single(await bot.SuggestAsync("quay", Theirs));
        Assert.Equal(id, (await bot.AskAsync(Page, Theirs)).Card?.ArticleId);
        Assert.Equal(ErrorCode.NoSuchArticle, (await bot.AskAsync(id, Ours)).Error);
        Assert.Equal(ErrorCode.PageNotFound, (await bot.AskAsync(Page, Ours)).Error);
        bot.Time.Advance(TimeSpan.FromSeconds(1));
        bot.Publish();
        Assert.Equal(id, (await bot.AskAsync(Page, Ours)).Card?.ArticleId); // now it was fetched for us too
        Assert.Contains(await bot.Get<ArticleStore>().VersionsAsync(id, TestBot.Token), it => it.Text != Text); // and says what its source says
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_page_that_a_source_brings_later_is_seen_by_the_readers_of_both(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        bot.Publish(text: MadeUpWeb.Story("Quay burns"));
        var id = (await bot.AskAsync(Page, Ours)).Card!.ArticleId;
        await bot.SubscribeAsync(guild: Theirs, backfill: Backfill.Day);
        bot.Web.Feed(SourceBot.Url, new MadeUpWeb.Item("quay", "Quay burns", bot.Time.GetUtcNow()));
        await bot.VisitAsync();
        Assert.Equal([id], await bot.SuggestAsync("quay", Theirs, Bob));
        Assert.Equal([id], await bot.SuggestAsync("quay", Ours));
        Assert.Empty(await bot.SuggestAsync("quay", "", Bob));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_page_that_was_forgotten_is_shown_and_not_kept_again(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        bot.Publish();
        var id = (await bot.AskAsync(Page)).Card!.ArticleId;
        bot.Time.Advance(TimeSpan.FromDays(40));
        Assert.Equal(1, await bot.Get<RetentionStore>().ForgetArticlesAsync(TimeSpan.FromDays(30), TestBot.Token));
        var reply = await bot.AskAsync(Page);
        Assert.All(reply.Card!.Sentences, it => Assert.Contains(it.Text, Text, StringComparison.Ordinal));
        Assert.Equal(["Open article"], reply.Buttons.Select(it => it.Label));
        Assert.Equal(ErrorCode.NoSuchArticle, (await bot.AskAsync(id)).Error);
    }

    public static TheoryData<string, ErrorCode> Faults => new()
    {
        { "refused", ErrorCode.AddressRefused },
        { "big", ErrorCode.PageTooBig },
        { "pdf", ErrorCode.PageWithoutArticle },
        { "empty", ErrorCode.PageWithoutArticle },
        { "gone", ErrorCode.PageNotFound },
        { "busy", ErrorCode.PageBusy },
        { "slow", ErrorCode.PageTooSlow },
        { "broken", ErrorCode.PageFailed },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Whatever_goes_wrong_with_a_page_is_told_with_a_next_step(string fault, ErrorCode code)
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        bot.Web.Answer(Page, fault switch
        {
            "refused" => new FetchOutcome.Refused("10.0.0.1 is a private address."),
            "big" => new FetchOutcome.Refused("It is larger than 5 MB.") { What = FetchRefusal.Size },
            "pdf" => new FetchOutcome.Refused("It is application/pdf, not a page.") { What = FetchRefusal.Content },
            "empty" => MadeUpWeb.Html(Page, "nothing"),
            "gone" => new FetchOutcome.Gone(410),
            "busy" => new FetchOutcome.AskAgain(TimeSpan.FromMinutes(5), 429),
            "slow" => new FetchOutcome.Failed("It took longer than 15 seconds.", null) { IsTimeout = true },
            _ => new FetchOutcome.Failed("The connection broke.", null),
        });
        var reply = await bot.AskAsync(Page);
        Assert.Equal(code, reply.Error);
        Assert.Equal(2, reply.Lines.Count);
        Assert.DoesNotContain("10.0.0.1", string.Concat(reply.Lines), StringComparison.Ordinal);
        if (code == ErrorCode.PageBusy)
        {
            bot.Time.Advance(TimeSpan.FromMinutes(4));
            Assert.Equal(code, (await bot.AskAsync($"{Page}/other")).Error);
            Assert.Single(bot.Web.Requests); // the host is left alone as it asked
        }
    }

    [Fact]
    public async Task A_site_that_never_answers_ends_in_time_and_keeps_nobody_else_waiting()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        bot.Web.Answer(Page, _ => new TaskCompletionSource<FetchOutcome>().Task);
        bot.Web.Answer("https://other.example/a", MadeUpWeb.Html("https://other.example/a", $"<p>{Text}</p>"));
        var slow = bot.AskAsync(Page);
        Assert.NotNull((await bot.AskAsync("https://other.example/a", Theirs, Bob)).Card);
        Assert.False(slow.IsCompleted);
        bot.Time.Advance(AskedPages.Within);
        Assert.Equal(ErrorCode.PageTooSlow, (await slow).Error);
        Assert.InRange(AskedPages.Within, TimeSpan.Zero, TimeSpan.FromSeconds(24));
    }

    [Fact]
    public async Task Where_too_many_pages_are_fetched_the_next_one_is_refused_at_once()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        var waiting = Enumerable.Range(0, AskedPages.SideBySide).Select(i => $"https://site{i}.example/a").ToList();
        waiting.ForEach(address => bot.Web.Answer(address, _ => new TaskCompletionSource<FetchOutcome>().Task));
        var slow = waiting.Select((address, i) => bot.AskAsync(address, user: $"11000000000000001{i:D2}")).ToList(); // one person may not ask so often
        bot.Publish();
        Assert.Equal(ErrorCode.TooManyPages, (await bot.AskAsync(Page)).Error);
        bot.Time.Advance(AskedPages.Within);
        Assert.All(await Task.WhenAll(slow), reply => Assert.Equal(ErrorCode.PageTooSlow, reply.Error));
        Assert.NotNull((await bot.AskAsync(Page)).Card);
    }

    [Fact]
    public async Task Only_addresses_count_against_the_cooldown()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        var cooldown = bot.Get<CommandCatalog>()["summary"].Cooldown!;
        Assert.Equal((10, 60, TimeSpan.FromMinutes(1)), (cooldown.Most, cooldown.MostInGuild, cooldown.Within));
        Assert.True(cooldown.AppliesTo!(Call(Ours, Ann) with { Options = new Dictionary<string, object> { ["article"] = $"<{Page}>" } }));
        Assert.False(cooldown.AppliesTo!(Call(Ours, Ann) with { Options = new Dictionary<string, object> { ["article"] = "quay" } }));
    }
}
