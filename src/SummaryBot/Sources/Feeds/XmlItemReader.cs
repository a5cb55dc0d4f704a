using SummaryBot.Articles.Markup;

namespace SummaryBot.Sources.Feeds;

/// <summary>Reads an item or entry of any XML feed.</summary>
/// <param name="feedLanguage">For items that name none.</param>
/// <param name="feedAuthor">For items that name none.</param>
internal sealed class XmlItemReader(FeedText text, bool isAtom, string? feedLanguage, string? feedAuthor)
{
    private const int MaxCategories = 50;
    private const int MaxCategory = 200;

    /// <summary>Whatever is missing: an item may hold nothing at all.</summary>
    public FeedItem Read(FeedNode item)
    {
        var content = Blocks(item.FirstOf("content:encoded", "encoded", "content", "atom:content", "xhtml:body", "body", "fulltext", "fullitem"));
        var summary = Blocks(item.FirstOf("description", "summary", "abstract", "atom:summary", "dc:description") ?? Media(item, "description")
            ?? item.FirstOf("itunes:summary", "itunes:subtitle"));
        var title = text.Line(item.FirstOf("title", "atom:title", "dc:title") ?? Media(item, "title") ?? item.FirstOf("itunes:title"), isAtom);
        return new FeedItem(
            Id(item),
            FeedLinks.OfItem(item),
            title,
            Date(item, "pubdate", "published", "atom:published", "issued", "dc:date", "dcterms:issued", "date", "created", "dcterms:created"),
            Date(item, "updated", "modified", "atom:updated", "dcterms:modified") ?? FeedDate.Parse(item.Attribute("lastmod")),
            FeedPeople.Of(item, text) ?? (item.First("source") is { } source ? FeedPeople.Of(source, text) : null) ?? feedAuthor,
            summary,
            content,
            Categories(item),
            EnclosureReader.Of(item),
            FeedNode.LanguageOf(item.TextOf("dc:language", "language")) ?? item.Language ?? feedLanguage);
    }

    private static string? Id(FeedNode item) =>
        FeedText.Word(item.TextOf("guid", "id", "atom:id", "dc:identifier") ?? item.Attribute("about"), FeedText.MaxId);

    private IReadOnlyList<TextBlock> Blocks(FeedNode? node) => text.Blocks(node, isAtom || node?.Element.Name.NamespaceName is "http://www.w3.org/2005/Atom");

    private static FeedNode? Media(FeedNode item, string name) =>
        item.FirstOf($"media:{name}") ?? item.First("media:group")?.FirstOf($"media:{name}") ?? item.First("media:content")?.FirstOf($"media:{name}");

    /// <summary>The first date of these names that can be read.</summary>
    private static DateTimeOffset? Date(FeedNode item, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var node in item.All(name))
            {
                if (FeedDate.Parse(node.Text) is { } date)
                {
                    return date;
                }
            }
        }

        return null;
    }

    private List<string> Categories(FeedNode item)
    {
        var written = item.All("category").Select(it => it.Attribute("label") ?? it.Attribute("term") ?? it.Text)
            .Concat(item.All("dc:subject").Select(it => it.Text))
            .Concat(item.All("media:category").Select(it => it.Attribute("label") ?? it.Text))
            .Concat((item.TextOf("itunes:keywords", "media:keywords") ?? "").Split(','));
        return [.. written.Take(MaxCategories).Select(text.GuessedLine).OfType<string>().Where(it => it.Length <= MaxCategory).Distinct(StringComparer.Ordinal)];
    }
}
