using System.Globalization;
using System.Text;

namespace SummaryBot.Articles.Markup;

/// <summary>Collects the text of one line after another: white space becomes single spaces, what cannot be seen is left out.</summary>
internal sealed class LineWriter
{
    private readonly StringBuilder _line = new();
    private readonly List<MarkupLine> _lines = [];
    private bool _isSpaceDue;
    private int _linked;

    public IReadOnlyList<MarkupLine> Lines => _lines;

    public void Write(string text, bool isLink)
    {
        foreach (var it in text)
        {
            if (char.IsWhiteSpace(it))
            {
                _isSpaceDue = true;
            }
            else if (!IsUnseen(it))
            {
                Add(it, isLink);
            }
        }
    }

    public void Close(BlockKind kind)
    {
        if (_line.Length > 0)
        {
            _lines.Add(new MarkupLine(kind, Whole(_line.ToString()), _linked));
        }

        _line.Clear();
        (_linked, _isSpaceDue) = (0, false);
    }

    private void Add(char it, bool isLink)
    {
        if (_isSpaceDue && _line.Length > 0)
        {
            _line.Append(' ');
        }

        _isSpaceDue = false;
        _line.Append(it);
        _linked += isLink ? 1 : 0;
    }

    /// <summary>A surrogate without its other half is no character.</summary>
    private static string Whole(string text) => text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')
        ? string.Concat(text.EnumerateRunes())
        : text;

    /// <summary>Control and format characters and the soft hyphen; the joiners that scripts and emoji need stay.</summary>
    private static bool IsUnseen(char it) => char.IsControl(it)
        || (it is not ('\u200C' or '\u200D') && CharUnicodeInfo.GetUnicodeCategory(it) is UnicodeCategory.Format)
        || it is '\uFFFE' or '\uFFFF';
}
