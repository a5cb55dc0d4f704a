using SummaryBot.Summarization.Text;

namespace SummaryBot.Summarization.Tests;

public sealed class GoldSetTests
{
    [Fact]
    public void Of_a_thousand_tricky_texts_nearly_every_boundary_is_found_and_nearly_none_is_made_up()
    {
        var (right, found, expected) = (0, 0, 0);
        var faults = new List<string>();
        foreach (var gold in GoldSet.Read(Path.Combine(AppContext.BaseDirectory, "Gold")))
        {
            var ends = SentenceSplitter.Split(gold.Text, gold.Language).SkipLast(1).Select(span => span.End).ToList();
            var common = ends.Intersect(gold.Ends).Count();
            (right, found, expected) = (right + common, found + ends.Count, expected + gold.Ends.Count);
            if (common < Math.Max(ends.Count, gold.Ends.Count))
            {
                faults.Add($"{gold.Language}: {gold.Text}");
            }
        }

        var f1 = 2.0 * right / (found + expected);
        TestContext.Current.TestOutputHelper?.WriteLine($"F1 {f1:F4}: {right} right, {found} found, {expected} expected.");
        Assert.Equal(2 * GoldSet.Size, expected);
        Assert.True(f1 >= 0.99, $"F1 is {f1:F4}:\n{string.Join('\n', faults)}");
    }
}
