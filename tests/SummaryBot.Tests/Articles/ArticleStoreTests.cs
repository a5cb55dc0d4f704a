using SummaryBot.Articles;

namespace SummaryBot.Tests.Articles;

public sealed class ArticleStoreTests
{
    private static readonly Article Harbor = new(
        "Harbor opens", "Example News", new Uri("https://example.com/harbor"), "en", new DateTimeOffset(
            2026, 2, 28, 9, 30, 0, TimeSpan.FromHours(4)), "The harbor opened on Monday.\n\nShips came.");

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task An_article_is_read_back_as_it_was_stored(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var store = bot.Get<ArticleStore>();
        Assert.True(await store.AddAsync(Harbor, TestBot.Token));
        var stored = await store.FindAsync(Harbor.Id, TestBot.Token);
        Assert.Equal(Harbor, stored!.Article);
        Assert.Equal(TimeSpan.FromHours(4), stored.Article.PublishedAt!.Value.Offset);
        Assert.Equal(TestBot.Start, stored.FirstSeenAt);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task One_text_is_stored_once_whatever_its_line_ends(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var store = bot.Get<ArticleStore>();
        Assert.True(await store.AddAsync(Harbor, TestBot.Token));
        Assert.False(await store.AddAsync(Harbor with { Text = "The harbor opened\non Monday. Ships came." }, TestBot.Token));
        Assert.Single(await store.NewestAsync(10, TestBot.Token));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_date_in_the_future_does_not_stay_first_for_ever(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var store = bot.Get<ArticleStore>();
        await store.AddAsync(Harbor with { PublishedAt = TestBot.Start.AddYears(10) }, TestBot.Token);
        bot.Time.Advance(TimeSpan.FromHours(1));
        var later = Harbor with { Text = "A later text.", PublishedAt = bot.Time.GetUtcNow() };
        await store.AddAsync(later, TestBot.Token);
        var newest = await store.NewestAsync(10, TestBot.Token);
        Assert.Equal(later.Id, newest[0].Article.Id);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Articles_are_found_by_their_address_the_newest_first_and_however_long_it_is(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var store = bot.Get<ArticleStore>();
        var odd = new Uri($"https://example.com/{new string('ü', 1900)}");
        var later = new Article(null, null, Harbor.Url, null, Harbor.PublishedAt!.Value.AddHours(1), "A later text.");
        foreach (var article in new[] { Harbor, later, new Article(null, null, odd, null, null, "Another text."), new Article(null, null, null, null, null, "Without an address.") })
        {
            await store.AddAsync(article, TestBot.Token);
        }

        var found = await store.AtAsync([Harbor.Url!, new Uri("https://example.com/other")], TestBot.Token);
        Assert.Equal([later.Id, Harbor.Id], found.Select(stored => stored.Article.Id));
        Assert.Equal("Another text.", Assert.Single(await store.AtAsync([odd], TestBot.Token)).Article.Text);
    }
}
