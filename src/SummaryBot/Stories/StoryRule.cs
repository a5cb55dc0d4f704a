namespace SummaryBot.Stories;

/// <summary>When an article and a story are one.</summary>
internal static class StoryRule
{
    private const double LeastCosine = 0.20, LeastWords = 0.10, SureCosine = 0.40;

    public static bool Joins(LiveArticle article, LiveStory story, StoryLikeness likeness) =>
        likeness.Cosine >= SureCosine || (likeness.Cosine >= LeastCosine && likeness.Words >= LeastWords && likeness.Names > 0 && likeness.TitleNames > 0
            && string.Equals(article.Language, story.Articles.Min!.Language, StringComparison.Ordinal));
}
