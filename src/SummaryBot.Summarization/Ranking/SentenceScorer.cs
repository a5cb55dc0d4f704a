using SummaryBot.Summarization.Text;

namespace SummaryBot.Summarization.Ranking;

/// <summary>Scores sentences by place, by words the whole text keeps coming back to, and by words of the title.</summary>
/// <remarks>News puts first what matters most, so place weighs heaviest. Linear in the text's length.</remarks>
internal static class SentenceScorer
{
    private const double PlaceWeight = 0.5;
    private const double CentralityWeight = 0.35;
    private const double TitleWeight = 0.15;

    /// <summary>A sentence of fewer words rarely stands alone.</summary>
    private const int FewWords = 6;

    /// <returns>One for each span, in their order; scores from 0 to 1.</returns>
    public static IReadOnlyList<ScoredSentence> Score(string text, IReadOnlyList<TextSpan> spans, string? title, string? language)
    {
        var stopWords = StopWords.Of(language);
        var contents = spans.Select(span => Content(text, span, stopWords)).ToList();
        var frequency = contents.SelectMany(words => words).CountBy(word => word, StringComparer.Ordinal).ToDictionary(
            StringComparer.Ordinal);
        var titleWords = Content(title ?? "", new TextSpan(0, title?.Length ?? 0), stopWords);
        var centralities = contents.Select(words => words.Count == 0 ? 0 : words.Sum(word => Math.Log(frequency[word])) / Math.Sqrt(words.Count)).ToList();
        var highest = Math.Max(centralities.DefaultIfEmpty().Max(), double.Epsilon);
        return [.. spans.Select((span, index) =>
        {
            var count = Words.Count(text.AsSpan(span.Start, span.Length));
            var overlap = titleWords.Count == 0 ? 0 : (double)contents[index].Count(titleWords.Contains) / titleWords.Count;
            var score = (PlaceWeight / (1 + (index / 3.0))) + (CentralityWeight * centralities[index] / highest) + (TitleWeight * overlap);
            var whole = Math.Min(1, (double)count / FewWords);
            return new ScoredSentence(new Sentence(index, span.Start, span.End, Math.Clamp(score * whole, 0, 1)), contents[index], count);
        })];
    }

    private static HashSet<string> Content(string text, TextSpan span, System.Collections.Frozen.FrozenSet<string> stopWords) =>
        Words.Of(text, span).Where(word => !stopWords.Contains(word)).ToHashSet(StringComparer.Ordinal);
}
