using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace SummaryBot.Articles.Markup;

/// <summary>Reads the paragraphs of HTML: block elements part them, what is inside a line stays on it.</summary>
public static class HtmlBlocks
{
    private static readonly HashSet<string> Silent = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "noscript", "template", "head", "iframe", "object", "svg", "math", "select", "textarea", "button",
    };

    private static readonly HashSet<string> Inline = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "q", "s", "samp",
        "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    };

    /// <summary>The paragraphs of a piece of HTML, as a feed carries it. Text without any tag is one paragraph.</summary>
    public static IReadOnlyList<TextBlock> OfFragment(string html)
    {
        using var document = new HtmlParser().ParseDocument(html);
        return Of(document.Body!);
    }

    /// <summary>The paragraphs under an element.</summary>
    public static IReadOnlyList<TextBlock> Of(IElement root)
    {
        var blocks = new List<TextBlock>();
        var line = new StringBuilder();
        Walk(root, BlockKind.Paragraph, line, blocks);
        Close(BlockKind.Paragraph, line, blocks);
        return blocks;
    }

    private static void Walk(INode node, BlockKind kind, StringBuilder line, List<TextBlock> blocks)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText text)
            {
                line.Append(text.Data);
            }
            else if (child is IElement element && !Silent.Contains(element.LocalName))
            {
                Enter(element, kind, line, blocks);
            }
        }
    }

    private static void Enter(IElement element, BlockKind kind, StringBuilder line, List<TextBlock> blocks)
    {
        if (Inline.Contains(element.LocalName))
        {
            Walk(element, kind, line, blocks);
            return;
        }

        Close(kind, line, blocks);
        var inner = KindOf(element.LocalName) ?? kind;
        Walk(element, inner, line, blocks);
        Close(inner, line, blocks);
    }

    private static BlockKind? KindOf(string name) => name switch
    {
        "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => BlockKind.Heading,
        "li" or "dd" or "dt" => BlockKind.ListItem,
        "blockquote" => BlockKind.Quote,
        _ => null,
    };

    private static void Close(BlockKind kind, StringBuilder line, List<TextBlock> blocks)
    {
        var text = string.Join(' ', line.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        line.Clear();
        text = string.Concat(text.Where(it => !char.IsControl(it)));
        if (text.Length > 0)
        {
            blocks.Add(new TextBlock(kind, text));
        }
    }
}
