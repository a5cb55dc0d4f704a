using System.Text;
using CsCheck;
using SummaryBot.Chat;
using SummaryBot.Commands.Settings;
using SummaryBot.Commands.Shape;
using SummaryBot.Digests;
using SummaryBot.Digests.Kinds;
using SummaryBot.Settings.Backups;
using SummaryBot.Sources;

namespace SummaryBot.Tests.Commands.Settings;

public sealed class BackupTests
{
    private static readonly string[] Tables =
        ["guild_settings", "subscriptions", "digests", "editions", "edition_articles", "deliveries", "message_changes", "feedback", "urgent_waiting", "shown_by_deleted"];

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_server_is_set_up_again_as_the_file_says_and_undone_to_the_same_rows(string kind)
    {
        await using var bot = await ServerAsync(kind);
        var file = await BackupAsync(bot);
        var first = await BackupAsync(bot);
        await ChangeAllAsync(bot);
        var before = await bot.RowsAsync(Tables);
        var shown = await SendInAsync(bot, file);
        var text = Caller.TextOf(shown);
        Assert.Contains("Sources: 1 added: Harbor", text, StringComparison.Ordinal);
        Assert.Contains("Sources: 1 changed: Town", text, StringComparison.Ordinal);
        Assert.Contains("Sources: 1 removed: Late", text, StringComparison.Ordinal);
        Assert.Contains("Digests: 1 added: Evening", text, StringComparison.Ordinal);
        Assert.Contains("Digests: 1 changed: Morning", text, StringComparison.Ordinal);
        Assert.Contains("Digests: 1 removed: New", text, StringComparison.Ordinal);
        Assert.Contains("Settings: 1 changed: the language", text, StringComparison.Ordinal);
        Assert.Equal(before, await bot.RowsAsync(Tables)); // a look changes nothing

        var done = await bot.PressAsync(shown.Buttons[0]);
        Assert.Equal("Restored: 2 added, 3 changed, 2 removed.", Caller.TextOf(done));
        Assert.Equal(Encoding.UTF8.GetString(first), Encoding.UTF8.GetString(await BackupAsync(bot)));
        Assert.Equal("This server is as the file says already: nothing would change.", Caller.TextOf(await SendInAsync(bot, file)));

        Assert.Null((await bot.PressAsync(Assert.Single(done.Buttons))).Error);
        Assert.Equal(before, await bot.RowsAsync(Tables));
    }

    [Fact]
    public async Task A_backup_holds_no_keys_no_persons_and_nothing_of_others()
    {
        await using var bot = await ServerAsync("SQLite");
        await bot.AddDigestAsync(options => (options.Name, options.Guild, options.Channel) = ("Hook", Caller.Guild, "webhook:123456789012345678/a-secret-token-of-a-webhook"));
        await bot.AddDigestAsync(options => (options.Name, options.Guild) = ("Foreign", "555555555555555555"));
        await bot.Get<SubscriptionStore>().AddAsync(new NewSubscription(SourceKind.Feed, new Uri("https://sam:hush@news.example/x"), "Keyed") { Guild = Caller.Guild }, TestBot.Token);
        await bot.Get<Following>().AddAsync(new FollowRequest(Caller.User, ["trade"]) { Guild = Caller.Guild }, TestBot.Token);
        var reply = await bot.AskAsync("settings backup");
        var text = Encoding.UTF8.GetString(reply.File!.Content.Span);
        Assert.All(new[] { "a-secret", "hush", "Foreign", Caller.User, "trade", Caller.Guild }, it => Assert.DoesNotContain(it, text, StringComparison.Ordinal));
        Assert.Contains("Keyed, Hook", Caller.TextOf(reply), StringComparison.Ordinal);
        var before = await bot.RowsAsync(Tables);
        Assert.Equal("This server is as the file says already: nothing would change.", Caller.TextOf(await SendInAsync(bot, reply.File.Content.ToArray())));
        Assert.Equal(before, await bot.RowsAsync(Tables));
    }

    [Fact]
    public async Task A_file_that_would_post_in_another_servers_channel_is_refused()
    {
        await using var bot = await ServerAsync("SQLite");
        var file = await BackupAsync(bot);
        foreach (var (from, to) in new[] { ("123456789012345678", "666666666666666666"), ("discord:123456789012345678", "file:/tmp/out"), ("discord:123456789012345678", "console") })
        {
            var forged = Forge(file, content => content.Replace(from, to, StringComparison.Ordinal));
            var reply = await SendInAsync(bot, forged);
            Assert.Equal(ErrorCode.BadBackup, reply.Error);
            Assert.Contains("not one of this server", Caller.TextOf(reply), StringComparison.Ordinal);
        }

        var moved = Forge(file, content => content.Replace("discord:123456789012345678", "discord:777777777777777777", StringComparison.Ordinal));
        await bot.Get<OutboxStore>().LearnGuildAsync(Caller.Guild, [ChannelAddress.TryParse("777777777777777777")!, ChannelAddress.TryParse(TestChat.Channel)!], TestBot.Token);
        Assert.Null((await SendInAsync(bot, moved)).Error); // its own
    }

    [Theory]
    [InlineData("\"summarybot\": 1", "\"summarybot\": 2", "version 2 is not known")]
    [InlineData("\"summarybot\": 1", "\"summarybot\": \"1\"", "not such a file")]
    [InlineData("Harbor", "Hacked", "checksum is wrong")]
    [InlineData("{\n\"summarybot\"", "[\n\"summarybot\"", "not such a file")]
    public async Task A_damaged_file_is_refused_with_the_reason(string from, string to, string reason)
    {
        await using var bot = await ServerAsync("SQLite");
        var text = Encoding.UTF8.GetString(await BackupAsync(bot)).Replace(from, to, StringComparison.Ordinal);
        await RefusedAsync(bot, Encoding.UTF8.GetBytes(text), reason);
    }

    [Theory]
    [InlineData("\"name\": \"Harbor\"", "\"name\": \"Town\"", "twice")]
    [InlineData("\"name\": \"Harbor\"", "\"name\": null", "not such a file")]
    [InlineData("\"name\": \"Harbor\"", "\"name\": \"\"", "not valid")]
    [InlineData("\"name\": \"Harbor\"", "\"name\": \"Harbor\", \"name\": \"Other\"", "not such a file")]
    [InlineData("\"name\": \"Harbor\"", "\"name\": \"Harbor\", \"guild\": \"555555555555555555\"", "not such a file")]
    [InlineData("https://news.example/harbor", "javascript:alert(1)", "not valid")]
    [InlineData("https://news.example/harbor", "https://sam:hush@news.example/harbor", "not valid")]
    [InlineData("\"paused\": false", "\"paused\": \"no\"", "not such a file")]
    [InlineData("\"maxStories\": 8", "\"maxStories\": 800", "not valid")]
    [InlineData("\"08:00\"", "null", "not such a file")]
    [InlineData("\"guild\": \"\"", "\"guild\": \"555555555555555555\"", "not valid")]
    [InlineData("\"kind\": \"normal\"", "\"kind\": \"personal\"", "")]
    public async Task A_forged_file_with_a_right_checksum_is_checked_as_a_command_would_be(string from, string to, string reason)
    {
        await using var bot = await ServerAsync("SQLite");
        var file = await BackupAsync(bot);
        Assert.Contains(from, Encoding.UTF8.GetString(file), StringComparison.Ordinal);
        await RefusedAsync(bot, Forge(file, content => content.Replace(from, to, StringComparison.Ordinal)), reason);
    }

    [Fact]
    public async Task Deep_long_and_empty_files_are_refused()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        await RefusedAsync(bot, Encoding.UTF8.GetBytes(new string('[', 100_000)), "not such a file");
        await RefusedAsync(bot, new byte[BackupFile.MaxBytes + 1], "larger than 1 MiB");
        await RefusedAsync(bot, [], "not such a file");
    }

    [Fact]
    public void No_bytes_at_all_make_the_reader_fail_or_pass() => Gen.Byte.Array[0, 200].Sample(
        bytes => Assert.IsType<BackupReadResult.Faulty>(BackupFile.Read(bytes)));

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task An_offer_is_for_whoever_sent_it_once_within_an_hour(string kind)
    {
        await using var bot = await ServerAsync(kind);
        var file = await BackupAsync(bot);
        await ChangeAllAsync(bot);
        var before = await bot.RowsAsync(Tables);
        var offer = (await SendInAsync(bot, file)).Buttons;
        Assert.Equal(ErrorCode.DraftGone, (await bot.PressAsync(offer[0], Caller.Call(user: "888888888888888888"))).Error);
        Assert.Equal(ErrorCode.DraftGone, (await bot.PressAsync(offer[0], Caller.Call(guild: "555555555555555555"))).Error);
        bot.Time.Advance(RestoreDrafts.Kept);
        Assert.Equal(ErrorCode.DraftGone, (await bot.PressAsync(offer[0])).Error);
        offer = (await SendInAsync(bot, file)).Buttons;
        Assert.Equal("Nothing was changed.", Caller.TextOf(await bot.PressAsync(offer[1])));
        Assert.Equal(ErrorCode.DraftGone, (await bot.PressAsync(offer[0])).Error);
        Assert.Equal(before, await bot.RowsAsync(Tables));
        Assert.Empty(await bot.RowsAsync("restore_drafts"));
        offer = (await SendInAsync(bot, file)).Buttons;
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => bot.PressAsync(offer[0]))); // twice at once
        Assert.Single(both, it => it.Error is null);
    }

    private static async Task<TestBot> ServerAsync(string kind)
    {
        var bot = await TestBot.StartAsync(kind);
        await bot.AskAsync("settings brand", ("name", "Harbor News"));
        await SubscribeAsync(bot, "Harbor");
        await SubscribeAsync(bot, "Town");
        await bot.AddDigestAsync(options =>
        {
            options.Guild = Caller.Guild;
            options.Editing.Filters.Add(new FilterOptions { Id = 1, Value = "port" });
        });
        await bot.AddDigestAsync(options => (options.Name, options.Guild) = ("Evening", Caller.Guild));
        return bot;
    }

    /// <summary>Adds, changes and removes one of each; what is new has a history.</summary>
    private static async Task ChangeAllAsync(TestBot bot)
    {
        await bot.AskAsync("settings language", ("language", "en"));
        var store = bot.Get<SubscriptionStore>();
        await store.RemoveAsync((await store.FindAsync(Caller.Guild, "Harbor", TestBot.Token))!.Id, TestBot.Token);
        await store.PauseAsync((await store.FindAsync(Caller.Guild, "Town", TestBot.Token))!.Id, TestBot.Token);
        await SubscribeAsync(bot, "Late");
        var digests = await bot.Get<DigestStore>().ListAsync(TestBot.Token);
        await bot.Get<DigestStore>().DeleteAsync(digests.Single(it => it.Digest.Name == "Evening").Id, TestBot.Token);
        await bot.Get<DigestStore>().ChangeAsync(digests.Single(it => it.Digest.Name == "Morning").Id, it => it with { MaxStories = 3 }, TestBot.Token);
        await bot.AddDigestAsync(options => (options.Name, options.Guild) = ("New", Caller.Guild));
        await bot.AddArticleAsync("The harbor opened on Monday. Ships came from three countries. The mayor spoke for an hour. Nobody was hurt. The band played.");
        bot.Time.SetUtcNow(TestBot.Start.AddHours(1));
        await bot.Get<DigestDispatcher>().DispatchDueAsync(TestBot.Token);
        await bot.Get<Outbox>().DrainAsync(TestBot.Token);
        Assert.Contains("deliveries", await bot.RowsAsync("deliveries"), StringComparison.Ordinal);
    }

    private static Task<SubscribeResult> SubscribeAsync(TestBot bot, string name) => bot.Get<SubscriptionStore>().AddAsync(
        new NewSubscription(SourceKind.Feed, new Uri($"https://news.example/{char.ToLowerInvariant(name[0])}{name[1..]}"), name) { Guild = Caller.Guild }, TestBot.Token);

    private static async Task<byte[]> BackupAsync(TestBot bot) => (await bot.AskAsync("settings backup")).File!.Content.ToArray();

    private static Task<Reply> SendInAsync(TestBot bot, byte[] file) => bot.AskAsync(
        "settings restore", (BackupCommands.File, new GivenFile("backup.json", file.Length, (most, _) => Task.FromResult(file.Length > most ? null : file))));

    private static async Task RefusedAsync(TestBot bot, byte[] file, string reason)
    {
        var before = await bot.RowsAsync(Tables);
        var reply = await SendInAsync(bot, file);
        Assert.Equal(ErrorCode.BadBackup, reply.Error);
        Assert.Contains(reason, Caller.TextOf(reply), StringComparison.Ordinal);
        Assert.Empty(reply.Buttons);
        Assert.Equal(before, await bot.RowsAsync(Tables));
    }

    /// <summary>Changes the content and makes the checksum right again.</summary>
    private static byte[] Forge(byte[] file, Func<string, string> change)
    {
        var text = Encoding.UTF8.GetString(file);
        var start = text.IndexOf("\"content\": ", StringComparison.Ordinal) + "\"content\": ".Length;
        var content = change(text[start..text.LastIndexOf("\n}", StringComparison.Ordinal)]);
        var sum = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(content)));
        return Encoding.UTF8.GetBytes($"{{\"summarybot\": 1, \"checksum\": \"sha256:{sum}\", \"content\": {content}\n}}");
    }
}
