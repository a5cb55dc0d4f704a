using SummaryBot.Chat;
using SummaryBot.Summarization.Text;

namespace SummaryBot.Articles;

/// <summary>What a text says that another did not. Sentences are compared word for word; white space and place do not count.</summary>
/// <param name="Added">Sentences that only the new text has, in its order; one that it has twice as often, once.</param>
/// <param name="Removed">Sentences that only the old text has, in its order.</param>
public sealed record SentenceDiff(IReadOnlyList<string> Added, IReadOnlyList<string> Removed)
{
    public bool IsEmpty => Added.Count == 0 && Removed.Count == 0;

    /// <param name="oldText">What the article said.</param>
    /// <param name="newText">What it says now.</param>
    /// <param name="language">ISO 639-1 code; where null, the words of both tell.</param>
    public static SentenceDiff Of(string oldText, string newText, string? language)
    {
        const string Gap = "\n\n"; // ends a sentence always; in one text both are split by the rules of one language
        var text = $"{oldText}{Gap}{newText}";
        var sentences = SentenceSplitter.Split(text, language)
            .ToLookup(span => span.Start < oldText.Length, span => QuoteOrigin.Shown(text, span.Start, span.End));
        var (before, after) = (sentences[true].ToList(), sentences[false].ToList());
        return new SentenceDiff(Without(after, before), Without(before, after));
    }

    /// <summary>As often as a sentence is among the others, its first occurrences go.</summary>
    private static List<string> Without(List<string> sentences, List<string> others)
    {
        var left = others.CountBy(sentence => sentence, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return sentences.Where(sentence => left.GetValueOrDefault(sentence) <= 0 || left[sentence]-- <= 0).ToList();
    }
}
