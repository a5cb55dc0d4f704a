using CsCheck;
using SummaryBot.Summarization.Analysis;
using SummaryBot.Summarization.Models;
using SummaryBot.Summarization.Selection;
using SummaryBot.Summarization.Text;

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
            var bins = new BinnedNetwork([edges], [], [], [], [], 0).Bin(Table(column));
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
            var columns = new SetCoverage(items, 10, weights, 8).Of(places);
            for (var row = 0; row < places.Length; row++)
            {
                var union = places[row].SelectMany(sentence => items[sentence]).Distinct().ToArray();
                Assert.All(columns.Index(), column => Assert.Equal(union.Sum(item => weights[(item * 8) + column.Index]), column.Item[row], 1e-2f));
            }
        });

    [Fact]
    public void A_network_gives_each_row_of_a_table_the_bits_that_it_gives_the_row_alone() => Rows.Where(column => column.Length > 0).Sample(column =>
    {
        var vectors = Enumerable.Range(0, BinnedNetwork.Bins * BinnedNetwork.First).Select(i => (i * 37 % 101) - 50f).ToArray();
        var middle = Enumerable.Range(0, BinnedNetwork.First * BinnedNetwork.Second).Select(i => ((i * 53 % 89) - 44) / 1000f).ToArray();
        var network = new BinnedNetwork([[-5, -1, 0, 2, 7]], vectors, middle, new float[BinnedNetwork.Second], [.. middle.Take(BinnedNetwork.Second)], 0.1f);

        Assert.Equal(column.SelectMany(value => network.Predict(Table([value]))), network.Predict(Table(column)));
    });

    [Fact]
    public void A_vector_is_its_steps_times_the_worth_of_a_step() => Gen.SByte.Array[3 * Embeddings.Size].Sample(steps =>
    {
        var vector = new float[Embeddings.Size];
        new Embeddings(steps, [], []).CopyTo(1, vector);
        Assert.Equal(steps.Skip(Embeddings.Size).Take(Embeddings.Size).Select(step => step * Embeddings.Step), vector);
    });

    [Fact]
    public void Bigrams_are_numbered_and_counted_as_they_come() => Gen.Int[0, 5].Select(word => $"w{word}").Array[1, 12].Array[1, 8].Sample(words =>
    {
        string[] sentences = [.. words.Select(sentence => string.Join(' ', sentence))];
        var (spans, start) = (new List<TextSpan>(), 0);
        Array.ForEach(sentences, sentence => (spans, start) = ([.. spans, new TextSpan(start, start + sentence.Length)], start + sentence.Length + 1));
        var text = AnalyzedText.Of(string.Join(' ', sentences), spans, null, "en", hasLists: true);
        var all = text.Sentences.SelectMany((sentence, at) => sentence.Tokens.Zip(sentence.Tokens.Skip(1)).Select(pair => (Pair: pair, At: at))).ToArray();

        var bigrams = new Bigrams(text);

        Assert.Equal(all.Select(it => it.Pair).Distinct(), bigrams.Pairs);
        Assert.Equal(bigrams.Pairs.Select(pair => all.Count(it => it.Pair == pair)), bigrams.Occurrences);
        Assert.Equal(bigrams.Pairs.Select(pair => all.Where(it => it.Pair == pair).Distinct().Count()), bigrams.SentenceFrequency);
        Assert.Equal(bigrams.Pairs.Select(pair => all.First(it => it.Pair == pair).At), bigrams.First);
        Assert.Equal(bigrams.Pairs.Select(pair => all.Last(it => it.Pair == pair).At), bigrams.Last);
        Assert.All(bigrams.OfSentence.Index(), sentence => Assert.Equal(
            all.Where(it => it.At == sentence.Index).Select(it => Array.IndexOf(bigrams.Pairs, it.Pair)).Distinct(), sentence.Item));
    });

    private static FeatureTable Table(float[] column)
    {
        var table = new FeatureTable(column.Length);
        table.Add("it", column);
        return table;
    }
}
