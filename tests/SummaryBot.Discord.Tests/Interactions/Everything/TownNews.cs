using SummaryBot.Chat;
using SummaryBot.Digests;
using SummaryBot.Digests.Kinds;
using SummaryBot.Sources;
using SummaryBot.Sources.Visits;
using SummaryBot.Tests.Sources;

namespace SummaryBot.Discord.Tests.Interactions.Everything;

/// <summary>What a <see cref="Town"/> has: sources with more articles than fit on a page, hostile ones among them, digests of each kind, an edition, filters, somebody who follows.</summary>
internal static class TownNews
{
    public const string Feed = "https://news.example/feed";
    public const string OtherFeed = "https://other.example/feed";
    public const string ThirdFeed = "https://third.example/feed";

    /// <summary>It names two feeds.</summary>
    public const string PageOfFeeds = "https://several.example/";
    public const string Page = "https://news.example/item-1";

    private static readonly string[] Hostile =
    [
        "@everyone **bold** [label](https://evil.example) `code` <@1> ||spoiler||",
        "\U0001F600 " + string.Concat(Enumerable.Repeat("Längste Überschrift über Öl und İstanbul ", 12)),
        "\u202Eright to left\u202C and https://evil.example/path?x=1 </p>",
    ];

    public static void Answer(MadeUpWeb web, DateTimeOffset now)
    {
        var titles = Hostile.Concat(Enumerable.Range(1, 40).Select(i => $"Harbor council decides about bridge {i}"));
        var items = titles.Select((title, i) => new MadeUpWeb.Item($"item-{i}", title, now.AddMinutes(-30 * (i + 1)))).ToArray();
        web.Feed(Feed, items);
        web.Feed(OtherFeed, [.. Enumerable.Range(1, 8).Select(i => new MadeUpWeb.Item($"other-{i}", $"Railway to town {i} opens", now.AddHours(-i)) { Link = $"https://other.example/other-{i}" })]);
        web.Feed(ThirdFeed, [.. Enumerable.Range(1, 3).Select(i => new MadeUpWeb.Item($"third-{i}", $"Market {i} opens", now.AddHours(-i)) { Link = $"https://third.example/third-{i}" })]);
        web.Answer(PageOfFeeds, MadeUpWeb.Html(PageOfFeeds, $"""
            <html><head><link rel="alternate" type="application/rss+xml" title="Third" href="{ThirdFeed}"><link rel="alternate" type="application/rss+xml" title="Other" href="{OtherFeed}"></head><body></body></html>
            """));
        foreach (var address in items.Select(item => item.Link!).Append("https://page.example/story"))
        {
            web.Answer(address, MadeUpWeb.Html(address, $"<html><head><title>Story</title></head><body><p>{MadeUpWeb.Story("the bridge")}</p></body></html>"));
        }
    }

    public static async Task SeedAsync(Town town)
    {
        var (subscriptions, guild) = (town.Bot.Get<SubscriptionStore>(), town.Home.GuildId!);
        await subscriptions.AddAsync(new NewSubscription(SourceKind.Feed, new Uri(Feed), "Example News") { Guild = guild, Backfill = Backfill.Day }, InteractionFixture.Token);
        await subscriptions.AddAsync(new NewSubscription(SourceKind.Feed, new Uri(OtherFeed), "Other News") { Guild = guild, Backfill = Backfill.Day }, InteractionFixture.Token);
        await subscriptions.AddAsync(new NewSubscription(SourceKind.Feed, new Uri(OtherFeed), "Foreign News") { Guild = town.Elsewhere.GuildId!, Backfill = Backfill.Day }, InteractionFixture.Token);
        await town.Bot.Get<VisitPool>().VisitDueAsync(only: null, report: null, InteractionFixture.Token);
        var morning = await AddAsync(town, "Morning", it => it.Editing = new EditorialOptions { Filters = { new FilterOptions { Id = 1, Op = "has not", Value = "zeppelin" } } });
        await AddAsync(town, "Second", _ => { });
        await AddAsync(town, "Recap", it => it.Editing = new EditorialOptions { Kind = "recap", RecapOf = { "Morning" } });
        await AddAsync(town, "Flash", it =>
        {
            it.Editing = new EditorialOptions { Kind = "urgent", Filters = { new FilterOptions { Id = 1, Value = "earthquake" } } };
            it.Times.Clear();
        });
        Assert.NotNull(await town.Bot.Get<DigestDispatcher>().DispatchNowAsync(morning, InteractionFixture.Token));
        await town.Bot.Get<Outbox>().DrainAsync(InteractionFixture.Token);
        await town.Bot.Get<Following>().AddAsync(new FollowRequest(town.Reader.Id, ["harbor"]) { Guild = guild }, InteractionFixture.Token);
    }

    private static async Task<StoredDigest> AddAsync(Town town, string name, Action<DigestOptions> change)
    {
        var options = new DigestOptions { Name = name, Channel = town.Home.ChannelId, Guild = town.Home.GuildId!, Zone = "UTC", Times = { "08:00" } };
        change(options);
        var read = DigestReader.Read(options);
        Assert.True(read is DigestReadResult.Read, read is DigestReadResult.Faulty(var faults) ? string.Join('\n', faults) : "");
        return (await town.Bot.Get<DigestStore>().AddAsync(((DigestReadResult.Read)read).Digest, InteractionFixture.Token))!;
    }
}
