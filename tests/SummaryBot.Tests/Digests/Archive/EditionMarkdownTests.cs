using CsCheck;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SummaryBot.Chat;
using SummaryBot.Digests.Archive;

namespace SummaryBot.Tests.Digests.Archive;

public sealed class EditionMarkdownTests
{
    private static readonly MarkdownPipeline CommonMark = new MarkdownPipelineBuilder().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).Build();

    [Fact]
    public void An_edition_is_title_sections_stories_with_links_quotes_and_facts()
    {
        var story = new StoryBlock("Harbor opens", new Uri("https://example.com/a"), [new Quote("Ships came.", AfterGap: false)], "Example News", null, 2, "2 sources") { Section = "City" };
        var message = new ChatMessage("Morning · Sun 1 March", ["2 stories"], [story, story with { Headline = "It *never* happened", IsWithdrawn = true }], ["Quoted word for word."], MessageLayout.Cards) { Corrections = [new Correction("10:40", [2])] };
        Assert.Equal(
            """
            # Morning · Sun 1 March

            2 stories

            ## City

            ### 1. [Harbor opens](<https://example.com/a>)

            > Ships came.

            Example News · 2 min read · why: 2 sources

            ### 2. ~~It \*never\* happened~~

            Example News · withdrawn by its publisher

            corrected 10:40: story 2

            Quoted word for word.

            """,
            EditionMarkdown.Write(message),
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void Whatever_articles_hold_it_is_text_and_no_markup() => MadeUpEditions.Messages.Sample(
        message =>
        {
            var expected = EditionParts.Of(message).Where(part => part.Text.Length > 0).ToList();
            AssertSame(expected, Markdown.Parse(EditionMarkdown.Write(message), CommonMark));
        },
        iter: 2000,
        threads: 2);

    private static void AssertSame(List<EditionPart> expected, MarkdownDocument document)
    {
        Assert.Equal(expected.Count, document.Count);
        foreach (var (part, block) in expected.Zip(document))
        {
            var inline = InlineOf(part, block);
            Assert.Equal(part.Prefix + part.Text, string.Concat(inline.Descendants().Select(TextOf)));
            var links = inline.Descendants<LinkInline>().ToList();
            Assert.Equal(part.Link is null || part.IsStruck ? 0 : 1, links.Count);
            Assert.All(links, link => Assert.Equal(PlainAddress.Of(part.Link!), link.Url));
            var struck = inline.Descendants<EmphasisInline>().ToList();
            Assert.Equal(part.IsStruck ? 1 : 0, struck.Count);
            Assert.All(struck, it => Assert.Equal('~', it.DelimiterChar));
        }
    }

    private static ContainerInline InlineOf(EditionPart part, Block block) => part.Kind switch
    {
        PartKind.Title => Assert.IsType<HeadingBlock>(block).Inline!,
        PartKind.Section => Assert.IsType<HeadingBlock>(block).Inline!,
        PartKind.Headline => Assert.IsType<HeadingBlock>(block).Inline!,
        PartKind.Quote => Assert.IsType<ParagraphBlock>(Assert.Single(Assert.IsType<QuoteBlock>(block))).Inline!,
        _ => Assert.IsType<ParagraphBlock>(block).Inline!,
    };

    private static string TextOf(MarkdownObject inline) => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        LinkInline or EmphasisInline => "",
        _ => $"<{inline.GetType().Name}>",
    };
}
