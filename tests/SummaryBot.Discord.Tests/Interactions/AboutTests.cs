using System.Text.Json.Nodes;
using SummaryBot.Articles;
using SummaryBot.Commands;
using SummaryBot.Discord.Interactions;
using SummaryBot.Summarization;

namespace SummaryBot.Discord.Tests.Interactions;

/// <summary>Answers to <c>/summary about:</c> and their buttons.</summary>
public sealed class AboutTests
{
    private const string User = "18446744073709551615";
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

    [Theory]
    [InlineData("trade")]
    [InlineData("trade: what was said?")]
    [InlineData(":")]
    [InlineData("a question of forty-eight characters and no more")]
    public void The_buttons_ask_the_same_again_of_another_length(string about)
    {
        var message = Render(about);
        Assert.All(Ids(message), id => Assert.InRange(id.Length, 1, 100));
        Assert.Equal(
            [new CardState(Article.Id, SummaryLength.Short, null, about), new CardState(Article.Id, SummaryLength.Long, null, about)],
            Buttons.Of(message).Select(id => CardState.TryRead(id.Payload)));
        Assert.All(Buttons.Of(message), id => Assert.Equal(User, id.UserId));
    }

    [Theory]
    [InlineData(SummaryLength.Short)]
    [InlineData(SummaryLength.Long)]
    public void A_button_that_leads_nowhere_keeps_within_Discords_limit(SummaryLength length)
    {
        var ids = Ids(Render(new string('x', 48), length)).ToList();
        Assert.Equal(2, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(ids, id => Assert.InRange(id.Length, 1, 100));
    }

    [Fact]
    public void A_question_too_long_for_a_button_gets_no_buttons_that_would_forget_it() => Assert.Empty(Ids(Render(new string('x', 49))));

    private static JsonObject Render(string? about, SummaryLength length = SummaryLength.Medium) =>
        CardRenderer.Render(SummaryCardWriter.Write(Article, new SummaryOptions { About = about, Length = length, Language = "en" }), Buttons.Bound(User));

    private static List<string> Texts(JsonObject message) =>
        [.. message["components"]![0]!["components"]!.AsArray().Select(text => text!["content"]!.GetValue<string>())];

    private static IEnumerable<string> Ids(JsonObject message) => message["components"]!.AsArray().Skip(1)
        .SelectMany(row => row!["components"]!.AsArray()).Select(button => button!["custom_id"]!.GetValue<string>());
}
