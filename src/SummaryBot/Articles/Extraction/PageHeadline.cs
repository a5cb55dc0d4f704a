using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace SummaryBot.Articles.Extraction;

/// <summary>Finds the headline: what the page shows as one, where what it tells machines agrees.</summary>
internal static class PageHeadline
{
    private const int MostHeadings = 10, Longest = 300;

    /// <summary>Headlines with as many words in common say the same.</summary>
    private const double Alike = 0.5;

    private static readonly string[] Marks = [" | ", " – ", " — ", " - ", " :: ", " » ", " « ", " · ", " • "];

    public static string? Of(IHtmlDocument document, MetaTags tags, LinkedData data)
    {
        var site = OneLine.Of(tags["og:site_name"] ?? data.Publisher);
        var title = OneLine.Of(document.Title);
        var told = new[] { OneLine.Of(data.Headline), Bare(OneLine.Of(tags["og:title"]), site), Bare(OneLine.Of(tags["twitter:title"]), site), Bare(title, site) }.OfType<string>().ToList();
        var shown = document.QuerySelectorAll("h1, [itemprop~=headline]").Take(MostHeadings).Select(heading => OneLine.Of(heading.TextContent)).OfType<string>()
            .Where(heading => heading.Length <= Longest && !string.Equals(heading, site, StringComparison.OrdinalIgnoreCase)).ToList();
        if (told.Count == 0)
        {
            return shown.FirstOrDefault();
        }

        var others = told.Append(title ?? told[0]).ToList();
        var (heading, likeness) = shown.Select(heading => (Heading: heading, Likeness: others.Max(it => Likeness(heading, it)))).OrderByDescending(it => it.Likeness).FirstOrDefault();
        return likeness >= Alike ? heading : OfArticle(document, tags, data) ?? told[0];
    }

    /// <summary>The one heading of the one article, where nothing but the window's title says otherwise.</summary>
    private static string? OfArticle(IHtmlDocument document, MetaTags tags, LinkedData data) =>
        data.Headline is null && tags["og:title"] is null && tags["twitter:title"] is null && document.QuerySelectorAll("article h1, main h1") is [var heading]
            ? OneLine.Of(heading.TextContent) is { Length: <= Longest } line ? line : null
            : null;

    /// <summary>Without the name of the site after it or before it.</summary>
    internal static string? Bare(string? title, string? site)
    {
        foreach (var mark in title is null ? [] : Marks)
        {
            var (first, last) = (title!.IndexOf(mark, StringComparison.Ordinal), title.LastIndexOf(mark, StringComparison.Ordinal));
            if (last > 0 && (IsSite(title[(last + mark.Length)..], site) || (site is null && Words(title[..last]).Count > 3 * Words(title[(last + mark.Length)..]).Count / 2)))
            {
                return title[..last].Trim();
            }

            if (first > 0 && IsSite(title[..first], site))
            {
                return title[(first + mark.Length)..].Trim();
            }
        }

        return title;
    }

    private static bool IsSite(string part, string? site) => site is not null && Likeness(part, site) >= Alike;

    /// <summary>Share of the words that two lines have in common, of the longer; 1 for the same words.</summary>
    private static double Likeness(string one, string other)
    {
        var (a, b) = (Words(one), Words(other));
        return a.Count == 0 || b.Count == 0 ? 0 : (double)a.Count(b.Contains) / Math.Max(a.Count, b.Count);
    }

    private static HashSet<string> Words(string text) => new(
        text.Split(text.Where(it => !char.IsLetterOrDigit(it)).Distinct().ToArray(), StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);
}
