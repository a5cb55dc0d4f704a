using SummaryBot.Articles;

namespace SummaryBot.Tests.Articles;

public sealed class ArticleVersionsTests
{
    private static readonly IncomingArticle First = new(
        1, "1", new Article("Harbor opens", "Example News", new Uri("https://example.com/harbor-1"), "en", TestBot.Start, "The harbor opened on Monday. Ships came."));

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_changed_article_keeps_its_id_and_what_it_said_before(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var id = (await TakeAsync(bot, First)).ArticleId;
        bot.Time.Advance(TimeSpan.FromHours(2));
        Assert.Equal(new TakenArticle(id, TakenAs.Changed), await TakeAsync(bot, With("Harbor opens", "The harbor opened on Tuesday. Ships came.")));
        bot.Time.Advance(TimeSpan.FromHours(2));
        Assert.Equal(new TakenArticle(id, TakenAs.Changed), await TakeAsync(bot, With("Harbor opens late", "The harbor opened on Tuesday. Ships came.")));
        var versions = await bot.Get<ArticleStore>().VersionsAsync(id, TestBot.Token);
        Assert.Equal([1, 2, 3], versions.Select(version => version.Version));
        Assert.Equal([0, 2, 4], versions.Select(version => (version.SeenAt - TestBot.Start).TotalHours));
        Assert.Equal(["Harbor opens", "Harbor opens", "Harbor opens late"], versions.Select(version => version.Headline));
        Assert.Equal(["The harbor opened on Monday."], SentenceDiff.Of(versions[0].Text, versions[2].Text, "en").Removed);
        Assert.Equal(id, (await bot.Get<ArticleStore>().FindAsync(id, TestBot.Token))!.Article.Id);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task White_space_makes_no_version(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        await TakeAsync(bot, First);
        var spaced = With("Harbor  opens", First.Article.Text.Replace(". ", ".\n\n", StringComparison.Ordinal));
        Assert.Equal(TakenAs.Known, (await TakeAsync(bot, spaced)).As);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task An_article_that_changes_for_ever_keeps_its_first_and_its_newest_versions(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var id = (await TakeAsync(bot, First)).ArticleId;
        for (var i = 0; i < 40; i++)
        {
            await TakeAsync(bot, With(i % 2 == 0 ? "Harbor closes" : "Harbor opens", First.Article.Text));
        }

        var versions = await bot.Get<ArticleStore>().VersionsAsync(id, TestBot.Token);
        Assert.Equal([1, .. Enumerable.Range(23, 19)], versions.Select(version => (int)version.Version));
    }

    private static IncomingArticle With(string headline, string text) => First with { Article = First.Article with { Headline = headline, Text = text } };

    private static async Task<TakenArticle> TakeAsync(TestBot bot, IncomingArticle item) =>
        Assert.Single(await bot.Get<ArticleIntake>().TakeAsync([item], TestBot.Token));
}
