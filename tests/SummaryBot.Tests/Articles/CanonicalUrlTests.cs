using CsCheck;
using SummaryBot.Articles;

namespace SummaryBot.Tests.Articles;

public sealed class CanonicalUrlTests
{
    [Theory]
    [InlineData("HTTPS://WWW.Example.COM:443/News/Harbor?b=2&a=1", "https://example.com/News/Harbor?b=2&a=1")]
    [InlineData("http://example.com/a/", "https://example.com/a")]
    [InlineData("http://example.com:8080/a", "http://example.com:8080/a")]
    [InlineData("https://example.com./a", "https://example.com/a")]
    [InlineData("https://example.com/a#comments", "https://example.com/a")]
    [InlineData("https://example.com/a#!/story/5", "https://example.com/a#!/story/5")]
    [InlineData("https://example.com/#/story/5", "https://example.com/#/story/5")]
    [InlineData("https://example.com/a?utm_source=x&id=5&UTM_Medium=y", "https://example.com/a?id=5")]
    [InlineData("https://example.com/a?fbclid=1&gclid=2&mc_cid=3&mc_eid=4&yclid=5&igshid=6&at_medium=7&at_custom1=8&cmp=9&_ga=1", "https://example.com/a")]
    [InlineData("https://example.com/a?x=1&amp;utm_source=rss", "https://example.com/a?x=1")]
    [InlineData("https://example.com/a?ref=homepage&source=rss", "https://example.com/a")]
    [InlineData("https://example.com/a?&&", "https://example.com/a")]
    [InlineData("https://example.com/news/index.html", "https://example.com/news")]
    [InlineData("https://example.com/2026/03/harbor-opens/amp/", "https://example.com/2026/03/harbor-opens")]
    [InlineData("https://example.com/amp/2026/03/harbor-opens", "https://example.com/2026/03/harbor-opens")]
    [InlineData("https://example.com/harbor-opens.amp.html", "https://example.com/harbor-opens.html")]
    [InlineData("https://example.com/harbor-opens?amp=1", "https://example.com/harbor-opens")]
    [InlineData("https://example.com/harbor-opens?amp", "https://example.com/harbor-opens")]
    [InlineData("https://amp.example.com/harbor-opens?outputType=amp", "https://example.com/harbor-opens")]
    [InlineData("https://example-com.cdn.ampproject.org/c/s/www.example.com/harbor-opens?usqp=mq331", "https://example.com/harbor-opens?usqp=mq331")]
    [InlineData("https://cdn.ampproject.org/v/example.com/harbor-opens/amp", "https://example.com/harbor-opens")]
    [InlineData("https://www.google.co.uk/amp/s/www.example.com/harbor-opens", "https://example.com/harbor-opens")]
    [InlineData("https://m.example.com/a", "https://example.com/a")]
    [InlineData("https://mobile.example.com/a", "https://example.com/a")]
    [InlineData("https://example.com/harbor-5/print", "https://example.com/harbor-5")]
    [InlineData("https://example.com/a?id=5&print=1", "https://example.com/a?id=5")]
    [InlineData("https://example.com/a;jsessionid=0A1B2C?PHPSESSID=0123456789abcdef0123456789abcdef", "https://example.com/a")]
    [InlineData("https://münchen.example/a", "https://xn--mnchen-3ya.example/a")]
    public void Variants_of_an_address_are_one(string address, string canonical) =>
        Assert.Equal(canonical, CanonicalUrl.Of(new Uri(address)).AbsoluteUri);

    [Theory]
    [InlineData("https://example.com/a?id=5", "https://example.com/a?id=6")]
    [InlineData("https://example.com/article.php?sid=123", "https://example.com/article.php?sid=124")]
    [InlineData("https://example.com/index.php?p=1", "https://example.com/index.php?p=2")]
    [InlineData("https://example.com/story?ref=12345", "https://example.com/story?ref=12346")]
    [InlineData("https://example.com/story?source=reuters", "https://example.com/story?source=ap")]
    [InlineData("https://example.com/guitars/amp", "https://example.com/guitars")]
    [InlineData("https://example.com/art/print", "https://example.com/art")]
    [InlineData("https://example.com/amps/the-best-5", "https://example.com/the-best-5")]
    [InlineData("https://example.com/new-amp", "https://example.com/new")]
    [InlineData("https://example.com/News", "https://example.com/news")]
    [InlineData("https://m.tv/a", "https://tv/a")]
    [InlineData("https://media.example.com/a", "https://example.com/a")]
    [InlineData("https://de.example.com/a", "https://example.com/a")]
    [InlineData("https://example.com/a#!1", "https://example.com/a#!2")]
    [InlineData("https://example.com/a?m=1", "https://example.com/a?m=2")]
    [InlineData("https://example.com/a?format=5", "https://example.com/a?format=6")]
    [InlineData("https://example.com/a?cid=1", "https://example.com/a?cid=2")]
    [InlineData("https://example.com/a?page=1", "https://example.com/a?page=2")]
    [InlineData("https://example.com:8443/a", "https://example.com/a")]
    [InlineData("https://example.com/a//b", "https://example.com/a/b")]
    [InlineData("https://example.com/indexes", "https://example.com/")]
    [InlineData("https://www.google.com/amp/about", "https://about/")]
    [InlineData("https://example.org/a", "https://example.com/a")]
    public void Addresses_that_may_be_two_articles_stay_two(string one, string other) =>
        Assert.NotEqual(CanonicalUrl.Of(new Uri(one)).AbsoluteUri, CanonicalUrl.Of(new Uri(other)).AbsoluteUri);

    [Fact]
    public void A_canonical_address_is_its_own() =>
        Addresses.Sample(
            text =>
            {
                if (Uri.TryCreate(text, UriKind.Absolute, out var address))
                {
                    var once = CanonicalUrl.Of(address);
                    Assert.Equal(once.AbsoluteUri, CanonicalUrl.Of(once).AbsoluteUri);
                }
            },
            iter: 20_000);

    private static Gen<string> Addresses { get; } =
        from scheme in Any("http://", "https://", "HTTP://", "mailto:")
        from host in Any("example.com", "www.m.example.com", "amp.example.co.uk", "a-b.cdn.ampproject.org", "www.google.com", "127.0.0.1", "[::1]", "MÜNCHEN.de", "m.tv.", "x.blogspot.com:81")
        from path in Gen.OneOf(
            Any("/", "//", "/amp", "/print", "/index.html", "/c/s/www.example.com", "/amp/s/m.example.com", "/a-1", "/B", "/x.amp.html", ";jsessionid=1", "/%41%2f", "/ü"),
            Gen.String[Gen.Char['!', '~'], 0, 6]).Array[0, 6]
        from query in Any("utm_source=a", "amp;utm_x", "amp=1", "id=5", "ref=x", "print", "&", "=", "%20", "a=b=c", "sid=0123456789abcdef", "amp;amp;id=5").Array[0, 4]
        from fragment in Any("", "#a", "#!b", "#/c", "#")
        select $"{scheme}{host}{string.Concat(path)}{(query.Length > 0 ? "?" : "")}{string.Join('&', query)}{fragment}";

    private static Gen<string> Any(params string[] parts) => Gen.Int[0, parts.Length - 1].Select(i => parts[i]);
}
