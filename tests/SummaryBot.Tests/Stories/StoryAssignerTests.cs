using Dapper;
using SummaryBot.Storage;
using SummaryBot.Stories;

namespace SummaryBot.Tests.Stories;

public sealed class StoryAssignerTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Articles_about_one_event_get_one_story_and_others_get_their_own(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var post = await PortNews.AddAsync(bot, "Harbor Post", PortNews.Post);
        var courier = await PortNews.AddAsync(bot, "Valley Courier", PortNews.Courier);
        var bridge = await PortNews.AddAsync(bot, "Harbor Post", PortNews.Bridge, "Old bridge closes for eighteen months");
        Assert.Equal(3, await AssignAsync(bot));
        Assert.Equal(0, await AssignAsync(bot));
        var stories = await bot.Get<StoryStore>().OfAsync([post, courier, bridge], TestBot.Token);
        Assert.Equal(stories[post], stories[courier]);
        Assert.NotEqual(stories[post], stories[bridge]);
        var found = await bot.Get<StoryStore>().FindAsync(stories[post], TestBot.Token);
        Assert.Equal([courier, post], found!.Value.ArticleIds);
        var records = await bot.Get<StoryStore>().NewestAsync(10, TestBot.Token);
        Assert.Equal([(2, 2), (1, 1)], records.Select(record => (record.Articles, record.Outlets)).OrderDescending());
        Assert.Null(await bot.Get<StoryStore>().FindAsync(99, TestBot.Token));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task An_instance_that_starts_later_or_was_passed_by_another_knows_the_stories(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var other = (StoryAssigner)bot.Services2().GetService(typeof(StoryAssigner))!;
        var post = await PortNews.AddAsync(bot, "Harbor Post", PortNews.Post);
        await AssignAsync(bot);
        var courier = await PortNews.AddAsync(bot, "Valley Courier", PortNews.Courier);
        await other.AssignAsync(TestBot.Token);
        var bridge = await PortNews.AddAsync(bot, "Harbor Post", PortNews.Bridge, "Old bridge closes for eighteen months");
        await other.AssignAsync(TestBot.Token);
        var copy = await PortNews.AddAsync(bot, "Valley Courier", PortNews.Bridge + " Nobody objected.", "Old bridge closes");
        var gazette = await PortNews.AddAsync(bot, "Gazette", PortNews.Gazette);
        await AssignAsync(bot);
        var stories = await bot.Get<StoryStore>().OfAsync([post, courier, bridge, copy, gazette], TestBot.Token);
        Assert.Equal(stories[post], stories[courier]);
        Assert.Equal(stories[post], stories[gazette]);
        Assert.Equal(stories[bridge], stories[copy]);
        Assert.Equal(2, stories.Values.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Instances_that_assign_together_give_each_article_one_story(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var ids = new List<string>();
        for (var i = 0; i < 20; i++)
        {
            ids.Add(await PortNews.AddAsync(bot, $"Outlet {i}", $"{PortNews.Post} Outlet {i} was there."));
        }

        var assigners = Enumerable.Range(0, 4).Select(_ => (StoryAssigner)bot.Services2().GetService(typeof(StoryAssigner))!).Append(bot.Get<StoryAssigner>());
        var counts = await Task.WhenAll(assigners.Select(assigner => Task.Run(() => assigner.AssignAsync(TestBot.Token), TestBot.Token)));
        Assert.Equal(20, counts.Sum());
        Assert.Single((await bot.Get<StoryStore>().OfAsync(ids, TestBot.Token)).Values.Distinct());
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Stories_that_turn_out_to_be_one_are_remembered_by_all_their_numbers(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var ids = await AddFourAsync(bot);
        await WriteAsync(bot, nextStory: 5, (ids[0], new StoryAssignment(1, true, [], [])), (ids[1], new StoryAssignment(2, true, [], [])));
        await WriteAsync(bot, nextStory: 5, (ids[2], new StoryAssignment(3, true, [2], [new StoryMove(ids[1], 2, 3)])));
        await WriteAsync(bot, nextStory: 5, (ids[3], new StoryAssignment(1, false, [3], [new StoryMove(ids[1], 3, 1), new StoryMove(ids[2], 3, 1)])));
        foreach (var number in new long[] { 1, 2, 3 })
        {
            var found = await bot.Get<StoryStore>().FindAsync(number, TestBot.Token);
            Assert.Equal((1, 4), (found!.Value.Id, found.Value.ArticleIds.Count));
        }

        var record = Assert.Single(await bot.Get<StoryStore>().NewestAsync(10, TestBot.Token));
        Assert.Equal((1L, 1000L, 4000L, 4L), (record.Id, record.FirstAt, record.LastAt, record.Articles));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Articles_that_are_split_off_have_a_story_of_their_own(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var ids = await AddFourAsync(bot);
        await WriteAsync(bot, nextStory: 2, [.. ids.Take(3).Select((id, i) => (id, new StoryAssignment(1, i == 0, [], [])))]);
        await WriteAsync(bot, nextStory: 3, (ids[3], new StoryAssignment(1, false, [], [new StoryMove(ids[1], 1, 2), new StoryMove(ids[2], 1, 2)])));
        var stories = await bot.Get<StoryStore>().OfAsync(ids, TestBot.Token);
        Assert.Equal([1, 2, 2, 1], ids.Select(id => stories[id]));
        Assert.Equal([(1L, 1000L, 4000L), (2L, 2000L, 3000L)], (await bot.Get<StoryStore>().NewestAsync(10, TestBot.Token)).Select(it => (it.Id, it.FirstAt, it.LastAt)));
        Assert.Equal([ids[2], ids[1]], (await bot.Get<StoryStore>().FindAsync(2, TestBot.Token))!.Value.ArticleIds);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task An_article_that_is_removed_takes_its_place_in_the_story_with_it(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var post = await PortNews.AddAsync(bot, "Harbor Post", PortNews.Post);
        await AssignAsync(bot);
        var courier = await PortNews.AddAsync(bot, "Valley Courier", PortNews.Courier);
        await using (var connection = await bot.Get<Database>().OpenAsync(TestBot.Token))
        {
            await connection.ExecuteAsync("DELETE FROM articles WHERE id IN (@post, @courier)", new { post, courier });
        }

        Assert.Equal(0, await AssignAsync(bot));
        Assert.Empty(await bot.Get<StoryStore>().OfAsync([post, courier], TestBot.Token));
        Assert.Empty(await bot.Get<StoryStore>().NewestAsync(10, TestBot.Token));
    }

    private static Task<int> AssignAsync(TestBot bot) => bot.Get<StoryAssigner>().AssignAsync(TestBot.Token);

    private static async Task<string[]> AddFourAsync(TestBot bot)
    {
        var ids = new List<string>();
        foreach (var text in new[] { PortNews.Post, PortNews.Courier, PortNews.Gazette, PortNews.Bridge })
        {
            ids.Add(await PortNews.AddAsync(bot, null, text));
        }

        return [.. ids];
    }

    /// <summary>What a clusterer said, at second 1, 2 and so on of all times.</summary>
    private static async Task WriteAsync(TestBot bot, long nextStory, params (string Id, StoryAssignment Assignment)[] assigned)
    {
        var rounds = new StoryRounds(bot.Get<Database>());
        await bot.Get<Database>().WriteAsync(
            async transaction =>
            {
                var round = await StoryRounds.BeginAsync(transaction, TestBot.Token);
                var waiting = (await StoryRounds.TakeWaitingAsync(transaction, 10, TestBot.Token)).Count;
                var before = await transaction.Connection!.QuerySingleAsync<long>("SELECT count(*) FROM story_articles", null, transaction);
                var rows = assigned.Select((it, i) => (new RoundArticle { Id = it.Id, Text = "", DatedAt = 1000 * (before + i + 1) }, it.Assignment));
                await rounds.WriteAsync(transaction, round with { NextStory = nextStory }, [.. rows], TestBot.Token);
                return waiting;
            },
            TestBot.Token);
    }
}
