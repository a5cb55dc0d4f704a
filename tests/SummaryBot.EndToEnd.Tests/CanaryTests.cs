using SummaryBot.TestDiscord;

namespace SummaryBot.EndToEnd.Tests;

/// <summary>A secret that got into every place it may get into comes out of none.</summary>
public sealed class CanaryTests : IDisposable
{
    private const string Canary = "canary-Zx81-do-not-show";
    private readonly BotFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public async Task No_log_message_or_health_answer_holds_the_token(string format)
    {
        await using var discord = await TestDiscordServer.StartAsync(new TestDiscordOptions(), TestContext.Current.CancellationToken);
        var folder = _folder.Environment;
        folder["SUMMARYBOT__DISCORD__TOKEN"] = Canary;
        folder["SUMMARYBOT__DISCORD__APIBASEADDRESS"] = $"http://user:{Canary}@127.0.0.1:{discord.Address.Port}/api/v10/";
        folder["SUMMARYBOT__LOGS__LEVEL"] = "trace";
        folder["SUMMARYBOT__LOGS__FORMAT"] = format;
        folder["SUMMARYBOT__DIGESTS__0__NAME"] = $"News {Canary}";
        folder["SUMMARYBOT__DIGESTS__0__CHANNEL"] = discord.ChannelIds[0];
        folder["SUMMARYBOT__DIGESTS__0__TIMES__0"] = "08:00";
        await using var bot = BotProcess.Start(_folder, []);
        var health = await bot.ReadyAsync();
        using var http = new HttpClient(new SocketsHttpHandler());
        await Eventually.HoldsAsync(() => bot.Notes.Contains("No commands from Discord", StringComparison.Ordinal), () => bot.Notes);
        using var ready = await http.GetAsync(new Uri(health, "/health/ready"), TestContext.Current.CancellationToken);
        var shown = bot.Output + bot.Notes + await ready.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(Canary, shown, StringComparison.OrdinalIgnoreCase);
        folder["SUMMARYBOT__DISCORD__TOKEN"] = discord.Token;
        folder["SUMMARYBOT__STORAGE__SQLITEPATH"] = "other.db";
        folder["SUMMARYBOT__DISCORD__APIBASEADDRESS"] = $"{discord.ApiBaseAddress}?key={Canary}";
        Assert.Equal(0, (await BotProcess.RunAsync(_folder, "article", "import", BotFolder.Seed)).Code);
        Assert.Equal(0, (await BotProcess.RunAsync(_folder, "digest", "add", $"News {Canary}", "--channel", discord.ChannelIds[0])).Code);
        Assert.Equal(0, (await BotProcess.RunAsync(_folder, "digest", "send-now", $"News {Canary}")).Code);
        Assert.DoesNotContain(
            Canary, Assert.Single(discord.Messages(discord.ChannelIds[0])).ToJsonString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("canary-Zx81", (await BotProcess.RunAsync(_folder, "doctor")).Output, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_token_in_the_configuration_file_is_refused_without_being_shown()
    {
        var file = _folder.Write("bad.json", $$"""{"discord": {"token": "{{Canary}}" }, "storage": {"postgreSql": "Host=nowhere;Password={{Canary}}" }, "logs": {"level": "{{Canary}}" } }""");
        var result = await BotProcess.RunAsync(_folder, "run", "--once", "--config", file);
        Assert.Equal(2, result.Code);
        Assert.Contains("does not belong in the configuration file", result.Notes, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, result.Notes + result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exception_does_not_show_the_password_of_the_database()
    {
        _folder.Environment["SUMMARYBOT__STORAGE__POSTGRESQL"] = $"Host=127.0.0.1;Port=1;Username=u;Password={Canary}";
        var result = await BotProcess.RunAsync(_folder, "run", "--once");
        Assert.Equal(1, result.Code);
        Assert.DoesNotContain(Canary, result.Notes + result.Output, StringComparison.Ordinal);
    }
}
