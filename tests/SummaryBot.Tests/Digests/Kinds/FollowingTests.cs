using NodaTime;
using SummaryBot.Chat;
using SummaryBot.Digests;
using SummaryBot.Digests.Kinds;
using SummaryBot.Tests.Stories;

namespace SummaryBot.Tests.Digests.Kinds;

public sealed class FollowingTests
{
    private const string User = "222222222222222222";

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Topics_are_added_listed_and_removed_and_the_last_one_ends_it(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var following = bot.Get<Following>();
        var first = await AddAsync(bot, ["container  terminal"], "07:30", "Asia/Baku");
        Assert.Equal(["container terminal"], first.Topics);
        Assert.Equal(("2026-03-02T07:30", "Asia/Baku"), (first.Digest.NextText, first.Digest.Digest.Schedule.Zone.Id));
        var second = await AddAsync(bot, ["Goats", "CONTAINER TERMINAL", "comet"]);
        Assert.Equal(["container terminal", "Goats", "comet"], second.Topics);
        Assert.Equal((first.Digest.Id, first.Digest.NextText), (second.Digest.Id, second.Digest.NextText));
        Assert.Equal([1, 2, 3], second.Digest.Digest.Editing.Filters.Select(rule => rule.Group));
        Assert.False(await following.RemoveAsync(User, "sheep", TestBot.Token));
        Assert.True(await following.RemoveAsync(User, "goats", TestBot.Token));
        Assert.True(await following.RemoveAsync(User, "comet", TestBot.Token));
        Assert.Equal(["container terminal"], (await following.FindAsync(User, TestBot.Token))!.Topics);
        Assert.True(await following.RemoveAsync(User, "container terminal", TestBot.Token));
        Assert.Null(await following.FindAsync(User, TestBot.Token));
        Assert.Empty(await bot.Get<DigestStore>().ListAsync(TestBot.Token));
    }

    [Fact]
    public async Task More_than_25_topics_a_wrong_zone_and_a_wrong_user_are_refused_with_their_remedy()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        await AddAsync(bot, [.. Enumerable.Range(0, 25).Select(i => $"topic {i}")]);
        Assert.Equal(new FollowResult.TooMany(26), await bot.Get<Following>().AddAsync(new FollowRequest(User, ["one more"]), TestBot.Token));
        Assert.Contains("IANA", await FaultAsync(bot, new FollowRequest(User, ["topic 1"]) { Zone = "Mars/Base" }), StringComparison.Ordinal);
        Assert.Contains("local times", await FaultAsync(bot, new FollowRequest(User, ["topic 1"]) { Time = "8" }), StringComparison.Ordinal);
        Assert.Contains("Discord user", await FaultAsync(bot, new FollowRequest("somebody", ["topic"])), StringComparison.Ordinal);
        Assert.Contains("topic", await FaultAsync(bot, new FollowRequest(User, [" "])), StringComparison.Ordinal);
        Assert.Contains("direct messages", Assert.Single(Assert.IsType<DigestReadResult.Faulty>(DigestReader.Read(
            new DigestOptions { Name = "Spam", Channel = $"dm:{User}", Times = { "08:00" } })).Faults), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task At_his_own_time_he_gets_what_he_follows_with_a_line_how_to_stop(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        await AddAsync(bot, ["terminal", "squid"], "12:30", "Asia/Baku"); // 08:30 UTC
        await PortNews.AddAsync(bot, "Harbor Post", PortNews.Post);
        await PortNews.AddAsync(bot, "Harbor Post", PortNews.Bridge, "Old bridge closes");
        await KindNews.TickAsync(bot, TimeSpan.FromMinutes(89));
        Assert.Empty(bot.Direct.Messages);
        await KindNews.TickAsync(bot, TimeSpan.FromMinutes(1));
        var sent = Assert.Single(bot.Direct.Messages);
        Assert.Equal(($"dm:{User}", "Your digest · Sun 1 March"), (sent.Channel.Stored, sent.Message.Title));
        Assert.Contains(sent.Message.Stories, story => story.Headline.Contains("terminal", StringComparison.Ordinal));
        Assert.Contains($"follow stop {User}", sent.Message.Posting!.Brand!.Footer, StringComparison.Ordinal);
        Assert.Empty(bot.Chat.Messages);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Closed_direct_messages_pause_it_quietly_lose_nothing_and_following_again_resumes_it(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var followed = await AddAsync(bot, ["terminal"]);
        await PortNews.AddAsync(bot, "Harbor Post", PortNews.Post);
        bot.Direct.Answers.Enqueue(new TestChat.Answer(Takes: false, new SendOutcome.Closed("The person takes no direct messages.")));
        await KindNews.TickAsync(bot, TimeSpan.FromHours(1));
        var paused = (await bot.Get<Following>().FindAsync(User, TestBot.Token))!;
        Assert.Equal(((Instant?)Instant.MaxValue, "The person takes no direct messages."), (paused.PausedUntil, paused.PausedReason));
        await bot.Get<AdminNotes>().TellAsync(TestBot.Token);
        Assert.Empty(bot.Chat.Messages); // the administrator hears nothing of it
        Assert.Empty(await bot.Get<OutboxStore>().ListAsync(10, TestBot.Token));
        Assert.Equal(1, await KindNews.ScalarAsync<long>(bot, "SELECT count(*) FROM editions WHERE reason = 'The person takes no direct messages.'"));
        await bot.Get<DigestBreaks>().PauseAsync(followed.Digest.Id, NodaTime.Instant.MaxValue, TestBot.Token); // now it is somebody who paused it
        Assert.Null((await bot.Get<Following>().FindAsync(User, TestBot.Token))!.PausedReason);

        var resumed = await AddAsync(bot, ["terminal"]);
        Assert.Equal((null, null), (resumed.PausedUntil, resumed.PausedReason));
        Assert.Equal(followed.Digest.Id, resumed.Digest.Id);
        await KindNews.TickAsync(bot, TimeSpan.FromDays(1));
        Assert.Single(Assert.Single(bot.Direct.Messages).Message.Stories); // what he could not be told
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_pause_has_its_days_and_stopping_deletes_everything_of_his_alone(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var following = bot.Get<Following>();
        await AddAsync(bot, ["terminal"]);
        await bot.AddDigestAsync();
        Assert.True(await following.PauseAsync(User, 3, TestBot.Token));
        Assert.Equal(Instant.FromDateTimeOffset(TestBot.Start.AddDays(3)), (await following.FindAsync(User, TestBot.Token))!.PausedUntil);
        bot.Time.Advance(TimeSpan.FromDays(3));
        Assert.Null((await following.FindAsync(User, TestBot.Token))!.PausedUntil);
        Assert.True(await following.PauseAsync(User, null, TestBot.Token));
        Assert.Equal(Instant.MaxValue, (await following.FindAsync(User, TestBot.Token))!.PausedUntil);
        Assert.False(await following.PauseAsync("333333333333333333", 1, TestBot.Token));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => following.PauseAsync(User, 61, TestBot.Token));
        Assert.True(await following.StopAsync(User, TestBot.Token));
        Assert.False(await following.StopAsync(User, TestBot.Token));
        Assert.Equal("Morning", Assert.Single(await bot.Get<DigestStore>().ListAsync(TestBot.Token)).Digest.Name);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Topics_that_are_added_at_once_are_all_kept(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var following = bot.Get<Following>();
        await AddAsync(bot, ["first"]);
        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => following.AddAsync(new FollowRequest(User, [$"topic {i}"]), TestBot.Token), TestBot.Token)));
        Assert.Equal(1 + results.Count(result => result is FollowResult.Done), (await following.FindAsync(User, TestBot.Token))!.Topics.Count);
        Assert.Contains(results, result => result is FollowResult.Done);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Topics_that_are_removed_at_once_are_all_gone_and_the_last_takes_the_digest_with_it(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var following = bot.Get<Following>();
        for (var round = 0; round < 10; round++)
        {
            await AddAsync(bot, ["first", "second", "third"]);
            var removed = await Task.WhenAll(new[] { "first", "second", "third" }.Select(topic => Task.Run(
                async () =>
                {
                    var isDone = await following.RemoveAsync(User, topic, TestBot.Token);
                    await following.FindAsync(User, TestBot.Token); // reads while the others delete
                    return isDone;
                },
                TestBot.Token)));
            Assert.All(removed, Assert.True);
            Assert.Null(await following.FindAsync(User, TestBot.Token));
        }
    }

    private static async Task<Followed> AddAsync(TestBot bot, string[] topics, string? time = null, string? zone = null) => Assert.IsType<FollowResult.Done>(
        await bot.Get<Following>().AddAsync(new FollowRequest(User, topics) { Time = time, Zone = zone }, TestBot.Token)).Followed;

    private static async Task<string> FaultAsync(TestBot bot, FollowRequest request) =>
        string.Join('\n', Assert.IsType<FollowResult.Faulty>(await bot.Get<Following>().AddAsync(request, TestBot.Token)).Faults);
}
