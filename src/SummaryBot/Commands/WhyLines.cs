using System.Globalization;
using SummaryBot.Language;
using SummaryBot.Summarization;

namespace SummaryBot.Commands;

/// <summary>Why the sentences of a summary were chosen: <c>S7 0.66 only sentence with figures: 54; central to: port</c>. What that means is the text <c>card.whyLegend</c>.</summary>
public static class WhyLines
{
    /// <param name="summary">Made with <see cref="SummaryOptions.Why"/>; without it there are no lines.</param>
    /// <returns>A line for each chosen sentence, the highest score first.</returns>
    public static IReadOnlyList<string> Of(Summary summary, Words words)
    {
        ArgumentNullException.ThrowIfNull(summary);
        return [.. summary.Sentences.Zip(summary.Reasons).OrderBy(it => it.First.Rank).Select(it => Line(it.First, it.Second, summary, words))];
    }

    private static string Line(Sentence sentence, IReadOnlyList<Reason> reasons, Summary summary, Words words) => string.Create(
        CultureInfo.InvariantCulture,
        $"S{sentence.Index + 1} {sentence.Score:0.00} {string.Join("; ", reasons.Select(reason => Text(reason, summary, words)))}");

    private static string Text(Reason reason, Summary summary, Words words) => words.Plain(
        $"card.reason.{reason.Kind}",
        ("words", string.Join(", ", reason.Words)),
        ("number", reason.NeededBy + 1),
        ("shown", summary.Sentences.Count),
        ("count", summary.SentenceCount));
}
