using System.Globalization;
using SummaryBot.Summarization;

namespace SummaryBot.Commands;

/// <summary>Why the sentences of a summary were chosen, in English: <c>S7 0.66 only sentence with figures: 54; central to: port</c>.</summary>
public static class WhyLines
{
    /// <summary>What the lines mean.</summary>
    public const string Legend =
        "Best first. S1 is the article's first sentence; the number is its score from 0 to 1: how likely it belongs to the best summary.";

    /// <param name="summary">Made with <see cref="SummaryOptions.Why"/>; without it there are no lines.</param>
    /// <returns>A line for each chosen sentence, the highest score first.</returns>
    public static IReadOnlyList<string> Of(Summary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        return [.. summary.Sentences.Zip(summary.Reasons).OrderBy(it => it.First.Rank).Select(it => Line(it.First, it.Second, summary))];
    }

    private static string Line(Sentence sentence, IReadOnlyList<Reason> reasons, Summary summary) => string.Create(
        CultureInfo.InvariantCulture,
        $"S{sentence.Index + 1} {sentence.Score:0.00} {string.Join("; ", reasons.Select(reason => Text(reason, summary)))}");

    private static string Text(Reason reason, Summary summary) => reason.Kind switch
    {
        ReasonKind.Lead => "the article is too short to choose from, so this is how it begins",
        ReasonKind.Shortest => "the shortest sentence; none has as few words as asked for",
        ReasonKind.Opening => "opening of the story",
        ReasonKind.NearOpening => "near the opening of the story",
        ReasonKind.Headline => $"near the headline: {Words(reason)}",
        ReasonKind.Central => $"central to: {Words(reason)}",
        ReasonKind.OnlyFigures => $"only sentence with figures: {Words(reason)}",
        ReasonKind.MostFigures => $"most figures of all: {Words(reason)}",
        ReasonKind.Names => $"names {Words(reason)}",
        ReasonKind.LikelyWords => $"adds words that summaries keep: {Words(reason)}",
        ReasonKind.Answer => "answers what was asked, or is needed to read what does",
        ReasonKind.Needed => $"S{reason.NeededBy + 1} cannot be read without it",
        ReasonKind.TopScore => $"one of the {summary.Sentences.Count} best scores among {summary.SentenceCount} sentences",
        _ => "fits best beside the others",
    };

    private static string Words(Reason reason) => string.Join(", ", reason.Words);
}
