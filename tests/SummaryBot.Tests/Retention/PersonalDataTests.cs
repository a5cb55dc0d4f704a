using SummaryBot.Chat;
using SummaryBot.Commands.Shape;
using SummaryBot.Digests;
using SummaryBot.Digests.Feedback;
using SummaryBot.Digests.Kinds;
using SummaryBot.Retention;
using SummaryBot.Settings.Backups;
using SummaryBot.Tests.Commands;

namespace SummaryBot.Tests.Retention;

public sealed class PersonalDataTests
{
    private const string Other = "888888888888888888";

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task After_delete_my_data_the_id_is_nowhere_and_nothing_brings_it_back(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var about = await FillAsync(bot, Caller.User);
        await FillAsync(bot, Other);
        Assert.NotEmpty(await bot.PlacesOfAsync(Caller.User));
        var text = Caller.TextOf(about);
        Assert.All(new[] { "2 topics", "1 opinion ", "1 change ", "1 draft " }, it => Assert.Contains(it, text, StringComparison.Ordinal));
        Assert.Contains("What people write is never kept.", text, StringComparison.Ordinal);

        var sure = await bot.PressAsync(Assert.Single(about.Buttons));
        Assert.NotEmpty(await bot.PlacesOfAsync(Caller.User)); // it asks first
        Assert.Null((await bot.PressAsync(sure.Buttons[0])).Error);
        Assert.Empty(await bot.PlacesOfAsync(Caller.User));
        Assert.NotEmpty(await bot.PlacesOfAsync(Other));
        Assert.Contains("Nothing is stored about you.", Caller.TextOf(await bot.AskAsync("about")), StringComparison.Ordinal);

        bot.Time.Advance(TimeSpan.FromDays(1));
        await bot.Get<DigestDispatcher>().DispatchDueAsync(TestBot.Token);
        await bot.Get<Outbox>().DrainAsync(TestBot.Token);
        await bot.Get<AdminNotes>().TellAsync(TestBot.Token);
        await bot.Get<RetentionStore>().ForgetEditionsAsync(TimeSpan.FromDays(1), TestBot.Token);
        Assert.Empty(await bot.PlacesOfAsync(Caller.User));
    }

    [Fact]
    public async Task Whoever_has_said_and_set_up_nothing_is_not_stored_at_all()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        await bot.AskAsync("about");
        await bot.AskAsync("settings language");
        await bot.AskAsync("log");
        Assert.Empty(await bot.PlacesOfAsync(Caller.User));
    }

    /// <summary>Makes the person leave a row of every kind, and asks about them.</summary>
    private static async Task<Reply> FillAsync(TestBot bot, string user)
    {
        await bot.Get<Following>().AddAsync(new FollowRequest(user, ["harbor", "trade"]), TestBot.Token);
        await bot.AddArticleAsync($"The harbor of {user[0]} opened on Monday. Ships came from three countries. The mayor spoke for an hour. Nobody was hurt. The band played.");
        bot.Time.Advance(TimeSpan.FromHours(26));
        await bot.Get<DigestDispatcher>().DispatchDueAsync(TestBot.Token); // his own edition
        await bot.Get<Outbox>().DrainAsync(TestBot.Token);
        var digest = await bot.AddDigestAsync(options => options.Name = $"Of {user[0]}");
        await bot.Get<FeedbackStore>().RecordAsync(new Opinion(digest.Id, "a", user, "News", Useful: true), TestBot.Token);
        var call = Caller.Call(user: user, options: ("days", user == Other ? 4L : 3L));
        await bot.AskAsync("settings retention", call);
        await bot.Get<RestoreDrafts>().AddAsync(call, new BackupContent { Settings = new BackupSettings(), Sources = [], Digests = [] }, TestBot.Token);
        return await bot.AskAsync("about", Caller.Call(user: user));
    }
}
