using CsCheck;
using SummaryBot.Articles.Markup;

namespace SummaryBot.Tests.Articles.Markup;

public sealed class HtmlBlocksTests
{
    [Theory]
    [InlineData("plain text", "plain text")]
    [InlineData("<p>One</p><p>Two</p>", "One|Two")]
    [InlineData("One<br>Two<br/><br>Three", "One|Two|Three")]
    [InlineData("<p>A <b>bold</b> and a <a href='x'>linked</a> word</p>", "A bold and a linked word")]
    [InlineData("<p>hidden<script>alert('<p>no</p>')</script> and <style>p{}</style>shown</p>", "hidden and shown")]
    [InlineData("<p>soft\u00ADhyphen and\u200Bzero\u202Ewidth</p>", "softhyphen andzerowidth")]
    [InlineData("<table><tr><td>A</td><td>B</td></tr><tr><td>C</td></tr></table>", "A B|C")]
    [InlineData("&lt;b&gt; &amp; &quot;x&quot;&nbsp;y", "<b> & \"x\" y")]
    public void Blocks_part_paragraphs_and_what_is_in_a_line_stays_on_it(string html, string expected) =>
        Assert.Equal(expected, string.Join('|', HtmlBlocks.OfFragment(html).Select(block => block.Text)));

    [Fact]
    public void Headings_lists_and_quotes_are_known_as_such()
    {
        var blocks = HtmlBlocks.OfFragment("<h2>Head</h2><p>Text</p><ul><li>Item</li></ul><blockquote><p>Said</p></blockquote>");
        Assert.Equal([BlockKind.Heading, BlockKind.Paragraph, BlockKind.ListItem, BlockKind.Quote], blocks.Select(block => block.Kind));
    }

    public static TheoryData<string, string> Bombs() => new()
    {
        { "nested blocks", string.Concat(Enumerable.Repeat("<div>", 50_000)) + "the text" },
        { "nested lines", string.Concat(Enumerable.Repeat("<span>", 50_000)) + "the text" },
        { "attributes", "<p " + string.Concat(Enumerable.Range(0, 100_000).Select(at => $"a{at}=1 ")) + ">the text" },
        { "paragraphs", string.Concat(Enumerable.Repeat("<p>a", 50_000)) + "<p>the text" },
        { "formatting that is never closed", string.Concat(Enumerable.Range(0, 400).Select(at => $"<b id={at}>")) + string.Concat(Enumerable.Repeat("<p>a", 10_000)) + "<p>the text" },
        { "opened brackets", new string('<', 200_000) + " the text" },
        { "comments", string.Concat(Enumerable.Repeat("<!-- ", 50_000)) + "--> the text" },
        { "scripts", string.Concat(Enumerable.Repeat("<script>", 50_000)) + "</script> the text" },
        { "quotes", string.Concat(Enumerable.Repeat("<a b=\"", 50_000)) + "\"> the text" },
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void What_a_parser_would_choke_on_loses_its_tags_and_keeps_its_text(string name, string html)
    {
        var last = HtmlBlocks.OfFragment(html)[^1];
        Assert.EndsWith("the text", last.Text, StringComparison.Ordinal);
        Assert.NotEmpty(name);
    }

    [Fact]
    public void Nesting_below_the_bound_is_flattened_and_keeps_its_text()
    {
        var html = string.Concat(Enumerable.Repeat("<div>", 500)) + "the text" + string.Concat(Enumerable.Repeat("</div>", 500));
        Assert.Equal("the text", Assert.Single(HtmlBlocks.OfFragment(html)).Text);
    }

    [Fact]
    public void Whatever_markup_comes_every_block_is_clean() =>
        Gen.OneOf("<p>", "</p>", "<div ", "class=\"", "\"", ">", "<b>", "</b>", "<table>", "<td>", "<!--", "-->", "<script>", "</script>", "&amp;", "&#x0;", "&#xD800;", "\ud83d",
                "\ude00", "\u200B", "\0", "\n", " ", "text", "<li>", "<blockquote>", "<h2>", "<svg>", "<math>", "<template>", "<select>", "</", "<", "=", "'", "é", "<a href=x>")
            .Array[0, 60].Select(string.Concat)
            .Sample(html => Assert.All(HtmlBlocks.OfFragment(html), IsClean), iter: 20_000);

    internal static void IsClean(TextBlock block)
    {
        Assert.NotEmpty(block.Text);
        Assert.Equal(block.Text.Trim(), block.Text);
        Assert.DoesNotContain("  ", block.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(block.Text, char.IsControl);
        Assert.Equal(block.Text, string.Concat(block.Text.EnumerateRunes())); // no half of a character
    }
}
