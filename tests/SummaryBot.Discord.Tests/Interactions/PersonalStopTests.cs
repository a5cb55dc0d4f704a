using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SummaryBot.Articles;
using SummaryBot.Chat;
using SummaryBot.Digests;
using SummaryBot.Digests.Kinds;
using SummaryBot.Discord.Posting;
using SummaryBot.Discord.Rendering;
using SummaryBot.Operations;
using SummaryBot.TestDiscord;

namespace SummaryBot.Discord.Tests.Interactions;

/// <summary>The button below a personal digest that stops it.</summary>
public sealed class PersonalStopTests : IAsyncLifetime
{
    private const string Reader = "1100000000000000041";
    private const string Somebody = "1100000000009999999";
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 7, 0, 0, TimeSpan.Zero));
    private InteractionFixture _bot = null!;

    private Channel Direct => _bot.Server.World.DirectChannel(Reader, _bot.Server.World.ApplicationId);

    public async ValueTask InitializeAsync()
    {
        _bot = await InteractionFixture.StartAsync(
            services => services.AddSingleton(new Secrets([])).AddSingleton(Options.Create(new OutboxOptions())).AddSingleton(Options.Create(new DispatchOptions())), _time);
        await _bot.AddArticleAsync("Harbor");
    }

    public async ValueTask DisposeAsync()
    {
        Assert.Empty(_bot.Server.Log.Refusals);
        await _bot.DisposeAsync();
    }

    [Fact]
    public async Task One_press_stops_it_for_its_reader_also_after_a_restart_and_following_again_goes_on()
    {
        await FollowAsync();
        var message = await PostAsync();
        _bot.Restart();
        Assert.Equal(
            "Stopped. You get no more of these. Your topics are kept.\nTo go on, follow a topic with /follow add; to end it for good, take your topics away with /follow remove.",
            await PressAsync(message, Reader));
        Assert.Single(_bot.Hand.SeenBy(Somebody, Direct.Id)); // the answer is for the reader alone
        var stopped = await _bot.Get<Following>().FindAsync(Reader, InteractionFixture.Token);
        Assert.Equal((NodaTime.Instant.MaxValue, null, "harbor"), (stopped!.PausedUntil, stopped.PausedReason, Assert.Single(stopped.Topics)));
        await AddAsync("Ferry", "A ferry sank in the harbor of Oldport. Divers brought up the anchor. Its captain had left the ship before.");
        Assert.Equal(0, await DispatchAsync());
        Assert.StartsWith("It is stopped already, and your topics are kept.", await PressAsync(message, Reader), StringComparison.Ordinal);

        await FollowAsync();
        Assert.Null((await _bot.Get<Following>().FindAsync(Reader, InteractionFixture.Token))!.PausedUntil);
        Assert.Equal(1, await DispatchAsync());
        Assert.Equal(2, Direct.Messages.Count(posted => posted.OnlyFor is null));
    }

    [Fact]
    public async Task Nobody_else_can_stop_it()
    {
        await FollowAsync();
        Assert.StartsWith("This is no digest of yours.", await PressAsync(await PostAsync(), Somebody), StringComparison.Ordinal);
        Assert.Null((await _bot.Get<Following>().FindAsync(Reader, InteractionFixture.Token))!.PausedUntil);
    }

    [Fact]
    public async Task What_was_deleted_is_answered_plainly_and_leaves_what_was_followed_since_then()
    {
        await FollowAsync();
        await FollowAsync(Somebody); // so that the number of the deleted one is not given again
        var message = await PostAsync(messages: 2);
        Assert.True(await _bot.Get<Following>().StopAsync(Reader, InteractionFixture.Token));
        Assert.StartsWith("This digest was deleted", await PressAsync(message, Reader), StringComparison.Ordinal);
        await FollowAsync();
        Assert.StartsWith("This digest was deleted", await PressAsync(message, Reader), StringComparison.Ordinal);
        Assert.Null((await _bot.Get<Following>().FindAsync(Reader, InteractionFixture.Token))!.PausedUntil);
    }

    [Fact]
    public async Task A_digest_that_somebody_set_up_for_a_person_stops_too_and_names_its_own_verbs()
    {
        var options = new DigestOptions { Name = "Ships", Channel = $"dm:{Reader}", Zone = "UTC", Times = { "08:00" } };
        options.Editing.Kind = "personal";
        options.Editing.Filters.Add(new FilterOptions { Id = 1, Group = 1, Value = "harbor" });
        var digest = Assert.IsType<DigestReadResult.Read>(DigestReader.Read(options)).Digest;
        Assert.NotNull(await _bot.Get<DigestStore>().AddAsync(digest, InteractionFixture.Token));
        Assert.EndsWith("Whoever set it up goes on with /digest resume and the name **Ships**.", await PressAsync(await PostAsync(), Reader), StringComparison.Ordinal);
        Assert.True((await _bot.Get<DigestStore>().FindDirectAsync(Reader, "Ships", InteractionFixture.Token))!.IsPaused(NodaTime.Instant.FromDateTimeOffset(_time.GetUtcNow().AddYears(10))));
    }

    [Fact]
    public async Task A_preview_shows_what_is_sent_and_an_edited_message_keeps_the_button()
    {
        await FollowAsync();
        _time.Advance(TimeSpan.FromHours(1));
        var digest = (await _bot.Get<Following>().FindAsync(Reader, InteractionFixture.Token))!.Digest;
        var preview = (await _bot.Get<DigestDispatcher>().PreviewAsync(digest, InteractionFixture.Token)).Message;
        var message = await PostAsync(TimeSpan.Zero);
        var sent = (await _bot.Get<SentStore>().FindAsync(digest.Id, "2026-03-01T08:00", InteractionFixture.Token))!;
        Assert.Equal(MessageJson.Write(preview), MessageJson.Write(sent.Message));
        Assert.Equal(["Why these?", "Useful", "Not useful", "Stop"], Labels(message));
        var place = new SentMessage(new ChannelAddress(ChannelAddress.Direct, Reader), sent.MessageId!);
        var direct = _bot.Get<IEnumerable<IChat>>().OfType<DirectChat>().Single();
        Assert.IsType<ChangeOutcome.Done>(await direct.EditAsync(place, sent.Message with { Footnote = ["Corrected."] }, InteractionFixture.Token));
        Assert.Equal(InteractionFixture.IdOf(message, "Stop"), InteractionFixture.IdOf(Assert.Single(_bot.Hand.SeenBy(Reader, Direct.Id)), "Stop"));
    }

    private static List<string> Labels(JsonObject message) =>
        [.. PayloadBudget.Components(message["components"]).Where(it => it.ContainsKey("label")).Select(it => it["label"]!.GetValue<string>())];

    private async Task FollowAsync(string userId = Reader) =>
        Assert.IsType<FollowResult.Done>(await _bot.Get<Following>().AddAsync(new FollowRequest(userId, ["harbor"]), InteractionFixture.Token));

    private async Task AddAsync(string headline, string text) =>
        await _bot.Get<ArticleStore>().AddAsync(new Article(headline, "Example News", null, "en", _time.GetUtcNow(), text), InteractionFixture.Token);

    /// <returns>The edition's message as its reader sees it.</returns>
    private async Task<JsonObject> PostAsync(TimeSpan? after = null, int messages = 1)
    {
        Assert.Equal(messages, await DispatchAsync(after ?? TimeSpan.FromHours(1)));
        return Assert.Single(_bot.Hand.SeenBy(Reader, Direct.Id));
    }

    private async Task<int> DispatchAsync(TimeSpan? after = null)
    {
        _time.Advance(after ?? TimeSpan.FromDays(1));
        await _bot.Get<DigestDispatcher>().DispatchDueAsync(InteractionFixture.Token);
        return await _bot.Get<Outbox>().DrainAsync(InteractionFixture.Token);
    }

    /// <returns>What the person is told.</returns>
    private async Task<string> PressAsync(JsonObject message, string userId)
    {
        await _bot.UseAsync(message, InteractionFixture.IdOf(message, "Stop")!, userId: userId);
        return _bot.Hand.SeenBy(userId, Direct.Id)[^1]["components"]![0]!["components"]![0]!["content"]!.GetValue<string>().Replace("\\", "", StringComparison.Ordinal);
    }
}
