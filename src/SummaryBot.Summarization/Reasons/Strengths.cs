using SummaryBot.Summarization.Analysis;
using SummaryBot.Summarization.Models;
using SummaryBot.Summarization.Ranking;

namespace SummaryBot.Summarization.Reasons;

/// <summary>What each trait does for the score of a sentence.</summary>
/// <remarks>
/// The model that gave the score is asked again with the trait's features as they are in the text's average sentence: what the log-odds lose is what the
/// trait was worth. Linear in sentences and features.
/// </remarks>
internal sealed class Strengths
{
    private const float LeastProbability = 1e-6f;
    private static readonly int Traits = Enum.GetValues<Trait>().Length;

    private readonly float[] _scores;
    private readonly float[] _without;

    /// <param name="ranked">The text as the run ranked it.</param>
    /// <param name="model">The model that ranked it.</param>
    /// <param name="chosen">Sentences.</param>
    public Strengths(RankedText ranked, SummaryModel model, int[] chosen)
    {
        _scores = Array.ConvertAll(chosen, i => ranked.Scores[i]);
        _without = model.Score(Without(ranked.Features, chosen), ranked.Text.Title.Length > 0);
    }

    /// <param name="at">A place among the chosen.</param>
    /// <param name="trait">Any but <see cref="Trait.None"/>.</param>
    /// <returns>In log-odds; below 0 where it speaks against the sentence.</returns>
    public double Of(int at, Trait trait) => LogOdds(_scores[at]) - LogOdds(_without[(at * Traits) + (int)trait]);

    public static Trait TraitOf(string feature) => feature switch
    {
        "first" or "second" => Trait.Place,
        "names" or "names share" or "names rank" or "new names" or "new names that return" => Trait.Names,
        "numbers" or "money" => Trait.Figures,
        "terms" or "terms mean" or "terms F1" or "new terms" or "new terms mean" or "best term" or "likely terms" or "F1 rank" => Trait.Likely,
        "vector to title" => Trait.Headline,
        _ when StartsWith(feature, "title ") => Trait.Headline,
        _ when StartsWith(feature, "content terms") || StartsWith(feature, "bigrams") || StartsWith(feature, "new bigrams") => Trait.Likely,
        _ when StartsWith(feature, "place") => Trait.Place,
        _ when StartsWith(feature, "tf") || StartsWith(feature, "centrality") || StartsWith(feature, "likeness") || StartsWith(feature, "lexrank")
            || StartsWith(feature, "keywords") || StartsWith(feature, "vector ") => Trait.Central,
        "repeated terms" or "thrice share" => Trait.Central,
        _ => Trait.None,
    };

    private static bool StartsWith(string feature, string start) => feature.StartsWith(start, StringComparison.Ordinal);

    /// <returns>For each chosen sentence a row for each trait, that trait's features being the text's mean.</returns>
    private static FeatureTable Without(FeatureTable features, int[] chosen)
    {
        var table = new FeatureTable(chosen.Length * Traits);
        for (var feature = 0; feature < features.Columns.Count; feature++)
        {
            var (column, trait) = (features.Columns[feature], (int)TraitOf(features.Names[feature]));
            var without = new float[table.Rows];
            for (var row = 0; row < without.Length; row++)
            {
                without[row] = column[chosen[row / Traits]];
            }

            for (var row = trait; row < without.Length && trait != (int)Trait.None; row += Traits)
            {
                without[row] = Mean(column);
            }

            table.Add(features.Names[feature], without);
        }

        return table;
    }

    private static float Mean(float[] column)
    {
        var sum = 0f;
        foreach (var x in column)
        {
            sum += x;
        }

        return sum / column.Length;
    }

    private static double LogOdds(float probability)
    {
        var p = Math.Clamp(probability, LeastProbability, 1 - LeastProbability);
        return PortableMath.Log(p / (1 - p));
    }
}
