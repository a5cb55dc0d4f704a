using System.Text.RegularExpressions;
using Dapper;
using Microsoft.Data.Sqlite;
using SummaryBot.TestDiscord;

namespace SummaryBot.EndToEnd.Tests;

/// <summary>The bot as a process of its own against TestDiscord.</summary>
public sealed class DiscordTests : IAsyncLifetime
{
    private readonly BotFolder _folder = new();
    private TestDiscordServer _discord = null!;

    private string Channel => _discord.ChannelIds[0];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _discord = await TestDiscordServer.StartAsync(new TestDiscordOptions(), Token);
        _folder.Environment["SUMMARYBOT__DISCORD__TOKEN"] = _discord.Token;
        _folder.Environment["SUMMARYBOT__DISCORD__APIBASEADDRESS"] = _discord.ApiBaseAddress.ToString();
        _folder.Environment["SUMMARYBOT__ARTICLES__SEEDS"] = Path.GetDirectoryName(BotFolder.Seed)!;
    }

    public async ValueTask DisposeAsync()
    {
        await _discord.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_bot_logs_in_registers_once_and_answers_the_summary_of_the_seed()
    {
        await using (var bot = BotProcess.Start(_folder, []))
        {
            await ReadyAsync(bot);
            var suggestions = await _discord.User.AutocompleteAsync("summary", "article", "isra");
            var id = Assert.Single(suggestions.Choices!)!["value"]!.GetValue<string>();
            var answer = await _discord.User.InvokeAsync("summary", new Dictionary<string, object> { ["article"] = id });
            Assert.Null(answer.Error);
            Assert.True(answer is { Deferred: true, Ephemeral: true, FirstResponseMs: < 1000, FinalMs: < 3000 }, answer.ToString());
            var text = answer.Message!.ToJsonString();
            Assert.Contains("3 of 14 sentences", text, StringComparison.Ordinal);
            Assert.Contains("1680177420", text, StringComparison.Ordinal);
            bot.Terminate();
            await bot.WaitAsync();
        }

        await using var again = BotProcess.Start(_folder, []);
        await Eventually.HoldsAsync(() => _discord.Gateway.Identifies == 2, () => again.Notes);
        await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, Token);
        Assert.Equal(1, _discord.World.Registrations);
        Assert.Empty(_discord.Log.Refusals);
    }

    [Fact]
    public async Task Buttons_of_a_message_sent_before_a_restart_still_work_and_only_for_their_owner()
    {
        string message, button;
        await using (var bot = BotProcess.Start(_folder, []))
        {
            await ReadyAsync(bot);
            var answer = await _discord.User.InvokeAsync(
                "summary",
                new Dictionary<string,
                object>
                { ["article"] = "Herzog", ["show"] = true });
            Assert.False(answer.Ephemeral);
            message = answer.Message!["id"]!.GetValue<string>();
            button = answer.Message["components"]![1]!["components"]![1]!["custom_id"]!.GetValue<string>();
        }

        await using var again = BotProcess.Start(_folder, []);
        await Eventually.HoldsAsync(() => _discord.Gateway.Identifies == 2, () => again.Notes);
        var other = await _discord.User.ClickAsync(message, button, userId: "1100000000009999999");
        Assert.True(other.Ephemeral);
        Assert.Contains("somebody else", other.Message!["content"]!.GetValue<string>(), StringComparison.Ordinal);
        var longer = await _discord.User.ClickAsync(message, button);
        Assert.Null(longer.Error);
        Assert.Contains("6 of 14 sentences", longer.Message!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_summary_about_something_shows_what_answers_and_its_buttons_remember_the_question()
    {
        await using var bot = BotProcess.Start(_folder, []);
        await ReadyAsync(bot);
        var answer = await _discord.User.InvokeAsync("summary", new Dictionary<string, object> { ["article"] = "Herzog", ["about"] = "trade: what of it?" });
        Assert.Contains("the opening of trade and tourism representations", answer.Message!.ToJsonString(), StringComparison.Ordinal);
        var buttons = answer.Message["components"]![1]!["components"]!.AsArray().Select(button => button!["custom_id"]!.GetValue<string>()).ToList();
        var longer = await _discord.User.ClickAsync(answer.Message["id"]!.GetValue<string>(), buttons[^1]);
        Assert.Contains("the opening of trade and tourism representations", longer.Message!.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("mine threat", longer.Message.ToJsonString(), StringComparison.Ordinal);
        var none = await _discord.User.InvokeAsync("summary", new Dictionary<string, object> { ["article"] = "Herzog", ["about"] = "penguins" });
        Assert.Contains("No sentence is about", none.Message!.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty(_discord.Log.Refusals);
    }

    [Fact]
    public async Task Why_these_is_answered_after_a_restart_to_whoever_asks_and_to_nobody_else()
    {
        string message, button;
        await using (var bot = BotProcess.Start(_folder, []))
        {
            await ReadyAsync(bot);
            var options = new Dictionary<string, object> { ["article"] = "Herzog", ["show"] = true, ["sentences"] = 4 };
            var answer = await _discord.User.InvokeAsync("summary", options);
            message = answer.Message!["id"]!.GetValue<string>();
            button = answer.Message["components"]![1]!["components"]!.AsArray().Single(it => it!["label"]!.GetValue<string>() == "Why these?")!["custom_id"]!.GetValue<string>();
        }

        await using var again = BotProcess.Start(_folder, []);
        await Eventually.HoldsAsync(() => _discord.Gateway.Identifies == 2, () => again.Notes);
        var why = await _discord.User.ClickAsync(message, button, userId: "1100000000009999999");
        Assert.Null(why.Error);
        Assert.True(why is { Deferred: true, Ephemeral: true }, why.ToString());
        Assert.NotEqual(message, why.Message!["id"]!.GetValue<string>());
        var text = string.Join('\n', why.Message["components"]![0]!["components"]!.AsArray().Select(it => it!["content"]!.GetValue<string>()));
        Assert.Equal(4, text.Split('\n').Count(line => Regex.IsMatch(line, @"^S\d+ 0\.\d\d \w+", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)));
        Assert.Empty(_discord.Log.Refusals);
    }

    [Theory]
    [InlineData("digests.dispatch:start")]
    [InlineData("editions.record:start")]
    [InlineData("editions.record:stop")]
    [InlineData("digests.dispatch:stop")]
    [InlineData("outbox.claim:start")]
    [InlineData("outbox.claim:stop")]
    [InlineData("outbox.send:start")]
    [InlineData("outbox.send:stop")]
    [InlineData("outbox.record:start")]
    [InlineData("outbox.record:stop")]
    public async Task Killed_at_any_moment_and_started_again_the_bot_posts_the_due_edition_exactly_once(string moment)
    {
        await AddDueDigestAsync();
        var hook = new Dictionary<string, string> { ["KILL_AT"] = moment, ["DOTNET_STARTUP_HOOKS"] = typeof(DiscordTests).Assembly.Location };
        await using (var killed = BotProcess.Start(_folder, [], hook))
        {
            await killed.WaitAsync();
            Assert.Equal(137, killed.ExitCode); // 128 + SIGKILL
        }

        await using var bot = BotProcess.Start(_folder, []);
        await Eventually.HoldsAsync(() => Sent() == 1, () => $"Not sent: {bot.Notes}");
        await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, Token); // a second message would come by now
        Assert.Single(_discord.Messages(Channel));
        Assert.Equal(1, Sent());
    }

    [Fact]
    public async Task A_bot_that_is_told_to_stop_while_Discord_is_slow_ends_in_time_and_posts_once_in_the_end()
    {
        await AddDueDigestAsync();
        _discord.Faults.Add(new TestDiscord.Faults.FaultRule("POST /channels/*/messages", "slow", Count: 1, DelayMs: 8000));
        await using (var bot = BotProcess.Start(_folder, []))
        {
            await Eventually.HoldsAsync(
                () => _discord.Log.Entries.Any(entry => entry is { Method: "POST", Fault: "slow" }),
                () => bot.Notes);
            bot.Terminate();
            var watch = System.Diagnostics.Stopwatch.StartNew();
            await bot.WaitAsync();
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"It took {watch.Elapsed}: {bot.Notes}");
        }

        await using var again = BotProcess.Start(_folder, []);
        await Eventually.HoldsAsync(() => Sent() == 1, () => again.Notes);
        await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, Token);
        Assert.Single(_discord.Messages(Channel));
    }

    [Fact]
    public async Task A_refused_edition_is_listed_with_the_missing_permission_and_a_wrong_token_with_its_remedy()
    {
        await AddDueDigestAsync();
        _discord.Deny(Channel, "SEND_MESSAGES");
        var once = await BotProcess.RunAsync(_folder, "run", "--once");
        Assert.Equal(1, once.Code);
        Assert.Contains("give it there Send Messages.", once.Notes, StringComparison.Ordinal);
        Assert.Contains("ok    discord: the bot sees channel", (await BotProcess.RunAsync(_folder, "doctor")).Output, StringComparison.Ordinal);
        _folder.Environment["SUMMARYBOT__DISCORD__TOKEN"] = "a-token-that-nobody-knows";
        var doctor = await BotProcess.RunAsync(_folder, "doctor");
        Assert.Equal(1, doctor.Code);
        Assert.Contains("FAIL  discord: users/@me: Discord does not know the token", doctor.Output, StringComparison.Ordinal);
        await using var bot = BotProcess.Start(_folder, []);
        await Eventually.HoldsAsync(
            () => bot.Notes.Contains("copy it again from the developer portal", StringComparison.Ordinal), () => bot.Notes);
        using var http = new HttpClient(new SocketsHttpHandler());
        using var ready = await http.GetAsync(new Uri(await bot.ReadyAsync(), "/health/ready"), Token);
        Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.DoesNotContain(
            "a-token-that-nobody-knows", bot.Notes + await ready.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    /// <summary>Blocked channels are tried every minute; this does not wait so long.</summary>
    [Fact]
    public async Task A_waiting_edition_goes_out_when_Discord_tells_that_the_permission_is_back()
    {
        await AddDueDigestAsync();
        _discord.Deny(Channel, "SEND_MESSAGES");
        await using var bot = BotProcess.Start(_folder, []);
        await ReadyAsync(bot);
        await Eventually.HoldsAsync(() => bot.Notes.Contains("give it there Send Messages.", StringComparison.Ordinal), () => bot.Notes);
        _discord.Deny(Channel);
        await Eventually.HoldsAsync(() => Sent() == 1, () => bot.Notes);
        Assert.Single(_discord.Messages(Channel));
    }

    private async Task ReadyAsync(BotProcess bot)
    {
        await bot.ReadyAsync();
        await Eventually.HoldsAsync(() => _discord.World.Registrations == 1, () => $"Not registered: {bot.Notes}");
    }

    /// <summary>A digest whose time came three minutes ago, while the bot was down.</summary>
    private async Task AddDueDigestAsync()
    {
        await BotProcess.RunAsync(_folder, "article", "import", BotFolder.Seed);
        Assert.Equal(0, (await BotProcess.RunAsync(_folder, "digest", "add", "Due", "--channel", Channel)).Code);
        await using var connection = new SqliteConnection($"Data Source={_folder.Database};Pooling=False");
        var due = DateTimeOffset.FromUnixTimeMilliseconds(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()).AddMinutes(-3);
        await connection.ExecuteAsync(
            "UPDATE digests SET next_due_at = @at, next_due_local = @local", new { at = due.ToUnixTimeMilliseconds(), local = due.ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture) });
    }

    private long Sent()
    {
        using var connection = new SqliteConnection($"Data Source={_folder.Database};Pooling=False");
        return connection.ExecuteScalar<long>("SELECT count(*) FROM deliveries WHERE state = 'sent'");
    }
}
