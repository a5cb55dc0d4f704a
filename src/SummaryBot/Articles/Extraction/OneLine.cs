using System.Net;
using SummaryBot.Articles.Markup;

namespace SummaryBot.Articles.Extraction;

/// <summary>Makes one line of plain text of what a page puts into a tag.</summary>
internal static class OneLine
{
    private const int Longest = 500;

    /// <summary>Null where nothing is left.</summary>
    public static string? Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var writer = new LineWriter();
        writer.Write(WebUtility.HtmlDecode(text[..Math.Min(text.Length, Longest * 4)]), isLink: false);
        writer.Close(BlockKind.Paragraph);
        return writer.Lines is [{ Text: var line }] ? Cut(line) : null;
    }

    private static string Cut(string line) =>
        line.Length <= Longest ? line : line[..(char.IsHighSurrogate(line[Longest - 1]) ? Longest - 1 : Longest)];
}
