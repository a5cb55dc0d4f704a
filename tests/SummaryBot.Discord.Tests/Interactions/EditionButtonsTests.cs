using System.Text.Json.Nodes;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SummaryBot.Articles;
using SummaryBot.Chat;
using SummaryBot.Digests;
using SummaryBot.Digests.Feedback;
using SummaryBot.Discord.Rendering;
using SummaryBot.Language;
using SummaryBot.Operations;
using SummaryBot.Settings;
using SummaryBot.Storage;
using SummaryBot.TestDiscord.Interactions;

namespace SummaryBot.Discord.Tests.Interactions;

/// <summary>The buttons below a digest: for everybody who sees it, answered to whoever presses alone.</summary>
public sealed class EditionButtonsTests : IAsyncLifetime
{
    private const string Somebody = "1100000000009999999";
    private InteractionFixture _bot = null!;

    public async ValueTask InitializeAsync()
    {
        _bot = await InteractionFixture.StartAsync(services => services
            .AddSingleton(new Secrets([])).AddSingleton(Options.Create(new OutboxOptions())).AddSingleton(Options.Create(new DispatchOptions())));
        await AddAsync("Harbor", "Trend");
        await AddAsync("Bridge", "Azernews");
    }

    public async ValueTask DisposeAsync()
    {
        Assert.Empty(_bot.Server.Log.Refusals);
        await _bot.DisposeAsync();
    }

    [Theory]
    [InlineData("cards")]
    [InlineData("compact")]
    public async Task Three_readers_lower_an_outlet_by_the_amount_that_the_third_is_told_also_after_a_restart(string layout)
    {
        var edition = await PostAsync(layout);
        foreach (var reader in new[] { "1100000000000000031", "1100000000000000032" })
        {
            await SayAsync(edition, "Not useful", "Trend", reader);
        }

        _bot.Restart();
        await SayAsync(edition, "Not useful", "Trend", Somebody);
        Assert.Contains("Noted. Trend\\: 3 readers found its stories not useful; it now ranks 0.3 lower in this digest.", Said(Somebody), StringComparison.Ordinal);
        Assert.Equal(new OutletPoints("trend", 0, 3, -0.3), Assert.Single(await OpinionsAsync()));
        Assert.Equal(2, _bot.Hand.SeenBy(Somebody).Count); // the edition, and the answer alone
        Assert.Single(_bot.Hand.SeenBy(_bot.User));
    }

    [Fact]
    public async Task An_opinion_is_changed_and_taken_back_and_nobody_elses_menu_can_be_used()
    {
        var edition = await PostAsync();
        await SayAsync(edition, "Not useful", "Trend", Somebody);
        await SayAsync(edition, "Useful", "Trend", Somebody);
        Assert.Equal(new OutletPoints("trend", 1, 0, 0), Assert.Single(await OpinionsAsync()));
        var answer = _bot.Last(Somebody);
        await _bot.UseAsync(answer, Id(answer, "Take it back"), userId: _bot.User); // by a forged press
        Assert.Contains("belong to somebody else", _bot.Last()["content"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Single(await OpinionsAsync());
        await _bot.UseAsync(answer, Id(answer, "Take it back"), userId: Somebody);
        Assert.StartsWith("Taken back. Trend\\: no reader has an opinion on its stories;", Said(Somebody), StringComparison.Ordinal);
        Assert.Empty(await OpinionsAsync());
    }

    [Fact]
    public async Task The_menu_shows_the_stories_with_their_outlets_and_takes_no_others()
    {
        var edition = await PostAsync();
        await _bot.UseAsync(edition, Id(edition, "Useful"), userId: Somebody);
        var menu = _bot.Last(Somebody)["components"]![1]!["components"]![0]!;
        Assert.Equal(["1. Harbor", "2. Bridge"], menu["options"]!.AsArray().Select(option => option!["label"]!.GetValue<string>()));
        Assert.Equal(["Trend", "Azernews"], menu["options"]!.AsArray().Select(option => option!["description"]!.GetValue<string>()));
        await _bot.UseAsync(_bot.Last(Somebody), menu["custom_id"]!.GetValue<string>(), userId: Somebody, values: "aaaaaaaaaaaa");
        Assert.StartsWith("This edition shows no such story any more.", Said(Somebody), StringComparison.Ordinal);
        Assert.Empty(await OpinionsAsync());
    }

    [Fact]
    public async Task Why_these_is_answered_to_whoever_asks_alone_with_a_line_for_each_story()
    {
        var edition = await PostAsync();
        await _bot.UseAsync(edition, Id(edition, "Why these?"), userId: Somebody);
        var text = Said(Somebody);
        Assert.StartsWith("### Why these stories?", text, StringComparison.Ordinal);
        text = _bot.Last(Somebody)["components"]![0]!["components"]![1]!["content"]!.GetValue<string>();
        Assert.StartsWith("1\\. Harbor · newest", text, StringComparison.Ordinal);
        Assert.Contains("\n2\\. Bridge · ", text, StringComparison.Ordinal);
        Assert.Single(_bot.Hand.SeenBy(_bot.User));
    }

    [Fact]
    public async Task Pressed_by_two_at_once_on_two_instances_each_is_answered_and_each_opinion_is_kept_once()
    {
        var edition = await PostAsync();
        string[] readers = ["1100000000000000031", "1100000000000000032", "1100000000000000033"];
        foreach (var reader in readers)
        {
            await _bot.UseAsync(edition, Id(edition, "Useful"), userId: reader);
        }

        var presses = readers.SelectMany(reader => Enumerable.Repeat(reader, 3)).Select(reader =>
        {
            var ask = _bot.Last(reader);
            var used = InteractionFixture.Used(Id(ask, "Choose a story…"), Option(ask, "Harbor"));
            return _bot.Hand.Make(HandMade.Component, used, userId: reader, source: ask["id"]!.GetValue<string>());
        }).ToList();
        await Task.WhenAll(presses.Select(press => Task.Run(() => _bot.TakeAsync(press), InteractionFixture.Token)));
        Assert.Equal(new OutletPoints("trend", 3, 0, 0.3), Assert.Single(await OpinionsAsync()));
        Assert.All(readers, reader => Assert.StartsWith("Noted. Trend", Said(reader), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("DELETE FROM digests")]
    [InlineData("DELETE FROM editions")]
    public async Task What_is_not_kept_any_more_is_answered_plainly(string sql)
    {
        var edition = await PostAsync();
        await _bot.UseAsync(edition, Id(edition, "Useful"), userId: Somebody);
        var ask = _bot.Last(Somebody);
        await using (var connection = await _bot.Get<Database>().OpenAsync(InteractionFixture.Token))
        {
            await connection.ExecuteAsync(sql);
        }

        await _bot.UseAsync(ask, Id(ask, "Choose a story…"), userId: Somebody, values: Option(ask, "Harbor"));
        Assert.StartsWith("This edition is not kept any more", Said(Somebody), StringComparison.Ordinal);
        foreach (var label in new[] { "Why these?", "Useful", "Not useful" })
        {
            await _bot.UseAsync(edition, Id(edition, label));
            Assert.StartsWith("This edition is not kept any more", Said(_bot.User), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_webhook_carries_no_buttons_and_an_edited_message_keeps_them()
    {
        var edition = await PostAsync();
        var sent = await _bot.Get<SentStore>().FindAsync(1, await DueAsync(), InteractionFixture.Token);
        var channel = new ChannelAddress(ChannelAddress.Discord, _bot.Server.ChannelIds[0]);
        var changed = sent!.Message with { Footnote = ["corrected 10:40: story 2"] };
        Assert.IsType<ChangeOutcome.Done>(await _bot.Get<DiscordChat>().EditAsync(new SentMessage(channel, sent.MessageId!), changed, InteractionFixture.Token));
        var edited = _bot.Hand.SeenBy(_bot.User)[0];
        Assert.Equal(Id(edition, "Useful"), Id(edited, "Useful"));
        var webhook = _bot.Server.World.AddWebhook(channel.Target);
        var delivery = new Delivery(ChannelAddress.TryParse($"https://discord.com/api/webhooks/{webhook.Id}/{webhook.Token}")!, sent.Message, "n", 0, null, MayHaveArrived: false);
        var webhooks = _bot.Get<IEnumerable<IChat>>().Single(chat => chat.Scheme == ChannelAddress.Webhook);
        Assert.IsType<SendOutcome.Sent>(await webhooks.SendAsync(delivery, InteractionFixture.Token));
        Assert.DoesNotContain("custom_id", _bot.Last().ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cards")]
    [InlineData("compact")]
    public async Task Whoever_sees_an_edition_reads_a_summary_of_one_of_its_stories_alone(string layout)
    {
        var edition = await PostAsync(layout);
        _bot.Restart();
        var menu = Menu(edition);
        Assert.Equal(["1. Harbor", "2. Bridge"], menu["options"]!.AsArray().Select(option => option!["label"]!.GetValue<string>()));
        await _bot.UseAsync(edition, Id(edition, "Read a summary…"), userId: Somebody, values: menu["options"]![1]!["value"]!.GetValue<string>());
        Assert.Contains("Bridge", Texts(_bot.Last(Somebody)), StringComparison.Ordinal);
        Assert.Single(_bot.Hand.SeenBy(_bot.User));
        await _bot.UseAsync(edition, Id(edition, "Read a summary…"), userId: Somebody, values: "aaaaaaaaaaaa");
        Assert.Contains("shows no such story", Texts(_bot.Last(Somebody)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edition_is_sent_to_whoever_asks_once_with_its_buttons_but_that_one()
    {
        var edition = await PostAsync();
        var direct = _bot.Server.World.DirectChannel(Somebody, _bot.Server.World.ApplicationId);
        await _bot.UseAsync(edition, Id(edition, "Send to my DMs"), userId: Somebody);
        await _bot.UseAsync(edition, Id(edition, "Send to my DMs"), userId: Somebody); // twice in a row
        Assert.Contains("in your direct messages now", Texts(_bot.Last(Somebody)), StringComparison.Ordinal);
        var copy = Assert.Single(_bot.Hand.SeenBy(Somebody, direct.Id));
        Assert.Equal(Texts(edition), Texts(copy));
        Assert.Null(InteractionFixture.IdOf(copy, "Send to my DMs"));
        Assert.Equal(Id(edition, "Why these?"), Id(copy, "Why these?"));
        await _bot.UseAsync(copy, Id(copy, "Useful"), userId: Somebody);
        Assert.Contains("Which story was useful?", Texts(_bot.Hand.SeenBy(Somebody, direct.Id)[^1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_takes_no_direct_messages_is_told_so_with_what_to_do()
    {
        var edition = await PostAsync();
        _bot.Server.World.Unreachable.Add(Somebody);
        await _bot.UseAsync(edition, Id(edition, "Send to my DMs"), userId: Somebody);
        Assert.Contains("Your direct messages are closed to this bot", Texts(_bot.Last(Somebody)), StringComparison.Ordinal);
        Assert.Contains("privacy settings of this server", Texts(_bot.Last(Somebody)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_is_this_here_is_answered_on_the_message_of_an_edition()
    {
        var edition = await PostAsync();
        var id = edition["id"]!.GetValue<string>();
        var data = new JsonObject
        {
            ["id"] = "1",
            ["name"] = "Why is this here?",
            ["type"] = 3,
            ["target_id"] = id,
            ["resolved"] = new JsonObject { ["messages"] = new JsonObject { [id] = edition.DeepClone() } },
        };
        await _bot.TakeAsync(_bot.Hand.Make(HandMade.Command, data, userId: Somebody));
        Assert.Contains("1\\. Harbor · newest", Texts(_bot.Last(Somebody)), StringComparison.Ordinal);
        Assert.Single(_bot.Hand.SeenBy(_bot.User));
    }

    [Fact]
    public async Task What_stands_below_an_edition_is_in_the_language_of_its_server()
    {
        await _bot.Get<GuildSettingsStore>().WriteAsync(new GuildSettings("") { Language = UiLanguage.Find("tr") }, InteractionFixture.Token);
        var edition = await PostAsync();
        Assert.NotNull(InteractionFixture.IdOf(edition, "Neden bunlar?"));
        Assert.NotNull(InteractionFixture.IdOf(edition, "Bir özet oku…"));
    }

    private async Task AddAsync(string headline, string outlet) => await _bot.Get<ArticleStore>().AddAsync(
        new Article(headline, outlet, null, "en", null, headline == "Harbor" ? InteractionFixture.News : "The council closed the old bridge. Engineers found cracks in two arches. Buses take another road. A ferry is free."),
        InteractionFixture.Token);

    /// <returns>The edition's message as people see it.</returns>
    private async Task<JsonObject> PostAsync(string layout = "cards")
    {
        var options = new DigestOptions { Name = "Morning", Channel = _bot.Server.ChannelIds[0], Zone = "UTC", Times = { "08:00" }, Layout = layout };
        var digest = await _bot.Get<DigestStore>().AddAsync(Assert.IsType<DigestReadResult.Read>(DigestReader.Read(options)).Digest, InteractionFixture.Token);
        Assert.NotNull(await _bot.Get<DigestDispatcher>().DispatchNowAsync(digest!, InteractionFixture.Token));
        await _bot.Get<Outbox>().DrainAsync(InteractionFixture.Token);
        return Assert.Single(_bot.Hand.SeenBy(_bot.User));
    }

    private async Task SayAsync(JsonObject edition, string label, string outlet, string reader)
    {
        await _bot.UseAsync(edition, Id(edition, label), userId: reader);
        var ask = _bot.Last(reader);
        await _bot.UseAsync(ask, Id(ask, "Choose a story…"), userId: reader, values: Option(ask, outlet));
    }

    /// <summary>The value of an option by what is said of it.</summary>
    private static string Option(JsonObject ask, string words) => ask["components"]![1]!["components"]![0]!["options"]!.AsArray()
        .Single(option => option!.ToJsonString().Contains(words, StringComparison.Ordinal))!["value"]!.GetValue<string>();

    private static JsonNode Menu(JsonObject message) => message["components"]!.AsArray().SelectMany(row => row!["components"]!.AsArray()).Single(it => it!["options"] is not null)!;

    private static string Texts(JsonObject message) => string.Join('\n', MessageText.Of(message));

    private static string Id(JsonObject message, string label) => InteractionFixture.IdOf(message, label)!;

    private string Said(string reader) => _bot.Last(reader)["components"]![0]!["components"]![0]!["content"]!.GetValue<string>();

    private async Task<IReadOnlyList<OutletPoints>> OpinionsAsync() => await _bot.Get<FeedbackStore>().ListAsync(1, InteractionFixture.Token);

    private async Task<string> DueAsync()
    {
        await using var connection = await _bot.Get<Database>().OpenAsync(InteractionFixture.Token);
        return (await connection.ExecuteScalarAsync<string>("SELECT due_local FROM editions"))!;
    }
}
