using System.Text.Json.Nodes;
using SummaryBot.Discord.Interactions;
using SummaryBot.Discord.Interactions.Commands;

namespace SummaryBot.Discord.Tests.Interactions;

/// <summary>Cards and their buttons: private by default, shared only on purpose, alive after a restart.</summary>
public sealed class CardTests : IAsyncLifetime
{
    private const string Somebody = "1100000000009999999";
    private static readonly string Writing = $"{PermissionBits.ViewChannel | PermissionBits.SendMessages}";
    private InteractionFixture _bot = null!;
    private string _article = "";

    public async ValueTask InitializeAsync()
    {
        _bot = await InteractionFixture.StartAsync();
        _article = await _bot.AddArticleAsync("Harbor opens", "https://example.com/harbor");
    }

    public async ValueTask DisposeAsync()
    {
        Assert.Empty(_bot.Server.Log.Refusals);
        await _bot.DisposeAsync();
    }

    [Fact]
    public async Task A_card_is_private_until_it_is_shared()
    {
        var card = await SummaryAsync();
        Assert.Empty(_bot.Hand.SeenBy(Somebody));
        await _bot.UseAsync(card, Id(card, "Share here"));
        var shared = Assert.Single(_bot.Hand.SeenBy(Somebody));
        Assert.Equal(Texts(card), Texts(shared));
        Assert.Null(InteractionFixture.IdOf(shared, "Share here"));
        Assert.Contains("https://example.com/harbor", shared["components"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_shown_to_everybody_has_no_button_to_share_it()
    {
        var card = await SummaryAsync(null, (CommandInteractions.Show, InteractionOptions.TruthType, true));
        Assert.NotEmpty(_bot.Hand.SeenBy(Somebody));
        Assert.Null(InteractionFixture.IdOf(card, "Share here"));
    }

    [Theory]
    [InlineData("0", 0, false)]
    [InlineData("3072", 0, true)] // view, send
    [InlineData("3072", 11, false)] // in a thread another permission counts
    [InlineData("274877907968", 11, true)]
    [InlineData("8", 0, true)] // administrator
    public async Task Only_who_may_write_here_may_share(string permissions, int channelType, bool may)
    {
        var card = await SummaryAsync(json => (json["member"]!["permissions"], json["channel"]!["type"]) = (permissions, channelType));
        Assert.Equal(may, InteractionFixture.IdOf(card, "Share here") is not null);
    }

    [Fact]
    public async Task Who_lost_the_right_to_write_cannot_share_with_a_button_of_before()
    {
        var card = await SummaryAsync();
        await _bot.UseAsync(card, Id(card, "Share here"), json => json["member"]!["permissions"] = "1024");
        Assert.Empty(_bot.Hand.SeenBy(Somebody));
        Assert.Contains("may not write in this channel", _bot.Last()["content"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("was refused", _bot.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Buttons_of_a_message_sent_before_a_restart_still_work_and_for_nobody_else()
    {
        var card = await SummaryAsync(null, (CommandInteractions.Show, InteractionOptions.TruthType, true));
        _bot.Restart();
        await _bot.UseAsync(card, Id(card, "Longer"), userId: Somebody);
        Assert.Equal(Texts(card), Texts(_bot.Hand.SeenBy(_bot.User)[0]));
        Assert.Contains("belong to somebody else", _bot.Last(Somebody)["content"]!.GetValue<string>(), StringComparison.Ordinal);
        await _bot.UseAsync(card, Id(card, "Longer"));
        var longer = _bot.Hand.SeenBy(_bot.User)[0];
        Assert.True(Texts(longer).Sum(text => text.Length) > Texts(card).Sum(text => text.Length));
    }

    [Fact]
    public async Task A_private_card_stays_private_and_shareable_when_it_changes()
    {
        var card = await SummaryAsync(json => json["member"]!["permissions"] = Writing);
        await _bot.UseAsync(card, Id(card, "Longer"), json => json["member"]!["permissions"] = Writing);
        Assert.NotNull(InteractionFixture.IdOf(_bot.Last(), "Share here"));
        Assert.Empty(_bot.Hand.SeenBy(Somebody));
    }

    [Fact]
    public async Task An_address_instead_of_words_finds_the_article()
    {
        await _bot.CommandAsync("summary", null, ("article", InteractionOptions.TextType, "https://example.com/harbor#top"));
        Assert.Contains("Harbor opens", Texts(_bot.Last())[0], StringComparison.Ordinal);
    }

    private async Task<JsonObject> SummaryAsync(Action<JsonObject>? change = null, params (string Name, int Type, JsonNode Value)[] more)
    {
        await _bot.CommandAsync("summary", change, [("article", InteractionOptions.TextType, _article), ("length", InteractionOptions.TextType, "short"), .. more]);
        return _bot.Last();
    }

    private static string Id(JsonObject message, string label) => InteractionFixture.IdOf(message, label)!;

    private static List<string> Texts(JsonObject message) =>
        [.. message["components"]![0]!["components"]!.AsArray().Select(text => text!["content"]!.GetValue<string>())];
}
