using System.Text.Json.Nodes;
using SummaryBot.Discord.Interactions;
using SummaryBot.TestDiscord.Interactions;

namespace SummaryBot.Discord.Tests.Interactions;

/// <summary>"Summarise links" on a message of somebody.</summary>
public sealed class LinksTests : IAsyncLifetime
{
    private InteractionFixture _bot = null!;

    public async ValueTask InitializeAsync()
    {
        _bot = await InteractionFixture.StartAsync();
        await _bot.AddArticleAsync("Harbor opens", "https://example.com/harbor");
        await _bot.AddArticleAsync("Crane falls", "https://example.com/crane");
        await _bot.AddArticleAsync("Band plays", "https://example.com/band");
    }

    public async ValueTask DisposeAsync()
    {
        Assert.Empty(_bot.Server.Log.Refusals);
        Assert.Empty(_bot.Hand.SeenBy("1100000000009999999")); // nobody else sees any of it
        await _bot.DisposeAsync();
    }

    [Fact]
    public async Task Three_links_give_three_private_summaries()
    {
        await ChooseAsync("<https://example.com/harbor>, [crane](https://example.com/crane) and https://example.com/band.");
        var list = _bot.Last();
        var values = list["components"]![1]!["components"]![0]!["options"]!.AsArray().Select(option => option!["value"]!.GetValue<string>()).ToArray();
        Assert.Equal(3, values.Length);
        _bot.Restart();
        await _bot.UseAsync(list, InteractionFixture.IdOf(list, "Summarize…")!, values: values);
        var cards = _bot.Hand.SeenBy(_bot.User).Skip(1).Select(card => card.ToJsonString()).ToList();
        Assert.Equal(3, cards.Count);
        Assert.All(new[] { "Harbor opens", "Crane falls", "Band plays" }, headline => Assert.Contains(cards, card => card.Contains(headline, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task One_stored_link_gives_its_summary_at_once_and_the_others_are_named_with_the_next_step()
    {
        await ChooseAsync("https://example.com/harbor?x=1 https://example.com/crane");
        var (card, missing) = (_bot.Hand.SeenBy(_bot.User)[0].ToJsonString(), _bot.Last().ToJsonString());
        Assert.Contains("Crane falls", card, StringComparison.Ordinal);
        Assert.Contains("Not stored here", missing, StringComparison.Ordinal);
        Assert.Contains("harbor?x=1", missing, StringComparison.Ordinal);
        Assert.Contains("article import", missing, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.org/unknown", "Not stored here")]
    [InlineData("no links", "has no links")]
    public async Task Where_nothing_is_stored_the_answer_says_so(string content, string said)
    {
        await ChooseAsync(content);
        Assert.Contains(said, Assert.Single(_bot.Hand.SeenBy(_bot.User)).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Long_and_odd_links_are_shown_as_they_are_and_taken_by_Discord()
    {
        await ChooseAsync(string.Join(' ', Enumerable.Range(0, 7).Select(i => $"https://example.org/{i}/{new string('@', 500)}*_`")));
        Assert.Empty(_bot.Server.World.Pings);
        Assert.Contains("Not stored here", _bot.Last().ToJsonString(), StringComparison.Ordinal);
    }

    private Task<JsonObject> ChooseAsync(string content) => _bot.TakeAsync(_bot.Hand.Make(HandMade.Command, new JsonObject
    {
        ["id"] = "1",
        ["name"] = LinksInteraction.Name,
        ["type"] = 3,
        ["target_id"] = "1100000000000000009",
        ["resolved"] = new JsonObject { ["messages"] = new JsonObject { ["1100000000000000009"] = new JsonObject { ["id"] = "1100000000000000009", ["content"] = content, ["embeds"] = new JsonArray() } } },
    }));
}
