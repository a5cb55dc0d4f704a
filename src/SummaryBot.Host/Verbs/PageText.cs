using System.Globalization;
using System.Text;
using SummaryBot.Articles.Extraction;
using SummaryBot.Articles.Markup;

namespace SummaryBot.Host.Verbs;

/// <summary>A page for people and for programs.</summary>
internal static class PageText
{
    public static object Describe(Page page) => new
    {
        Url = page.Address?.AbsoluteUri,
        page.Headline,
        page.Byline,
        page.PublishedAt,
        page.Source,
        page.Language,
        page.TeaserOnly,
        Paragraphs = page.Blocks.Select(block => block.Text),
        page.Text,
    };

    public static string Write(Page page)
    {
        var text = new StringBuilder();
        text.Append(page.Headline ?? "(no headline)").Append('\n');
        var facts = new[] { page.Byline, page.Source, page.PublishedAt?.ToString("d MMMM yyyy HH:mm (zzz)", CultureInfo.InvariantCulture), page.Language, page.Address?.AbsoluteUri };
        text.Append(string.Join(" · ", facts.OfType<string>())).Append('\n');
        text.Append(page.TeaserOnly ? "Teaser only: the page keeps its text back.\n" : "");
        foreach (var block in page.Blocks)
        {
            text.Append('\n').Append(Mark(block.Kind)).Append(block.Text).Append('\n');
        }

        return text.ToString();
    }

    private static string Mark(BlockKind kind) => kind switch
    {
        BlockKind.Heading => "## ",
        BlockKind.ListItem => "- ",
        BlockKind.Quote => "> ",
        _ => "",
    };
}
