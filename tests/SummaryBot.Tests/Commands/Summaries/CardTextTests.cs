using SummaryBot.Articles;
using SummaryBot.Commands;
using SummaryBot.Language;
using SummaryBot.Summarization;

namespace SummaryBot.Tests.Commands.Summaries;

public sealed class CardTextTests
{
    private static readonly Article Article = new("Harbor opens", null, null, "en", null, SummaryAsking.Text);

    [Theory]
    [InlineData("en", "26 words · 1 min read · 2 of 5 sentences")]
    [InlineData("az", "26 söz · 1 dəq. oxu · 5 cümlədən 2")]
    [InlineData("tr", "26 kelime · 1 dk. okuma · 5 cümleden 2")]
    [InlineData("ru", "26 слов · 1 мин. чтения · 2 из 5 предложений")]
    [InlineData("de", "26 Wörter · 1 Min. Lesezeit · 2 von 5 Sätzen")]
    public void The_figures_are_told_in_every_language(string language, string expected)
    {
        var card = SummaryCardWriter.Write(Article, new SummaryOptions { Sentences = 2 });
        Assert.Equal(expected, string.Join(" · ", CardText.Figures(card, 2, new Words(UiLanguage.Find(language)!))));
    }

    [Theory]
    [InlineData(0, "0 min ago", "0 мин. назад")]
    [InlineData(59, "59 min ago", "59 мин. назад")]
    [InlineData(60, "1 h ago", "1 ч. назад")]
    [InlineData(48 * 60, "2 days ago", "2 дня назад")]
    [InlineData(729 * 24 * 60, "729 days ago", "729 дней назад")]
    [InlineData(21 * 366 * 24 * 60, "21 years ago", "21 год назад")]
    public void An_article_is_offered_with_its_age_in_the_language_of_whoever_asks(int minutes, string english, string russian)
    {
        var now = TestBot.Start;
        var stored = new StoredArticle(Article, now, now.AddMinutes(-minutes));
        Assert.Equal($"Harbor opens · {english}", ChoiceLabel.Of(stored, now, Words.English));
        Assert.Equal($"Harbor opens · {russian}", ChoiceLabel.Of(stored, now, new Words(UiLanguage.Find("ru")!)));
    }
}
