using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace SummaryBot.Articles.Extraction;

/// <summary>Finds when an article was published: what the page tells machines, then its address, then what it shows.</summary>
internal static class PublishedDate
{
    private const int MostElements = 20, Longest = 120;

    /// <summary>The line for people leaves the seconds out.</summary>
    private static readonly TimeSpan SameTime = TimeSpan.FromMinutes(2);

    private static readonly string[] Names =
    [
        "article:published_time", "og:article:published_time", "og:published_time", "datePublished", "article:published", "date_published", "publish-date", "publish_date", "publishdate",
        "pubdate", "published_time", "published_at", "originalpublicationdate", "parsely-pub-date", "sailthru.date", "article.published", "article_date_original", "dc.date.issued",
        "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date", "dc.date.created", "cXenseParse:recs:publishtime", "date", "created", "dateCreated", "og:pubdate", "bt:pubdate", "displaydate",
    ];

    public static DateTimeOffset? Of(IHtmlDocument document, MetaTags tags, LinkedData data, Uri? address)
    {
        var isMonthFirst = IsMonthFirst(document);
        var told = Dates([data.Published, .. tags.All(Names), .. Values(document, "[itemprop~=datePublished], time[pubdate]")], isMonthFirst);
        var shown = Dates([.. Values(document, "article time, main time, header time, time"), .. Shown(document)], isMonthFirst);
        DateTimeOffset? first = told.Count > 0 ? told[0] : PageDate.OfAddress(address) ?? (shown.Count > 0 ? shown[0] : null);
        return first is { } date
            ? InItsZone(date, [.. told, .. shown])
            : Dates(tags.All("article:modified_time", "og:updated_time", "dateModified"), isMonthFirst) is [var modified, ..] ? modified : null;
    }

    /// <summary>What is told in UTC and somewhere else on the page in a zone of its own, is taken in that.</summary>
    private static DateTimeOffset InItsZone(DateTimeOffset date, IEnumerable<DateTimeOffset> others) =>
        date.Offset != TimeSpan.Zero ? date
        : others.Where(other => other.Offset != TimeSpan.Zero && (other - date).Duration() < SameTime).Select(other => date.ToOffset(other.Offset)).FirstOrDefault(date);

    private static IEnumerable<string?> Values(IHtmlDocument document, string selector) => document.QuerySelectorAll(selector).Take(MostElements).Select(Value);

    private static IEnumerable<string?> Shown(IHtmlDocument document) =>
        document.QuerySelectorAll("[class*=date], [class*=Date], [class*=publish], [class*=time], [class*=byline], [class*=meta], [class*=posted], [id*=date]")
            .Take(10 * MostElements).Select(element => element.TextContent).Where(text => text.Length <= 4 * Longest)
            .Select(OneLine.Of).Where(text => text is { Length: <= Longest });

    private static string? Value(IElement element) =>
        element.GetAttribute("content") ?? element.GetAttribute("datetime") ?? OneLine.Of(element.TextContent is { Length: <= 4 * Longest } text ? text : null);

    private static List<DateTimeOffset> Dates(IEnumerable<string?> texts, bool isMonthFirst) =>
        [.. texts.Select(text => PageDate.Parse(text, isMonthFirst)).OfType<DateTimeOffset>()];

    /// <summary>In the United States, and where nobody says otherwise in English.</summary>
    private static bool IsMonthFirst(IHtmlDocument document) =>
        document.DocumentElement.GetAttribute("lang") is null or "en" or "EN" or "en-US" or "en-us" or "en_US";
}
