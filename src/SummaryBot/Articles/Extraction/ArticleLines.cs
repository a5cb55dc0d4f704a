using System.Globalization;
using System.Text;
using SummaryBot.Articles.Markup;

namespace SummaryBot.Articles.Extraction;

/// <summary>Keeps the lines that are an article and drops what is left around and among them.</summary>
internal static class ArticleLines
{
    /// <summary>A line without a full stop that is as long as this is a sentence all the same.</summary>
    private const int Long = 90;

    /// <summary>Where more of the lines than this are links, they are what the article is about.</summary>
    private const double MostLinks = 0.3;

    /// <summary>As many lines after the last paragraph are furniture; more are a list.</summary>
    private const int MostTail = 4;

    /// <summary>More of the text than this is no furniture.</summary>
    private const double MostEnd = 0.25;

    /// <summary>What a line in a script without spaces needs for as much as others.</summary>
    private const int DenseFactor = 3;

    /// <param name="headline">Of the page, which its text need not repeat.</param>
    public static IReadOnlyList<MarkupLine> Of(IReadOnlyList<MarkupLine> lines, string? headline)
    {
        var areLinksContent = lines.Count(line => line.IsLinks) > lines.Count * MostLinks;
        var kept = WithoutRest(WithoutRepeats([.. lines.Where(line => !JunkLines.IsOne(line) && (areLinksContent || !line.IsLinks || line.Kind is BlockKind.Heading))]));
        var known = Key(headline ?? "");
        return WithoutEnds([.. kept.Where(line => line.Text.Length > 300 || !string.Equals(Key(line.Text), known, StringComparison.Ordinal))]);
    }

    /// <summary>Drops what stands before the first and after the last paragraph, unless that is much: then it is a list, and the article is about it.</summary>
    private static List<MarkupLine> WithoutEnds(List<MarkupLine> lines)
    {
        var most = Length(lines) * MostEnd;
        var first = lines.FindIndex(IsProse);
        if (first > 0 && Length(lines[..first]) < most)
        {
            lines = lines[first..];
        }

        var tail = lines.FindLastIndex(IsProse) + 1;
        return tail > 0 && (lines.Count - tail <= MostTail || lines[tail..].Count(line => !JunkLines.IsMark(line)) <= MostTail) && Length(lines[tail..]) < most ? lines[..tail] : lines;
    }

    private static int Length(List<MarkupLine> lines) => lines.Sum(line => line.Text.Length);

    /// <summary>Whether it looks like a paragraph of an article.</summary>
    private static bool IsProse(MarkupLine line) => line.Kind is not BlockKind.Heading && !JunkLines.IsMark(line) && (Length(line.Text) >= Long || IsSentence(line));

    private static bool IsSentence(MarkupLine line) => Length(line.Text) >= 25 && line.Text.TrimEnd('"', '”', '’', '\'', '»', ')', ']', ' ') is [.., '.' or '!' or '?' or '…' or '。' or '！' or '？' or ':' or '।'];

    private static int Length(string text) => text.Length + ((DenseFactor - 1) * text.Count(it => it is >= '\u2E80' and <= '\uD7FF'));

    private static List<MarkupLine> WithoutRepeats(List<MarkupLine> lines)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. lines.Where(line => line.Text.Length < 40 || seen.Add(Key(line.Text)))];
    }

    /// <summary>Ends before a heading that opens the rest of the page, unless most of the text comes after it.</summary>
    private static List<MarkupLine> WithoutRest(List<MarkupLine> lines)
    {
        var all = lines.Sum(line => line.Text.Length);
        var before = 0;
        for (var at = 0; at < lines.Count; at++)
        {
            if (before > all * 0.75 && JunkLines.OpensTheRest(lines[at]) && !IsProse(lines[at]))
            {
                return lines[..at];
            }

            before += lines[at].Text.Length;
        }

        return lines;
    }

    private static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var it in text.Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit))
        {
            key.Append(char.ToLower(it, CultureInfo.InvariantCulture));
        }

        return key.ToString();
    }
}
