using System.Text;
using CsCheck;
using SummaryBot.Sources.Feeds;

namespace SummaryBot.Tests.Sources.Feeds;

public sealed class OpmlTests
{
    private static readonly Gen<string> Line = Gen.OneOf(
        AnyOf("Harbor", "A & B", "<x>", "\"quoted\"", "'", "a/b", "/", "naïve İstanbul", "世界", "😀👩‍👩‍👧", "&amp;", "]]>", "a  b", "\t x \n", "\uD83D", "\u0001", "\uFFFE", new string('x', 700)), Gen.String[1, 20])
        .Select(Normal).Where(line => line.Length > 0);

    private static readonly Gen<OpmlSource> Source = Gen.Select(
        Gen.Int[0, 1_000_000], Line, Gen.Null(Line), Gen.Bool,
        (number, name, group, hasPage) => new OpmlSource(new Uri($"https://example.com/{number}?a=1&b=ü"), name, group, hasPage ? new Uri($"https://example.com/{number}/") : null));

    [Fact]
    public void What_is_exported_comes_back_with_the_same_addresses_names_groups_and_pages() => Source.Array[0, 30].Sample(
        sources =>
        {
            var distinct = sources.DistinctBy(source => source.Address).ToList();
            var back = Assert.IsType<OpmlResult.Read>(Opml.Read(Encoding.UTF8.GetBytes(Opml.Write("Sources", distinct))));
            Assert.Equal(distinct.OrderBy(source => source.Address.AbsoluteUri, StringComparer.Ordinal), back.Sources.OrderBy(source => source.Address.AbsoluteUri, StringComparer.Ordinal));
            Assert.Equal(0, back.Skipped);
        },
        iter: 2000,
        threads: 2);

    [Fact]
    public void Lists_of_other_readers_are_read_with_their_nested_groups()
    {
        var result = Read("""
            <?xml version="1.0" encoding="UTF-8"?>
            <opml version="1.0"><head><title>Mine</title></head><body>
              <outline text="News"><outline title="Town">
                <outline type="rss" text="Harbor News" xmlUrl="https://example.com/rss" htmlUrl="https://example.com/"/></outline>
                <outline type="rss" text="" title="Market" xmlurl=" https://example.com/market "/></outline>
              <outline type="rss" text="Plain & simple" xmlUrl="https://example.com/plain" category="/Hobby/Boats,/Other"/>
              <outline xmlUrl="https://nameless.example/rss"/>
              <outline text="again" xmlUrl="https://example.com/rss"/><outline text="script" xmlUrl="javascript:alert(1)"/><outline text="only a page" htmlUrl="https://example.com/"/>
            </body></opml>
            """);
        Assert.Equal(
            [
                new OpmlSource(new Uri("https://example.com/rss"), "Harbor News", "News/Town", new Uri("https://example.com/")),
                new OpmlSource(new Uri("https://example.com/market"), "Market", "News", null),
                new OpmlSource(new Uri("https://example.com/plain"), "Plain & simple", "Hobby/Boats", null),
                new OpmlSource(new Uri("https://nameless.example/rss"), "nameless.example", null, null),
            ],
            Assert.IsType<OpmlResult.Read>(result).Sources);
        Assert.Equal(1, ((OpmlResult.Read)result).Skipped);
    }

    [Fact]
    public void Groups_stand_together_as_outlines_that_every_reader_shows()
    {
        var text = Opml.Write("My sources", [Of("1", "A"), Of("2", null), Of("3", "A")]);
        Assert.Equal(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <opml version="2.0">
              <head>
                <title>My sources</title>
              </head>
              <body>
                <outline text="A" title="A">
                  <outline text="1" title="1" type="rss" xmlUrl="https://example.com/1" />
                  <outline text="3" title="3" type="rss" xmlUrl="https://example.com/3" />
                </outline>
                <outline text="2" title="2" type="rss" xmlUrl="https://example.com/2" />
              </body>
            </opml>

            """,
            text);
    }

    [Theory]
    [InlineData("", "It is no OPML: it has no element <opml>.")]
    [InlineData("<rss/>", "It is no OPML: it has no element <opml>.")]
    [InlineData("<!DOCTYPE opml [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><opml/>", "Its document type refers to another file, which is never read.")]
    public void What_is_no_list_is_refused_with_its_reason(string text, string reason) => Assert.Equal(reason, Assert.IsType<OpmlResult.Refused>(Read(text)).Reason);

    [Fact]
    public void A_bomb_of_outlines_is_refused_and_a_long_list_is_cut()
    {
        Assert.IsType<OpmlResult.Refused>(Read($"<opml>{string.Concat(Enumerable.Repeat("<outline>", 100_000))}"));
        var result = Assert.IsType<OpmlResult.Read>(Read($"<opml>{string.Concat(Enumerable.Range(0, 10_005).Select(at => $"<outline xmlUrl='https://example.com/{at}'/>"))}</opml>"));
        Assert.Equal((10_000, 5), (result.Sources.Count, result.Skipped));
    }

    private static Gen<T> AnyOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);

    private static OpmlSource Of(string name, string? group) => new(new Uri($"https://example.com/{name}"), name, group, null);

    private static OpmlResult Read(string text) => Opml.Read(Encoding.UTF8.GetBytes(text));

    /// <summary>A name as the bot keeps names: one line of characters that XML may hold, 500 at most.</summary>
    private static string Normal(string text)
    {
        var clean = string.Concat(text.EnumerateRunes().Where(it => it.Value is not (0xFFFD or 0xFFFE or 0xFFFF) && !System.Text.Rune.IsControl(it)).Select(it => it.ToString()));
        var line = string.Join(' ', clean.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= 500 ? line : line[..(char.IsHighSurrogate(line[499]) ? 499 : 500)];
    }
}
