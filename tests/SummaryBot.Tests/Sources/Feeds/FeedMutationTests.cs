using System.Globalization;
using System.Text;
using CsCheck;
using SummaryBot.Sources.Feeds;

namespace SummaryBot.Tests.Sources.Feeds;

/// <summary>Feeds of all formats, damaged at random.</summary>
public sealed class FeedMutationTests
{
    private static readonly byte[][] Seeds = [.. FeedSamples.All.Select(Encoding.UTF8.GetBytes), .. FeedSamples.All.Select(Encoding.Unicode.GetBytes)];

    private static readonly byte[][] Pieces =
    [
        .. new[]
        {
            "<", ">", "</", "/>", "&", "&#x0;", "&#55296;", "&nbsp;", "\"", "'", "<![CDATA[", "]]>", "<!--", "-->", "<?", "?>", "<!DOCTYPE x [", "<!ENTITY a \"&b;\">", "]>", "xmlns=\"\"", "xmlns:a=\"\"", "xml:base=\"//\"",
            "<item>", "</item>", "<a:b:c>", "<xml:x/>", "<xmlns:x xmlns:y=\"http://www.w3.org/2000/xmlns/\" y:z=\"1\"/>", "xmlns=\"http://www.w3.org/XML/1998/namespace\"", "type=\"xhtml\"", "mode=\"base64\"", "0001-01-01T00:00:00+14:00", "9999-12-31T24:00:00-14:00", "Mon, 99 Feb 99999",
            "http://[", "https://a:99999/", "http://\u0000", "\\ud800", "\\u0000", "null", "[", "]", "{", "}", ",", ":", "1e999", "\uFEFF", "\u202E", "<p><b><table>", "<svg><title>", "<frameset>", "<html>", "<plaintext>", "charset=utf-16",
        }.Select(Encoding.UTF8.GetBytes),
        [0], [0xFF], [0xFE, 0xFF], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0x1B, 0x24, 0x42],
    ];

    private static readonly Gen<Func<byte[], byte[]>> Damage = Gen.OneOf<Func<byte[], byte[]>>(
        Gen.Select(Gen.Double[0, 1], Gen.Byte, (at, value) => Change(bytes => At(bytes, at) is var i && i < bytes.Length ? [.. bytes[..i], value, .. bytes[(i + 1)..]] : bytes)),
        Gen.Select(Gen.Double[0, 1], (at) => Change(bytes => bytes[..At(bytes, at)])),
        Gen.Select(Gen.Double[0, 1], Gen.Double[0, 0.2], (at, length) => Change(bytes => [.. bytes[..At(bytes, at)], .. bytes[At(bytes, Math.Min(1, at + length))..]])),
        Gen.Select(Gen.Double[0, 1], Gen.Double[0, 0.2], (at, length) => Change(bytes => [.. bytes[..At(bytes, Math.Min(1, at + length))], .. bytes[At(bytes, at)..]])),
        Gen.Select(Gen.Double[0, 1], Gen.Int[0, Pieces.Length - 1], (at, piece) => Change(bytes => [.. bytes[..At(bytes, at)], .. Pieces[piece], .. bytes[At(bytes, at)..]])),
        Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1], Gen.Int[0, Seeds.Length - 1], (at, from, seed) => Change(bytes => [.. bytes[..At(bytes, at)], .. Seeds[seed][At(Seeds[seed], from)..]])));

    private static readonly Gen<byte[]> Feeds = Gen.Select(
        Gen.Int[0, Seeds.Length - 1], Damage.Array[1, 8], (seed, changes) => changes.Aggregate(Seeds[seed], (bytes, change) => change(bytes)));

    private static readonly Gen<string?> Charsets = AnyOf<string?>(null, "utf-8", "iso-8859-1", "utf-16", "shift_jis", "utf-7", "gb2312", "euc-kr", "iso-2022-jp", "\0");

    private static readonly Gen<Uri?> Addresses = AnyOf<Uri?>(null, new Uri("https://example.com/feeds/rss?x#y"));

    /// <summary>The number of feeds that the environment asks for, such as 100000; otherwise what takes some seconds.</summary>
    private static int Count { get; } = int.TryParse(Environment.GetEnvironmentVariable("SUMMARYBOT_FEEDS"), CultureInfo.InvariantCulture, out var count) ? count : 5000;

    [Fact]
    public void A_damaged_feed_is_read_or_refused_and_keeps_what_its_record_promises()
    {
        var read = 0;
        Gen.Select(Feeds, Charsets, Addresses).Sample(
            (bytes, charset, address) =>
            {
                var result = FeedReader.Read(bytes, "text/xml", charset, address);
                Check(result);
                _ = result is FeedResult.Read { Feed.Items.Count: > 0 } ? Interlocked.Increment(ref read) : 0;
            },
            iter: Count,
            threads: 2);
        Assert.InRange(read, Count / 4, Count); // most of them still have something to go wrong with
    }

    [Fact]
    public void A_damaged_page_or_list_of_sources_does_no_harm_either() => Gen.Select(Feeds, Charsets).Sample(
        (bytes, charset) =>
        {
            Assert.All(FeedDiscovery.In(bytes, charset, new Uri("https://example.com/")), link => Assert.StartsWith("http", link.Address.Scheme, StringComparison.Ordinal));
            Assert.NotNull(Opml.Read(bytes));
        },
        iter: Count / 5,
        threads: 2);

    private static void Check(FeedResult result)
    {
        if (result is FeedResult.Refused(var reason))
        {
            Assert.NotEmpty(reason);
            return;
        }

        var feed = ((FeedResult.Read)result).Feed;
        foreach (var item in feed.Items)
        {
            Assert.True(item.Title is not "" && item.Id is not "" && item.Author is not "");
            Assert.DoesNotContain($"{item.Title}{item.Id}{item.Author}{string.Concat(item.Categories)}{string.Concat(item.Enclosures.Select(it => it.Type))}", char.IsControl);
            Assert.True(item.Link is null || item.Link.Scheme is "http" or "https");
            Assert.All(item.Summary.Concat(item.Content), block => Assert.True(block.Text.Length > 0 && !block.Text.Any(char.IsControl)));
            Assert.All(item.Enclosures, it => Assert.True(it.Address.Scheme is "http" or "https"));
        }
    }

    private static Gen<T> AnyOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);

    private static Func<byte[], byte[]> Change(Func<byte[], byte[]> change) => change;

    private static int At(byte[] bytes, double share) => (int)(share * bytes.Length);
}
