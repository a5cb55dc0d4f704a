using SummaryBot.Commands;
using SummaryBot.Language;
using SummaryBot.Summarization;

namespace SummaryBot.Tests.Commands;

public sealed class AboutTests
{
    private const string News = "The harbor opened on Monday. Ships came from three countries. The mayor spoke of trade. Nobody was hurt. The band played.";

    [Theory]
    [InlineData("trade", "About “trade”")]
    [InlineData("  the\n trade ", "About “the trade”")]
    [InlineData("penguins", "No sentence is about “penguins”: this is the ordinary summary.")]
    [InlineData(" ", null)]
    [InlineData(null, null)]
    public async Task A_summary_says_whether_it_is_about_what_was_asked(string? about, string? line)
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        await bot.AddArticleAsync(News);
        var reply = await bot.Get<SummaryCommand>().AnswerAsync(new SummaryRequest("harbor", SummaryLength.Medium, Sentences: null, about), TestBot.Token);
        var card = Assert.IsType<SummaryReply.Shown>(reply).Card;
        Assert.Equal(line, CardText.About(card, Words.English));
        Assert.Equal(line is null ? null : about!.Trim(), card.Asked);
        Assert.Equal(line?.StartsWith("About", StringComparison.Ordinal) is true, card.Quotes is [{ Text: "The mayor spoke of trade." }]);
    }
}
