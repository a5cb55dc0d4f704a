using SummaryBot.Commands.Shape;
using SummaryBot.Digests;
using SummaryBot.Digests.Kinds;
using SummaryBot.Language;
using SummaryBot.Tests.Commands.Digests;

namespace SummaryBot.Tests.Commands.Follow;

public sealed class FollowCommandTests
{
    private const string User = "1100000000000000005";

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Each_step_of_following_is_told_and_undone(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var reader = new DigestCalls(bot, guild: "");
        Assert.Equal(ErrorCode.FollowsNothing, (await reader.RunAsync("follow list")).Error);
        Assert.Equal(ErrorCode.FollowsNothing, (await reader.RunAsync("follow pause")).Error);
        await UndoneAsync(reader, "follow add", ("topic", "ships"), ("time", "07:30"), ("timezone", "Asia/Baku"));
        await reader.DoAsync("follow add", ("topic", "ships"), ("time", "07:30"), ("timezone", "Asia/Baku"));
        await UndoneAsync(reader, "follow add", ("topic", "climate summit"), ("time", "09:00"));
        Assert.Contains("Topics: ships. Every day at 07:30 (Asia/Baku)", DigestCalls.Text(await reader.DoAsync("follow list")), StringComparison.Ordinal);
        await UndoneAsync(reader, "follow pause", ("days", 7));
        await UndoneAsync(reader, "follow pause");
        Assert.Equal("ships", Assert.Single(await reader.TypeAsync("follow remove", "topic", "sh")).Value);
        Assert.Equal(ErrorCode.NotFollowed, (await reader.RunAsync("follow remove", ("topic", "trains"))).Error);
        await UndoneAsync(reader, "follow remove", ("topic", "ships")); // the last one, and with it the digest

        var paused = await reader.DoAsync("follow pause");
        Assert.Contains("paused until you go on", DigestCalls.Text(paused), StringComparison.Ordinal);
        Assert.Contains("next due", DigestCalls.Text(await reader.PressAsync(paused, "Go on")), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task What_somebody_follows_in_two_servers_is_one_digest_that_no_admin_sees(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var (here, there) = (new DigestCalls(bot), new DigestCalls(bot, DigestCalls.Other));
        await Task.WhenAll(here.DoAsync("follow add", ("topic", "ships")), there.DoAsync("follow add", ("topic", "trains")));
        Assert.Equal(["ships", "trains"], (await bot.Get<Following>().FindAsync(User, TestBot.Token))!.Topics.Order(StringComparer.Ordinal));
        Assert.Single(await bot.Get<DigestStore>().ListAsync(TestBot.Token));
        foreach (var admin in new[] { here, there })
        {
            Assert.Contains("no digest here", DigestCalls.Text(await admin.DoAsync("digest list")), StringComparison.Ordinal);
            Assert.Equal(ErrorCode.NoSuchDigest, (await admin.RunAsync("digest delete", ("name", User))).Error);
        }

        await new DigestCalls(bot, "1100000000000000003").CreateAsync(User); // an admin elsewhere may name one so
        Assert.Equal(2, (await bot.Get<DigestStore>().NamedAsync(User, TestBot.Token)).Count);
    }

    [Fact]
    public async Task No_more_than_25_topics_are_followed_and_the_footer_speaks_the_readers_language()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        var reader = new DigestCalls(bot, guild: "") { Words = new Words(UiLanguage.Find("de")!) };
        for (var i = 0; i < Following.MaxTopics; i++)
        {
            await reader.DoAsync("follow add", ("topic", $"topic {i}"));
        }

        Assert.Equal(ErrorCode.TooManyTopics, (await reader.RunAsync("follow add", ("topic", "one more"))).Error);
        Assert.Contains("Ihr eigener Überblick", (await bot.Get<Following>().FindAsync(User, TestBot.Token))!.Digest.Digest.Posting.Brand!.Footer, StringComparison.Ordinal);
        Assert.Equal(ErrorCode.BadOption, (await reader.RunAsync("follow add", ("topic", "topic 1"), ("timezone", "Mars/Base"))).Error);
    }

    private static async Task UndoneAsync(DigestCalls reader, string path, params (string Name, object Value)[] options)
    {
        var before = await reader.RowsAsync();
        var reply = await reader.DoAsync(path, options);
        Assert.NotEqual(before, await reader.RowsAsync());
        Assert.Null((await reader.PressAsync(reply, "Undo (10 min)")).Error);
        Assert.Equal(before, await reader.RowsAsync());
    }
}
