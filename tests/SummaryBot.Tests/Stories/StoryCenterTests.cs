using SummaryBot.Stories;

namespace SummaryBot.Tests.Stories;

public sealed class StoryCenterTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_headline_of_a_story_is_that_of_the_article_that_says_what_all_say()
    {
        StoryCandidate[] articles =
        [
            Article("a", "Shares of a shoe shop fall", "A shoe shop near the port of Saltmouth sells less during the dockers' strike."),
            Article("b", "Dockers strike at the port of Saltmouth", "The dockers of the port of Saltmouth are on strike for more pay. Thirty ships wait."),
            Article("c", "Strike: thirty ships wait off Saltmouth", "Thirty ships wait off the port of Saltmouth because of the strike of the dockers."),
        ];
        Assert.NotEqual("a", StoryCenter.Of(articles).ArticleId);
        Assert.Equal(StoryCenter.Of(articles), StoryCenter.Of(articles.Reverse().ToArray()));
    }

    [Fact]
    public void Of_equal_articles_the_earliest_is_the_center()
    {
        var first = Article("b", "Dockers strike", "The dockers are on strike.");
        Assert.Equal(first, StoryCenter.Of([Article("a", "Dockers strike", "The dockers are on strike.") with { DatedAt = Start.AddHours(1) }, first]));
    }

    [Fact]
    public void An_article_without_a_headline_is_the_center_of_itself_alone()
    {
        var bare = Article("a", null, "The dockers of Saltmouth are on strike.");
        var other = Article("b", "Bees", "Bees return to roofs.");
        Assert.Equal(bare, StoryCenter.Of([bare]));
        Assert.Equal(other, StoryCenter.Of([bare, other]));
        Assert.Throws<ArgumentException>(() => StoryCenter.Of([]));
    }

    private static StoryCandidate Article(string id, string? headline, string text) => new(id, headline, text, Start, Outlet: null, "en");
}
