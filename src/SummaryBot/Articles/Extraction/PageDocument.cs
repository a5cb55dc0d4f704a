using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using SummaryBot.Articles.Markup;

namespace SummaryBot.Articles.Extraction;

/// <summary>The tree of a page, made ready for reading.</summary>
internal static class PageDocument
{
    private const string Unread =
        "style, noscript, svg, math, iframe, template, object, embed, canvas, link[rel=stylesheet], link[rel=preload], script:not([type*=json])";

    private const string Hidden = "[hidden], [style*='display:none'], [style*='display: none']";

    /// <summary>Some pages hide everything until their scripts have run.</summary>
    private const int MostHidden = 2_000;

    public static IHtmlDocument Parse(string html)
    {
        var document = new HtmlParser().ParseDocument(html);
        Flattening.Flatten(document.DocumentElement);
        return document;
    }

    /// <summary>Takes out what says nothing in words. Whatever reads the tree afterwards has half the work.</summary>
    public static void Prune(IHtmlDocument document)
    {
        foreach (var element in document.QuerySelectorAll(Unread).ToList())
        {
            element.Remove();
        }

        foreach (var element in document.QuerySelectorAll(Hidden).ToList())
        {
            if (element.TextContent.Length <= MostHidden && element != document.Body)
            {
                element.Remove();
            }
        }
    }
}
