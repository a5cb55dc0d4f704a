using Microsoft.Extensions.Options;
using SummaryBot.Chat;
using SummaryBot.Commands.Settings;
using SummaryBot.Commands.Shape;
using SummaryBot.Digests;
using SummaryBot.Retention;
using SummaryBot.Settings;
using SummaryBot.Undo;

namespace SummaryBot.Tests.Commands.Settings;

public sealed class SettingsCommandsTests
{
    private static readonly GivenChannel Channel = new("444444444444444444", "ops", ChannelType.Text);

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Each_setting_is_set_shown_taken_away_and_undone_to_the_same_rows(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        await bot.AskAsync("settings retention", ("days", 10L)); // there is a row before
        (string Path, (string Name, object Value) Set, string Shown)[] all =
        [
            ("settings language", ("language", "de"), "Deutsch"),
            ("settings admin-channel", ("channel", Channel), "444444444444444444"),
            ("settings brand", ("color", "#5865F2"), "#5865F2"),
            ("settings retention", ("days", 60L), "60 days"),
        ];
        foreach (var (path, set, shown) in all)
        {
            var before = await bot.RowsAsync("guild_settings");
            var reply = await bot.AskAsync(path, set);
            Assert.Null(reply.Error);
            Assert.Contains(shown, Caller.TextOf(reply), StringComparison.Ordinal);
            Assert.Contains(shown, Caller.TextOf(await bot.AskAsync(path)), StringComparison.Ordinal);
            Assert.NotEqual(before, await bot.RowsAsync("guild_settings"));
            Assert.Null((await bot.PressAsync(Assert.Single(reply.Buttons))).Error);
            Assert.Equal(before, await bot.RowsAsync("guild_settings"));
            await bot.AskAsync(path, set);
            await bot.AskAsync(path, path.EndsWith("language", StringComparison.Ordinal) ? ("language", "own") : ("reset", true));
            Assert.DoesNotContain(shown, Caller.TextOf(await bot.AskAsync(path)), StringComparison.Ordinal);
        }

        Assert.Equal("", await bot.Get<GuildSettingsStore>().ReadAsync("555555555555555555", TestBot.Token) is { Language: null, AdminChannel: null, Brand: null, RetentionDays: null } ? "" : "leaks");
    }

    [Fact]
    public async Task The_answer_to_a_new_language_is_in_it()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        Assert.Contains("Der Bot spricht hier Deutsch.", Caller.TextOf(await bot.AskAsync("settings language", ("language", "de"))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name", "Discord News")]
    [InlineData("name", "two\nlines")]
    [InlineData("avatar", "ftp://example.org/a.png")]
    [InlineData("color", "5865F2")]
    [InlineData("footer", " ")]
    public async Task A_brand_that_cannot_be_shown_is_refused_with_what_it_may_be(string key, string value)
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        var reply = await bot.AskAsync("settings brand", (key, value));
        Assert.Equal(ErrorCode.BadOption, reply.Error);
        Assert.Empty(await bot.RowsAsync("guild_settings"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_servers_brand_stands_behind_its_digests_own_and_before_what_is_configured(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        await bot.AskAsync("settings brand", ("name", "Harbor News"), ("footer", "All of it is quoted."));
        await bot.AddDigestAsync(options => (options.Guild, options.Brand) = (Caller.Guild, new BrandOptions { Footer = "Its own." }));
        await bot.AddDigestAsync(options => (options.Name, options.Guild) = ("Other", "555555555555555555"));
        var configured = new Dictionary<string, Brand>(StringComparer.Ordinal) { [Caller.Guild] = new("Configured", Color: 1) };
        var brands = new Brands(new Brand("Default", Color: 2), configured);
        var digests = (await bot.Get<DigestStore>().ListAsync(TestBot.Token)).ToDictionary(it => it.Digest.Name, it => brands.For(it.Digest), StringComparer.Ordinal);
        Assert.Equal(new Brand("Harbor News", null, 1, "Its own."), digests["Morning"]);
        Assert.Equal(new Brand("Default", null, 2), digests["Other"]);
    }

    [Fact]
    public async Task A_channel_that_the_bot_cannot_post_in_or_that_is_another_servers_is_refused_before_it_is_kept()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        foreach (var finding in new ChannelFinding[] { new ChannelFinding.Lacks("ops", Caller.Guild, ["Embed Links"]), new ChannelFinding.Gone(), new ChannelFinding.Open("ops", "555555555555555555") })
        {
            var module = new SettingsCommands(bot.Get<GuildSettingsStore>(), bot.Get<UndoLog>(), [new Inspector(finding)], bot.Get<IOptions<RetentionOptions>>());
            var reply = await module.Commands.Single(it => it.Path == "settings admin-channel").AnswerAsync(Caller.Call(options: ("channel", Channel)), TestBot.Token);
            Assert.Equal(ErrorCode.BadChannel, reply.Error);
            Assert.Empty(await bot.RowsAsync("guild_settings"));
        }
    }

    private sealed class Inspector(ChannelFinding finding) : IChannelInspector
    {
        public string Scheme => ChannelAddress.Discord;

        public Task<ChannelFinding> LookAsync(ChannelAddress channel, CancellationToken cancellationToken) => Task.FromResult(finding);
    }
}
