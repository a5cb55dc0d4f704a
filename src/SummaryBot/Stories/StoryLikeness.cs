using System.Runtime.InteropServices;

namespace SummaryBot.Stories;

/// <summary>How much speaks for an article and a story being one.</summary>
/// <param name="Cosine">Of all terms, 0 to 1.</param>
/// <param name="Spread">How many terms make up <paramref name="Cosine"/>: 1 where a single one does, n where n do in equal parts; 0 without any.</param>
/// <param name="Words">Of the terms that are no names and no numbers.</param>
/// <param name="Breadth">How many make up <paramref name="Words"/>.</param>
/// <param name="Names">What both have of the names, by rarity, as a share of those of the one that has fewer; 1 where it has none.</param>
/// <param name="TitleNames">The share of the headline's names that the story has; 1 where the headline has none.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct StoryLikeness(double Cosine, double Spread, double Words, double Breadth, double Names, double TitleNames)
{
    /// <summary>Days of the week, months and great powers are in the news for anything.</summary>
    private const int LeastNameRarity = 4 * LiveTerm.IdfUnit;

    /// <param name="article">The terms of an article, or of a story that is looked at as if it were one.</param>
    public static StoryLikeness Between(ArticleTerm[] article, LiveStory story, (double Known, double Unknown) logs)
    {
        Sums all = default, words = default;
        Part names = default, titleNames = default;
        var storyNames = 0;
        foreach (var (term, weight, traits) in article)
        {
            var idf = term.Idf(logs.Known, logs.Unknown);
            var isShared = story.Terms.TryGetValue(term, out var sum);
            all.Add((long)idf * weight, idf * sum.Weight);
            if (traits.HasFlag(TermTraits.Name))
            {
                var evidence = Evidence(term, logs);
                names.Add(evidence, isShared);
                titleNames.Add(traits.HasFlag(TermTraits.Title) ? evidence : 0, isShared);
            }
            else if (!traits.HasFlag(TermTraits.Figure))
            {
                words.Add((long)idf * weight, sum.IsName ? 0 : idf * sum.Weight);
            }
        }

        foreach (var (term, sum) in story.Terms)
        {
            var weight = term.Idf(logs.Known, logs.Unknown) * sum.Weight;
            all.Measure(weight);
            words.Measure(sum.IsName || term.IsFigure ? 0 : weight);
            storyNames += sum.IsName ? Evidence(term, logs) : 0;
        }

        return new StoryLikeness(all.Cosine, all.Breadth, words.Cosine, words.Breadth, names.ShareOfLess(storyNames), titleNames.Share);
    }

    private static int Evidence(LiveTerm term, (double Known, double Unknown) logs) =>
        term.Rarity(logs.Known, logs.Unknown) is var rarity && rarity >= LeastNameRarity ? rarity : 0;

    /// <summary>Whole numbers: below 2^63 for some 30,000 articles in a story.</summary>
    [StructLayout(LayoutKind.Auto)]
    private struct Sums
    {
        private long _product;
        private Int128 _squares;
        private long _article;
        private long _story;

        public readonly double Cosine => _product == 0 ? 0 : _product / (Math.Sqrt(_article) * Math.Sqrt(_story));

        public readonly double Breadth => _product == 0 ? 0 : (double)((Int128)_product * _product) / (double)_squares;

        public void Add(long one, long other)
        {
            var product = one * other;
            _product += product;
            _squares += (Int128)product * product;
            _article += one * one;
        }

        public void Measure(long other) => _story += other * other;
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Part
    {
        private int _whole;
        private int _shared;

        public readonly double Share => _whole == 0 ? 1 : (double)_shared / _whole;

        public readonly double ShareOfLess(int other) => Math.Min(_whole, other) is var less && less == 0 ? 1 : Math.Min(1, (double)_shared / less);

        public void Add(int amount, bool isShared)
        {
            _whole += amount;
            _shared += isShared ? amount : 0;
        }
    }
}
