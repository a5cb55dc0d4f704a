using AngleSharp.Html.Dom;

namespace SummaryBot.Articles.Extraction;

/// <summary>The meta elements of a page by name, property or itemprop; of two with one name the first that says something counts.</summary>
internal sealed class MetaTags
{
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    public MetaTags(IHtmlDocument document)
    {
        foreach (var meta in document.QuerySelectorAll("meta[content]"))
        {
            var content = meta.GetAttribute("content");
            foreach (var name in (string[])["property", "name", "itemprop", "http-equiv"])
            {
                if (meta.GetAttribute(name) is { Length: > 0 } key && !string.IsNullOrWhiteSpace(content))
                {
                    _values.TryAdd(key.Trim(), content.Trim());
                }
            }
        }
    }

    public string? this[string name] => _values.GetValueOrDefault(name);

    public IEnumerable<string> All(params IEnumerable<string> names) => names.Select(name => this[name]).OfType<string>();
}
