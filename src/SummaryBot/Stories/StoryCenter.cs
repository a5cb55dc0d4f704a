using SummaryBot.Summarization.Models;

namespace SummaryBot.Stories;

/// <summary>The article that says best what all articles of a story say; its headline is the story's.</summary>
public static class StoryCenter
{
    /// <summary>The article most like the sum of all; the earlier of two as good, then the one whose id comes first.</summary>
    /// <param name="articles">At least one. One with a headline is preferred to all without.</param>
    /// <remarks>The rarity of terms is that of English news, so the answer depends on nothing but the articles. O(terms).</remarks>
    public static StoryCandidate Of(IReadOnlyCollection<StoryCandidate> articles)
    {
        ArgumentNullException.ThrowIfNull(articles);
        if (articles.Count == 0)
        {
            throw new ArgumentException("A story without articles has no center.", nameof(articles));
        }

        var texts = articles.Select(article => (Article: article, Terms: Weigh(StoryTextReader.Read(article)))).ToList();
        var sum = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (stem, weight) in texts.SelectMany(text => text.Terms))
        {
            sum[stem] = sum.GetValueOrDefault(stem) + weight;
        }

        return texts.OrderBy(text => string.IsNullOrWhiteSpace(text.Article.Headline))
            .ThenByDescending(text => Likeness(text.Terms, sum))
            .ThenBy(text => text.Article.DatedAt)
            .ThenBy(text => text.Article.ArticleId, StringComparer.Ordinal)
            .First().Article;
    }

    private static (string Stem, long Weight)[] Weigh(StoryText text)
    {
        var vocabulary = TrainedModels.Default.Vocabulary;
        return Array.ConvertAll(text.Terms, term => (term.Stem, term.Weight * (long)Math.Round(LiveTerm.IdfUnit * vocabulary.IdfOf(term.Stem))));
    }

    /// <summary>The cosine to the sum, but for the sum's length, which is the same for all.</summary>
    private static double Likeness((string Stem, long Weight)[] terms, Dictionary<string, long> sum)
    {
        double product = 0, square = 0;
        foreach (var (stem, weight) in terms)
        {
            product += (double)weight * sum[stem];
            square += (double)weight * weight;
        }

        return square == 0 ? 0 : product / Math.Sqrt(square);
    }
}
