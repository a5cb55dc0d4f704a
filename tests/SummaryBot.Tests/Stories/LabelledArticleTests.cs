namespace SummaryBot.Tests.Stories;

public sealed class LabelledArticleTests
{
    private const double LeastPrecision = 0.98;
    private const double LeastRecall = 0.85;

    [Theory]
    [InlineData("held")]
    [InlineData("development", "held")]
    public void Articles_of_one_event_are_one_story_and_near_misses_are_not(params string[] parts)
    {
        var articles = LabelledArticle.Read(parts);
        var (precision, recall) = BCubed(articles, StreamRun.Of(articles.Select(article => article.Candidate)));
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{string.Join(" + ", parts)}: {articles.Count} articles of {articles.DistinctBy(article => article.Event).Count()} events, precision {precision:F3}, recall {recall:F3}");
        Assert.True(precision >= LeastPrecision, $"precision {precision:F3}");
        Assert.True(recall >= LeastRecall, $"recall {recall:F3}");
    }

    [Fact]
    public void The_set_is_as_large_as_promised_and_no_event_is_in_both_parts()
    {
        var (development, held) = (LabelledArticle.Read("development"), LabelledArticle.Read("held"));
        Assert.True(development.Count + held.Count >= 200);
        Assert.True(development.Concat(held).DistinctBy(article => article.Event).Count() >= 40);
        Assert.Empty(development.Select(article => article.Event).Intersect(held.Select(article => article.Event), StringComparer.Ordinal));
    }

    [Fact]
    public void Five_matters_of_one_bank_are_five_stories()
    {
        var articles = LabelledArticle.Read("development").Where(article => article.Event.StartsWith("kite-", StringComparison.Ordinal)).ToList();
        var stories = StreamRun.Of(articles.Select(article => article.Candidate));
        Assert.Equal(5, articles.Select(article => stories[article.Id]).Distinct().Count());
        Assert.All(articles.GroupBy(article => stories[article.Id]), story => Assert.Single(story.DistinctBy(article => article.Event)));
    }

    /// <summary>A. Bagga and B. Baldwin, "Entity-based cross-document coreferencing using the vector space model", COLING-ACL 1998: the mean over articles of
    /// the share of an article's story that is of its event, and of its event that is in its story.</summary>
    private static (double Precision, double Recall) BCubed(List<LabelledArticle> articles, Dictionary<string, long> stories)
    {
        var byStory = articles.ToLookup(article => stories[article.Id]);
        var byEvent = articles.ToLookup(article => article.Event, StringComparer.Ordinal);
        return (
            articles.Average(article => Common(article) / byStory[stories[article.Id]].Count()),
            articles.Average(article => Common(article) / byEvent[article.Event].Count()));

        double Common(LabelledArticle article) =>
            byStory[stories[article.Id]].Count(other => string.Equals(other.Event, article.Event, StringComparison.Ordinal));
    }
}
