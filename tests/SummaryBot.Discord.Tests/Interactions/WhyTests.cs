using System.Net.Http.Json;
using CsCheck;
using SummaryBot.Articles;
using SummaryBot.Commands;
using SummaryBot.Commands.Shape;
using SummaryBot.Discord.Interactions.Commands;
using SummaryBot.Language;
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
                var lines = WhyLines.Of(card.Why!, Words.English);
                Assert.NotEmpty(lines);
                var reply = new Reply { Title = Words.English.Of("card.whyTitle"), Lines = [.. lines.Select(ReplyText.FromString)], Note = Words.English.Of("card.whyLegend") };
                var body = new ReplyRenderer(Buttons.Ids, "1100000000000000001", Words.English).Render(reply);
                using var response = await http.PostAsJsonAsync($"channels/{discord.Channel}/messages", body, DiscordFixture.Token);
                Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(DiscordFixture.Token));
            },
            iter: 300,
            threads: 2);
        Assert.Empty(discord.Server.Log.Refusals);
        Assert.Empty(discord.Server.World.Pings);
    }
}
