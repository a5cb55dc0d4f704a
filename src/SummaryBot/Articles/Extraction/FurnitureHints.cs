using AngleSharp.Dom;

namespace SummaryBot.Articles.Extraction;

/// <summary>What the classes and the id of an element tell: whether it is furniture around an article.</summary>
internal static class FurnitureHints
{
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "related", "recommended", "recommendations", "recirc", "recirculation", "newsletter", "newsletters", "subscribe", "promo", "promos", "promotion",
        "share", "sharing", "sharebar", "sharetools", "social", "byline", "bylines", "breadcrumb", "breadcrumbs", "comments", "disqus", "caption",
        "captions", "figcaption", "credit", "credits", "copyright", "tags", "taglist", "trending", "outbrain", "taboola", "sponsored", "advert",
        "advertisement", "adslot", "cookie", "cookies", "consent", "gdpr", "sidebar", "toolbar", "timestamp", "dateline", "pubdate", "slideshow",
        "hidden", "standfirst", "dek", "subtitle", "subheadline", "tooltip", "readmore", "morelinks", "pagination", "jp-relatedposts", "sharedaddy",
    };

    private static readonly HashSet<string> Pairs = new(StringComparer.OrdinalIgnoreCase)
    {
        "read more", "read next", "see also", "more on", "more from", "more stories", "most read", "most popular", "author bio", "author info", "author box",
        "about author", "author description", "article author", "sign up", "social links", "post meta", "entry meta", "article meta", "article date",
        "publish date", "published date", "pub date", "sr only", "visually hidden", "screen reader", "skip link", "print only", "image source",
        "sub title", "article dek", "article tags", "post tags", "print only", "click to", "also on",
    };

    /// <summary>Words that stand in the classes of a whole page or a whole article too.</summary>
    private static readonly HashSet<string> Whole = new(StringComparer.OrdinalIgnoreCase) { "html", "body", "main", "article" };

    public static bool AreOn(IElement element) =>
        !Whole.Contains(element.LocalName) && (AreIn(element.ClassName) || AreIn(element.Id));

    private static bool AreIn(string? names)
    {
        if (string.IsNullOrEmpty(names))
        {
            return false;
        }

        var last = "";
        foreach (var word in Split(names))
        {
            if (Words.Contains(word) || Pairs.Contains($"{last} {word}"))
            {
                return true;
            }

            last = word;
        }

        return false;
    }

    /// <summary>Splits at everything but letters and before a capital that follows a small letter.</summary>
    private static IEnumerable<string> Split(string names)
    {
        var start = 0;
        for (var at = 0; at <= names.Length; at++)
        {
            var ends = at == names.Length || !char.IsAsciiLetter(names[at]);
            if (!ends && !(at > start && char.IsAsciiLetterUpper(names[at]) && char.IsAsciiLetterLower(names[at - 1])))
            {
                continue;
            }

            if (at > start)
            {
                yield return names[start..at];
            }

            start = ends ? at + 1 : at;
        }
    }
}
