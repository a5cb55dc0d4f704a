using System.Text;
using SummaryBot.Sources.Feeds;
using static SummaryBot.Tests.Sources.Feeds.FeedSamples;

namespace SummaryBot.Tests.Sources.Feeds;

/// <summary>Feeds as they should not be, and how they are written in bytes.</summary>
public sealed class FeedRepairTests
{
    static FeedRepairTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance); // for the encodings that the tests write in

    [Theory]
    [InlineData("<title>Fish & chips &copy; caf&eacute;&nbsp;&hellip;</title>", "Fish & chips © café …")]
    [InlineData("<title>a &unknown; b</title>", "a &unknown; b")]
    [InlineData("<title>a\u0001b\u000Bc</title>", "a b c")]
    [InlineData("<title>a&#1;b</title>", "a\uFFFDb")]
    [InlineData("<title>1 < 2</title>", "1 < 2")]
    [InlineData("<title>never closed<link>https://example.com/</link>", "never closed")]
    [InlineData("<title>crossed <b>bold</title></b>", "crossed bold")]
    [InlineData("<title><![CDATA[never ends</title>", "never ends")]
    [InlineData("<title lang=en>quotes are missing</title>", "quotes are missing")]
    [InlineData("<title lang='en' lang='de'>twice</title>", "twice")]
    [InlineData("<TITLE>loud</title>", "loud")]
    [InlineData("<x:y>1</x:y><title>undeclared</title>", "undeclared")]
    public void A_broken_item_keeps_its_title(string elements, string expected) => Assert.Equal(expected, Item(elements).Title);

    [Fact]
    public void Undeclared_prefixes_mean_what_they_usually_do()
    {
        var item = Item("<dc:creator>Ada Stone</dc:creator><content:encoded>&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</content:encoded>");
        Assert.Equal(("Ada Stone", "One.|Two."), (item.Author, Text(item.Content)));
    }

    [Theory]
    [InlineData("""{"items": [{"title": "cut \ud83d"}]}""", "cut \uFFFD")]
    [InlineData("""{"items": [{"title": "whole \ud83d\ude00", "\udc00": 1}]}""", "whole 😀")]
    [InlineData("""{"items": [{"title": "no escape \\ud83d"}]}""", @"no escape \ud83d")]
    [InlineData("""{"items": [{"title": "commas",},], /* and comments */}""", "commas")]
    [InlineData("""{"items": [7, {"title": ["no line"]}, {"title": "wrong types", "url": 7, "tags": {}, "authors": "Ada", "attachments": [null]}]}""", "wrong types")]
    public void Broken_json_keeps_its_titles(string json, string expected) => Assert.Equal(expected, Feed(json).Items[^1].Title);

    [Fact]
    public void Html_that_was_not_escaped_is_text() =>
        Assert.Equal("One came.|Two left.", Text(Item("<description><p>One came.</p><br><p>Two left.<img src=x></description><title>t</title>").Summary));

    [Fact]
    public void Items_that_are_never_closed_are_items_still() =>
        Assert.Equal(["a", "b"], Feed("<rss><channel><item><title>a</title><item><title>b</title></channel></rss>").Items.Select(item => item.Title));

    [Fact]
    public void A_feed_that_breaks_off_keeps_what_it_has() =>
        Assert.Equal(["Bridge opens & ferry stops", "Market mo"], Feed(Rss20[..(Rss20.IndexOf("Market mo", StringComparison.Ordinal) + 9)]).Items.Select(item => item.Title));

    [Theory]
    [InlineData("<br /><b>Warning</b>: line 3<br />\n", "")]
    [InlineData("\uFEFF  \n", "")]
    [InlineData("<!-- <rss> of old -->", "")]
    [InlineData("<?xml version='1.0' encoding='made-up'?><?xml-stylesheet href='x'?>", "")]
    [InlineData("", "<script>track()</script></html>")]
    [InlineData("", "\0\0\0")]
    public void What_stands_around_a_feed_does_no_harm(string before, string after) =>
        Assert.Equal(2, Feed(before + Rss091 + after).Items.Count);

    [Fact]
    public void Short_entities_of_the_feed_itself_are_known() =>
        Assert.Equal("© Harbor", Feed("<!DOCTYPE rss [<!ENTITY copyr \"&#169; Harbor\">]><rss><channel><title>&copyr;</title></channel></rss>").Title);

    [Fact]
    public void The_published_lists_of_html_characters_are_no_danger() =>
        Assert.Equal("é", Feed("<!DOCTYPE rss [<!ENTITY % HTMLlat1 PUBLIC \"-//W3C//ENTITIES Latin 1 for XHTML//EN\" \"http://www.w3.org/TR/xhtml1/DTD/xhtml-lat1.ent\"> %HTMLlat1;]><rss><channel><title>&eacute;</title></channel></rss>").Title);

    [Theory]
    [InlineData("utf-8", null, "utf-8")]
    [InlineData("utf-8", null, "")]
    [InlineData("utf-8", "iso-8859-1", "utf-8")] // the usual wrong label
    [InlineData("utf-8", "bogus", "utf-8")]
    [InlineData("utf-8", "utf-7", "")]
    [InlineData("utf-8", null, "utf-16")] // said but not so
    [InlineData("windows-1252", null, "iso-8859-1")]
    [InlineData("windows-1252", "windows-1252", "utf-8")]
    [InlineData("windows-1252", null, "")]
    [InlineData("windows-1252", null, "utf-8")]
    [InlineData("windows-1254", null, "iso-8859-9")]
    [InlineData("iso-8859-15", "ISO-8859-15", "")]
    [InlineData("utf-16", null, "utf-16")]
    [InlineData("utf-16BE", null, "utf-16")]
    [InlineData("utf-32", null, "utf-32")]
    public void The_bytes_are_read_as_they_are_written(string written, string? charset, string declared)
    {
        var text = $"<?xml version=\"1.0\"{(declared.Length > 0 ? $" encoding=\"{declared}\"" : "")}?><rss><channel><title>Überfähre für Ärzte</title></channel></rss>";
        foreach (var mark in written.StartsWith("utf", StringComparison.Ordinal) ? [true, false] : new[] { false })
        {
            var encoding = Encoding.GetEncoding(written);
            byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];
            Assert.Equal("Überfähre für Ärzte", Assert.IsType<FeedResult.Read>(Read(bytes, charset)).Feed.Title);
        }
    }

    [Theory]
    [InlineData("koi8-r", "Мост открыт")]
    [InlineData("windows-1251", "Мост открыт")]
    [InlineData("gb2312", "大桥开通")]
    [InlineData("shift_jis", "橋が開通")]
    [InlineData("euc-jp", "橋が開通")]
    [InlineData("iso-2022-jp", "橋が開通")]
    [InlineData("big5", "大橋開通")]
    [InlineData("euc-kr", "다리 개통")]
    public void Encodings_of_other_scripts_are_known_by_label(string label, string title)
    {
        var text = $"<?xml version=\"1.0\" encoding=\"{label}\"?><rss><channel><title>{title}</title></channel></rss>";
        Assert.Equal(title, Assert.IsType<FeedResult.Read>(Read(Encoding.GetEncoding(label).GetBytes(text))).Feed.Title);
        Assert.Equal(title, Assert.IsType<FeedResult.Read>(Read(Encoding.GetEncoding(label).GetBytes(text[text.IndexOf("<rss", StringComparison.Ordinal)..]), label)).Feed.Title);
    }

    [Fact]
    public void One_bad_byte_does_not_spoil_the_rest()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("<rss><channel><title>Überfähre"), 0xFF, .. Encoding.UTF8.GetBytes(" für Ärzte</title></channel></rss>")];
        Assert.Equal("Überfähre\uFFFD für Ärzte", Assert.IsType<FeedResult.Read>(Read(bytes, "utf-8")).Feed.Title);
    }
}
