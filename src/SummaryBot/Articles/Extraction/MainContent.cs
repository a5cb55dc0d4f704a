using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using SmartReader;
using SummaryBot.Articles.Markup;

namespace SummaryBot.Articles.Extraction;

/// <summary>Finds the part of a page that holds its article.</summary>
internal static class MainContent
{
    private const string Furniture = "figure, figcaption, aside, footer, form, nav, dialog, menu";

    /// <summary>The path of a real one can keep SmartReader from finding anything.</summary>
    private const string AnyAddress = "https://page.invalid/";

    /// <summary>What is more of the text than this is no furniture, whatever it is called.</summary>
    private const double MostFurniture = 0.3;

    /// <summary>SmartReader looks through all children of a parent for each of them.</summary>
    private const int MostChildren = 3_000;

    /// <summary>The lines of the article and what is left among them.</summary>
    /// <param name="document">Is changed.</param>
    /// <param name="source">What it was parsed from.</param>
    public static IReadOnlyList<MarkupLine> Lines(IHtmlDocument document, string source)
    {
        KeepPosts(document);
        if (document.All.Any(element => element.ChildNodes.Length > MostChildren))
        {
            return Whole(document);
        }

        using var reader = new Reader(AnyAddress, document) { KeepClasses = true };
        var html = reader.GetArticle().Content;
        if (string.IsNullOrEmpty(html))
        {
            using var again = PageDocument.Parse(source);
            return Whole(again);
        }

        using var content = new HtmlParser().ParseDocument(html);
        RemoveFurniture(content.Body!);
        return HtmlBlocks.Lines(content.Body!);
    }

    /// <summary>All that is no furniture by its name.</summary>
    private static IReadOnlyList<MarkupLine> Whole(IHtmlDocument document)
    {
        var root = document.QuerySelector("article, [role=main], main") ?? document.Body!;
        foreach (var element in root.QuerySelectorAll($"{Furniture}, header").ToList())
        {
            element.Remove();
        }

        RemoveFurniture(root);
        return HtmlBlocks.Lines(root);
    }

    /// <summary>A post that an article quotes is full of links, which would make it look like furniture.</summary>
    private static void KeepPosts(IHtmlDocument document)
    {
        foreach (var link in document.QuerySelectorAll("blockquote a").ToList())
        {
            link.OuterHtml = link.InnerHtml;
        }
    }

    private static void RemoveFurniture(IElement body)
    {
        foreach (var element in body.QuerySelectorAll(Furniture).ToList())
        {
            element.Remove();
        }

        var most = body.TextContent.Length * MostFurniture;
        foreach (var element in body.QuerySelectorAll("[class], [id]").Where(FurnitureHints.AreOn).ToList())
        {
            if (element.TextContent.Length < most)
            {
                element.Remove();
            }
        }
    }
}
