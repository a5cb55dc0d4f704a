using System.Net.Http.Json;
using CsCheck;
using SummaryBot.Articles;
using SummaryBot.Commands;
using SummaryBot.Discord.Interactions;
using SummaryBot.Summarization;
using SummaryBot.TestDiscord;

namespace SummaryBot.Discord.Tests.Interactions;

public sealed class WhyTests
{
    private static readonly string[] Pieces =
    [
        "The minister spoke to 3.5 million people.", "Ships came from Elmouth!", "“Why?” she asked.", "*Bold* Ships of @everyone and <@1> came.", "世界は平和です。",
        "See https://example.com/a_(b) and # more.", "1. One Ship came.", $"A {new string('W', 300)} {new string('V', 200)} stands here.", "\n\n", "The minister met Ines Calder.",
    ];

    private static readonly Gen<Article> Articles = Gen.Int[0, Pieces.Length - 1].Array[1, 30].Select(Gen.Bool, (picks, hasTitle) =>
        new Article(hasTitle ? "The minister and his ships" : null, null, null, null, null, $"It began. {string.Join(' ', picks.Select(pick => Pieces[pick]))}".Trim()));

    [Fact]
    public async Task Whatever_an_article_holds_Discord_takes_the_answer_and_nobody_is_pinged()
    {
        await using var discord = await DiscordFixture.StartAsync(new TestDiscordOptions { EnforceRateLimits = false });
        using var http = discord.PlainClient();
        await Gen.Select(Articles, Gen.Int[1, 12]).SampleAsync(
            async (article, sentences) =>
            {
                var card = SummaryCardWriter.Write(article, new SummaryOptions { Sentences = sentences, Title = article.Headline, Why = true });
                Assert.NotEmpty(card.Why);
                var body = WhyRenderer.Render(card);
                using var response = await http.PostAsJsonAsync($"channels/{discord.Channel}/messages", body, DiscordFixture.Token);
                Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(DiscordFixture.Token));
            },
            iter: 300,
            threads: 2);
        Assert.Empty(discord.Server.Log.Refusals);
        Assert.Empty(discord.Server.World.Pings);
    }

    [Fact]
    public void Lines_that_do_not_fit_are_counted()
    {
        var card = SummaryCardWriter.Write(new Article("Ships", null, null, null, null, "Ships came."), new SummaryOptions { Why = true });
        var text = WhyRenderer.Render(card with { Why = [.. Enumerable.Repeat(new string('@', 1000), 4)] })["components"]![0]!["components"]![0]!["content"]!.GetValue<string>();
        Assert.InRange(text.Length, 2000, 4000);
        Assert.EndsWith("3 more do not fit here.", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SummaryLength.Short, null)]
    [InlineData(SummaryLength.Long, null)]
    [InlineData(SummaryLength.Medium, 12)]
    public void The_button_asks_for_the_summary_of_its_card(SummaryLength length, int? sentences)
    {
        var article = new Article("Ships", null, null, null, null, string.Join(' ', Pieces));
        var card = SummaryCardWriter.Write(article, new SummaryOptions { Length = length, Sentences = sentences, Title = "Ships" });
        var id = Buttons.Of(CardRenderer.Render(card, Buttons.Bound("1100000000000000001"))).Single(it => it.Kind == CardButtons.Why);
        Assert.Null(id.UserId);
        Assert.Equal(new SummaryRequest(article.Id, length, sentences), CardState.TryRead(id.Payload)!.Request);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("a.huge")]
    [InlineData("a.-1")]
    [InlineData(".m")]
    [InlineData("abcdefghijklm.m")]
    public void What_no_button_remembers_is_not_read(string payload) => Assert.Null(CardState.TryRead(payload));
}
