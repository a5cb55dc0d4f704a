using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SummaryBot.TestDiscord;
using SummaryBot.TestDiscord.Interactions;

namespace SummaryBot.EndToEnd.Tests;

/// <summary>Somebody who has just invited the bot, on a fresh database, with no file edited.</summary>
public sealed class NewcomerTests : IAsyncLifetime
{
    /// <summary>From the invitation to the first digest.</summary>
    private const int MostInteractions = 6;

    private readonly BotFolder _folder = new();
    private readonly StringBuilder _transcript = new();
    private TestDiscordServer _discord = null!;
    private NewsSite _site = null!;
    private int _interactions;

    private string Channel => _discord.ChannelIds[1];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _site = await NewsSite.StartAsync();
        _discord = await TestDiscordServer.StartAsync(new TestDiscordOptions(), Token);
        _folder.Environment["SUMMARYBOT__DISCORD__TOKEN"] = _discord.Token;
        _folder.Environment["SUMMARYBOT__DISCORD__APIBASEADDRESS"] = _discord.ApiBaseAddress.ToString();
        _folder.Environment["SUMMARYBOT__FETCHING__ALLOWEDHOSTS"] = _site.AllowedHosts;
    }

    public async ValueTask DisposeAsync()
    {
        await _discord.DisposeAsync();
        await _site.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task From_invite_to_a_posted_first_digest_it_takes_no_more_than_six_interactions()
    {
        await using var bot = BotProcess.Start(_folder, []);
        Note("The newcomer invites the bot with its link: it is on the server.");
        _interactions++;
        await ReadyAsync(bot);
        await SetUpAsync(bot, new Dictionary<string, object> { ["channel"] = new[] { Channel }, ["source"] = _site.Home.ToString() });
        var posted = await PostedAsync(bot);
        Note($"Posted in the channel:\n{TextOf(posted)}");
        await File.WriteAllTextAsync(Path.Combine(AppContext.BaseDirectory, "newcomer.txt"), _transcript.ToString(), Token);
        TestContext.Current.TestOutputHelper!.WriteLine(_transcript.ToString());
        Assert.Contains("Harbor opens its new pier", TextOf(posted), StringComparison.Ordinal);
        Assert.All(NewsSite.Headlines, headline => Assert.Contains(headline, TextOf(posted), StringComparison.Ordinal));
        Assert.InRange(_interactions, 3, MostInteractions);
        Assert.Empty(_discord.Log.Refusals);
    }

    [Fact]
    public async Task A_channel_where_the_bot_may_not_write_is_named_with_the_link_that_repairs_it_before_anything_is_sent()
    {
        _discord.Deny(Channel, "SEND_MESSAGES", "EMBED_LINKS");
        await using var bot = BotProcess.Start(_folder, []);
        await ReadyAsync(bot);
        var form = await _discord.User.InvokeAsync("setup", new Dictionary<string, object>());
        var refused = (await _discord.User.SubmitAsync(form.InteractionId, Fields(Channel))).Message!;
        Assert.Contains("Send Messages, Embed Links", TextOf(refused), StringComparison.Ordinal);
        Assert.Contains("https://discord.com/oauth2/authorize?client_id=", refused.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty(_discord.Messages(Channel));

        var changed = await _discord.User.ClickAsync(refused["id"]!.ToString(), IdOf(refused, "Change"));
        Assert.Equal(_site.Home.ToString(), Input(changed.Modal!, "source")["value"]!.ToString());
        _discord.Deny(Channel);
        var shown = await _discord.User.SubmitAsync(changed.InteractionId, new Dictionary<string, object>()); // as it was filled in
        Assert.Contains("Harbor opens its new pier", TextOf(shown.Message!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_preview_can_be_started_after_a_restart_and_start_can_be_undone()
    {
        JsonObject asked;
        await using (var bot = BotProcess.Start(_folder, []))
        {
            await ReadyAsync(bot);
            var form = await _discord.User.InvokeAsync("setup", new Dictionary<string, object>());
            await _discord.User.SubmitAsync(form.InteractionId, Fields(Channel));
            asked = await WithButtonAsync("Start", bot);
            bot.Terminate();
            await bot.WaitAsync();
        }

        await using var again = BotProcess.Start(_folder, []);
        await Eventually.HoldsAsync(() => _discord.Gateway.Identifies == 2, () => again.Notes);
        var started = await _discord.User.ClickAsync(asked["id"]!.ToString(), IdOf(asked, "Start"));
        await PostedAsync(again);
        var undone = await _discord.User.ClickAsync(started.Message!["id"]!.ToString(), IdOf(started.Message, "Undo (10 min)"));
        Assert.Null(undone.Error);
        again.Terminate();
        await again.WaitAsync();
        Assert.Equal("[]", (await BotProcess.RunAsync(_folder, "source", "list", "--json")).Output.Trim());
        Assert.DoesNotContain("Daily digest", (await BotProcess.RunAsync(_folder, "digest", "list")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_of_feeds_is_imported_from_a_file_and_exported_again()
    {
        await using var bot = BotProcess.Start(_folder, []);
        await ReadyAsync(bot);
        var file = new SentFile("feeds.opml", Encoding.UTF8.GetBytes($"""<opml version="2.0"><body><outline text="Town" xmlUrl="{_site.Home}feed.xml"/></body></opml>"""));
        var imported = await _discord.User.InvokeAsync("source import", new Dictionary<string, object> { ["file"] = file });
        Assert.Contains("1 source added", TextOf(imported.Message!), StringComparison.Ordinal);
        var exported = await _discord.User.InvokeAsync("source export", new Dictionary<string, object>());
        Assert.Equal("sources.opml", exported.Message!["attachments"]![0]!["filename"]!.ToString());
        Assert.Contains("Town", TextOf((await _discord.User.InvokeAsync("source list", new Dictionary<string, object>())).Message!), StringComparison.Ordinal);
        Assert.Empty(_discord.Log.Refusals);
    }

    /// <summary>Fills the form in, looks at the preview, and presses Start.</summary>
    private async Task SetUpAsync(BotProcess bot, Dictionary<string, object> fields)
    {
        var opened = await DoAsync("types /setup; a form opens, filled in but for the channel and the source", () => _discord.User.InvokeAsync("setup", new Dictionary<string, object>()));
        Assert.Equal(("08:00", "Europe/London"), (Input(opened.Modal!, "time")["value"]!.ToString(), Input(opened.Modal!, "zone")["value"]!.ToString()));
        var shown = await DoAsync("chooses the channel, names the site and sends the form", () => _discord.User.SubmitAsync(opened.InteractionId, fields));
        Assert.True(shown is { Error: null, Ephemeral: true }, shown.ToString());
        Assert.Empty(_discord.Messages(Channel));
        var asked = await WithButtonAsync("Start", bot);
        Note($"The bot shows to the newcomer alone:\n{TextOf(shown.Message!)}\n{TextOf(asked)}\n{Buttons(asked)}");
        var started = await DoAsync("presses Start", () => _discord.User.ClickAsync(asked["id"]!.ToString(), IdOf(asked, "Start")));
        Assert.Null(started.Error);
        Note($"The bot answers:\n{TextOf(started.Message!)}\n{Buttons(started.Message!)}");
    }

    private Task<InteractionOutcome> DoAsync(string what, Func<Task<InteractionOutcome>> act)
    {
        Note($"{++_interactions}. The newcomer {what}.");
        return act();
    }

    private async Task ReadyAsync(BotProcess bot)
    {
        await bot.ReadyAsync();
        await Eventually.HoldsAsync(() => _discord.World.Registrations == 1, () => $"Not registered: {bot.Notes}");
    }

    private async Task<JsonObject> PostedAsync(BotProcess bot)
    {
        await Eventually.HoldsAsync(() => _discord.Messages(Channel).Count > 0, () => $"Nothing is posted: {bot.Notes}");
        return Assert.Single(_discord.Messages(Channel));
    }

    /// <summary>What the person sees with such a button; it may come behind the first answer.</summary>
    private async Task<JsonObject> WithButtonAsync(string label, BotProcess bot)
    {
        JsonObject? Find() => _discord.HandMade.SeenBy(_discord.World.UserId).LastOrDefault(it => Row(it).Any(button => button["label"]?.ToString() == label));
        await Eventually.HoldsAsync(() => Find() is not null, () => $"No button {label}: {string.Join('\n', _discord.HandMade.SeenBy(_discord.World.UserId).Select(it => it.ToJsonString()))} {bot.Notes}");
        return Find()!;
    }

    private Dictionary<string, object> Fields(string channel) => new() { ["channel"] = new[] { channel }, ["source"] = _site.Home.ToString() };

    private void Note(string line) => _transcript.AppendLine(line).AppendLine();

    private static JsonNode Input(JsonObject modal, string id) => modal["components"]!.AsArray().Select(it => it!["component"]!).Single(it => it["custom_id"]!.ToString() == id);

    private static string IdOf(JsonObject message, string label) => Row(message).Single(it => it["label"]?.ToString() == label)["custom_id"]!.ToString();

    private static string Buttons(JsonObject message) => string.Join(' ', Row(message).Select(it => $"[ {it["label"]} ]"));

    private static IEnumerable<JsonNode> Row(JsonObject message) => message["components"]!.AsArray().Where(it => it!["type"]!.GetValue<int>() == 1).SelectMany(it => it!["components"]!.AsArray()).Select(it => it!);

    /// <summary>Every text of a message, line by line.</summary>
    private static string TextOf(JsonNode? node) => node switch
    {
        JsonObject { Count: > 0 } it when it["type"] is JsonValue type && type.GetValueKind() == JsonValueKind.Number && type.GetValue<int>() == 10 => it["content"]!.ToString(),
        JsonObject it => string.Join('\n', new[] { it["content"]?.ToString() ?? "", TextOf(it["components"]) }.Where(text => text.Length > 0)),
        JsonArray list => string.Join('\n', list.Select(TextOf).Where(text => text.Length > 0)),
        _ => "",
    };
}
