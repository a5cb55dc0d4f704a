using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace SummaryBot.Articles.Markup;

/// <summary>Reads the paragraphs of HTML: block elements part them, what is inside a line stays on it.</summary>
public static class HtmlBlocks
{
    private static readonly HashSet<string> Silent = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "noscript", "template", "head", "iframe", "object", "svg", "math", "select", "textarea", "button", "audio", "video", "canvas",
    };

    private static readonly HashSet<string> Inline = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "nobr", "q", "s",
        "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    };

    /// <summary>The paragraphs of a piece of HTML, as a feed carries it. Text without any tag is one paragraph.</summary>
    /// <remarks>Markup out of bounds (<see cref="MarkupBounds"/>) loses its tags instead of being read.</remarks>
    public static IReadOnlyList<TextBlock> OfFragment(string html)
    {
        if (MarkupBounds.Of(html).Fault is not null)
        {
            return TagStripper.Blocks(html);
        }

        using var document = new HtmlParser().ParseDocument(html);
        Flattening.Flatten(document.Body!);
        return Of(document.Body!);
    }

    /// <summary>The paragraphs under an element.</summary>
    public static IReadOnlyList<TextBlock> Of(IElement root) => [.. Lines(root).Select(line => line.Block)];

    internal static IReadOnlyList<MarkupLine> Lines(IElement root)
    {
        var writer = new LineWriter();
        Walk(root, BlockKind.Paragraph, isLink: false, writer);
        writer.Close(BlockKind.Paragraph);
        return writer.Lines;
    }

    private static void Walk(INode node, BlockKind kind, bool isLink, LineWriter writer)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText text)
            {
                writer.Write(text.Data, isLink);
            }
            else if (child is IElement element && !Silent.Contains(element.LocalName))
            {
                Enter(element, kind, isLink, writer);
            }
        }
    }

    private static void Enter(IElement element, BlockKind kind, bool isLink, LineWriter writer)
    {
        var inLink = isLink || element.LocalName is "a";
        if (Inline.Contains(element.LocalName))
        {
            Walk(element, kind, inLink, writer);
            return;
        }

        if (element.LocalName is "td" or "th" && element.PreviousElementSibling is not null)
        {
            writer.Write(" ", isLink: false); // the cells of a row stay on one line
        }
        else if (element.LocalName is not ("td" or "th"))
        {
            writer.Close(kind);
        }

        var inner = KindOf(element.LocalName) ?? kind;
        Walk(element, inner, inLink, writer);
        if (element.LocalName is not ("td" or "th"))
        {
            writer.Close(inner);
        }
    }

    private static BlockKind? KindOf(string name) => name switch
    {
        "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => BlockKind.Heading,
        "li" or "dd" or "dt" => BlockKind.ListItem,
        "blockquote" => BlockKind.Quote,
        _ => null,
    };
}
