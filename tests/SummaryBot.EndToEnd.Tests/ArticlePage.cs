using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using SummaryBot.Summarization.Text;

namespace SummaryBot.EndToEnd.Tests;

/// <summary>A web page of one article on loopback, long enough to be scrolled, each sentence in an element of its own.</summary>
internal sealed class ArticlePage : IAsyncDisposable
{
    /// <summary>What a browser paints over a text that an address points at; no other part of the page has that color.</summary>
    private const string Style = "::target-text { background: rgb(10, 200, 30); color: rgb(10, 200, 30) } p { margin: 300px 0; line-height: 2 } ";

    /// <summary>Which sentences hold painted pixels: "s3" where each of its lines is painted from end to end, "s3 in part" otherwise, and the element that is no sentence.</summary>
    private const string Painted = """
        async picture => {
            const image = new Image();
            image.src = 'data:image/png;base64,' + picture;
            await image.decode();
            const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
            canvas.drawImage(image, 0, 0);
            const pixels = canvas.getImageData(0, 0, image.width, image.height).data;
            const isPainted = (x, y) => {
                const i = 4 * (Math.floor(y) * image.width + Math.floor(x));
                return Math.abs(pixels[i] - 10) + Math.abs(pixels[i + 1] - 200) + Math.abs(pixels[i + 2] - 30) < 6; // letters are blended
            };
            const found = new Set();
            for (let y = 0; y < image.height; y++) {
                for (let x = 0; x < image.width; x++) {
                    if (isPainted(x, y)) {
                        found.add(document.elementFromPoint(x, y));
                    }
                }
            }
            const isWhole = element => [...element.getClientRects()].every(line =>
                isPainted(line.left + 3, line.top + line.height / 2) && isPainted(line.right - 3, line.top + line.height / 2));
            return [...found].map(element => element.id ? element.id + (isWhole(element) ? '' : ' in part') : element.tagName);
        }
        """;

    private readonly WebApplication _server;

    private ArticlePage(WebApplication server) => _server = server;

    public Uri Address => new(new Uri(_server.Urls.Single()), "/news/article?page=1");

    public static async Task<ArticlePage> StartAsync(string? headline, string text, string? language, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        var html = Html(headline, text, language);
        server.MapGet("/news/article", () => Results.Content(html, "text/html; charset=utf-8"));
        await server.StartAsync(cancellationToken);
        return new ArticlePage(server);
    }

    /// <summary>Follows a link in a fresh page, and returns the sentences that the browser highlighted from end to end in sight.</summary>
    public static async Task<(IReadOnlyList<string> Highlighted, double ScrolledTo)> OpenAsync(Chromium browser, string link)
    {
        var page = await browser.NewPageAsync();
        await page.GotoAsync(link, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 300)))");
        var picture = Convert.ToBase64String(await page.ScreenshotAsync());
        var found = await page.EvaluateAsync<string[]>(Painted, picture);
        var texts = new List<string>();
        foreach (var element in found)
        {
            var isSentence = element.StartsWith('s') && !element.Contains(' ', StringComparison.Ordinal);
            texts.Add(isSentence ? await page.Locator($"#{element}").TextContentAsync() ?? "" : $"<{element}>");
        }

        var scrolled = await page.EvaluateAsync<double>("() => scrollY");
        await page.CloseAsync();
        return (texts, scrolled);
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private static string Html(string? headline, string text, string? language)
    {
        var number = 0;
        var paragraphs = text.Split("\n\n").Select(paragraph => "<p>" + string.Join(
            ' ', SentenceSplitter.Split(paragraph, language).Select(span => $"<span id=s{number++}>{Encode(paragraph[span.Start..span.End])}</span>")) + "</p>");
        return $"<!doctype html><meta charset=utf-8><meta name=viewport content='width=device-width'><title>News</title><style>{Style}</style>"
            + $"<nav>Home · Weather · Sports</nav><h1>{Encode(headline ?? "")}</h1>{string.Concat(paragraphs)}<footer>About us</footer>";
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
