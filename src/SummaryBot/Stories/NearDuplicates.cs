namespace SummaryBot.Stories;

/// <summary>Copies of one text, under whatever headline: the shorter's runs of five words are nearly all in the longer.</summary>
/// <remarks>A. Broder, "On the resemblance and containment of documents", SEQUENCES 1997. Containment is exact; candidates come from a sample of the runs.</remarks>
internal static class NearDuplicates
{
    private const double LeastContained = 0.8;

    /// <summary>A few words alike may be a phrase that everybody uses.</summary>
    private const int LeastShingles = 8;

    private const int MostCompared = 16;

    /// <summary>The articles of the window that have the same text, by date: true copies, and those that share no more than the furniture of a page.</summary>
    public static (List<LiveArticle> Copies, List<LiveArticle> Furniture) Of(LiveArticle article, StoryWindow window)
    {
        var same = window.SharingShingles(article)
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, LiveArticle.ByDate).Take(MostCompared).Select(pair => pair.Key)
            .Where(other => HaveOneText(article, other))
            .Order(LiveArticle.ByDate).ToLookup(other => IsFurniture(article, other));
        return ([.. same[false]], [.. same[true]]);
    }

    private static bool HaveOneText(LiveArticle one, LiveArticle other)
    {
        var least = Math.Min(one.Shingles.Length, other.Shingles.Length);
        return least >= LeastShingles && Shared(one.Shingles, other.Shingles) >= LeastContained * least;
    }

    /// <summary>An outlet does not print one text under headlines without a common word: then it is the "Subscribe to read on" of a page.</summary>
    private static bool IsFurniture(LiveArticle one, LiveArticle other) =>
        one.Outlet is not null && string.Equals(one.Outlet, other.Outlet, StringComparison.Ordinal)
            && TitleTerms(one).Any() && TitleTerms(other).Any() && !TitleTerms(one).Intersect(TitleTerms(other)).Any();

    private static IEnumerable<LiveTerm> TitleTerms(LiveArticle article) =>
        article.Terms.Where(term => term.Traits.HasFlag(TermTraits.Title)).Select(term => term.Term);

    private static int Shared(uint[] one, uint[] other)
    {
        int shared = 0, i = 0, j = 0;
        while (i < one.Length && j < other.Length)
        {
            var step = one[i].CompareTo(other[j]);
            shared += step == 0 ? 1 : 0;
            i += step <= 0 ? 1 : 0;
            j += step >= 0 ? 1 : 0;
        }

        return shared;
    }
}
