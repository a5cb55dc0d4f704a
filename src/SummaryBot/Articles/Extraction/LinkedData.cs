using System.Text.Json;
using AngleSharp.Html.Dom;

namespace SummaryBot.Articles.Extraction;

/// <summary>What a page tells machines about its article in JSON-LD (https://schema.org/Article).</summary>
/// <param name="IsFree">Null where it does not say.</param>
/// <param name="Body">The text of the article; null where it is not given.</param>
internal sealed record LinkedData(
    string? Headline, string? Published, string? Authors, string? Publisher, string? Language, bool? IsFree, string? Body)
{
    private const int MostNodes = 5_000, MostDepth = 32;

    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = MostDepth,
    };

    public static LinkedData Of(IHtmlDocument document)
    {
        var things = document.QuerySelectorAll("script[type*='ld+json']").SelectMany(script => Things(script.TextContent)).Take(MostNodes).ToList();
        var article = things.Find(IsArticle);
        var site = things.Find(thing => IsA(thing, "WebSite") || IsA(thing, "NewsMediaOrganization"));
        if (article.ValueKind is JsonValueKind.Undefined)
        {
            var page = things.Find(thing => IsA(thing, "WebPage"));
            return new LinkedData(null, Text(page, "datePublished"), null, Text(site, "name"), Text(page, "inLanguage"), Free(page), null);
        }

        return new LinkedData(
            Text(article, "headline") ?? Text(article, "name"),
            Text(article, "datePublished") ?? Text(article, "dateCreated"),
            Names(article, "author", things) ?? Names(article, "creator", things),
            Names(article, "publisher", things) ?? Text(site, "name"),
            Text(article, "inLanguage"),
            Free(article),
            Text(article, "articleBody"));
    }

    private static List<JsonElement> Things(string json)
    {
        var things = new List<JsonElement>();
        if (Parse(json) is { } root)
        {
            Collect(root, things);
        }

        return things;
    }

    /// <summary>Publishers leave line breaks in strings and comments of HTML around them.</summary>
    private static JsonElement? Parse(string json)
    {
        var clean = json.Trim().Trim(';');
        clean = clean.StartsWith("<!--", StringComparison.Ordinal) ? clean[4..] : clean;
        clean = clean.EndsWith("-->", StringComparison.Ordinal) ? clean[..^3] : clean;
        clean = clean.Replace("/*<![CDATA[*/", "", StringComparison.Ordinal).Replace("/*]]>*/", "", StringComparison.Ordinal)
            .Replace("//<![CDATA[", "", StringComparison.Ordinal).Replace("//]]>", "", StringComparison.Ordinal);
        clean = string.Create(clean.Length, clean, (to, from) =>
        {
            from.CopyTo(to);
            foreach (ref var it in to)
            {
                it = char.IsControl(it) ? ' ' : it;
            }
        });
        try
        {
            using var document = JsonDocument.Parse(clean, Lenient);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Collect(JsonElement element, List<JsonElement> things)
    {
        if (things.Count >= MostNodes)
        {
            return;
        }

        if (element.ValueKind is JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Collect(item, things);
            }
        }
        else if (element.ValueKind is JsonValueKind.Object)
        {
            things.Add(element);
            foreach (var name in (string[])["@graph", "mainEntity", "mainEntityOfPage", "isPartOf", "itemListElement", "publisher"])
            {
                if (element.TryGetProperty(name, out var inner))
                {
                    Collect(inner, things);
                }
            }
        }
    }

    private static bool IsArticle(JsonElement thing) => Types(thing).Any(type =>
        type.EndsWith("Article", StringComparison.Ordinal) || type.EndsWith("Posting", StringComparison.Ordinal) || type is "Report" or "Review" or "Recipe" or "CreativeWork");

    private static bool IsA(JsonElement thing, string type) => Types(thing).Contains(type, StringComparer.Ordinal);

    private static IEnumerable<string> Types(JsonElement thing) =>
        thing.ValueKind is not JsonValueKind.Object || !thing.TryGetProperty("@type", out var type) ? []
        : type.ValueKind is JsonValueKind.Array ? type.EnumerateArray().Where(it => it.ValueKind is JsonValueKind.String).Select(it => it.GetString()!)
        : type.ValueKind is JsonValueKind.String ? [type.GetString()!]
        : [];

    private static string? Text(JsonElement thing, string name) =>
        thing.ValueKind is JsonValueKind.Object && thing.TryGetProperty(name, out var value) ? Text(value) : null;

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String when value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) => text,
        JsonValueKind.Array when value.GetArrayLength() > 0 => Text(value[0]),
        JsonValueKind.Object => Text(value, "@value"),
        _ => null,
    };

    private static bool? Free(JsonElement thing) =>
        thing.ValueKind is not JsonValueKind.Object || !thing.TryGetProperty("isAccessibleForFree", out var value) ? null
        : value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String => !string.Equals(value.GetString()?.Split('/')[^1].Trim(), "false", StringComparison.OrdinalIgnoreCase),
            _ => null,
        };

    private static string? Names(JsonElement article, string property, List<JsonElement> things)
    {
        if (!article.TryGetProperty(property, out var value))
        {
            return null;
        }

        var people = value.ValueKind is JsonValueKind.Array ? value.EnumerateArray().Take(20) : [value];
        var names = people.Select(person => person.ValueKind is JsonValueKind.Object ? Text(person, "name") ?? ById(person, things) : Text(person)).OfType<string>();
        return string.Join(", ", names) is { Length: > 0 } text ? text : null;
    }

    private static string? ById(JsonElement reference, List<JsonElement> things) =>
        Text(reference, "@id") is { } id ? Text(things.Find(thing => string.Equals(Text(thing, "@id"), id, StringComparison.Ordinal) && Text(thing, "name") is not null), "name") : null;
}
