using System.Globalization;
using System.Text;
using SummaryBot.Sources.Fetching;
using static SummaryBot.Tests.Sources.Fetching.RawServer;

namespace SummaryBot.Tests.Sources.Fetching;

public sealed class FetcherTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_is_fetched_with_what_its_answer_says_of_it()
    {
        await using var server = new RawServer(_ => Answer(
            "Ships came.", "Content-Type: Text/HTML; Charset=\"ISO-8859-9\"\r\nETag: W/\"a, b\"\r\nLast-Modified: yesterday\r\nCache-Control: public, max-age=600\r\nAge: 60\r\n"));
        var fetched = Assert.IsType<FetchOutcome.Fetched>(await new TestWeb(server).FetchAsync());
        Assert.Equal("Ships came.", Encoding.ASCII.GetString(fetched.Body.Span));
        Assert.Equal(("text/html", "ISO-8859-9", "W/\"a, b\"", "yesterday"), (fetched.MediaType, fetched.Charset, fetched.ETag, fetched.LastModified));
        Assert.Equal((null, TimeSpan.FromMinutes(9)), (fetched.MovedTo, fetched.MaxAge));
    }

    [Fact]
    public async Task A_request_says_who_asks_and_nothing_that_it_was_not_told_to()
    {
        await using var server = new RawServer(head => head.StartsWith("GET /b", StringComparison.Ordinal)
            ? Answer("b")
            : Answer("", "Location: /b\r\nSet-Cookie: id=1; Path=/\r\nWWW-Authenticate: Basic realm=\"a\"\r\n", "302 Found"));
        using var fetcher = new TestWeb(server).Fetcher();
        var request = new FetchRequest(new Uri("http://news.example.com/a"), FetchKind.Page) { ETag = "\"é x\"", LastModified = "some day" };
        await fetcher.FetchAsync(request, Token);
        await fetcher.FetchAsync(request, Token);
        var fields = server.Heads.SelectMany(head => head.Split("\r\n").Skip(1)).Where(line => line.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        Assert.Equal(4, server.Heads.Count);
        Assert.Equal(
            [
                "Accept-Encoding: gzip, br", "Accept: text/html, application/xhtml+xml, text/plain;q=0.5", "Host: news.example.com", "If-Modified-Since: some day", "If-None-Match: \"é x\"",
                "User-Agent: SummaryBot/1.0 (+https://github.com/summarybot/summarybot)",
            ],
            fields);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("169.254.169.254")]
    [InlineData("::1")]
    [InlineData("::ffff:10.1.2.3")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("93.184.215.14 127.0.0.1")]
    [InlineData("127.0.0.1 93.184.215.14")]
    [InlineData("2606:4700::1111 fe80::1%3")]
    public async Task A_name_with_one_inner_address_is_not_connected_to(string addresses)
    {
        var web = new TestWeb { Names = { ["localtest.me"] = [addresses] } };
        Assert.StartsWith("localtest.me leads to ", Assert.IsType<FetchOutcome.Refused>(await web.FetchAsync("http://localtest.me/")).Reason, StringComparison.Ordinal);
        Assert.Empty(web.Dialed);
    }

    [Fact]
    public async Task A_name_that_changes_its_mind_gets_a_connection_only_where_it_was_public()
    {
        await using var server = new RawServer(_ => Answer("a"));
        var web = new TestWeb(server) { Names = { ["rebind.example.com"] = [TestWeb.PublicAddress, "127.0.0.1"] } };
        using var fetcher = web.Fetcher();
        var request = new FetchRequest(new Uri("http://rebind.example.com/"), FetchKind.Page);
        Assert.IsType<FetchOutcome.Fetched>(await fetcher.FetchAsync(request, Token));
        Assert.IsType<FetchOutcome.Refused>(await fetcher.FetchAsync(request, Token));
        Assert.Equal([$"{TestWeb.PublicAddress}:80"], web.Dialed.Select(place => place.ToString()));
        Assert.Equal(2, web.Resolved.Count);
        Assert.Single(server.Heads);
    }

    [Fact]
    public async Task A_redirect_to_a_name_that_rebinds_never_gets_a_connection()
    {
        await using var server = new RawServer(_ => Redirect("http://news.example.com/again"));
        var web = new TestWeb(server) { Names = { ["news.example.com"] = [TestWeb.PublicAddress, "192.168.1.1"] } };
        Assert.IsType<FetchOutcome.Refused>(await web.FetchAsync());
        Assert.Equal([$"{TestWeb.PublicAddress}:80"], web.Dialed.Select(place => place.ToString()));
    }

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://localhost/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://news.example.com:22/")]
    public async Task An_inner_address_is_refused_before_anything_is_looked_up(string address)
    {
        var web = new TestWeb();
        Assert.IsType<FetchOutcome.Refused>(await web.FetchAsync(address));
        Assert.Empty(web.Resolved);
        Assert.Empty(web.Dialed);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("//2130706433/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://localhost:6379/")]
    [InlineData("http://user@other.example.com/")]
    [InlineData("http://other.example.com:8080/")]
    [InlineData("gopher://other.example.com/_")]
    [InlineData("javascript:alert(1)")]
    public async Task A_redirect_is_judged_like_an_address(string location)
    {
        await using var server = new RawServer(_ => Redirect(location));
        var web = new TestWeb(server);
        Assert.IsType<FetchOutcome.Refused>(await web.FetchAsync());
        Assert.Single(web.Dialed);
    }

    [Theory]
    [InlineData("/b", "http://news.example.com/b")]
    [InlineData("b?c=d", "http://news.example.com/b?c=d")]
    [InlineData("//other.example.com/b", "http://other.example.com/b")]
    [InlineData("http://other.example.com/a b", "http://other.example.com/a%20b")]
    public async Task A_redirect_is_followed(string location, string target)
    {
        await using var server = new RawServer(head => head.StartsWith("GET / ", StringComparison.Ordinal) ? Redirect(location) : Answer("b"));
        var fetched = Assert.IsType<FetchOutcome.Fetched>(await new TestWeb(server).FetchAsync());
        Assert.Equal((target, null), (fetched.Address.AbsoluteUri, fetched.MovedTo));
    }

    [Theory]
    [InlineData("301", "http://news.example.com/1")]
    [InlineData("301 308", "http://news.example.com/2")]
    [InlineData("308 302", "http://news.example.com/1")]
    [InlineData("301 307 301", "http://news.example.com/1")]
    [InlineData("302 301", null)]
    [InlineData("303", null)]
    public async Task An_address_moves_as_far_as_every_hop_is_permanent(string statuses, string? movedTo)
    {
        var hops = statuses.Split(' ');
        await using var server = new RawServer(head => int.Parse(head.Split('/', ' ')[2] is { Length: > 0 } text ? text : "0", CultureInfo.InvariantCulture) is var hop && hop < hops.Length
            ? Redirect($"/{hop + 1}", $"{hops[hop]} Elsewhere")
            : Answer("b"));
        Assert.Equal(movedTo, Assert.IsType<FetchOutcome.Fetched>(await new TestWeb(server).FetchAsync()).MovedTo?.AbsoluteUri);
    }

    [Fact]
    public async Task Five_redirects_are_followed_and_no_more()
    {
        await using var server = new RawServer(head => head.Contains("/5 ", StringComparison.Ordinal) ? Answer("b") : Redirect($"{int.Parse(head.AsSpan(5, 1), CultureInfo.InvariantCulture) + 1}"));
        var web = new TestWeb(server);
        Assert.IsType<FetchOutcome.Fetched>(await web.FetchAsync("http://news.example.com/0"));
        await using var loop = new RawServer(_ => Redirect("/"));
        Assert.Equal("It redirects more than 5 times.", Assert.IsType<FetchOutcome.Failed>(await new TestWeb(loop).FetchAsync()).Reason);
        Assert.Equal(6, loop.Heads.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("http://")]
    [InlineData("http://[zz]/")]
    [InlineData("http:127.0.0.1")]
    [InlineData("http://other.example.com\\@127.0.0.1/")]
    [InlineData("/\\127.0.0.1/")]
    public async Task A_redirect_to_nowhere_fails(string location)
    {
        await using var server = new RawServer(_ => Redirect(location));
        Assert.Equal(302, Assert.IsType<FetchOutcome.Failed>(await new TestWeb(server).FetchAsync()).Status);
        Assert.Single(server.Heads);
    }

    [Fact]
    public async Task An_allowed_host_may_be_inside_on_any_port_and_may_send_nobody_further_inside()
    {
        await using var other = new RawServer(_ => Answer("secret"));
        await using var server = new RawServer(head => head.StartsWith("GET /away", StringComparison.Ordinal) ? Redirect(other.Address.AbsoluteUri) : Answer("a"));
        using var fetcher = new Fetcher(
            Microsoft.Extensions.Options.Options.Create(new FetchOptions { AllowedHosts = AllowedHosts.TryParse($"127.0.0.1:{server.Place.Port}")! }), TimeProvider.System, Wire.Real);
        Assert.IsType<FetchOutcome.Fetched>(await fetcher.FetchAsync(new FetchRequest(server.Address, FetchKind.Page), Token));
        Assert.IsType<FetchOutcome.Refused>(await fetcher.FetchAsync(new FetchRequest(new Uri(server.Address, "/away"), FetchKind.Page), Token));
        Assert.IsType<FetchOutcome.Refused>(await fetcher.FetchAsync(new FetchRequest(other.Address, FetchKind.Page), Token));
        Assert.Empty(other.Heads);
    }

    [Fact]
    public async Task An_allowed_name_is_resolved_and_connected_to_wherever_it_is()
    {
        await using var server = new RawServer(_ => Answer("a"));
        var web = new TestWeb(server) { Names = { ["nas.lan"] = ["192.168.1.9"] } };
        Assert.IsType<FetchOutcome.Fetched>(await web.FetchAsync("http://nas.lan:8080/", allowed: "nas.lan:8080"));
        Assert.Equal("192.168.1.9:8080", Assert.Single(web.Dialed).ToString());
    }

    [Theory]
    [InlineData(FetchKind.Feed, "application/rss+xml", true)]
    [InlineData(FetchKind.Feed, "application/atom+xml; charset=utf-8", true)]
    [InlineData(FetchKind.Feed, "application/rdf+xml", true)]
    [InlineData(FetchKind.Feed, "application/feed+json", true)]
    [InlineData(FetchKind.Feed, "TEXT/XML", true)]
    [InlineData(FetchKind.Feed, "application/xml", true)]
    [InlineData(FetchKind.Feed, "application/json", true)]
    [InlineData(FetchKind.Feed, "text/html", true)]
    [InlineData(FetchKind.Feed, "text/plain", true)]
    [InlineData(FetchKind.Feed, "", true)]
    [InlineData(FetchKind.Feed, "nonsense", true)]
    [InlineData(FetchKind.Feed, "application/octet-stream", false)]
    [InlineData(FetchKind.Feed, "image/svg+xml", false)]
    [InlineData(FetchKind.Feed, "application/pdf", false)]
    [InlineData(FetchKind.Feed, "video/mp4", false)]
    [InlineData(FetchKind.Page, "text/html;charset=nonsense", true)]
    [InlineData(FetchKind.Page, "application/xhtml+xml", true)]
    [InlineData(FetchKind.Page, "text/plain", true)]
    [InlineData(FetchKind.Page, "application/rss+xml", false)]
    [InlineData(FetchKind.Page, "application/zip", false)]
    [InlineData(FetchKind.Page, "application/octet-stream", false)]
    [InlineData(FetchKind.Page, "text/css", false)]
    public async Task Only_what_can_be_read_is_taken(FetchKind wanted, string type, bool isTaken)
    {
        await using var server = new RawServer(_ => Answer("a", type.Length > 0 ? $"Content-Type: {type}\r\n" : ""));
        var outcome = await new TestWeb(server).FetchAsync(wanted: wanted);
        Assert.IsType(isTaken ? typeof(FetchOutcome.Fetched) : typeof(FetchOutcome.Refused), outcome);
    }

    [Theory]
    [InlineData("404 Not Found", "Gone { Status = 404 }")]
    [InlineData("410 Gone", "Gone { Status = 410 }")]
    [InlineData("429 Too Many Requests", "AskAgain { After = , Status = 429 }")]
    [InlineData("204 No Content", "Failed { Reason = It answered 204, which has no content., Status = 204, IsTimeout = False }")]
    [InlineData("206 Partial Content", "Failed { Reason = It answered with a part of itself, for which nobody asked., Status = 206, IsTimeout = False }")]
    [InlineData("304 Not Modified", "Failed { Reason = It answered 304., Status = 304, IsTimeout = False }")]
    [InlineData("401 Unauthorized", "Failed { Reason = It answered 401., Status = 401, IsTimeout = False }")]
    [InlineData("500 Oops", "Failed { Reason = It answered 500., Status = 500, IsTimeout = False }")]
    [InlineData("503 Busy", "Failed { Reason = It answered 503., Status = 503, IsTimeout = False }")]
    [InlineData("300 Choose", "Failed { Reason = It answered 300., Status = 300, IsTimeout = False }")]
    [InlineData("999 No", "Failed { Reason = It answered 999., Status = 999, IsTimeout = False }")]
    public async Task A_status_is_an_outcome(string status, string outcome)
    {
        await using var server = new RawServer(_ => $"HTTP/1.1 {status}\r\nConnection: close\r\n\r\n");
        Assert.Equal(outcome, (await new TestWeb(server).FetchAsync()).ToString());
    }

    [Theory]
    [InlineData("429 Busy", "120", 120)]
    [InlineData("503 Busy", "0", 0)]
    [InlineData("429 Busy", "Thu, 01 Jan 1970 00:00:00 GMT", 0)]
    [InlineData("429 Busy", "99999999999999999999", 366 * 86400)]
    [InlineData("429 Busy", "Fri, 31 Dec 9999 23:59:59 GMT", 366 * 86400)]
    [InlineData("429 Busy", "soon", null)]
    [InlineData("429 Busy", "-5", null)]
    public async Task A_busy_site_says_how_long_to_wait(string status, string retryAfter, int? seconds)
    {
        await using var server = new RawServer(_ => Answer("", $"Retry-After: {retryAfter}\r\n", status));
        var outcome = Assert.IsType<FetchOutcome.AskAgain>(await new TestWeb(server).FetchAsync());
        Assert.Equal(seconds, (int?)outcome.After?.TotalSeconds);
    }

    [Fact]
    public async Task A_busy_site_may_name_a_time()
    {
        await using var server = new RawServer(_ => Answer("", $"Retry-After: {TimeProvider.System.GetUtcNow().AddHours(1):R}\r\n", "503 Busy"));
        var after = Assert.IsType<FetchOutcome.AskAgain>(await new TestWeb(server).FetchAsync()).After!.Value;
        Assert.InRange(after, TimeSpan.FromMinutes(58), TimeSpan.FromMinutes(60));
    }

    [Theory]
    [InlineData("Cache-Control: max-age=60", 60)]
    [InlineData("Cache-Control: private, MAX-AGE=\"60\"\r\nExpires: 0", 60)]
    [InlineData("Cache-Control: max-age=60\r\nAge: 90", 0)]
    [InlineData("Cache-Control: no-cache, max-age=60", 0)]
    [InlineData("Cache-Control: no-store", 0)]
    [InlineData("Cache-Control: max-age=-1", null)]
    [InlineData("Cache-Control: max-age=999999999999", 366 * 86400)]
    [InlineData("Date: Sun, 06 Nov 1994 08:49:37 GMT\r\nExpires: Sunday, 06-Nov-94 09:49:37 GMT", 3600)]
    [InlineData("Date: Sun, 06 Nov 1994 08:49:37 GMT\r\nExpires: Sun Nov  6 08:50:37 1994", 60)]
    [InlineData("Expires: 0", 0)]
    [InlineData("Expires: never", 0)]
    [InlineData("Cache-Control: public", null)]
    public async Task An_answer_says_how_long_it_stays_fresh(string fields, int? seconds)
    {
        await using var server = new RawServer(_ => Answer("a", $"{fields}\r\n"));
        Assert.Equal(seconds, (int?)Assert.IsType<FetchOutcome.Fetched>(await new TestWeb(server).FetchAsync()).MaxAge?.TotalSeconds);
    }

    [Fact]
    public async Task What_has_not_changed_is_not_sent_again()
    {
        await using var server = new RawServer(head => head.Contains("If-None-Match: \"1\"\r\n", StringComparison.Ordinal)
            ? "HTTP/1.1 304 Not Modified\r\nCache-Control: max-age=5\r\nConnection: close\r\n\r\n" : Answer("a"));
        using var fetcher = new TestWeb(server).Fetcher();
        var outcome = await fetcher.FetchAsync(new FetchRequest(new Uri("http://news.example.com/"), FetchKind.Feed) { ETag = "\"1\"" }, Token);
        Assert.Equal(new FetchOutcome.NotModified(null, TimeSpan.FromSeconds(5)), outcome);
    }

    [Fact]
    public async Task Who_gives_up_gets_no_outcome()
    {
        await using var server = new RawServer((_, _, token) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token));
        using var fetcher = new TestWeb(server).Fetcher();
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetcher.FetchAsync(new FetchRequest(new Uri("http://news.example.com/"), FetchKind.Page), soon.Token));
    }

    [Fact]
    public async Task A_name_that_nobody_knows_and_a_host_that_refuses_are_told()
    {
        Assert.Equal("Its name is not known, or cannot be looked up now.", Assert.IsType<FetchOutcome.Failed>(await new TestWeb().FetchAsync("http://absent.example.com/")).Reason);
        Assert.Equal("It refuses connections.", Assert.IsType<FetchOutcome.Failed>(await new TestWeb().FetchAsync()).Reason);
    }
}
