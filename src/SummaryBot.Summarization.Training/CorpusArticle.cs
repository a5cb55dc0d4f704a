using System.Text.RegularExpressions;

namespace SummaryBot.Summarization.Training;

/// <summary>An article with the summary that a person wrote of it.</summary>
/// <param name="Id">Unique in its file.</param>
/// <param name="Title">The headline; null where there is none.</param>
/// <param name="Sents">Its sentences.</param>
/// <param name="Reference">The summary, a line a sentence.</param>
internal sealed record CorpusArticle(string Id, string? Title, IReadOnlyList<string> Sents, string Reference)
{
    /// <summary>Whether furniture stands before the article, which makes the first sentences no summary at all.</summary>
    public bool HasByline => Sents.Take(3).Any(sentence => Regex.IsMatch(
        sentence, @"PUBLISHED|UPDATED|^By\b|Last updated", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking));
}
