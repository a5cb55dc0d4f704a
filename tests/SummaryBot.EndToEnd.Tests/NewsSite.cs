using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SummaryBot.EndToEnd.Tests;

/// <summary>A site on loopback with a home page, a feed of today's articles that it names, and their pages.</summary>
internal sealed class NewsSite : IAsyncDisposable
{
    private static readonly string[] Headlines = ["Harbor opens its new pier", "Council passes the budget", "School gets a roof", "Bridge is closed for repairs"];

    private readonly WebApplication _app;

    private NewsSite(WebApplication app)
    {
        _app = app;
        app.Run(AnswerAsync);
    }

    public Uri Home => new(_app.Urls.First());

    /// <summary>For the option fetching.allowedHosts.</summary>
    public string AllowedHosts => $"127.0.0.1:{Home.Port}";

    public static int Count => Headlines.Length;

    public static async Task<NewsSite> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var site = new NewsSite(builder.Build());
        await site._app.StartAsync(TestContext.Current.CancellationToken);
        return site;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        context.Response.ContentType = path is "/feed.xml" ? "application/rss+xml; charset=utf-8" : "text/html; charset=utf-8";
        return path switch
        {
            "/" => context.Response.WriteAsync("""<!DOCTYPE html><html lang="en"><head><title>Town News</title><link rel="alternate" type="application/rss+xml" href="/feed.xml"></head><body><h1>Town News</h1></body></html>"""),
            "/feed.xml" => context.Response.WriteAsync(Feed()),
            _ => NotFoundAsync(context),
        };
    }

    private static Task NotFoundAsync(HttpContext context)
    {
        context.Response.StatusCode = (int)HttpStatusCode.NotFound;
        return Task.CompletedTask;
    }

    private static string Feed()
    {
        var items = Headlines.Select((headline, i) => $"""
            <item><guid>{i}</guid><title>{headline}</title><link>https://town.example/{i}</link>
            <pubDate>{TimeProvider.System.GetUtcNow().AddHours(-i - 1).UtcDateTime.ToString("r", CultureInfo.InvariantCulture)}</pubDate>
            <description>{Text(headline, i)}</description></item>
            """);
        return $"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Town News</title><link>https://town.example/</link><language>en</language>{string.Concat(items)}</channel></rss>";
    }

    private static string Text(string headline, int number)
    {
        var text = new StringBuilder($"{headline}, the mayor said on Monday. ");
        for (var i = 1; i <= 9; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"Item {i} of plan {number} costs {(i * 17) + number} thousand and is to be ready in {2027 + i}, which the council had asked for. ");
        }

        return text.ToString();
    }
}
