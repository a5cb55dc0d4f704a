namespace SummaryBot.Stories;

/// <summary>Copies of one text, under whatever headline: the shorter's runs of five words are nearly all in the longer.</summary>
/// <remarks>A. Broder, "On the resemblance and containment of documents", SEQUENCES 1997.</remarks>
internal static class NearDuplicates
{
    private const double LeastContained = 0.8;

    /// <summary>A few words alike may be a phrase that everybody uses.</summary>
    private const int LeastShingles = 8;

    /// <summary>The articles that are copies, by date.</summary>
    public static List<LiveArticle> Of(LiveArticle article, StoryWindow window)
    {
        List<LiveArticle> copies = [];
        foreach (var (other, _) in window.SharingShingles(article))
        {
            var least = Math.Min(article.Shingles.Length, other.Shingles.Length);
            if (least >= LeastShingles && Shared(article.Shingles, other.Shingles) >= LeastContained * least)
            {
                copies.Add(other);
            }
        }

        copies.Sort(LiveArticle.ByDate);
        return copies;
    }

    private static int Shared(uint[] one, uint[] other)
    {
        int shared = 0, i = 0, j = 0;
        while (i < one.Length && j < other.Length)
        {
            shared += one[i] == other[j] ? 1 : 0;
            var step = one[i].CompareTo(other[j]);
            i += step <= 0 ? 1 : 0;
            j += step >= 0 ? 1 : 0;
        }

        return shared;
    }
}
