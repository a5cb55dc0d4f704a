using System.Text;
using SummaryBot.Sources.Feeds;
using static SummaryBot.Tests.Sources.Feeds.FeedSamples;

namespace SummaryBot.Tests.Sources.Feeds;

public sealed class FeedSafetyTests
{
    private const string Deep = "Its elements are nested more than 128 deep.";
    private const string Grows = "Its document type declares entities that grow: they are never expanded.";
    private const string File = "Its document type refers to another file, which is never read.";

    public static TheoryData<string, string> Bombs => new()
    {
        { $"<!DOCTYPE rss [<!ENTITY a \"ha\">{Laughs()}]><rss><channel><title>&i;</title></channel></rss>", Grows },
        { $"<!DOCTYPE rss [<!ENTITY a \"{new string('a', 60_000)}\">]><rss><channel><title>{Times("&a;", 60_000)}</title></channel></rss>", Grows },
        { $"<!DOCTYPE rss [<!ENTITY a \"{new string('a', 200)}\">]><rss><channel><title>{Times("&a;", 60_000)}</title></channel></rss>", Grows },
        { $"<!DOCTYPE rss [{Times("<!ENTITY a \"b\">", 10_000)}]><rss/>", "Its document type is longer than 64 KB." },
        { "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><channel><title>&x;</title></channel></rss>", File },
        { "<!DOCTYPE rss [<!ENTITY x PUBLIC \"any\" 'http://127.0.0.1/'>]><rss><channel><title>&x;</title></channel></rss>", File },
        { "<!DOCTYPE rss [<!ENTITY % x SYSTEM \"http://127.0.0.1/x.dtd\"> %x;]><rss/>", File },
        { $"<rss><channel>{Times("<a>", 100_000)}{Times("</a>", 100_000)}</channel></rss>", Deep },
        { $"<rss><channel>{Times("<a>", 100_000)}", Deep },
        { $"<rss><channel>&nbsp;{Times("<a>", 100_000)}</b>", Deep },
        { $"<rss><channel>{Times("<a/>", 300_000)}</channel></rss>", "It has more than 300,000 elements and attributes." },
        { $"<rss><channel>&nbsp;{Times("<a/>", 300_000)}</channel></rss>", "It has more than 300,000 elements and attributes." },
        { $"<rss {string.Concat(Enumerable.Range(0, 100_000).Select(at => $"a{at}='' "))}/>", "One of its elements has more than 1,000 attributes." },
        { $"{{\"items\":{Times("[", 100_000)}", "Its JSON is broken in line 1, or nested more than 64 deep." },
        { new string(' ', FeedReader.MaxBytes + 1), "It has 5.0 MB; a feed has 5 MB at most." },
    };

    /// <summary>Every repetition that could make a scan start over: two megabytes of each must be read once.</summary>
    public static TheoryData<string> Repetitions =>
        new("<", "<a ", "<a b=\"", "<a b='", "<![CDATA[", "<!--", "<!DOCTYPE>", "<!DOCTYPE[", "<!DOCTYPE rss [<!ENTITY a \"", "<?", "&", "&#", "& ", "&amp;", "</a", "<p>", "]", "]>", "<item>", "< ", "\0", "<link>", "<rss");

    [Theory]
    [MemberData(nameof(Bombs))]
    public void A_bomb_is_refused_with_its_reason(string text, string reason) => Assert.Equal(reason, Refusal(text));

    [Theory]
    [MemberData(nameof(Repetitions))]
    public async Task A_long_repetition_ends(string piece)
    {
        foreach (var start in new[] { "", "<rss>&nbsp;<channel><item><title>" })
        {
            var text = start + Times(piece, 2_000_000 / piece.Length);
            var reading = Task.Run(() => FeedSamples.Read(Encoding.UTF8.GetBytes(text)), TestContext.Current.CancellationToken);
            Assert.NotNull(await reading.WaitAsync(TimeSpan.FromMinutes(1), TimeProvider.System, TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [InlineData("<div>", 50_000)]
    [InlineData("<b>", 50_000)]
    [InlineData("<table><tr><td>", 20_000)]
    [InlineData("<div></x>", 50_000)]
    [InlineData("<p><b a=1><i a=2><u a=3><s a=4>", 10_000)]
    public void The_html_of_an_item_may_be_a_bomb_and_its_text_is_read_all_the_same(string piece, int count)
    {
        var item = Item($"<title>t</title><description><![CDATA[<p>Before.</p>{Times(piece, count)}After.]]></description>");
        Assert.Equal("Before.", item.Summary[0].Text);
    }

    [Fact]
    public void The_html_of_an_item_is_cut()
    {
        var item = Item($"<description><![CDATA[<p>{Times("word ", 200_000)}</p>]]></description>");
        Assert.InRange(Assert.Single(item.Summary).Text.Length, 499_000, 500_000);
    }

    [Fact]
    public void A_title_of_a_megabyte_is_cut() => Assert.Equal(1000, Item($"<title>{new string('a', 1_000_000)}</title>").Title?.Length);

    [Fact]
    public void An_identity_is_cut_at_whole_characters() =>
        Assert.Equal($"a{Times("😀", 511)}", Item($"<guid>a{Times("😀", 2000)}</guid>").Id);

    [Fact]
    public void Nested_a_hundred_deep_is_still_a_feed() =>
        Assert.Single(Feed($"<rss><channel>{Times("<a>", 100)}{Times("</a>", 100)}<item/></channel></rss>").Items);

    private static string Laughs() => string.Concat("bcdefghi".Select(it => $"<!ENTITY {it} \"{Times($"&{(char)(it - 1)};", 10)}\">"));

    private static string Times(string piece, int count) => string.Concat(Enumerable.Repeat(piece, count));
}
