namespace SummaryBot.Articles.Markup;

/// <summary>Walks over the tags of markup, each character once.</summary>
internal sealed class MarkupScan
{
    /// <summary>Elements with more names than these are taken to stay open.</summary>
    private const int MostNames = 1_000;

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

    private readonly Dictionary<string, int> _open = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _openSpan;
    private int _depth, _formatting;

    public MarkupScan() => _openSpan = _open.GetAlternateLookup<ReadOnlySpan<char>>();

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
            Open(tag.Name);
            MostDepth = Math.Max(MostDepth, ++_depth);
        }
    }

    private void Open(ReadOnlySpan<char> name)
    {
        if (_openSpan.TryGetValue(name, out var count) || _open.Count < MostNames)
        {
            _openSpan[name] = count + 1;
        }
    }

    /// <summary>An end tag counts only where its element is open, so that made-up ones hide nothing.</summary>
    private void Close(ReadOnlySpan<char> name)
    {
        if (!_openSpan.TryGetValue(name, out var count) || count == 0)
        {
            return;
        }

        _openSpan[name] = count - 1;
        _depth--;
        _formatting -= FormattingSpan.Contains(name) ? 1 : 0;
    }
}
