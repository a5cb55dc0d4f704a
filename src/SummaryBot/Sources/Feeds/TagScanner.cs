namespace SummaryBot.Sources.Feeds;

/// <summary>Reads markup tag by tag, as broken as it may be: linear in time, never deep, never wrong about where it is.</summary>
/// <remarks>Comments, processing instructions and declarations are passed over. What looks like no tag is text.</remarks>
internal sealed class TagScanner(string text, int from = 0)
{
    public const int MaxAttributes = 100;
    private const int MaxName = 200;
    private const int MaxValue = 65_536;

    private readonly Dictionary<string, int> _missing = new(StringComparer.Ordinal); // what is not found before which place
    private int _at = from;

    public TagKind Kind { get; private set; }

    /// <summary>As written, with its prefix.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Whether a start tag closes itself.</summary>
    public bool IsEmpty { get; private set; }

    /// <summary>Values as written, references and all; at most <see cref="MaxAttributes"/>.</summary>
    public List<(string Name, string Value)> Attributes { get; } = [];

    /// <summary>As written; empty for a tag.</summary>
    public string Text { get; private set; } = "";

    public string? Attribute(string name)
    {
        foreach (var attribute in Attributes)
        {
            if (attribute.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return Entities.Decode(attribute.Value);
            }
        }

        return null;
    }

    public bool Next(string? insideOf = null)
    {
        while (_at < text.Length)
        {
            Text = "";
            if (text[_at] != '<')
            {
                return TakeText(_at);
            }

            var rest = text.AsSpan(_at);
            if (rest.StartsWith("<!--", StringComparison.Ordinal))
            {
                _at = Behind("-->", _at + 4);
            }
            else if (rest.StartsWith("<![CDATA[", StringComparison.Ordinal))
            {
                return TakeData(insideOf);
            }
            else if (rest.Length > 1 && rest[1] is '?' or '!')
            {
                _at = rest[1] == '?' && Find("?>", _at) is >= 0 and var end ? end + 2 : Behind(">", _at);
            }
            else if (rest.Length > 2 && rest[1] == '/' && IsNameStart(rest[2]))
            {
                return TakeEnd();
            }
            else
            {
                return rest.Length > 1 && IsNameStart(rest[1]) ? TakeStart() : TakeText(_at + 1);
            }
        }

        return false;
    }

    /// <summary>Goes on at the end tag of an element whose text is no markup.</summary>
    public void SkipToEndOf(string name) => _at = Find("</" + name, _at) is >= 0 and var end ? end : text.Length;

    private bool TakeText(int searchFrom)
    {
        var end = text.IndexOf('<', searchFrom);
        end = end < 0 ? text.Length : end;
        (Kind, Text) = (TagKind.Text, text[_at..end]);
        _at = end;
        return true;
    }

    /// <summary>A section that never ends is taken to end with the element around it.</summary>
    private bool TakeData(string? insideOf)
    {
        var start = _at + "<![CDATA[".Length;
        var end = Find("]]>", start);
        var next = end + 3;
        if (end < 0)
        {
            end = insideOf is null ? -1 : Find("</" + insideOf, start);
            next = end = end < 0 ? text.Length : end;
        }

        (Kind, Text) = (TagKind.Data, text[start..end]);
        _at = next;
        return true;
    }

    private bool TakeEnd()
    {
        _at += 2;
        (Kind, Name) = (TagKind.End, TakeName());
        _at = Behind(">", _at);
        return true;
    }

    private bool TakeStart()
    {
        _at++;
        (Kind, Name, IsEmpty) = (TagKind.Start, TakeName(), false);
        Attributes.Clear();
        while (_at < text.Length && text[_at] is not ('>' or '<'))
        {
            IsEmpty = text[_at] == '/';
            if (text[_at] == '/' || char.IsWhiteSpace(text[_at]))
            {
                IsEmpty = IsEmpty && _at + 1 < text.Length && text[_at + 1] == '>';
                _at++;
            }
            else
            {
                TakeAttribute();
            }
        }

        _at += _at < text.Length && text[_at] == '>' ? 1 : 0;
        return true;
    }

    private void TakeAttribute()
    {
        var start = _at++;
        _at = EndOf(static it => it is '=' or '>' or '<' or '/' || char.IsWhiteSpace(it));
        var name = text[start..Math.Min(_at, start + MaxName)];
        SkipWhite();
        var value = "";
        if (_at < text.Length && text[_at] == '=')
        {
            _at++;
            SkipWhite();
            value = TakeValue();
        }

        if (Attributes.Count < MaxAttributes)
        {
            Attributes.Add((name, value));
        }
    }

    private string TakeValue()
    {
        if (_at < text.Length && text[_at] is '"' or '\'' && Find(text[_at].ToString(), _at + 1, MaxValue) is >= 0 and var end)
        {
            var value = text[(_at + 1)..end];
            _at = end + 1;
            return value;
        }

        var start = _at;
        _at = EndOf(static it => it is '>' or '<' || char.IsWhiteSpace(it));
        return text[start..Math.Min(_at, start + MaxValue)].Trim('"', '\'');
    }

    private string TakeName()
    {
        var start = _at;
        _at = EndOf(static it => !IsNamePart(it));
        return text[start..Math.Min(_at, start + MaxName)];
    }

    private void SkipWhite() => _at = EndOf(static it => !char.IsWhiteSpace(it));

    private int EndOf(Func<char, bool> isEnd)
    {
        var at = _at;
        while (at < text.Length && !isEnd(text[at]))
        {
            at++;
        }

        return at;
    }

    private int Behind(string mark, int start) => Find(mark, start) is >= 0 and var end ? end + mark.Length : text.Length;

    /// <summary>A search that fails is not repeated over the same characters, so that all together stay linear.</summary>
    private int Find(string mark, int start, int within = int.MaxValue)
    {
        var searched = Math.Max(start, _missing.GetValueOrDefault(mark));
        var end = (int)Math.Min(text.Length, (long)start + within);
        if (searched >= end)
        {
            return -1;
        }

        var found = text.AsSpan(searched, end - searched).IndexOf(mark, StringComparison.OrdinalIgnoreCase);
        if (found < 0 && _missing.Count < MaxName)
        {
            _missing[mark] = Math.Max(searched, end - mark.Length + 1);
        }

        return found < 0 ? -1 : searched + found;
    }

    private static bool IsNameStart(char it) => char.IsAsciiLetter(it) || it == '_' || (it > '\u007F' && char.IsLetter(it));

    private static bool IsNamePart(char it) => char.IsAsciiLetterOrDigit(it) || it is '_' or '-' or '.' or ':' || (it > '\u007F' && char.IsLetterOrDigit(it));
}
