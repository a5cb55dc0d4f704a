using SummaryBot.Summarization.Analysis;
using SummaryBot.Summarization.Models;

namespace SummaryBot.Stories;

/// <summary>A stem that an article of the window has.</summary>
internal sealed class LiveTerm
{
    /// <summary>An inverse document frequency is told in sixteenths, so that sums of products are exact in whatever order they are made.</summary>
    public const int IdfUnit = 16;

    private const int MostIdf = 10 * IdfUnit;

    /// <summary>How many stories the background counts for: a stem that the table of English news knows, and another.</summary>
    private const double KnownStrength = 3000, UnknownStrength = 200;

    /// <summary>Of four postings one may be of an article that is gone.</summary>
    private const int SweptShare = 4;

    private const double UnknownIdf = 7;
    private const double Damping = 0.7;

    private readonly double _prior;
    private double _logFrequency;
    private double _damping;

    public LiveTerm(string stem, Vocabulary vocabulary)
    {
        Stem = stem;
        var idf = vocabulary.IdfOf(stem);
        IsKnown = idf < Vocabulary.Unknown.Idf;
        _prior = IsKnown ? KnownStrength * PortableMath.Exp(-idf) : UnknownStrength * PortableMath.Exp(-UnknownIdf);
        Count(0);
    }

    public string Stem { get; }

    public bool IsFigure => char.IsDigit(Stem[0]);

    private bool IsKnown { get; }

    /// <summary>The articles that have it, with its weight in each; some may have left the window, and have no story any more.</summary>
    public List<Posting> Postings { get; } = [];

    /// <summary>How many articles of the window have it.</summary>
    public int Articles { get; private set; }

    /// <summary>How many stories of the window have it.</summary>
    public int Stories { get; private set; }

    public void Add(LiveArticle article, int weight)
    {
        Postings.Add(new Posting(article, weight));
        Articles++;
    }

    /// <summary>Lets go of an article that has left its story. Those gone are swept out together: one at a time would move the whole list each time.</summary>
    public void RemoveOne()
    {
        Articles--;
        if (Postings.Count - Articles > Articles / SweptShare)
        {
            Postings.RemoveAll(posting => posting.Article.Story is null);
        }
    }

    public void Count(int change)
    {
        Stories += change;
        _logFrequency = PortableMath.Log(_prior + Stories);
        _damping = 1 + (Damping * PortableMath.Log(Math.Max(1, Stories)));
    }

    /// <summary>How rare it is in news and in the window.</summary>
    /// <param name="known">ln(<see cref="KnownStrength"/> + stories), see <see cref="LogOf"/>.</param>
    /// <param name="unknown">The same of a stem that the table does not know.</param>
    public int Rarity(double known, double unknown) => Whole((IsKnown ? known : unknown) - _logFrequency);

    /// <summary>How much it tells one story from another: its rarity, and less for each further story it is in, as the name of a company in the news for many
    /// things is.</summary>
    public int Idf(double known, double unknown) => Whole(((IsKnown ? known : unknown) - _logFrequency) / _damping);

    private static int Whole(double idf) => Math.Clamp((int)Math.Round(IdfUnit * idf), 1, MostIdf);

    public static (double Known, double Unknown) LogOf(int stories) =>
        (PortableMath.Log(KnownStrength + stories), PortableMath.Log(UnknownStrength + stories));
}

/// <summary>An article that has a term.</summary>
internal readonly record struct Posting(LiveArticle Article, int Weight);
