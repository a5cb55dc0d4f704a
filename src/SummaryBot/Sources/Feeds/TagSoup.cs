using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace SummaryBot.Sources.Feeds;

/// <summary>Makes elements of XML that no XML reader takes: bare ampersands, names of HTML, missing and crossed end tags, invalid characters.</summary>
/// <remarks>Linear; every element that is open at the end is closed there.</remarks>
internal sealed class TagSoup
{
    private const string PrefixMark = "xmlns:";

    /// <summary>HTML that was not escaped: these never have an end tag.</summary>
    private static readonly HashSet<string> Void = new(StringComparer.OrdinalIgnoreCase) { "br", "hr", "img", "input", "meta", "wbr", "embed", "col" };

    /// <summary>Inside themselves they are siblings whose end tag is missing.</summary>
    private static readonly HashSet<string> NeverNested = new(StringComparer.OrdinalIgnoreCase) { "item", "entry", "p", "li", "title", "link", "pubdate", "guid" };

    private readonly TagScanner _scanner;
    private readonly IReadOnlyDictionary<string, string> _declared;
    private readonly List<(string Name, XElement Element, string Own)> _open = [];
    private readonly Dictionary<string, string> _addresses = new(StringComparer.Ordinal); // of prefixes, wherever they were declared
    private readonly StringBuilder _text = new();
    private XElement? _root;
    private int _nodes;
    private int _grown; // characters that came of entities

    private TagSoup(string text, IReadOnlyDictionary<string, string> declared)
    {
        _scanner = new TagScanner(XmlCharacters.Blank(text));
        _declared = declared;
    }

    public static XmlTree Read(string text, IReadOnlyDictionary<string, string> declared) => new TagSoup(text, declared).Read();

    private XmlTree Read()
    {
        while (_scanner.Next(_open.Count > 0 ? _open[^1].Name : null) && Take())
        {
            if (Excess() is { } problem)
            {
                return new(null, problem);
            }
        }

        CloseTo(0);
        return new(_root, _root is null ? "It has no element." : null);
    }

    private string? Excess() =>
        _grown > Entities.MaxGrowth ? XmlTree.Grown
        : _open.Count > XmlTree.MaxDepth ? XmlTree.TooDeep
        : _nodes > XmlTree.MaxNodes ? XmlTree.TooMany
        : null;

    /// <summary>Returns whether to go on.</summary>
    private bool Take()
    {
        switch (_scanner.Kind)
        {
            case TagKind.Text:
                var text = Entities.Decode(_scanner.Text, _declared);
                _grown += Math.Max(0, text.Length - _scanner.Text.Length);
                _text.Append(text);
                return true;
            case TagKind.Data:
                _text.Append(_scanner.Text);
                return true;
            case TagKind.Start:
                Open();
                return true;
            default:
                var at = _open.FindLastIndex(it => it.Name.Equals(_scanner.Name, StringComparison.OrdinalIgnoreCase));
                CloseTo(at < 0 ? _open.Count : at);
                return _root is null || _open.Count > 0;
        }
    }

    private void Open()
    {
        if (NeverNested.Contains(_scanner.Name) && _open.FindLastIndex(it => it.Name.Equals(_scanner.Name, StringComparison.OrdinalIgnoreCase)) is >= 0 and var at)
        {
            CloseTo(at);
        }

        FlushText();
        var parent = _open.Count > 0 ? _open[^1].Element : null;
        var element = Make();
        parent?.Add(element);
        _root ??= element;
    }

    private void CloseTo(int count)
    {
        FlushText();
        _open.RemoveRange(count, _open.Count - count);
    }

    private void FlushText()
    {
        if (_text.Length > 0 && _open.Count > 0)
        {
            _open[^1].Element.Add(new XText(_text.ToString()));
        }

        _text.Clear();
    }

    private XElement Make()
    {
        _nodes += 1 + _scanner.Attributes.Count;
        foreach (var (name, value) in _scanner.Attributes.Where(it => it.Name.StartsWith(PrefixMark, StringComparison.Ordinal)))
        {
            _addresses[name[PrefixMark.Length..]] = Address(value);
        }

        var own = _scanner.Attributes.Find(it => it.Name is "xmlns") is { Name: not null, Value: var it } ? Address(it) : _open.Count > 0 ? _open[^1].Own : "";
        var element = new XElement(NameOf(_scanner.Name, own));
        foreach (var (name, value) in _scanner.Attributes.Where(it => !it.Name.StartsWith("xmlns", StringComparison.Ordinal)))
        {
            element.SetAttributeValue(NameOf(name, ""), Entities.Decode(value, _declared));
        }

        if (!_scanner.IsEmpty && !Void.Contains(_scanner.Name))
        {
            _open.Add((_scanner.Name, element, own));
        }

        return element;
    }

    /// <summary>The addresses of xml and xmlns belong to those prefixes alone.</summary>
    private static string Address(string value) =>
        Entities.Decode(value) is var address && (XNamespace.Get(address) == XNamespace.Xml || XNamespace.Get(address) == XNamespace.Xmlns) ? "" : address;

    private XName NameOf(string written, string own)
    {
        var colon = written.IndexOf(':', StringComparison.Ordinal);
        var local = XmlConvert.EncodeLocalName(written[(colon + 1)..]);
        local = string.IsNullOrEmpty(local) ? "_" : local;
        return colon <= 0 ? XName.Get(local, own)
            : written[..colon] is var prefix && prefix is "xml" ? XNamespace.Xml + local
            : XName.Get(local, _addresses.GetValueOrDefault(prefix) ?? FeedNames.AddressOf(prefix));
    }
}
