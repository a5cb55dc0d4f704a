namespace SummaryBot.Stories;

/// <summary>Finds the two events that a story has chained together.</summary>
internal static class StorySplit
{
    /// <summary>Two articles aside may be a side of the story; a story as large as that has proved itself.</summary>
    private const int LeastHalf = 2, MostArticles = 48;

    /// <summary>
    /// Cuts a story around the two articles that are least alike. Its halves are two events when they are so little alike that neither would have joined the
    /// other: a cosine of their sums below half of what joins an article.
    /// </summary>
    /// <returns>The half without the earliest article; empty where the story holds together.</returns>
    public static List<LiveArticle> Of(LiveStory story, (double Known, double Unknown) logs)
    {
        if (story.Articles.Count is < 2 * LeastHalf or > MostArticles)
        {
            return [];
        }

        var whole = story.Terms.ToDictionary(pair => pair.Key, pair => pair.Value.Weight);
        var one = Least(story.Articles, whole, logs);
        var other = Least(story.Articles.Where(article => article != one), Weights(one), logs);
        var (near, far) = (Weights(one), Weights(other));
        var halves = story.Articles.ToLookup(article => article == one || (article != other && Product(article, near, logs) >= Product(article, far, logs)));
        var moved = halves[!halves[true].Contains(story.Articles.Min!)].ToList();
        return moved.Count >= LeastHalf && story.Articles.Count - moved.Count >= LeastHalf && AreApart(story, moved, logs) ? moved : [];
    }

    private static bool AreApart(LiveStory story, List<LiveArticle> moved, (double Known, double Unknown) logs)
    {
        var apart = Sum(moved);
        var rest = Sum(story.Articles.Except(moved));
        return StoryRule.AreApart(Cosine(apart, rest, logs));
    }

    private static LiveArticle Least(IEnumerable<LiveArticle> articles, Dictionary<LiveTerm, long> weights, (double Known, double Unknown) logs) =>
        articles.MinBy(article => Product(article, weights, logs))!;

    private static long Product(LiveArticle article, Dictionary<LiveTerm, long> weights, (double Known, double Unknown) logs)
    {
        var product = 0L;
        foreach (var (term, weight, _) in article.Terms)
        {
            var idf = term.Idf(logs.Known, logs.Unknown);
            product += idf * idf * weight * weights.GetValueOrDefault(term);
        }

        return product;
    }

    private static double Cosine(Dictionary<LiveTerm, long> one, Dictionary<LiveTerm, long> other, (double Known, double Unknown) logs)
    {
        long product = 0, ones = 0, others = 0;
        foreach (var (term, weight) in one)
        {
            var idf = (long)term.Idf(logs.Known, logs.Unknown);
            product += idf * idf * weight * other.GetValueOrDefault(term);
            ones += idf * idf * weight * weight;
        }

        foreach (var (term, weight) in other)
        {
            var idf = (long)term.Idf(logs.Known, logs.Unknown);
            others += idf * idf * weight * weight;
        }

        return product == 0 ? 0 : product / (Math.Sqrt(ones) * Math.Sqrt(others));
    }

    private static Dictionary<LiveTerm, long> Weights(LiveArticle article) => Sum([article]);

    private static Dictionary<LiveTerm, long> Sum(IEnumerable<LiveArticle> articles)
    {
        var sum = new Dictionary<LiveTerm, long>();
        foreach (var term in articles.SelectMany(article => article.Terms))
        {
            sum[term.Term] = sum.GetValueOrDefault(term.Term) + term.Weight;
        }

        return sum;
    }
}
