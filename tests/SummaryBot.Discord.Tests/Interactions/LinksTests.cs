using System.Text.Json.Nodes;
using SummaryBot.TestDiscord.Interactions;

namespace SummaryBot.Discord.Tests.Interactions;

/// <summary>"Summarise links" on a message of somebody.</summary>
public sealed class LinksTests : IAsyncLifetime
{
    private readonly PageSite _site = new();
    private InteractionFixture _bot = null!;

    public async ValueTask InitializeAsync()
    {
        _bot = await InteractionFixture.StartAsync(_site.Use);
        await _bot.AddArticleAsync("Harbor opens", "https://example.com/harbor");
        await _bot.AddArticleAsync("Crane falls", "https://example.com/crane");
        await _bot.AddArticleAsync("Band plays", "https://example.com/band");
    }

    public async ValueTask DisposeAsync()
    {
        Assert.Empty(_bot.Server.Log.Refusals);
        Assert.Empty(_bot.Hand.SeenBy("1100000000009999999")); // nobody else sees any of it
        await _bot.DisposeAsync();
        await _site.DisposeAsync();
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
    public async Task One_link_gives_its_summary_at_once_and_what_has_none_is_named_with_the_cause()
    {
        await ChooseAsync("http://example.org/unknown?x=1 https://example.com/crane");
        var (card, missing) = (_bot.Hand.SeenBy(_bot.User)[0].ToJsonString(), _bot.Last().ToJsonString());
        Assert.Contains("Crane falls", card, StringComparison.Ordinal);
        Assert.Contains("No summary of these", missing, StringComparison.Ordinal);
        Assert.Contains("unknown?x=1", missing, StringComparison.Ordinal);
        Assert.Contains("has no page at that address", missing, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_stored_is_fetched_and_kept_and_offered_beside_what_is()
    {
        _site.Page("example.org/new", "Quay burns", $"The quay burned for an hour. {InteractionFixture.News}");
        await ChooseAsync("https://example.com/harbor http://example.org/new http://example.org/nothing http://10.0.0.1/secret");
        var list = _bot.Last();
        var options = list["components"]![1]!["components"]![0]!["options"]!.AsArray();
        Assert.Equal(["Harbor opens", "Quay burns"], options.Select(option => option!["label"]!.GetValue<string>()));
        Assert.Contains("That address is not fetched", list.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(_site.Asked, place => place.Contains("10.0.0.1", StringComparison.Ordinal));
        await _bot.UseAsync(list, InteractionFixture.IdOf(list, "Summarize…")!, values: [options[1]!["value"]!.GetValue<string>()]);
        Assert.Contains("burned for an hour", _bot.Last().ToJsonString(), StringComparison.Ordinal);
        await ChooseAsync("http://example.org/new");
        Assert.Contains("burned for an hour", _bot.Last().ToJsonString(), StringComparison.Ordinal);
        Assert.Single(_site.Asked, "example.org/new");
    }

    [Theory]
    [InlineData("https://user:secret@example.org/unknown", "no links")] // no address that is taken for a link
    [InlineData("http://example.org/unknown", "has no page at that address")]
    [InlineData("http://localhost/", "is not fetched")]
    [InlineData("no links", "no links")]
    public async Task Where_there_is_nothing_the_answer_says_why_and_what_to_do(string content, string said)
    {
        await ChooseAsync(content);
        Assert.Contains(said, Assert.Single(_bot.Hand.SeenBy(_bot.User)).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Long_and_odd_links_are_shown_as_they_are_and_taken_by_Discord()
    {
        await ChooseAsync(string.Join(' ', Enumerable.Range(0, 7).Select(i => $"http://example.org/{i}/{new string('@', 500)}*_`")));
        Assert.Empty(_bot.Server.World.Pings);
        Assert.Contains("No summary of these", _bot.Last().ToJsonString(), StringComparison.Ordinal);
    }

    private Task<JsonObject> ChooseAsync(string content) => _bot.TakeAsync(_bot.Hand.Make(HandMade.Command, new JsonObject
    {
        ["id"] = "1",
        ["name"] = "Summarise links",
        ["type"] = 3,
        ["target_id"] = "1100000000000000009",
        ["resolved"] = new JsonObject { ["messages"] = new JsonObject { ["1100000000000000009"] = new JsonObject { ["id"] = "1100000000000000009", ["content"] = content, ["embeds"] = new JsonArray() } } },
    }));
}
