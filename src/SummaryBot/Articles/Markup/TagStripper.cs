using System.Net;

namespace SummaryBot.Articles.Markup;

/// <summary>Reads the text of markup that no parser should be asked to read: tags go, each block on a line of its own. One pass.</summary>
internal static class TagStripper
{
    private static readonly HashSet<string> Inline = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "b", "big", "cite", "code", "em", "font", "i", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "wbr",
    };

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> InlineSpan = Inline.GetAlternateLookup<ReadOnlySpan<char>>();

    public static IReadOnlyList<TextBlock> Blocks(string html)
    {
        var writer = new LineWriter();
        for (var at = 0; at < html.Length;)
        {
            var open = html.IndexOf('<', at);
            var end = open < 0 ? html.Length : open;
            writer.Write(WebUtility.HtmlDecode(html[at..end]), isLink: false);
            at = open < 0 ? html.Length : Pass(html, open, writer);
        }

        writer.Close(BlockKind.Paragraph);
        return [.. writer.Lines.Select(line => line.Block)];
    }

    private static int Pass(string html, int open, LineWriter writer)
    {
        var tag = MarkupTag.At(html, open);
        if (tag.Name.Length == 0)
        {
            if (tag.End == open + 1)
            {
                writer.Write("<", isLink: false);
            }

            return tag.End;
        }

        if (!InlineSpan.Contains(tag.Name))
        {
            writer.Close(BlockKind.Paragraph);
        }

        return tag.IsEnd ? tag.End : MarkupTag.AfterRawText(html, tag);
    }
}
