using System.Buffers;
using SummaryBot.Summarization.Text;

namespace SummaryBot.Summarization.Reading;

/// <summary>Finds sentences that belong to the page and not to the story: consent, promotion, bylines, credits.</summary>
internal static class Furniture
{
    /// <summary>A longer sentence may hold such words and tell something beside.</summary>
    private const int LongestHolder = 180;

    /// <summary>"Updated", "She said.", "14:27": too little to stand in a summary.</summary>
    private const int MostScrapWords = 2;
    private const int LongestScrap = 60;

    /// <summary>"Also read |" and a little more.</summary>
    private const int LongestPointer = 16;

    private static readonly SearchValues<string> Garbage = SearchValues.Create(
        ["\"@context\"", "schema.org", "function(", "{width:", "pic.twitter.com/"], StringComparison.Ordinal);

    private static readonly SearchValues<string> Credits = SearchValues.Create(
        [
            "photo", "input", "reporting by", "image", "picture", "source:", "credit", "courtesy",
            "agency", "agencies", "file", "read", "watch", "click", "see",
        ],
        StringComparison.OrdinalIgnoreCase);

    /// <param name="sentence">One sentence.</param>
    /// <param name="language">ISO 639-1 code of a language that there is a table for.</param>
    public static bool Is(ReadOnlySpan<char> sentence, string language)
    {
        var text = Trimmed(sentence);
        return text.IsEmpty
            || (sentence.Length <= LongestScrap && Words.Count(sentence) <= MostScrapWords)
            || Starts(text)
            || IsByline(text)
            || (sentence.Length <= LongestHolder ? FurniturePhrases.Anywhere(language).IsIn(text) : IsListOfReporters(text, language))
            || IsPointer(text)
            || IsLink(sentence)
            || IsTime(text)
            || IsCredit(sentence)
            || (sentence.ContainsAny('{', '/') && sentence.ContainsAny(Garbage));
    }

    /// <summary>"Two left.": too little for a summary, but no part of the page.</summary>
    public static bool IsShortSentence(ReadOnlySpan<char> sentence) =>
        sentence.Length <= LongestScrap && Words.Count(sentence) == MostScrapWords && sentence[^1] is '.' or '!' or '?' && Trimmed(sentence) is [_, ..] text && !Starts(text);

    /// <summary>A line with nothing but "By" before its author.</summary>
    public static bool IsBylineMark(ReadOnlySpan<char> sentence) => sentence is "By." or "By ." or "By" or "BY";

    private static ReadOnlySpan<char> Trimmed(ReadOnlySpan<char> sentence)
    {
        var at = 0;
        while (at < sentence.Length && !char.IsLetterOrDigit(sentence[at]) && sentence[at] is not ('©' or '@' or '{'))
        {
            at++;
        }

        return sentence[at..];
    }

    private static bool Starts(ReadOnlySpan<char> text)
    {
        var initial = char.ToLowerInvariant(text[0]);
        foreach (var phrase in FurniturePhrases.ByInitial(initial))
        {
            if (text.StartsWith(phrase.Text, StringComparison.OrdinalIgnoreCase)
                && (text.Length <= phrase.Longest)
                && (!phrase.IsCased || text.StartsWith(phrase.Text, StringComparison.Ordinal))
                && (text.Length == phrase.Text.Length || !char.IsLetter(text[phrase.Text.Length]) || !char.IsLetter(phrase.Text[^1])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"By Jane Smith and John Doe": nothing but names behind the word.</summary>
    private static bool IsByline(ReadOnlySpan<char> text)
    {
        if (text.Length > 80 || !text.StartsWith("by ", StringComparison.OrdinalIgnoreCase) || text.Contains(','))
        {
            return false;
        }

        var reader = new WordReader(text[3..]);
        while (reader.Next())
        {
            if (!reader.IsCapitalized && reader.Word is not ("and" or "for" or "in" or "of" or "the" or "de" or "van"))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Many names of reporters make a long sentence.</summary>
    private static bool IsListOfReporters(ReadOnlySpan<char> text, string language) =>
        language is "en" && (text.Contains("contributed to this report", StringComparison.OrdinalIgnoreCase)
            || text.Contains("contributed to this story", StringComparison.OrdinalIgnoreCase));

    /// <summary>"(Read | Another story) Two men ..." leads elsewhere, whatever stands behind.</summary>
    private static bool IsPointer(ReadOnlySpan<char> text) =>
        text[..Math.Min(text.Length, LongestPointer)].IndexOf('|') is var bar and > 0 && text[..bar].TrimEnd() is var verb
        && (verb.EndsWith("read", StringComparison.OrdinalIgnoreCase) || verb.EndsWith("watch", StringComparison.OrdinalIgnoreCase));

    /// <summary>"See photos of the fires »" leads elsewhere.</summary>
    private static bool IsLink(ReadOnlySpan<char> sentence)
    {
        var end = sentence.TrimEnd(" .\u00A0");
        return end.Length > 0 && end[^1] is '»' or '›' or '→' or '►' && !sentence.ContainsAny('«', '‹');
    }

    /// <summary>"08:30 EST, 30 January 2014." tells when the page was written.</summary>
    private static bool IsTime(ReadOnlySpan<char> text) =>
        text.Length is > 4 and < 40 && char.IsAsciiDigit(text[0]) && text[1..3].ContainsAny(':', '.')
        && (text.Contains(" EST", StringComparison.Ordinal) || text.Contains(" GMT", StringComparison.Ordinal)
            || text.Contains(" BST", StringComparison.Ordinal) || text.Contains(" EDT", StringComparison.Ordinal));

    /// <summary>A short line in brackets: "(Photo by A. Smith)", "(With inputs from PTI)".</summary>
    private static bool IsCredit(ReadOnlySpan<char> sentence) =>
        sentence.Length < 80 && sentence[0] == '(' && sentence.TrimEnd(" .")[^1] == ')' && sentence.ContainsAny(Credits);
}
