using System.Text;
using SummaryBot.Articles.Extraction;

namespace SummaryBot.Tests.Articles.Extraction;

public sealed class TeaserGateTests
{
    public static TheoryData<string, string> Gates()
    {
        var data = new TheoryData<string, string>();
        foreach (var (kind, _) in GatePages.Kinds)
        {
            foreach (var words in GatePages.All)
            {
                data.Add(kind, words.Language);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Gates))]
    public void A_page_that_keeps_its_text_back_is_a_teaser_and_no_sentence_of_its_gate_is_text(string kind, string language)
    {
        var words = GatePages.All.Single(it => string.Equals(it.Language, language, StringComparison.Ordinal));
        var html = GatePages.Kinds.Single(it => string.Equals(it.Name, kind, StringComparison.Ordinal)).Html(words);
        var page = Read(html);
        Assert.True(page.TeaserOnly, $"It is no teaser: {page.Text}");
        string[] gate = [words.Wall, words.Letter, words.Limit, words.Offer, .. words.Consent];
        Assert.All(gate.SelectMany(it => it.Split(". ")), sentence => Assert.DoesNotContain(sentence, page.Text, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("told to machines")]
    [InlineData("wall after two paragraphs")]
    [InlineData("limit of free articles")]
    [InlineData("newsletter gate")]
    public void What_everybody_may_read_of_it_is_kept(string kind)
    {
        var html = GatePages.Kinds.Single(it => string.Equals(it.Name, kind, StringComparison.Ordinal)).Html;
        Assert.All(GatePages.All, words => Assert.StartsWith(words.Lead, Read(html(words)).Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<div class='banner'><p>We and our partners use cookies.</p><p>Accept all</p></div>")]
    [InlineData("<aside><h3>Subscribe now</h3><form><input type=email></form><p>Sign up for our newsletter</p></aside>")]
    [InlineData("<div class='wall' style='display:none'><h2>Subscribe to continue reading</h2><p>Already a subscriber? Log in</p></div>")]
    public void An_article_about_subscriptions_and_cookies_is_read_whole_whatever_stands_beside_it(string beside)
    {
        foreach (var (language, paragraphs) in GatePages.Articles)
        {
            var page = Read($"<html lang={language}><body><nav><a href=/>Home</a></nav><article><h1>News</h1>{string.Concat(paragraphs.Select(it => $"<p>{it}</p>"))}</article>{beside}</body></html>");
            Assert.False(page.TeaserOnly, language);
            Assert.Equal(paragraphs, page.Blocks.Select(block => block.Text));
        }
    }

    [Fact]
    public void A_short_notice_without_a_gate_is_no_teaser() =>
        Assert.False(Read("<html><body><article><h1>Ferry late</h1><p>The noon ferry to the island leaves an hour late today because of fog.</p></article></body></html>").TeaserOnly);

    [Fact]
    public void A_page_without_anything_to_read_has_no_text_and_is_no_teaser()
    {
        var page = Read("<html><head><title>Shop</title></head><body><div></div></body></html>");
        Assert.False(page.TeaserOnly);
        Assert.Empty(page.Blocks);
    }

    private static Page Read(string html) => Assert.IsType<PageResult.Read>(PageReader.Read(Encoding.UTF8.GetBytes(html), null, null)).Page;
}
