namespace SummaryBot.Summarization.Analysis;

/// <summary>The names of a sentence by their capitals. The first word counts beside another capital only; German writes all nouns so, and there every name needs two.</summary>
internal static class SentenceNames
{
    private const int LeastLetters = 2;

    public static HashSet<string> Of(AnalyzedText text, int sentence, string? language)
    {
        var it = text.Sentences[sentence];
        var names = new HashSet<string>(StringComparer.Ordinal);
        if (it.Kinds.Length > 0 && it.Count(WordKinds.Capital) == it.Kinds.Length)
        {
            return names; // a line of capitals has no names to tell
        }

        for (var i = 0; i < it.Tokens.Length; i++)
        {
            var needsOther = i == 0 || language is "de";
            if (IsName(text, it, i) && (!needsOther || (i > 0 && IsName(text, it, i - 1)) || IsName(text, it, i + 1)))
            {
                names.Add(text.Terms[it.Tokens[i]]);
            }
        }

        return names;
    }

    private static bool IsName(AnalyzedText text, AnalyzedSentence sentence, int at) =>
        at < sentence.Tokens.Length && sentence.Kinds[at].HasFlag(WordKinds.Capital)
        && !text.IsStop[sentence.Tokens[at]] && text.Terms[sentence.Tokens[at]].Length >= LeastLetters;
}
