using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SummaryBot.Benchmarks.Visits;

/// <summary>A web of feeds on loopback addresses: of twenty feeds one is broken, one slow, and one asks for patience; the others answer with 304 who has them already.</summary>
public sealed class FeedWeb : IAsyncDisposable
{
    private const int Kinds = 20;
    private const int Broken = 0, Slow = 1, Busy = 2;
    private const int FeedsPerHost = 4;
    private static readonly DateTimeOffset Newest = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    private readonly WebApplication _app;
    private readonly int _feeds;
    private readonly int _items;
    private readonly TimeSpan _slowness;
    private readonly int _port;
    private readonly ConcurrentDictionary<int, int> _requests = new();
    private int _notModified;

    private FeedWeb(int feeds, int items, TimeSpan slowness)
    {
        (_feeds, _items, _slowness, _port) = (feeds, items, slowness, FreePort());
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            foreach (var host in Enumerable.Range(0, feeds).Select(Host).Distinct())
            {
                kestrel.Listen(IPAddress.Parse(host), _port);
            }
        });
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public IReadOnlyList<Uri> Addresses => [.. Enumerable.Range(0, _feeds).Select(i => new Uri($"http://{Host(i)}:{_port}/feed/{i}"))];

    /// <summary>Items of all feeds that can be read.</summary>
    public int ReadableItems => Enumerable.Range(0, _feeds).Count(i => i % Kinds is not (Broken or Busy)) * _items;

    /// <summary>For the option fetching.allowedHosts.</summary>
    public string AllowedHosts => string.Join(',', Enumerable.Range(0, _feeds).Select(i => $"{Host(i)}:{_port}").Distinct());

    /// <summary>A page that names feeds 4 and 5.</summary>
    public Uri Home => new($"http://{Host(4)}:{_port}/");

    public int Requests => _requests.Values.Sum();

    /// <summary>The most requests that one feed got.</summary>
    public int MostRequests => _requests.Values.DefaultIfEmpty().Max();

    public int NotModified => _notModified;

    public static async Task<FeedWeb> StartAsync(int feeds, int items, TimeSpan slowness)
    {
        var web = new FeedWeb(feeds, items, slowness);
        await web._app.StartAsync();
        return web;
    }

    public void Forget()
    {
        _requests.Clear();
        _notModified = 0;
    }

    public string Opml() => $"""
        <opml version="2.0"><head><title>Feeds</title></head><body>
        {string.Concat(Addresses.Select((address, i) => $"<outline text=\"Feed {i}\" type=\"rss\" xmlUrl=\"{address}\"/>\n"))}
        </body></opml>
        """;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>A host that asks for patience has one feed; else it would close others.</summary>
    private static string Host(int feed)
    {
        var number = feed % Kinds == Busy ? feed / Kinds : feed / Kinds * Kinds + (feed % Kinds / FeedsPerHost);
        return $"127.{(feed % Kinds == Busy ? 2 : 1)}.{number / 250}.{1 + (number % 250)}";
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path == "/")
        {
            await HomeAsync(context);
            return;
        }

        var feed = int.Parse(context.Request.Path.Value!.Split('/')[^1], CultureInfo.InvariantCulture);
        _requests.AddOrUpdate(feed, 1, (_, count) => count + 1);
        switch (feed % Kinds)
        {
            case Broken:
                await BreakAsync(context, feed / Kinds % 3);
                return;
            case Busy:
                context.Response.StatusCode = 429;
                context.Response.Headers.RetryAfter = "600";
                return;
            case Slow:
                await Task.Delay(_slowness, TimeProvider.System, context.RequestAborted);
                break;
        }

        await FeedAsync(context, feed);
    }

    private Task HomeAsync(HttpContext context)
    {
        context.Response.ContentType = "text/html";
        var links = Enumerable.Range(4, 2).Select(i => $"<link rel=\"alternate\" type=\"application/rss+xml\" title=\"Feed {i}\" href=\"{Addresses[i]}\">");
        return context.Response.WriteAsync($"<html><head><title>Towns</title>{string.Concat(links)}</head><body><p>Two feeds.</p></body></html>");
    }

    private async Task FeedAsync(HttpContext context, int feed)
    {
        var etag = $"\"{feed}\"";
        context.Response.Headers.ETag = etag;
        if (string.Equals(context.Request.Headers.IfNoneMatch, etag, StringComparison.Ordinal))
        {
            Interlocked.Increment(ref _notModified);
            context.Response.StatusCode = 304;
            return;
        }

        context.Response.ContentType = "application/rss+xml; charset=utf-8";
        await context.Response.WriteAsync(Rss(feed), context.RequestAborted);
    }

    private static async Task BreakAsync(HttpContext context, int how)
    {
        switch (how)
        {
            case 0:
                context.Response.StatusCode = 500;
                break;
            case 1:
                context.Response.ContentType = "text/html";
                await context.Response.WriteAsync("<p>The site is being rebuilt.</p>");
                break;
            default:
                context.Abort();
                break;
        }
    }

    private string Rss(int feed)
    {
        var text = new StringBuilder($"<rss version=\"2.0\"><channel><title>Feed {feed}</title><language>en</language>");
        for (var i = 0; i < _items; i++)
        {
            var date = Newest.AddHours(-i).ToString("r", CultureInfo.InvariantCulture);
            text.Append(CultureInfo.InvariantCulture, $"<item><guid>item-{feed}-{i}</guid><title>Story {i} of feed {feed}</title>");
            text.Append(CultureInfo.InvariantCulture, $"<link>http://{Host(feed)}:{_port}/story/{feed}/{i}</link><pubDate>{date}</pubDate><description>");
            for (var sentence = 0; sentence < 12; sentence++)
            {
                text.Append(CultureInfo.InvariantCulture, $"Sentence {sentence} of story {i} in feed {feed} tells what happened to the port on that day and why it matters to the town. ");
            }

            text.Append("</description></item>");
        }

        return text.Append("</channel></rss>").ToString();
    }
}
