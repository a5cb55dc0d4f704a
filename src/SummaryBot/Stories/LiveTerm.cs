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

    private const double UnknownIdf = 7;

    private readonly double _prior;
    private double _logFrequency;

    public LiveTerm(string stem, Vocabulary vocabulary)
    {
        Stem = stem;
        var idf = vocabulary.IdfOf(stem);
        IsKnown = idf < Vocabulary.Unknown.Idf;
        _prior = IsKnown ? KnownStrength * PortableMath.Exp(-idf) : UnknownStrength * PortableMath.Exp(-UnknownIdf);
        Count(0);
    }

    public string Stem { get; }

    public bool IsKnown { get; }

    /// <summary>The articles of the window that have it, with its weight in each.</summary>
    public List<Posting> Postings { get; } = [];

    /// <summary>How many stories of the window have it.</summary>
    public int Stories { get; private set; }

    public void Count(int change)
    {
        Stories += change;
        _logFrequency = PortableMath.Log(_prior + Stories);
    }

    /// <param name="known">ln(<see cref="KnownStrength"/> + stories), see <see cref="LogOf"/>.</param>
    /// <param name="unknown">The same of a stem that the table does not know.</param>
    public int Idf(double known, double unknown) => Math.Clamp((int)Math.Round(IdfUnit * ((IsKnown ? known : unknown) - _logFrequency)), 1, MostIdf);

    public static (double Known, double Unknown) LogOf(int stories) =>
        (PortableMath.Log(KnownStrength + stories), PortableMath.Log(UnknownStrength + stories));
}

/// <summary>An article that has a term.</summary>
internal readonly record struct Posting(LiveArticle Article, int Weight);
