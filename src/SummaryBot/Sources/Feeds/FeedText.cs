using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SummaryBot.Articles.Markup;

namespace SummaryBot.Sources.Feeds;

/// <summary>Makes plain text of what a feed carries as plain text, escaped HTML, XHTML or base64. One instance serves one feed, whose HTML it holds within bounds.</summary>
internal sealed partial class FeedText
{
    /// <summary>Characters of an item's HTML; the rest is cut.</summary>
    public const int MaxHtml = 500_000;

    /// <summary>Characters of a title.</summary>
    public const int MaxLine = 1000;

    public const int MaxId = 1024;

    private const int MaxLineMarkup = 10_000;

    private static readonly HashSet<string> Void = new(
        ["br", "hr", "img", "input", "meta", "wbr", "embed", "col", "link", "area", "base", "param", "source", "track"], StringComparer.OrdinalIgnoreCase);

    private readonly MarkupBudget _budget = new();

    public IReadOnlyList<TextBlock> Blocks(FeedNode? node, bool isAtom) => node is null ? [] : FormOf(node, isAtom) switch
    {
        TextForm.Plain => Plain(ValueOf(node)),
        TextForm.Guess => Guess(ValueOf(node)),
        TextForm.Html => Html(ValueOf(node)),
        TextForm.Xhtml => Html(Markup(node.Element)),
        _ => Base64(ValueOf(node)) is { } text ? Guess(text) : [],
    };

    /// <summary>Text that may be HTML or not.</summary>
    public IReadOnlyList<TextBlock> Guess(string text) => LooksLikeHtml(text) ? Html(text) : Plain(Entities.Decode(Begin(text, MaxHtml)));

    public IReadOnlyList<TextBlock> Html(string html)
    {
        html = Begin(html, MaxHtml);
        return _budget.Allows(html) ? HtmlBlocks.OfFragment(html) : TagStripper.Blocks(html);
    }

    /// <summary>Paragraphs parted by blank lines.</summary>
    public static IReadOnlyList<TextBlock> Plain(string text) =>
        [.. BlankLine().Split(Begin(text, MaxHtml)).Select(OneLine).Where(it => it.Length > 0).Select(it => new TextBlock(BlockKind.Paragraph, it))];

    /// <summary>One line of at most <see cref="MaxLine"/> characters; null where there is none.</summary>
    public string? Line(FeedNode? node, bool isAtom) => node is null ? null : Cut(FormOf(node, isAtom) switch
    {
        TextForm.Plain => OneLine(Begin(ValueOf(node), MaxLineMarkup)),
        TextForm.Guess => GuessLine(ValueOf(node)),
        TextForm.Html => HtmlLine(ValueOf(node)),
        TextForm.Xhtml => HtmlLine(Markup(node.Element)),
        _ => GuessLine(Base64(ValueOf(node)) ?? ValueOf(node)),
    });

    public string? GuessedLine(string? text) => text is null ? null : Cut(GuessLine(text));

    /// <summary>Control characters from 128 on are meant as windows-1252, as browsers take their references.</summary>
    private static string Meant(string text) => text.AsSpan().ContainsAnyInRange('\u0080', '\u009F')
        ? string.Concat(text.Select(it => it is >= '\u0080' and <= '\u009F' ? Entities.Latin1(it) : it))
        : text;

    /// <summary>White space as single spaces, without control characters.</summary>
    public static string OneLine(string text) =>
        string.Join(' ', string.Concat(text.Select(it => char.IsControl(it) && !char.IsWhiteSpace(it) ? ' ' : it)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private string GuessLine(string text) =>
        Begin(text, MaxLineMarkup) is var begin && LooksLikeHtml(begin) ? HtmlLine(begin) : OneLine(Entities.Decode(begin));

    private string HtmlLine(string html) => OneLine(string.Join(' ', Html(Begin(html, MaxLineMarkup)).Select(block => block.Text)));

    /// <summary>So many characters of a text and no half of a pair.</summary>
    public static string Begin(string text, int length) => text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    /// <summary>A name that is no prose: on one line and cut; null where it is blank.</summary>
    public static string? Word(string? text, int length) => text is not null && OneLine(Begin(text, length)) is { Length: > 0 } line ? line : null;

    /// <summary>Cuts between characters as people see them.</summary>
    private static string? Cut(string line)
    {
        if (line.Length <= MaxLine)
        {
            return line.Length > 0 ? line : null;
        }

        var end = 0;
        for (var next = 0; next <= MaxLine; next += StringInfo.GetNextTextElementLength(line, next))
        {
            end = next;
        }

        return end == 0 ? Begin(line, MaxLine) : line[..end];
    }

    private static string ValueOf(FeedNode node) => Meant(node.Element.Value);

    private static TextForm FormOf(FeedNode node, bool isAtom)
    {
        var type = node.Attribute("type")?.Lower() ?? "";
        var mode = node.Attribute("mode")?.Lower();
        return mode is "base64" ? TextForm.Base64
            : node.HasElements ? TextForm.Xhtml
            : !isAtom ? TextForm.Guess
            : type.Contains("html", StringComparison.Ordinal) || (mode is "escaped" && type.Length == 0) ? TextForm.Html
            : type is "" or "text" || mode is not null || type.StartsWith("text/", StringComparison.Ordinal) ? TextForm.Plain
            : type.EndsWith("xml", StringComparison.Ordinal) || !type.Contains('/', StringComparison.Ordinal) ? TextForm.Guess
            : TextForm.Base64;
    }

    /// <summary>Null where it is no base64 of a text in UTF-8: a picture, for one.</summary>
    private static string? Base64(string text)
    {
        var bytes = new byte[(text.Length / 4 * 3) + 3];
        if (!Convert.TryFromBase64String(text, bytes, out var length))
        {
            return null;
        }

        var decoded = Encoding.UTF8.GetString(bytes, 0, length);
        return decoded.Contains('\uFFFD', StringComparison.Ordinal) || decoded.Contains('\0', StringComparison.Ordinal) ? null : decoded;
    }

    /// <summary>The inside of an element as HTML, tags alone.</summary>
    private static string Markup(XElement element)
    {
        var html = new StringBuilder();
        foreach (var node in element.Nodes().TakeWhile(_ => html.Length < MaxHtml))
        {
            Write(node, html);
        }

        return html.ToString();
    }

    private static void Write(XNode node, StringBuilder html)
    {
        if (node is XText text)
        {
            html.Append(text.Value.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal));
        }
        else if (node is XElement element)
        {
            var name = element.Name.LocalName;
            html.Append('<').Append(name).Append('>');
            if (Void.Contains(name))
            {
                return;
            }

            foreach (var child in element.Nodes())
            {
                Write(child, html);
            }

            html.Append("</").Append(name).Append('>');
        }
    }

    /// <summary>Whether a text has a tag of HTML; what other angle brackets hold is text.</summary>
    private static bool LooksLikeHtml(string text) => text.Contains('<', StringComparison.Ordinal) && HtmlTag().IsMatch(text);

    [GeneratedRegex(@"</?(?:a|abbr|acronym|address|applet|article|aside|audio|b|base|basefont|bdi|bdo|big|blink|blockquote|body|br|button|canvas|caption|center|cite|code|col|colgroup|dd|del|details|dfn|dialog|dir|div|dl|dt|em|embed|fieldset|figcaption|figure|font|footer|form|frame|frameset|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|label|legend|li|link|main|map|mark|menu|meta|nav|nobr|noscript|object|ol|option|p|param|picture|pre|q|s|samp|script|section|select|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|textarea|tfoot|th|thead|time|tr|tt|u|ul|var|video|wbr)(?:\s[^<>]*)?/?>",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 2000)]
    private static partial Regex HtmlTag();

    [GeneratedRegex(@"\r?\n[ \t]*\r?\n", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex BlankLine();

    private enum TextForm
    {
        Plain,
        Guess,
        Html,
        Xhtml,
        Base64,
    }
}
