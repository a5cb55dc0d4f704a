namespace SummaryBot.Summarization.Tests;

public sealed class TextReadingTests
{
    [Theory]
    [InlineData("The port of Elmouth opened on Sunday.", true)]
    [InlineData("He opened the port of Elmouth.", false)]
    [InlineData("However, the port stays closed.", false)]
    [InlineData("“We open the port on Sunday,” he said.", false)]
    [InlineData("“We open the port on Sunday,” Ines Calder said.", true)]
    [InlineData("Photo: the port of Elmouth", false)]
    [InlineData("It opened.", false)]
    [InlineData("Er eröffnete den Hafen am Sonntag.", false)]
    [InlineData("Der Hafen von Elmouth wurde am Sonntag eröffnet.", true)]
    public void A_sentence_that_can_be_read_away_from_its_text_stands_alone_though_it_is_the_first(string text, bool standsAlone) =>
        Assert.Equal(standsAlone, Assert.Single(TextReading.Of(text).Sentences).StandsAlone);

    [Theory]
    [InlineData("It cost 1,200 and 1.200 and 1 200.", "1200")]
    [InlineData("It grew by 3.5 and 3,5 percent.", "3.5")]
    [InlineData("In 2020 120 people came.", "2020 120")]
    [InlineData("On 12.04.2026 at 10:40.", "12.04.2026 10 40")]
    [InlineData("It cost 1,234,567.89 in all.", "1234567.89")]
    [InlineData("Nobody counted.", "")]
    public void Numbers_are_the_same_however_they_are_parted(string text, string numbers) =>
        Assert.Equal(numbers.Split(' ', StringSplitOptions.RemoveEmptyEntries), TextReading.Of(text, language: "en").Sentences[0].Numbers);

    [Theory]
    [InlineData("The mayor met Ines Calder in Elmouth.", "en", "ine calder elmouth")]
    [InlineData("Elmouth has a mayor.", "en", "")]
    [InlineData("Ines Calder met the mayor.", "en", "ine calder")]
    [InlineData("Der Bürgermeister traf gestern Ines Calder am Hafen.", "de", "ines cald")]
    [InlineData("PORT OPENS ON SUNDAY", "en", "")]
    public void Names_are_told_by_capitals_that_nothing_else_asks_for(string text, string language, string names) =>
        Assert.Equal(names.Split(' ', StringSplitOptions.RemoveEmptyEntries), TextReading.Of(text, language: language).Sentences[0].Names);

    [Fact]
    public void A_text_has_the_words_and_numbers_of_its_title_in_any_form()
    {
        var reading = TextReading.Of("The port opened.", "Elmouth pays 210 million", "en");
        Assert.True(reading.HasNumber("210"));
        Assert.All(TextReading.Of("Millions for Elmouth and ports.", language: "en").Sentences[0].Content, word => Assert.True(reading.HasWord(word), word));
        Assert.False(reading.HasNumber("21"));
    }
}
