using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SummaryBot.EndToEnd.Tests;

public sealed class StoryTests
{
    private const string Headline = "Lorvan bridge opens to traffic after four years of work";

    private static readonly string[] OfTheFeed =
    [
        "The bridge over the Lorvan river opened to traffic on Tuesday after four years of work. Engineers had closed the old crossing in 2022, when cracks were found in two of its pillars.",
        "The new Lorvan bridge is 640 meters long and carries four lanes and a path for bicycles. It cost 82 million crowns, a tenth more than the council had planned.",
        "Mayor Tilda Brask cut the ribbon and walked across with some 3,000 people of the town. Trucks may use the bridge from Monday, the council said.",
        "The town expects that the drive to the harbor will be twenty minutes shorter. Buses will cross the river again from the first of next month, on two lines.",
    ];

    private static readonly string[] OfThePage =
    [
        "Four years after cracks closed the old crossing, the new Lorvan bridge opened to traffic on Tuesday morning. Some 3,000 people walked across it behind mayor Tilda Brask.",
        "The bridge over the Lorvan river is 640 meters long and has four lanes. Contractor Hemmel Works will keep it in repair until 2041, under a contract signed with the council.",
        "Ferries that had carried cars across the river since 2022 made their last trip on Monday night. Their captain, Ode Fenn, said that he would miss the passengers.",
        "The council planned the bridge for 74 million crowns, and it came to 82 million. Engineers blamed the price of steel for the difference, and two hard winters.",
    ];

    [Fact]
    public async Task What_a_feed_and_a_page_tell_of_one_event_is_one_story_beside_the_seed_with_both_outlets_named()
    {
        await using var web = await StartWebAsync();
        var address = new Uri(web.Urls.Single());
        using var folder = new BotFolder();
        folder.Environment["SUMMARYBOT__FETCHING__ALLOWEDHOSTS"] = address.Authority;
        await RunAsync(folder, "article", "import", BotFolder.Seed);
        await RunAsync(folder, "source", "add", $"{address}feed.xml", "--name", "Harbor Post", "--backfill", "latest");
        await RunAsync(folder, "source", "add", $"{address}news/bridge.html", "--page", "--name", "Valley Courier", "--backfill", "latest");
        await RunAsync(folder, "source", "visit", "--all");
        var edition = await RunAsync(folder, "run", "--once");
        Assert.Contains("2 stories · 3 sources", edition, StringComparison.Ordinal);
        Assert.Contains("Azernews", edition, StringComparison.Ordinal);
        Assert.Contains("Isaac Herzog", edition, StringComparison.Ordinal);
        var story = edition.Split('\n').Single(line => line.Contains("2 sources", StringComparison.Ordinal));
        Assert.Contains("Harbor Post", story, StringComparison.Ordinal);
        Assert.Contains("Valley Courier", story, StringComparison.Ordinal);
        Assert.Single(edition.Split('\n'), line => line.Contains("Lorvan bridge", StringComparison.Ordinal) && line.Contains("1.", StringComparison.Ordinal));
    }

    private static async Task<string> RunAsync(BotFolder folder, params string[] arguments)
    {
        var (code, output, notes) = await BotProcess.RunAsync(folder, arguments);
        Assert.True(code == 0, $"{string.Join(' ', arguments)}: {notes}");
        return output;
    }

    /// <summary>A feed of one outlet and the page of another.</summary>
    private static async Task<WebApplication> StartWebAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var web = builder.Build();
        var now = TimeProvider.System.GetUtcNow();
        web.MapGet("/feed.xml", () => Results.Content(
            $"""
            <?xml version="1.0"?><rss version="2.0"><channel><title>Harbor Post</title><link>http://127.0.0.1/</link>
            <item><guid isPermaLink="false">bridge</guid><title>{Headline}</title><pubDate>{now.AddHours(-2):R}</pubDate>
            <description>{WebUtility.HtmlEncode(Paragraphs(OfTheFeed))}</description></item></channel></rss>
            """,
            "application/rss+xml"));
        web.MapGet("/news/bridge.html", () => Results.Content(
            $"""
            <!doctype html><html lang="en"><head><title>New bridge over the Lorvan opens | Valley Courier</title>
            <meta property="og:site_name" content="Valley Courier"><meta property="article:published_time" content="{now.AddHours(-1):yyyy-MM-ddTHH:mm:ssZ}"></head>
            <body><nav><a href="/">Home</a> <a href="/weather">Weather</a></nav><main><article><h1>New Lorvan bridge opens after four years</h1>{Paragraphs(OfThePage)}</article></main>
            <footer>About us. Write to us.</footer></body></html>
            """,
            "text/html; charset=utf-8"));
        await web.StartAsync(TestContext.Current.CancellationToken);
        return web;
    }

    private static string Paragraphs(IEnumerable<string> texts) => string.Concat(texts.Select(text => $"<p>{text}</p>"));
}
