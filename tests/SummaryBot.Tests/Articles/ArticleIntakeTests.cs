using SummaryBot.Articles;
using SummaryBot.Storage;

namespace SummaryBot.Tests.Articles;

public sealed class ArticleIntakeTests
{
    private const string Opened = "The harbor opened on Monday after three years of work. Ships came from three countries.";
    private const string Closed = "The harbor opened on Monday after three years of work. It closed again on Tuesday because of the wind.";
    private const string Other = "Nothing of this has to do with ships, and no sentence is like another one. The bakery won a prize.";

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task An_item_is_added_once_and_known_from_then_on(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var item = Item("1", "https://example.com/harbor-1", Opened) with { Byline = "A. Writer" };
        Assert.Equal(TakenAs.Added, await TakeAsync(bot, item));
        Assert.Equal(TakenAs.Known, await TakeAsync(bot, item));
        var stored = Assert.Single(await NewestAsync(bot));
        Assert.Equal(item.Article, stored.Article);
        Assert.Equal(("A. Writer", 1, false), (stored.Byline, stored.Version, stored.TeaserOnly));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task One_guid_with_five_dates_is_one_article_with_its_first_date(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var item = Item("1", "https://example.com/harbor-1", Opened, TestBot.Start.AddDays(-9));
        for (var i = 0; i < 5; i++)
        {
            await TakeAsync(bot, item with { Article = item.Article with { PublishedAt = TestBot.Start.AddDays(-9 + i), Text = $"{Opened} Update {i}." } });
        }

        var stored = Assert.Single(await NewestAsync(bot));
        Assert.Equal(TestBot.Start.AddDays(-9), stored.Article.PublishedAt);
        Assert.Equal((5, $"{Opened} Update 4."), (stored.Version, stored.Article.Text));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task An_item_without_a_sane_date_counts_as_of_the_day_it_was_first_seen_and_takes_a_sane_one_later(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var dates = new DateTimeOffset?[] { null, DateTimeOffset.MinValue, new(1970, 1, 1, 0, 0, 0, TimeSpan.Zero), TestBot.Start.AddYears(10), DateTimeOffset.MaxValue };
        var items = dates.Select((date, i) => Item($"{i}", $"https://example.com/harbor-{i}", $"Article {i}. {Opened}") is var item
            ? item with { Article = item.Article with { PublishedAt = date } } : item).ToList();
        Assert.All(await bot.Get<ArticleIntake>().TakeAsync(items, TestBot.Token), taken => Assert.Equal(TakenAs.Added, taken.As));
        Assert.All(await NewestAsync(bot), stored => Assert.Equal((TestBot.Start, null), (stored.DatedAt, stored.Article.PublishedAt)));
        bot.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(TakenAs.Known, await TakeAsync(bot, items[0] with { Article = items[0].Article with { PublishedAt = TestBot.Start.AddDays(-2) } }));
        Assert.Equal(TestBot.Start.AddDays(-2), (await NewestAsync(bot))[^1].DatedAt);
        Assert.Equal(5, (await NewestAsync(bot)).Count);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_date_a_little_ahead_is_kept_but_does_not_count_before_it_was_seen(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        await TakeAsync(bot, Item("1", null, Opened, TestBot.Start.AddHours(3)));
        var stored = Assert.Single(await NewestAsync(bot));
        Assert.Equal((TestBot.Start.AddHours(3), TestBot.Start), (stored.Article.PublishedAt, stored.DatedAt));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Variants_of_one_address_are_one_article_whatever_feed_names_them(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        await TakeAsync(bot, Item("1", "https://www.example.com/news/harbor-1?utm_source=rss", Opened));
        var variants = new[] { "http://m.example.com/news/harbor-1/", "https://example.com/news/harbor-1/amp", "https://example.com/news/harbor-1?fbclid=abc#top" };
        foreach (var (url, i) in variants.Select((url, i) => (url, i)))
        {
            Assert.Equal(TakenAs.Known, await TakeAsync(bot, Item($"other {i}", url, $"{Opened} Rendition {i}.", source: 2 + i)));
        }

        Assert.Single(await NewestAsync(bot));
        Assert.Single(await bot.Get<ArticleStore>().AtAsync([new Uri("https://amp.example.com/news/harbor-1?gclid=1")], TestBot.Token));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_guid_that_a_feed_gives_to_every_item_makes_no_two_articles_one(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        IncomingArticle[] items =
        [
            Item("https://example.com", "https://example.com/a-1", Opened),
            Item("https://example.com", "https://example.com/b-2", Other) with { },
        ];
        items[1] = items[1] with { Article = items[1].Article with { Headline = "A bakery" } };
        for (var visit = 0; visit < 3; visit++)
        {
            var taken = await bot.Get<ArticleIntake>().TakeAsync(items, TestBot.Token);
            Assert.All(taken, it => Assert.Equal(visit == 0 ? TakenAs.Added : TakenAs.Known, it.As));
        }

        Assert.Equal(2, (await NewestAsync(bot)).Count);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Items_that_all_link_to_one_page_are_told_apart_by_their_guids(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        IncomingArticle[] items = [Item("1", "https://example.com/news", Opened), Item("2", "https://example.com/news", Other, headline: "A bakery")];
        await bot.Get<ArticleIntake>().TakeAsync(items, TestBot.Token);
        await bot.Get<ArticleIntake>().TakeAsync(items, TestBot.Token);
        Assert.Equal([1, 1], (await NewestAsync(bot)).Select(stored => stored.Version));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task One_short_text_at_two_addresses_is_two_articles_and_both_have_ids(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        IncomingArticle[] items = [Item("1", "https://example.com/a-1", "Read more on our site."), Item("2", "https://example.com/b-2", "Read more on our site.", headline: "A bakery")];
        var taken = await bot.Get<ArticleIntake>().TakeAsync(items, TestBot.Token);
        Assert.Equal(2, taken.Select(it => it.ArticleId).Distinct(StringComparer.Ordinal).Count());
        foreach (var it in taken)
        {
            Assert.Equal(it.ArticleId, (await bot.Get<ArticleStore>().FindAsync(it.ArticleId, TestBot.Token))!.Article.Id);
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task An_item_without_guid_is_known_by_its_link_and_without_link_by_its_text(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        Assert.Equal(TakenAs.Added, await TakeAsync(bot, Item(null, "https://example.com/a-1", Opened)));
        Assert.Equal(TakenAs.Changed, await TakeAsync(bot, Item(null, "https://example.com/a-1?utm_source=x", Closed)));
        Assert.Equal(TakenAs.Added, await TakeAsync(bot, Item(null, null, Other, headline: "A bakery")));
        Assert.Equal(TakenAs.Known, await TakeAsync(bot, Item(null, null, Other.Replace(" ", "  ", StringComparison.Ordinal), headline: "A bakery")));
        Assert.Equal(2, (await NewestAsync(bot)).Count);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_feed_with_the_whole_text_betters_a_teaser_and_a_teaser_worsens_nothing(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var teaser = Item("1", "https://example.com/a-1", "The harbor opened on Monday.") with { TeaserOnly = true };
        var whole = Item("x", "https://example.com/a-1", Opened, source: 2);
        Assert.Equal([TakenAs.Added, TakenAs.Changed, TakenAs.Known, TakenAs.Known], [await TakeAsync(bot, teaser), await TakeAsync(bot, whole), await TakeAsync(bot, teaser), await TakeAsync(bot, whole)]);
        var stored = Assert.Single(await NewestAsync(bot));
        Assert.Equal((Opened, false, 2), (stored.Article.Text, stored.TeaserOnly, stored.Version));
        Assert.Equal(TakenAs.Known, await TakeAsync(bot, whole with { TeaserOnly = true, Article = whole.Article with { Text = "Subscribe." } }));
        Assert.Equal(TakenAs.Changed, await TakeAsync(bot, whole with { Article = whole.Article with { Text = Closed } }));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_forgotten_article_does_not_come_back(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        await TakeAsync(bot, Item("1", "https://example.com/a-1", Opened));
        await using (var connection = await bot.Get<Database>().OpenAsync(TestBot.Token))
        {
            await Dapper.SqlMapper.ExecuteAsync(connection, "DELETE FROM articles");
        }

        Assert.Equal(TakenAs.Known, await TakeAsync(bot, Item("1", "https://example.com/a-1", Opened)));
        Assert.Equal(TakenAs.Known, await TakeAsync(bot, Item("1", "https://example.com/a-1", Closed)));
        Assert.Empty(await NewestAsync(bot));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Instances_that_take_the_same_items_at_once_add_each_once(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var items = Enumerable.Range(0, 20).Select(i => Item($"{i}", $"https://example.com/harbor-{i}", $"Article {i}. {Opened}")).ToList();
        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(source => Task.Run(
            () => bot.Get<ArticleIntake>().TakeAsync([.. items.Select(item => item with { SourceId = source / 2 })], TestBot.Token), TestBot.Token)));
        Assert.Equal(20, taken.SelectMany(some => some).Count(it => it.As == TakenAs.Added));
        Assert.Equal(20, (await NewestAsync(bot)).Count);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task What_no_database_can_store_is_left_out_of_a_text_and_a_guid_may_be_long(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var item = Item(new string('g', 10_000), "https://example.com/a-1", "The harbor\0 opened \ud800 on Monday.");
        Assert.Equal(TakenAs.Added, await TakeAsync(bot, item));
        Assert.Equal(TakenAs.Known, await TakeAsync(bot, item));
        Assert.Equal("The harbor  opened \ufffd on Monday.", Assert.Single(await NewestAsync(bot)).Article.Text);
        await Assert.ThrowsAsync<ArgumentException>(() => TakeAsync(bot, Item("2", null, " \n ")));
    }

    private static IncomingArticle Item(
        string? guid, string? url, string text, DateTimeOffset? published = null, long source = 1, string headline = "Harbor opens") =>
        new(source, guid, new Article(headline, "Example News", url is null ? null : new Uri(url), "en", published ?? TestBot.Start.AddHours(-1), text));

    private static async Task<TakenAs> TakeAsync(TestBot bot, IncomingArticle item) =>
        Assert.Single(await bot.Get<ArticleIntake>().TakeAsync([item], TestBot.Token)).As;

    private static Task<IReadOnlyList<StoredArticle>> NewestAsync(TestBot bot) => bot.Get<ArticleStore>().NewestAsync(50, TestBot.Token);
}
