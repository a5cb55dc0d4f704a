namespace SummaryBot.Summarization.Text;

/// <summary>Tells "in death.The police" from "www.Example.Com".</summary>
internal static class MissingSpace
{
    private static readonly WordSet Domains = new("com net org gov edu info js io ai tv co uk de ru az html pdf txt");

    public static bool IsAt(string text, in SentenceMarks marks)
    {
        var next = marks.End;
        if (marks.Behind != marks.Start + 1 || !IsEndOfWord(text, marks.Start) || !IsStartOfWord(text, next))
        {
            return false;
        }

        return !Nearby.LastWord(text.AsSpan(0, marks.Start)).ContainsAny("/@:.")
            && Nearby.WordAt(text, next).TrimEnd(".!?,;:”’\"')") is var word && !word.ContainsAny("/@.") && !Domains.Contains(word);
    }

    private static bool IsEndOfWord(string text, int stop) =>
        stop >= 2 && (text[stop - 2], text[stop - 1]) is var (first, second)
        && ((char.IsLower(first) && char.IsLower(second)) || (char.IsDigit(first) && char.IsDigit(second)));

    private static bool IsStartOfWord(string text, int at) =>
        at + 1 < text.Length && char.IsUpper(text[at]) && (char.IsLower(text[at + 1]) || text[at + 1] == ' ');
}
