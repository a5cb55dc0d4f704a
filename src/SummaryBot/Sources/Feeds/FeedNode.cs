using System.Xml.Linq;

namespace SummaryBot.Sources.Feeds;

/// <summary>An element of a feed with its children by name, each empty thing null.</summary>
internal sealed class FeedNode
{
    private readonly FeedNames _names;
    private readonly Uri? _address;
    private List<(string Name, XElement Element)>? _children;

    /// <param name="names">What its elements are called.</param>
    /// <param name="address">What relative addresses stand against where no xml:base says otherwise; null where unknown.</param>
    public FeedNode(XElement element, FeedNames names, Uri? address) => (Element, _names, _address) = (element, names, address);

    public XElement Element { get; }

    /// <summary>All text inside, trimmed.</summary>
    public string? Text => Element.Value.Trim() is { Length: > 0 } text ? text : null;

    public bool HasElements => Element.HasElements;

    private List<(string Name, XElement Element)> Children => _children ??= [.. Element.Elements().Select(child => (_names.Of(child), child))];

    public FeedNode? First(string name)
    {
        foreach (var child in Children)
        {
            if (string.Equals(child.Name, name, StringComparison.Ordinal))
            {
                return Wrap(child.Element);
            }
        }

        return null;
    }

    /// <summary>The first child of the first of these names that holds something.</summary>
    public FeedNode? FirstOf(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var child in Children)
            {
                if (string.Equals(child.Name, name, StringComparison.Ordinal) && (child.Element.HasElements || !string.IsNullOrWhiteSpace(child.Element.Value)))
                {
                    return Wrap(child.Element);
                }
            }
        }

        return null;
    }

    /// <summary>The text of the first child of the first of these names that has one.</summary>
    public string? TextOf(params ReadOnlySpan<string> names) => FirstOf(names)?.Text;

    public IEnumerable<FeedNode> All(string name) =>
        Children.Where(child => string.Equals(child.Name, name, StringComparison.Ordinal)).Select(child => Wrap(child.Element));

    /// <summary>The attribute of this local name, whatever its prefix and case; one without a prefix first.</summary>
    public string? Attribute(string local)
    {
        string? found = null;
        foreach (var attribute in Element.Attributes())
        {
            if (attribute.Name.LocalName.Equals(local, StringComparison.OrdinalIgnoreCase) && !attribute.IsNamespaceDeclaration
                && attribute.Value.Trim() is { Length: > 0 } value)
            {
                if (attribute.Name.NamespaceName.Length == 0)
                {
                    return value;
                }

                found ??= value;
            }
        }

        return found;
    }

    /// <summary>http or https; null where it is neither, or relative to nothing.</summary>
    public Uri? Address(string? written)
    {
        if (written is null)
        {
            return null;
        }

        var @base = _address;
        foreach (var element in Element.AncestorsAndSelf().Where(it => it.HasAttributes).Reverse())
        {
            if (element.Attribute(XNamespace.Xml + "base") is { } attribute)
            {
                @base = WebAddress.Of(attribute.Value, @base) ?? @base;
            }
        }

        return WebAddress.Of(written, @base);
    }

    /// <summary>ISO 639-1, from xml:lang here or around it.</summary>
    public string? Language =>
        LanguageOf(Element.AncestorsAndSelf().Select(it => it.Attribute(XNamespace.Xml + "lang")).FirstOrDefault(it => it is not null)?.Value);

    /// <summary>The first part of a tag such as en-US, where it has two letters.</summary>
    public static string? LanguageOf(string? tag) =>
        tag?.Trim().Split('-', '_')[0].Lower() is { Length: 2 } code && code.All(char.IsAsciiLetterLower) ? code : null;

    private FeedNode Wrap(XElement element) => new(element, _names, _address);
}
