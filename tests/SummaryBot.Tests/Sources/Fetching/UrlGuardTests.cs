using SummaryBot.Sources.Fetching;

namespace SummaryBot.Tests.Sources.Fetching;

public sealed class UrlGuardTests
{
    private static readonly UrlGuard Guard = new(new FetchOptions());

    public static TheoryData<string> Spellings =>
    [
        "http://127.0.0.1/", "http://2130706433/", "http://0x7f000001/", "http://0X7F000001/", "http://0x7f.0.0.1/", "http://0177.0.0.1/", "http://017700000001/",
        "http://127.1/", "http://127.0.1/", "http://0/", "http://0.0.0.0/", "http://①②⑦.⓪.⓪.①/", "http://127。0。0。1/", "http://127．0．0．1/", "http://１２７.０.０.１/",
        "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/", "http://[0:0:0:0:0:ffff:127.0.0.1]/", "http://[::127.0.0.1]/", "http://[::1]/", "http://[::]/",
        "http://[64:ff9b::127.0.0.1]/", "http://[fe80::1%25eth0]/", "http://[fe80::1]/", "http://127.0.0.1./", "http://127.0.0.1:80/", "http://169.254.169.254/latest/meta-data/",
        "http://0xa9fea9fe/", "http://2852039166/", "http://0251.0376.0251.0376/", "http://10.0.0.1/", "http://167772161/", "http://192.168.0.1/", "http://[fd00:ec2::254]/",
        "http://0x7f.1/", "http://127.0.0.0x1/", "http://127.0.0.1.9/", "http://%31%32%37.0.0.1/", "http://127.0.0.1%2f.example.com/", "http://1.2.3.4.5/", "http://example.0x7f/",
    ];

    public static TheoryData<string> Names =>
    [
        "http://localhost/", "http://LOCALHOST/", "http://localhost./", "http://a.localhost/", "http://localhost.localdomain/", "http://intranet/", "http://printer.local/",
        "http://printer.LOCAL./", "http://vault.internal/", "http://metadata.google.internal/", "http://METADATA.google.internal./", "http://nas.lan/", "http://router.home.arpa/",
        "http://home.arpa/", "http://a.corp/", "http://a..example.com/", "http://.example.com/", "http://ex ample.com/", "http://exam\u200bple.com/",
        "http://exa%6dple.com/", "http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/",
    ];

    public static TheoryData<string> Addresses =>
    [
        "file:///etc/passwd", "ftp://example.com/", "gopher://example.com:70/_", "dict://example.com:2628/d:a", "data:text/html,a", "javascript:alert(1)", "jar:http://example.com!/a",
        "ldap://example.com/", "netdoc:///etc/passwd", "ws://example.com/", "wss://example.com/", "mailto:a@example.com", "view-source:http://example.com/",
        "http://user@example.com/", "http://user:word@example.com/", "http://@example.com/", "http://127.0.0.1@example.com/", "http://example.com@127.0.0.1/", "http://a:80@b@example.com/",
        "http://example.com\\@127.0.0.1/", "http:\\\\example.com/", "http://example.com/a\\b", "http:127.0.0.1", "http:/127.0.0.1", "http:///127.0.0.1/a",
        "http://example.com/\r\nHost: a", "http://example.com/\ta", "http://example.com/\0", "http://example.com/\u0085", "http://example.com/\u202egnp.exe", "http://exa\u00admple.com/",
        "http://example.com:22/", "http://example.com:6379/", "http://example.com:8080/", "https://example.com:25/", "http://example.com:0/",
        "/feed.xml", "//example.com/", "example.com", "",
    ];

    [Theory]
    [MemberData(nameof(Spellings))]
    public void However_an_inner_address_is_spelled_it_is_refused(string text) => AssertRefused(text);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_that_is_no_public_one_is_refused(string text) => AssertRefused(text);

    [Theory]
    [MemberData(nameof(Addresses))]
    public void An_odd_address_is_refused(string text) => AssertRefused(text);

    [Fact]
    public void An_address_may_have_2048_characters()
    {
        var longest = $"http://example.com/{new string('a', UrlGuard.MaxLength - 19)}";
        Assert.Null(Guard.Refuse(new Uri(longest)));
        Assert.NotNull(Guard.Refuse(new Uri(longest + "a")));
    }

    [Theory]
    [InlineData("http://example.com")]
    [InlineData("HTTPS://Example.COM:443/a?b=c@d#e")]
    [InlineData("http://example.com./feed.xml")]
    [InlineData("http://münchen.de/straße")]
    [InlineData("http://xn--mnchen-3ya.de/")]
    [InlineData("http://my_host.example.com/")]
    [InlineData("http://example.com/a b")]
    [InlineData("http://8.8.8.8/")]
    [InlineData("http://[2606:4700::1111]/")]
    [InlineData("https://新闻.中国/")]
    public void An_ordinary_address_is_not(string text) => Assert.Null(Guard.Refuse(new Uri(text)));

    [Theory]
    [InlineData("https://a.example.com/", "http://a.example.com/", false)]
    [InlineData("http://a.example.com/", "https://a.example.com/", true)]
    [InlineData("https://a.example.com/", "https://b.example.com/", true)]
    [InlineData("https://a.example.com/", "https://10.0.0.1/", false)]
    public void A_redirect_leads_neither_out_of_https_nor_inside(string from, string to, bool isFollowed) =>
        Assert.Equal(isFollowed, Guard.RefuseRedirect(new Uri(from), new Uri(to)) is null);

    [Fact]
    public void A_name_of_mixed_scripts_is_shown_as_what_it_is() =>
        Assert.Equal("xn--pple-43d.com", UrlGuard.Shown(new Uri("https://\u0430pple.com/")));

    [Theory]
    [InlineData("nas.lan", "http://nas.lan/", true)]
    [InlineData("nas.lan", "http://NAS.lan.:8443/", true)]
    [InlineData("nas.lan:8443", "https://nas.lan:8443/", true)]
    [InlineData("nas.lan:8443", "https://nas.lan/", false)]
    [InlineData("nas.lan", "http://other.lan/", false)]
    [InlineData("nas.lan", "http://a.nas.lan/", false)]
    [InlineData("nas.lan", "ftp://nas.lan/", false)]
    [InlineData("nas.lan", "http://me@nas.lan/", false)]
    [InlineData("127.0.0.1:8080, [::1]:8080", "http://127.0.0.1:8080/", true)]
    [InlineData("127.0.0.1:8080, [::1]:8080", "http://[::1]:8080/", true)]
    [InlineData("127.0.0.1:8080, [::1]:8080", "http://127.0.0.2:8080/", false)]
    [InlineData("bücher.example.lan", "http://xn--bcher-kva.example.lan/", true)]
    public void The_operator_allows_named_hosts_and_no_others(string allowed, string address, bool isAllowed) =>
        Assert.Equal(isAllowed, new UrlGuard(new FetchOptions { AllowedHosts = AllowedHosts.TryParse(allowed)! }).Refuse(new Uri(address)) is null);

    [Theory]
    [InlineData("http://nas.lan")]
    [InlineData("nas.lan/feed")]
    [InlineData("a@nas.lan")]
    [InlineData("nas.lan:0")]
    [InlineData("nas.lan:65536")]
    [InlineData("nas.lan:http")]
    [InlineData("*.lan")]
    [InlineData("10.0.0.0/8")]
    public void What_is_no_host_is_told(string text) => Assert.Null(AllowedHosts.TryParse(text));

    [Fact]
    public void Other_ports_may_be_set() => Assert.Null(new UrlGuard(new FetchOptions { Ports = FetchOptions.TryParsePorts("8080")! }).Refuse(new Uri("http://example.com:8080/")));

    private static void AssertRefused(string text)
    {
        if (Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out var address))
        {
            Assert.NotNull(Guard.Refuse(address));
        }
    }
}
