namespace SummaryBot.Summarization.Text;

/// <summary>Tells marks that end a sentence from marks inside it.</summary>
internal static class SentenceEnd
{
    private const int SpacedEllipsis = 3;

    /// <summary>A name of so many words may stand between a quotation and "said".</summary>
    private const int LongestName = 4;

    private static readonly WordSet Speech = new("said asked told added cried replied shouted wrote says asks writes wondered warned insisted");

    public static bool IsAt(string text, int start, in SentenceMarks marks, SplitRules rules)
    {
        if (marks.End == text.Length || Characters.NeedsNoSpace(text, marks.Behind - 1))
        {
            return true;
        }

        if (!char.IsWhiteSpace(text[marks.End]))
        {
            return MissingSpace.IsAt(text, marks);
        }

        return NextSentence.CanOpenAt(text, marks.End) && !(IsPlainStop(text, marks)
            ? FullStop.At(text, start, marks).IsInside(rules)
            : IsPause(text, start, marks) || IsQuestionOfSpeaker(text, marks, rules));
    }

    private static bool IsPlainStop(string text, in SentenceMarks marks) => text[marks.Start] == '.' && marks.Behind == marks.Start + 1;

    /// <summary>" . . . " and " … " between words, or before the first, are a pause; four dots, or three behind a word, may end a sentence.</summary>
    private static bool IsPause(string text, int start, in SentenceMarks marks)
    {
        if ((marks.Start > start && !char.IsWhiteSpace(text[marks.Start - 1])) || marks.End != marks.Behind)
        {
            return false;
        }

        var run = text.AsSpan(marks.Start, marks.Behind - marks.Start);
        return run is "…" || (!run.ContainsAnyExcept(". \u00A0") && run.Count('.') == SpacedEllipsis);
    }

    /// <summary>"Why?" Mr. Smith asked.</summary>
    private static bool IsQuestionOfSpeaker(string text, in SentenceMarks marks, SplitRules rules)
    {
        if (marks.End == marks.Behind || text[marks.End - 1] is ')' or ']')
        {
            return false;
        }

        var at = Characters.SkipWhiteSpace(text, marks.End);
        for (var words = 0; words <= LongestName; words++)
        {
            var word = Nearby.WordAt(text, at);
            if (words > 0 && Speech.Contains(word.TrimEnd(".,:")))
            {
                return true;
            }

            if (word.IsEmpty || !char.IsUpper(word[0]) || (words == 0 && rules.Opens(word)))
            {
                return false;
            }

            at = Characters.SkipWhiteSpace(text, at + word.Length);
        }

        return false;
    }
}
