using System.Runtime.InteropServices;

namespace SummaryBot.Stories;

/// <summary>The articles of the window that tell one story, and the sum of their terms.</summary>
internal sealed class LiveStory(long number)
{
    public long Number { get; } = number;

    public SortedSet<LiveArticle> Articles { get; } = new(LiveArticle.ByDate);

    public Dictionary<LiveTerm, TermSum> Terms { get; } = [];

    /// <summary>Sum of products with the article that is looked at; 0 between looks.</summary>
    public long Product { get; set; }

    public string? Language => Articles.Min!.Language;

    /// <summary>The story as if it were one long article.</summary>
    public ArticleTerm[] AsArticle() => [.. Terms.Select(pair => new ArticleTerm(pair.Key, (int)pair.Value.Weight, pair.Value.TraitsOf(pair.Key)))];

    public void Add(LiveArticle article)
    {
        Articles.Add(article);
        article.Story = this;
        foreach (var (term, weight, traits) in article.Terms)
        {
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(Terms, term, out var isKnown);
            sum = sum.Plus(weight, traits, 1);
            if (!isKnown)
            {
                term.Count(1);
            }
        }
    }

    public void Remove(LiveArticle article)
    {
        Articles.Remove(article);
        article.Story = null;
        foreach (var (term, weight, traits) in article.Terms)
        {
            ref var sum = ref CollectionsMarshal.GetValueRefOrNullRef(Terms, term);
            sum = sum.Plus(-weight, traits, -1);
            if (sum.Articles == 0)
            {
                Terms.Remove(term);
                term.Count(-1);
            }
        }
    }
}

/// <summary>A term over the articles of a story.</summary>
/// <param name="Articles">How many have it.</param>
/// <param name="Names">How many have it as a name.</param>
/// <param name="Titles">How many have it in the headline.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TermSum(long Weight, int Articles, int Names, int Titles)
{
    public bool IsName => 2 * Names >= Articles;

    public TermTraits TraitsOf(LiveTerm term) => (term.IsFigure ? TermTraits.Figure : IsName ? TermTraits.Name : TermTraits.None)
        | (Titles > 0 ? TermTraits.Title : TermTraits.None);

    public TermSum Plus(int weight, TermTraits traits, int count) => new(
        Weight + weight,
        Articles + count,
        Names + (traits.HasFlag(TermTraits.Name) ? count : 0),
        Titles + (traits.HasFlag(TermTraits.Title) ? count : 0));
}
