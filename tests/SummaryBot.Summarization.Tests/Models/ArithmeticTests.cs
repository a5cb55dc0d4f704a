using CsCheck;
using SummaryBot.Summarization.Analysis;
using SummaryBot.Summarization.Models;
using SummaryBot.Summarization.Selection;

namespace SummaryBot.Summarization.Tests.Models;

/// <summary>What is worked out in lanes or in short cuts, beside the plain way.</summary>
public sealed class ArithmeticTests
{
    private static readonly Gen<float[]> Rows = Gen.Float[-100, 100].Array[0, 40];

    [Fact]
    public void The_exponential_is_that_of_the_library_to_thirteen_digits() =>
        Gen.Double[-600, 600].Sample(x => Assert.InRange(PortableMath.Exp(x) / Math.Exp(x), 1 - 1e-12, 1 + 1e-12));

    [Fact]
    public void The_logarithm_is_that_of_the_library_to_thirteen_digits() =>
        Gen.Double[1e-300, 1e300].Sample(x => Assert.InRange(PortableMath.Log(x) - Math.Log(x), -1e-12, 1e-12));

    [Fact]
    public void A_value_belongs_to_the_bin_after_the_last_edge_that_it_reaches() =>
        Rows.Select(Gen.Float[-100, 100].Array[0, 15]).Sample((column, edges) =>
        {
            Array.Sort(edges);
            var table = new FeatureTable(column.Length);
            table.Add("column", column);
            var bins = new BinnedNetwork([edges], [], [], [], [], 0).Bin(table);
            Assert.Equal(column.Select(value => (byte)edges.Count(edge => value >= edge)), bins);
        });

    [Fact]
    public void A_linear_model_sums_clipped_standard_values() => Rows.Where(column => column.Length > 0).Sample(column =>
    {
        var sums = new LinearModel(1, [2], [4], 3, [0.5f]).Predict([column]);
        Assert.All(sums.Zip(column), row => Assert.Equal(1 + (0.5f * Math.Clamp((row.Second - 2) / 4, -3, 3)), row.First, 1e-5f));
    });

    [Fact]
    public void Coverage_counts_what_several_sentences_hold_once() =>
        Gen.Int[0, 9].HashSet[0, 8].Select(items => items.ToArray()).Array[5].Select(Gen.Int[0, 4].HashSet[1, 4].Array[1, 20]).Sample((items, sets) =>
        {
            var weights = Enumerable.Range(0, 80).Select(i => (float)(i * i % 97)).ToArray();
            int[][] places = [.. sets.Select(set => set.Order().ToArray())];
            var columns = new SetCoverage(items, weights, 8).Of(places);
            for (var row = 0; row < places.Length; row++)
            {
                var union = places[row].SelectMany(sentence => items[sentence]).Distinct().ToArray();
                Assert.All(columns.Index(), column => Assert.Equal(union.Sum(item => weights[(item * 8) + column.Index]), column.Item[row], 1e-2f));
            }
        });
}
