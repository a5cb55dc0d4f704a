using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SummaryBot.EndToEnd.Tests;

/// <summary>A site on loopback with a home page, a feed of today's articles that it names, and their pages.</summary>
internal sealed class NewsSite : IAsyncDisposable
{
    private static readonly (string Headline, string Text)[] Articles =
    [
        ("Harbor opens its new pier", "The harbor of the town opened its new pier on Monday, two months before the date in the contract. Ferries from three islands can moor there at the same time, and the largest of them carries 400 people. The harbor master said that the old pier, built in 1931, will be kept for fishing boats. Dredging the channel took most of the year, because the rock below the mud was harder than the drills had shown. The first ship to tie up was a freighter with timber from the north. Two cranes were moved from the western quay during the night. Sailors who had waited in the bay for a berth since Friday came ashore in the afternoon, and the customs office stayed open until ten. A second pier is planned for the spring of next year."),
        ("Council passes the budget", "The council passed the budget for next year by 19 votes to 12 after a debate of six hours. Spending grows by 4 percent to 88 million, most of it for pensions and for interest on older loans. The treasurer warned that reserves would be gone in three years unless property taxes rise. Members of the opposition asked for a cut in fees for kindergartens, which was rejected. The auditors had found 14 errors in last year's accounts, none of them large. A motion to sell the town's shares in the electric company was put off until the summer. The mayor thanked both sides for what she called an honest argument about money. The budget goes to the province now, which has 30 days to object."),
        ("School gets a roof of glass", "Pupils of the northern school will have lessons under a roof of glass from September on. The architect drew 60 panes that darken by themselves when the sun is high. Teachers had complained about heat in the classrooms since the building was put up in 1998. Carpenters took the old tiles down within a week of the holidays, and found nests of swallows that now have boxes of their own. The headmaster showed parents around on Wednesday evening. Physics classes are to measure how much warmth comes through each pane. A company from abroad delivers the glass in four trucks. Whoever wants to see the works may do so from the playground on any afternoon, with a helmet from the janitor."),
        ("Bridge is closed for repairs", "The stone bridge over the river is closed to cars from Thursday because of a crack in its second arch. Engineers found it with a drone that photographed every joint from below. Buses of the lines 4 and 7 make a detour by the dam, which takes eleven minutes more. Cyclists and people on foot may still cross on the upstream side. Masons will inject lime mortar into the crack and replace nine blocks of basalt. The same arch was mended after the flood of 1954, as a plate on the railing says. Traffic police expect queues at the roundabout near the hospital in the mornings. If the weather stays dry the bridge opens again within five weeks."),
    ];

    private readonly WebApplication _app;

    private NewsSite(WebApplication app)
    {
        _app = app;
        app.Run(AnswerAsync);
    }

    public Uri Home => new(_app.Urls.First());

    /// <summary>For the option fetching.allowedHosts.</summary>
    public string AllowedHosts => $"127.0.0.1:{Home.Port}";

    public static IEnumerable<string> Headlines => Articles.Select(article => article.Headline);

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
        var items = Articles.Select((article, i) => $"""
            <item><guid>{i}</guid><title>{article.Headline}</title><link>https://town.example/{i}</link>
            <pubDate>{TimeProvider.System.GetUtcNow().AddHours(-i - 1).UtcDateTime.ToString("r", CultureInfo.InvariantCulture)}</pubDate>
            <description>{article.Text}</description></item>
            """);
        return $"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Town News</title><link>https://town.example/</link><language>en</language>{string.Concat(items)}</channel></rss>";
    }
}
