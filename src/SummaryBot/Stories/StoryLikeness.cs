using System.Runtime.InteropServices;

namespace SummaryBot.Stories;

/// <summary>How much speaks for an article and a story, or two stories, being one.</summary>
/// <param name="Cosine">Of all terms, 0 to 1.</param>
/// <param name="Words">Of the terms that are no names and no numbers.</param>
/// <param name="Names">The share of the article's names, by rarity, that the story has; 1 where the article has none.</param>
/// <param name="TitleNames">The same of the names in the headline.</param>
/// <param name="TitleWords">How many words of the headline, names aside, the story has.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct StoryLikeness(double Cosine, double Words, double Names, double TitleNames, int TitleWords)
{
    public static StoryLikeness Between(LiveArticle article, LiveStory story, (double Known, double Unknown) logs)
    {
        Sums all = default, words = default;
        int names = 0, sharedNames = 0, titleNames = 0, sharedTitleNames = 0, titleWords = 0;
        foreach (var (term, weight, traits) in article.Terms)
        {
            var idf = term.Idf(logs.Known, logs.Unknown);
            var isShared = story.Terms.TryGetValue(term, out var sum);
            var isName = traits.HasFlag(TermTraits.Name);
            all.Add((long)idf * weight, idf * sum.Weight);
            if (isName)
            {
                names += idf;
                sharedNames += isShared ? idf : 0;
                titleNames += traits.HasFlag(TermTraits.Title) ? idf : 0;
                sharedTitleNames += isShared && traits.HasFlag(TermTraits.Title) ? idf : 0;
            }
            else if (!traits.HasFlag(TermTraits.Figure))
            {
                words.Add((long)idf * weight, isShared && sum.IsName ? 0 : idf * sum.Weight);
                titleWords += isShared && traits.HasFlag(TermTraits.Title) ? 1 : 0;
            }
        }

        foreach (var (term, sum) in story.Terms)
        {
            var idf = term.Idf(logs.Known, logs.Unknown);
            all.Measure(idf * sum.Weight);
            words.Measure(sum.IsName || char.IsDigit(term.Stem[0]) ? 0 : idf * sum.Weight);
        }

        return new StoryLikeness(all.Cosine, words.Cosine, Share(sharedNames, names), Share(sharedTitleNames, titleNames), titleWords);
    }

    private static double Share(int part, int whole) => whole == 0 ? 1 : (double)part / whole;

    /// <summary>Whole numbers: below 2^63 for some 30,000 articles in a story.</summary>
    [StructLayout(LayoutKind.Auto)]
    private struct Sums
    {
        private long _product;
        private long _article;
        private long _story;

        public readonly double Cosine => _product == 0 ? 0 : _product / (Math.Sqrt(_article) * Math.Sqrt(_story));

        public void Add(long one, long other)
        {
            _product += one * other;
            _article += one * one;
        }

        public void Measure(long other) => _story += other * other;
    }
}
