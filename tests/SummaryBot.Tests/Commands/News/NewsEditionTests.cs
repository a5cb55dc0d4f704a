using SummaryBot.Chat;
using SummaryBot.Commands.Shape;
using SummaryBot.Language;
using SummaryBot.Stories;

namespace SummaryBot.Tests.Commands.News;

public sealed class NewsEditionTests
{
    private const string HarborChannel = "123456789012345678";
    private const string ValleyChannel = "123456789012345679";

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_digest_is_shown_as_it_was_sent_to_its_server_alone_and_calls_nobody_again(string kind)
    {
        await using var world = await NewsWorld.StartAsync(kind);
        await world.AddAsync(2, "Harbor opens");
        await world.AddAsync(1, "Comet passes");
        var digest = await world.PostAsync(NewsWorld.Harbor, "Morning", HarborChannel);
        var sent = Assert.Single(world.Bot.Chat.Messages).Message;
        var reply = await world.AskAsync("digest", NewsWorld.Harbor);
        Assert.Equal(sent.Stories.Select(story => story.Headline), reply.Message!.Stories.Select(story => story.Headline));
        Assert.Equal((null, null), (reply.Message.Posting?.MentionRole, reply.Message.Edition));
        Assert.StartsWith("Morning, edition of 2026-03-01", NewsWorld.Lines(reply)[0], StringComparison.Ordinal);
        var offered = Assert.Single(await world.SuggestAsync("digest", "date", "", NewsWorld.Call(NewsWorld.Harbor)));
        Assert.EndsWith("· 2 stories", offered.Label, StringComparison.Ordinal);
        foreach (var date in new[] { offered.Value, "2026-03-01", offered.Value.Split('/')[1] })
        {
            Assert.NotNull((await world.AskAsync("digest", NewsWorld.Harbor, ("name", "morning"), ("date", date))).Message);
        }

        Assert.Equal(ErrorCode.NoSuchEdition, (await world.AskAsync("digest", NewsWorld.Harbor, ("date", "2026-02-01"))).Error);
        Assert.Equal(ErrorCode.NoSuchEdition, (await world.AskAsync("digest", NewsWorld.Harbor, ("date", "yesterday"))).Error);
        Assert.Equal(ErrorCode.NoSuchDigest, (await world.AskAsync("digest", NewsWorld.Valley, ("name", "Morning"))).Error);
        Assert.Equal(ErrorCode.NoEditions, (await world.AskAsync("digest", NewsWorld.Valley)).Error);
        Assert.Equal(ErrorCode.NoEditions, (await world.AskAsync("digest", "")).Error);
        Assert.Equal(ErrorCode.NoSuchEdition, (await world.AskAsync("digest", NewsWorld.Valley, ("date", offered.Value))).Error); // forged
        Assert.Empty(await world.SuggestAsync("digest", "date", "", NewsWorld.Call(NewsWorld.Valley)));
        Assert.Equal(["Morning"], (await world.SuggestAsync("digest", "name", "m", NewsWorld.Call(NewsWorld.Harbor))).Select(it => it.Value));
        Assert.Equal($"{digest.Id}.{sent.Edition!.DueLocal}.", Assert.Single(reply.Menus).Payload);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_personal_digest_is_shown_to_its_person_in_direct_messages_alone(string kind)
    {
        await using var world = await NewsWorld.StartAsync(kind);
        await world.AddAsync(1, "Comet passes");
        var digest = await world.Bot.AddDigestAsync(options =>
        {
            (options.Name, options.Channel, options.Guild) = (NewsWorld.Reader, $"dm:{NewsWorld.Reader}", NewsWorld.Harbor);
            options.Editing.Kind = "personal";
            options.Editing.Filters.Add(new SummaryBot.Digests.FilterOptions { Id = 1, Group = 1, Value = "comet" });
        });
        Assert.NotNull(await world.Bot.Get<SummaryBot.Digests.DigestDispatcher>().DispatchNowAsync(digest, TestBot.Token));
        await world.Bot.Get<Outbox>().DrainAsync(TestBot.Token);
        Assert.NotNull((await world.AskAsync("digest", "")).Message);
        Assert.Equal(ErrorCode.NoEditions, (await world.AskAsync("digest", NewsWorld.Harbor)).Error);
        Assert.Equal(ErrorCode.NoEditions, (await world.AskAsync("digest", NewsWorld.Call("") with { UserId = "1100000000000000032" })).Error);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_story_is_told_word_for_word_the_oldest_first_from_what_the_server_may_see(string kind)
    {
        await using var world = await NewsWorld.StartAsync(kind);
        var first = await world.AddAsync(2, "Harbor opens", "The new harbor of Elmouth opened on Monday with 3 ships.", TimeSpan.FromHours(5));
        var second = await world.AddAsync(1, "Harbor crane falls", "A crane fell over in the new harbor of Elmouth and 12 people ran.", TimeSpan.FromHours(2));
        var hidden = await world.AddAsync(3, "Harbor closes", "The new harbor of Elmouth closed again after 48 hours.", TimeSpan.FromHours(1));
        await world.ExecuteAsync("DELETE FROM story_articles; DELETE FROM stories; INSERT INTO stories (id, first_at, last_at) VALUES (12, 0, 0)");
        foreach (var id in new[] { first, second, hidden })
        {
            await world.ExecuteAsync("INSERT INTO story_articles (article_id, story_id, dated_at, round) VALUES (@id, 12, 0, 0)", new { id });
        }

        var number = $"{(await world.Bot.Get<StoryStore>().OfAsync([first], TestBot.Token))[first]}";
        var lines = NewsWorld.Lines(await world.AskAsync("story", NewsWorld.Harbor, ("story", number)));
        Assert.Equal(
            [
                "2026-03-01 02:00 UTC · Harbor Post · The new harbor of Elmouth opened on Monday with 3 ships.",
                "2026-03-01 05:00 UTC · Everybody · A crane fell over in the new harbor of Elmouth and 12 people ran.",
            ],
            lines);
        Assert.Equal(["2026-03-01 05:00 UTC · Everybody · A crane fell over in the new harbor of Elmouth and 12 people ran."], NewsWorld.Lines(await world.AskAsync("story", "", ("story", number))));
        Assert.Equal(number, Assert.Single(await world.SuggestAsync("story", "story", "crane", NewsWorld.Call(NewsWorld.Harbor))).Value);
        Assert.Equal(2, NewsWorld.Lines(await world.AskAsync("story", NewsWorld.Harbor, ("story", "elmouth harbor"))).Count);
        Assert.Equal(ErrorCode.NoSuchStory, (await world.AskAsync("story", NewsWorld.Harbor, ("story", $"9{number}"))).Error);
        Assert.Equal(ErrorCode.NoSuchStory, (await world.AskAsync("story", NewsWorld.Harbor, ("story", "penguins"))).Error);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Why_an_article_is_there_or_not_is_told_of_the_servers_digests_alone(string kind)
    {
        await using var world = await NewsWorld.StartAsync(kind);
        var own = await world.AddAsync(2, "Harbor opens");
        var other = await world.AddAsync(3, "Valley floods");
        await world.PostAsync(NewsWorld.Harbor, "Morning", HarborChannel);
        await world.PostAsync(NewsWorld.Valley, "Evening", ValleyChannel);
        var lines = NewsWorld.Lines(await world.AskAsync("why", NewsWorld.Harbor, ("article", own)));
        Assert.Equal(2, lines.Count);
        Assert.StartsWith("Morning: it is in the edition of 2026-03-01", lines[1], StringComparison.Ordinal);
        var url = new Uri($"https://example.com/{SummaryBot.Articles.ArticleId.Of("Valley floods")}").AbsoluteUri;
        foreach (var asked in new[] { other, "floods", url, "https://nowhere.example.com/" })
        {
            Assert.Equal(ErrorCode.NoSuchArticle, (await world.AskAsync("why", NewsWorld.Harbor, ("article", asked))).Error);
        }

        await world.AddAsync(2, "Harbor closes");
        var several = await world.AskAsync("why", NewsWorld.Harbor, ("article", "harbor"));
        var chosen = Assert.Single(several.Menus).Options.Single(option => option.Label == "Harbor closes").Value;
        Assert.StartsWith("Morning: it was not yet looked at which story it tells", NewsWorld.Lines(await world.ActAsync("nwhy", "", NewsWorld.Call(NewsWorld.Harbor), chosen))[1], StringComparison.Ordinal);
        Assert.Equal("There are no digests here that could show it.", NewsWorld.Lines(await world.AskAsync("why", NewsWorld.Call("100000000000000009", ("article", await world.AddAsync(1, "Comet passes")))))[1]);
    }

    [Fact]
    public void Every_stage_is_told_in_every_language()
    {
        foreach (var words in UiLanguage.All.Select(language => new Words(language)))
        {
            Assert.All(Enum.GetValues<SummaryBot.Digests.Why.WhyStage>(), stage => Assert.NotEmpty(words.Plain($"news.why.stage.{stage}", ("edition", "x"))));
        }
    }
}
