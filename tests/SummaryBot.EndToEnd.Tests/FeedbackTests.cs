using System.Text.Json;
using System.Text.Json.Nodes;
using SummaryBot.TestDiscord;

namespace SummaryBot.EndToEnd.Tests;

/// <summary>People press what stands below a digest, in a channel and in a forum; the bot is a process of its own.</summary>
public sealed class FeedbackTests : IAsyncLifetime
{
    private static readonly string[] Readers = ["1100000000000000031", "1100000000000000032", "1100000000000000033"];

    private readonly BotFolder _folder = new();
    private TestDiscordServer _discord = null!;

    public async ValueTask InitializeAsync()
    {
        _discord = await TestDiscordServer.StartAsync(new TestDiscordOptions(), TestContext.Current.CancellationToken);
        _folder.Environment["SUMMARYBOT__DISCORD__TOKEN"] = _discord.Token;
        _folder.Environment["SUMMARYBOT__DISCORD__APIBASEADDRESS"] = _discord.ApiBaseAddress.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        await _discord.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Readers_press_below_a_digest_that_was_posted_before_the_bot_was_started_again_and_an_admin_resets_it(bool isForum)
    {
        var channel = isForum ? _discord.World.AddChannel(_discord.World.NewId(), ChannelTypes.Forum).Id : _discord.ChannelIds[0];
        await RunAsync("article", "import", BotFolder.Seed);
        await RunAsync("digest", "add", "Morning", "--channel", channel);
        await RunAsync("digest", "send-now", "Morning");
        var edition = Assert.Single(_discord.Messages(isForum ? _discord.World.Channels.Values.Single(it => it.Thread?.ParentId == channel).Id : channel));
        await using (var bot = BotProcess.Start(_folder, []))
        {
            await Eventually.HoldsAsync(() => _discord.Gateway.Identifies == 1 && _discord.World.Registrations == 1, () => bot.Notes);
            foreach (var reader in Readers)
            {
                var ask = await ClickAsync(edition, "Not useful", reader);
                var menu = ask["components"]![1]!["components"]![0]!;
                var said = await _discord.User.ChooseAsync(ask["id"]!.GetValue<string>(), menu["custom_id"]!.GetValue<string>(), [menu["options"]![0]!["value"]!.GetValue<string>()], reader);
                Assert.True(said is { Error: null, Ephemeral: true }, said.ToString());
                Assert.Contains(reader == Readers[^1] ? "it now ranks 0.3 lower in this digest." : "its rank stays as it is", said.Message!.ToJsonString(), StringComparison.Ordinal);
            }

            Assert.Contains("Why these stories?", (await ClickAsync(edition, "Why these?", Readers[0])).ToJsonString(), StringComparison.Ordinal);
        }

        Assert.Equal("outlet\tuseful\tnot useful\tpoints\nazernews\t0\t3\t-0.3\n", (await RunAsync("digest", "feedback", "Morning")).ReplaceLineEndings("\n"));
        var (code, _, notes) = await BotProcess.RunAsync(_folder, "digest", "feedback", "Morning", "--reset", "Azernews");
        Assert.Equal(2, code);
        Assert.Contains("Add --yes to do it.", notes, StringComparison.Ordinal);
        Assert.Contains("Forgot what readers of \"Morning\" said of \"Azernews\": 3 opinions.", await RunAsync("digest", "feedback", "Morning", "--reset", "Azernews", "--yes"), StringComparison.Ordinal);
        Assert.Empty(JsonSerializer.Deserialize<JsonArray>(await RunAsync("digest", "feedback", "Morning", "--json"))!);
        Assert.Equal(isForum ? 1 : 0, _discord.Log.Refusals.Count); // nobody had said that it is a forum
    }

    private async Task<JsonObject> ClickAsync(JsonObject message, string label, string reader)
    {
        var button = message["components"]!.AsArray().Where(row => (int)row!["type"]! == 1).SelectMany(row => row!["components"]!.AsArray()).Single(it => it!["label"]?.GetValue<string>() == label);
        var outcome = await _discord.User.ClickAsync(message["id"]!.GetValue<string>(), button!["custom_id"]!.GetValue<string>(), reader);
        Assert.True(outcome is { Error: null, Deferred: true, Ephemeral: true }, outcome.ToString());
        return outcome.Message!;
    }

    private async Task<string> RunAsync(params string[] arguments)
    {
        var (code, output, notes) = await BotProcess.RunAsync(_folder, arguments);
        Assert.True(code == 0, $"{string.Join(' ', arguments)}: {notes}");
        return output;
    }
}
