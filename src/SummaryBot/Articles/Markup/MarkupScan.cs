namespace SummaryBot.Articles.Markup;

/// <summary>Walks over the tags of markup, each character once.</summary>
internal sealed class MarkupScan
{
    private static readonly HashSet<string> Void = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "basefont", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    };

    private static readonly HashSet<string> MayStayOpen = new(StringComparer.OrdinalIgnoreCase)
    {
        "body", "colgroup", "dd", "dt", "head", "html", "li", "optgroup", "option", "p", "rp", "rt", "tbody", "td", "tfoot", "th", "thead", "tr",
    };

    private static readonly HashSet<string> Formatting = new(StringComparer.OrdinalIgnoreCase)
    {
        "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
    };

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> VoidSpan = Void.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> MayStayOpenSpan = MayStayOpen.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> FormattingSpan = Formatting.GetAlternateLookup<ReadOnlySpan<char>>();

    private int _depth, _formatting;

    public int MostDepth { get; private set; }

    public int Elements { get; private set; }

    public int MostAttributes { get; private set; }

    public long Reopened { get; private set; }

    /// <summary>Counts the next tag; false at the end.</summary>
    public bool Next(string html, ref int at)
    {
        var open = at < html.Length ? html.IndexOf('<', at) : -1;
        if (open < 0)
        {
            return false;
        }

        var tag = MarkupTag.At(html, open);
        at = tag.End;
        if (tag.Name.Length > 0)
        {
            Count(tag);
            at = tag.IsEnd ? at : MarkupTag.AfterRawText(html, tag);
        }

        return true;
    }

    private void Count(MarkupTag tag)
    {
        if (tag.IsEnd)
        {
            Close(tag.Name);
            return;
        }

        Elements++;
        MostAttributes = Math.Max(MostAttributes, tag.Attributes);
        if (FormattingSpan.Contains(tag.Name))
        {
            _formatting++;
        }
        else
        {
            Reopened += _formatting;
        }

        if (!VoidSpan.Contains(tag.Name) && !MayStayOpenSpan.Contains(tag.Name))
        {
            MostDepth = Math.Max(MostDepth, ++_depth);
        }
    }

    private void Close(ReadOnlySpan<char> name)
    {
        if (FormattingSpan.Contains(name))
        {
            _formatting = Math.Max(0, _formatting - 1);
        }

        if (!VoidSpan.Contains(name) && !MayStayOpenSpan.Contains(name))
        {
            _depth = Math.Max(0, _depth - 1);
        }
    }
}
