using Dapper;
using SummaryBot.Articles;
using SummaryBot.Chat;
using SummaryBot.Digests;
using SummaryBot.Digests.Corrections;
using SummaryBot.Language;
using SummaryBot.Settings;
using SummaryBot.Storage;
using SummaryBot.Tests.Sources;
using SummaryBot.Tests.Stories;

namespace SummaryBot.Tests.Digests;

/// <summary>The words around an edition are in the language that its server has set; what articles say stays as it is.</summary>
public sealed class EditionLanguageTests
{
    private const string Guild = "100000000000000001";

    [Theory]
    [InlineData("SQLite", "de")]
    [InlineData("PostgreSQL", "de")]
    [InlineData("SQLite", "ru")]
    [InlineData("SQLite", "az")]
    [InlineData("SQLite", "tr")]
    public async Task An_edition_its_reasons_and_its_corrections_are_framed_in_the_language_of_the_server(string kind, string language)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var frame = FrameWords.Of(UiLanguage.Find(language)!);
        await bot.Get<GuildSettingsStore>().WriteAsync(new GuildSettings(Guild) { Language = frame.Language }, TestBot.Token);
        await bot.SubscribeAsync();
        await using (var connection = await bot.Get<Database>().OpenAsync(TestBot.Token))
        {
            await connection.ExecuteAsync("UPDATE subscriptions SET news_from = 0");
        }

        await TakeAsync(bot, "post", "Harbor Post", PortNews.Post);
        await TakeAsync(bot, "courier", "Valley Courier", PortNews.Courier);
        await bot.AddDigestAsync(options => options.Guild = Guild);
        await bot.AddDigestAsync(options => (options.Name, options.Times[0]) = ("Other", "08:00"));
        bot.Time.Advance(TimeSpan.FromHours(1) + TimeSpan.FromMinutes(25));
        await bot.Get<DigestDispatcher>().DispatchDueAsync(TestBot.Token);
        await bot.Get<Outbox>().DrainAsync(TestBot.Token);
        var message = bot.Chat.Messages.Single(it => it.Message.Title.StartsWith("Morning", StringComparison.Ordinal)).Message;
        var english = bot.Chat.Messages.Single(it => it.Message.Title.StartsWith("Other", StringComparison.Ordinal)).Message;
        Assert.Equal((language, null), (message.Language, english.Language));
        Assert.Equal($"Morning · {frame.Day(new NodaTime.LocalDateTime(2026, 3, 1, 8, 0))}", message.Title);
        Assert.Equal(frame.Plain("lateRestarted", ("length", frame.Plain("minutes", ("minutes", 25)))), message.Intro[0]);
        Assert.StartsWith($"{frame.Plain("stories", ("count", 1))} · {frame.Plain("sources", ("count", 2))} · ", message.Intro[1], StringComparison.Ordinal);
        Assert.Equal(frame.Plain("sources", ("count", 2)), message.Stories[0].Why);
        Assert.Equal([frame.Plain("quoted")], message.Footnote);
        Assert.Equal(english.Stories[0].Quotes, message.Stories[0].Quotes);
        Assert.Equal(("Other · Sun 1 March", "2 sources"), (english.Title, english.Stories[0].Why));
        await TakeAsync(bot, "post", "Harbor Post", PortNews.Post.Replace("54 containers", "64 containers", StringComparison.Ordinal).Replace("1998", "1997", StringComparison.Ordinal));
        await TakeAsync(bot, "courier", "Valley Courier", PortNews.Courier.Replace("210 million", "230 million", StringComparison.Ordinal));
        Assert.Equal(2, await bot.Get<Corrector>().CheckAsync(TestBot.Token));
        await bot.Get<ChangeOutbox>().DrainAsync(TestBot.Token);
        var corrected = bot.Chat.Edits.Single(it => it.Message.Language == language).Message;
        Assert.Equal([frame.Corrected(new Correction("08:25", [1])), .. message.Footnote], corrected.SmallPrint);
        Assert.StartsWith(frame.Plain("stories", ("count", 1)), corrected.Intro[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_speaks_the_same_language_and_what_is_set_later_is_heard_at_once()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        await PortNews.AddAsync(bot, "Harbor Post", PortNews.Post);
        var digest = await bot.AddDigestAsync(options => options.Guild = Guild);
        Assert.Null((await bot.Get<DigestDispatcher>().PreviewAsync(digest, TestBot.Token)).Message.Language);
        await bot.Get<GuildSettingsStore>().WriteAsync(new GuildSettings(Guild) { Language = UiLanguage.Find("tr") }, TestBot.Token);
        Assert.Equal("Morning · 1 Mart Paz", (await bot.Get<DigestDispatcher>().PreviewAsync(digest, TestBot.Token)).Message.Title);
        Assert.Equal("tr", (await bot.Get<DigestDispatcher>().DispatchNowAsync(digest, TestBot.Token))!.Language);
    }

    [Fact]
    public async Task A_digest_of_the_operators_own_speaks_what_that_is_set_to()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        await bot.Get<GuildSettingsStore>().WriteAsync(new GuildSettings("") { Language = UiLanguage.Find("de") }, TestBot.Token);
        var digest = await bot.AddDigestAsync();
        var message = (await bot.Get<DigestDispatcher>().PreviewAsync(digest, TestBot.Token)).Message;
        Assert.Equal(["Keine neuen Meldungen für diese Ausgabe."], message.Intro);
    }

    private static async Task TakeAsync(TestBot bot, string guid, string source, string text) => await bot.Get<ArticleIntake>().TakeAsync(
        [new IncomingArticle(1, guid, new Article("Second terminal opens at the port of Elmouth", source, new Uri($"https://example.com/{guid}"), "en", TestBot.Start, text))], TestBot.Token);
}
