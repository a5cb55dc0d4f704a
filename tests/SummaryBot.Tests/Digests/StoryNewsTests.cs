using SummaryBot.Digests;
using SummaryBot.Tests.Stories;

namespace SummaryBot.Tests.Digests;

public sealed class StoryNewsTests
{
    [Theory]
    [InlineData("A third container terminal at the port of Elmouth follows in 2031.", "a number")]
    [InlineData("The container terminal of the port belongs to Northern Docks.", "a name")]
    [InlineData("The next terminal of the port opens on a Thursday in spring.", "a day")]
    [InlineData("The terminal can handle 64 containers an hour.", "another number, in words that are known")]
    public void A_sentence_with_something_new_makes_a_story_news_again(string sentence, string because) =>
        Assert.True(Find(sentence) == sentence, because);

    [Theory]
    [InlineData("The terminal can handle 54 containers an hour.", "it was told")]
    [InlineData("The second container terminal of the port of Elmouth was opened by Calder on Sunday.", "but for a name it was told")]
    [InlineData("The container terminal of the port makes much noise in town.", "it has no fact")]
    [InlineData("It follows the port terminal of 1974 and 2031.", "it leans on another sentence")]
    [InlineData("Our newsletter comes at 9 in the morning, from Monday to Friday.", "it is about something else")]
    [InlineData("Harbor Post reports from the port of Elmouth.", "it names the outlet alone")]
    public void Another_sentence_does_not(string sentence, string because) => Assert.True(Find(sentence) is null, because);

    [Fact]
    public void What_one_of_the_shown_articles_said_is_no_news_though_it_was_not_quoted() =>
        Assert.Null(StoryNews.Find(
            [PortNews.Read("Harbor Post", PortNews.Post), PortNews.Read("Valley Courier", PortNews.Courier)],
            [PortNews.Read("Gazette", "The terminal at the port of Elmouth cost 210 million, as Ines Calder has told.")]));

    private static string? Find(string sentence)
    {
        var unshown = PortNews.Read("Harbor Post", $"{sentence} Nothing else is known about it.", headline: null);
        return StoryNews.Find([PortNews.Read("Harbor Post", PortNews.Post)], [unshown]) is { } fact
            ? unshown.Article.Text[fact.Sentence.Start..fact.Sentence.End]
            : null;
    }
}
