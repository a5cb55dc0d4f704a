using SummaryBot.Summarization.Text;

namespace SummaryBot.Articles;

/// <summary>Cuts a text where every browser sees the edge of a word: at white space and, in scripts that write without it, behind punctuation.</summary>
internal static class SentencePieces
{
    private const string Marks = "、。，；！？」』）】》〉";

    /// <summary>The pieces between two places, in order.</summary>
    public static IEnumerable<TextSpan> Between(string text, int start, int end)
    {
        var from = start;
        for (var i = start; i <= end; i++)
        {
            var isSpace = i == end || char.IsWhiteSpace(text[i]);
            if (i > from && (isSpace || IsBehindMark(text, i)))
            {
                yield return new TextSpan(from, i);
                from = i;
            }

            from = isSpace ? i + 1 : from;
        }
    }

    /// <summary>Marks that follow each other stay together, and so does a number with a comma in it.</summary>
    private static bool IsBehindMark(string text, int at) =>
        Marks.Contains(text[at - 1], StringComparison.Ordinal) && !Marks.Contains(text[at], StringComparison.Ordinal) && !char.IsDigit(text[at]);
}
