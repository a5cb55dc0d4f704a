using System.Text.Json.Nodes;
using SummaryBot.Articles;
using SummaryBot.Commands;
using SummaryBot.Summarization;

namespace SummaryBot.Discord.Tests.Interactions;

/// <summary>Answers to <c>/summary about:</c>.</summary>
public sealed class AboutTests
{
    private const string News = "The harbor opened on Monday. Ships came from three countries. The mayor spoke of trade. Nobody was hurt. The band played.";

    private static readonly Article Article = new("Harbor opens", "Example News", null, "en", DateTimeOffset.UnixEpoch, News);

    [Fact]
    public void The_answer_says_what_it_is_about_above_the_sentences()
    {
        var texts = Texts(Render("trade"));
        Assert.Equal("**About “trade”**", texts[1]);
        Assert.Contains("The mayor spoke of trade.", texts[2], StringComparison.Ordinal);
        Assert.DoesNotContain("Ships", texts[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_is_about_it_the_answer_says_so_and_is_the_ordinary_one()
    {
        var (asked, ordinary) = (Texts(Render("<@1> **penguins**")), Texts(Render(null)));
        Assert.Equal(@"**No sentence is about “\<\@1\> \*\*penguins\*\*”\: this is the ordinary summary.**", asked[1]);
        Assert.Equal(ordinary, asked.Where((_, at) => at != 1));
    }

    private static JsonObject Render(string? about) =>
        Buttons.Render(SummaryCardWriter.Write(Article, new SummaryOptions { About = about, Language = "en" }));

    private static List<string> Texts(JsonObject message) =>
        [.. message["components"]![0]!["components"]!.AsArray().Select(text => text!["content"]!.GetValue<string>())];
}
