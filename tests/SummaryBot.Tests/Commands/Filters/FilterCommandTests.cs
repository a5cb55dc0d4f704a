using SummaryBot.Articles;
using SummaryBot.Commands.Shape;
using SummaryBot.Language;
using SummaryBot.Tests.Commands.Digests;

namespace SummaryBot.Tests.Commands.Filters;

public sealed class FilterCommandTests
{
    private const string News = "The harbor opened on Monday. Ships came from three countries. The mayor spoke for an hour. Nobody was hurt. The band played.";

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Rules_are_added_listed_tested_removed_and_undone(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var admin = new DigestCalls(bot);
        await admin.CreateAsync();
        Assert.Contains("everything is let through", DigestCalls.Text(await admin.DoAsync("filter list")), StringComparison.Ordinal);
        Assert.Equal("Added to \"Morning\": rule 1, any has word \"harbor\", group 1.", DigestCalls.Text(await admin.DoAsync("filter add", ("digest", "Morning"), ("value", "harbor"))));
        await admin.DoAsync("filter add", ("digest", "Morning"), ("value", "mayor"), ("field", "body"), ("op", "has not"));
        Assert.Contains("Morning · group 1 · rule 2, body has not \"mayor\"", DigestCalls.Text(await admin.DoAsync("filter list", ("digest", "Morning"))), StringComparison.Ordinal);

        await bot.AddArticleAsync(News);
        var offered = Assert.Single(await admin.TypeAsync("filter test", "article", "harbor"));
        var told = DigestCalls.Text(await admin.DoAsync("filter test", ("digest", "Morning"), ("article", offered.Value)));
        Assert.Contains("Group 1 does not hold:\nrule 1, any has word \"harbor\": holds, found once in the body\nrule 2, body has not \"mayor\": does not hold, found once in the body", told, StringComparison.Ordinal);
        Assert.EndsWith("It is kept out: rule 2 of group 1 does not hold.", told, StringComparison.Ordinal);

        var before = await admin.RowsAsync();
        var rule = Assert.Single(await admin.TypeAsync("filter remove", "rule", "mayor"));
        var removed = await admin.DoAsync("filter remove", ("rule", rule.Value));
        Assert.Equal("Removed from \"Morning\": rule 2, body has not \"mayor\".", DigestCalls.Text(removed));
        Assert.Equal(ErrorCode.NoSuchRule, (await admin.RunAsync("filter remove", ("rule", rule.Value))).Error);
        await admin.PressAsync(removed, "Undo (10 min)");
        Assert.Equal(before, await admin.RowsAsync());
    }

    [Fact]
    public async Task Another_server_neither_sees_rules_nor_articles_of_a_source_that_is_not_its_own()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        var (admin, other) = (new DigestCalls(bot), new DigestCalls(bot, DigestCalls.Other));
        await admin.CreateAsync();
        await other.CreateAsync();
        await admin.DoAsync("filter add", ("digest", "Morning"), ("value", "harbor"));
        var rule = Assert.Single(await admin.TypeAsync("filter remove", "rule", ""));
        Assert.Empty(await other.TypeAsync("filter remove", "rule", ""));
        Assert.Equal(ErrorCode.NoSuchRule, (await other.RunAsync("filter remove", ("rule", rule.Value))).Error);
        Assert.DoesNotContain("harbor", DigestCalls.Text(await other.DoAsync("filter list")), StringComparison.Ordinal);

        await bot.AddArticleAsync(News);
        var id = (await bot.Get<ArticleStore>().NewestAsync(1, TestBot.Token))[0].Article.Id;
        await Sql.ExecuteAsync(bot, $"""
            INSERT INTO sources (kind, url, host, added_at, next_visit_at, interval_seconds, leased_until, failures) VALUES ('feed', 'http://a/', 'a', 1, 2, 3, 0, 0);
            INSERT INTO subscriptions (guild, source_id, name, backfill, paused, added_at) SELECT '{DigestCalls.Guild}', id, 'Own', 'none', 0, 1 FROM sources;
            INSERT INTO article_sources (source_id, guid, article_id, content, seen_at) SELECT id, 'g', '{id}', 'c', 1 FROM sources
            """);
        Assert.Null((await admin.RunAsync("filter test", ("digest", "Morning"), ("article", id))).Error);
        Assert.Equal(ErrorCode.NoSuchArticle, (await other.RunAsync("filter test", ("digest", "Morning"), ("article", id))).Error);
    }

    [Fact]
    public async Task A_rule_that_cannot_be_is_refused_in_each_language()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        await new DigestCalls(bot).CreateAsync();
        foreach (var language in UiLanguage.All)
        {
            var reply = await new DigestCalls(bot) { Words = new Words(language) }.RunAsync("filter add", ("digest", "Morning"), ("value", "(a{1,200}){1,200}"), ("op", "matches regex"));
            Assert.Equal(ErrorCode.BadOption, reply.Error);
            Assert.Contains(language == UiLanguage.English ? "smaller regular expression" : TextFiles.Find("digest.remedy.filters value", language)!, DigestCalls.Text(reply), StringComparison.Ordinal);
        }
    }
}
