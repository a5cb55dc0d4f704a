using NodaTime;
using SummaryBot.Digests;
using SummaryBot.Digests.Feedback;
using SummaryBot.Digests.Selection;
using SummaryBot.Language;
using SummaryBot.Sources;
using SummaryBot.Sources.Visits;
using SummaryBot.Stories;
using SummaryBot.Tests.Sources;
using static SummaryBot.Tests.Commands.CommandBot;

namespace SummaryBot.Tests.Commands.Sources;

/// <summary>What a server sets for a source is honoured.</summary>
public sealed class SourceWishesTests
{
    private static readonly Due Due = new(new LocalDateTime(2026, 3, 1, 8, 0), Instant.FromUtc(2026, 3, 1, 8, 0));

    [Fact]
    public void Trust_moves_a_story_by_half_a_point_and_says_so()
    {
        var stories = new[] { Story("a", "Liked", hours: 8), Story("b", "Plain", hours: 1), Story("c", "Disliked", hours: 1) };
        Assert.Equal(["b", "c", "a"], Select(stories, OutletWish.None).Chosen.Select(it => it.Story.Passing[0].News.Id));
        var choice = Select(stories, Wishes(new OutletWish("liked", SourceTrust.High, null), new OutletWish("Disliked", SourceTrust.Low, null)));
        Assert.Equal(["a", "b", "c"], choice.Chosen.Select(it => it.Story.Passing[0].News.Id));
        Assert.Contains("trusted source +0.5", choice.Why(choice.Chosen[0], "a"), StringComparison.Ordinal);
        var plain = Select(stories, OutletWish.None).Chosen.ToDictionary(it => it.Story.Passing[0].News.Id, it => it.Score);
        Assert.Equal([0.5, 0, -0.5], choice.Chosen.Select(it => Math.Round(it.Score - plain[it.Story.Passing[0].News.Id], 4)));
    }

    [Fact]
    public void An_outlet_has_no_more_stories_than_its_server_allows_even_where_there_is_room()
    {
        var stories = Enumerable.Range(0, 6).Select(i => Story($"a{i}", "Loud", hours: i)).Append(Story("b", "Quiet", hours: 20)).ToList();
        var choice = Select(stories, Wishes(new OutletWish("LOUD", null, Most: 2)));
        Assert.Equal(["a0", "a1", "b"], choice.Chosen.Select(it => it.Story.Passing[0].News.Id));
        Assert.Equal(7, Select(stories, OutletWish.None).Chosen.Count);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_servers_own_word_goes_before_the_operators_and_a_source_can_feed_one_digest_alone(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        bot.Web.Feed(SourceBot.Url, new MadeUpWeb.Item("a", "Harbor opens", TestBot.Start.AddHours(-2)));
        var morning = await bot.AddDigestAsync(it => (it.Name, it.Guild) = ("Morning", Guild));
        var evening = await bot.AddDigestAsync(it => (it.Name, it.Guild) = ("Evening", Guild));
        Assert.Null((await bot.RunAsync("source add", ("url", SourceBot.Url), ("backfill", "latest"), ("digest", "Evening"))).Error);
        await bot.VisitAsync();
        Assert.Equal((0, 1), (await CountAsync(bot, morning), await CountAsync(bot, evening)));

        await bot.SubscribeAsync(guild: "", name: "Everybody's");
        await bot.RunAsync("source edit", CallIn(UiLanguage.English, "", ("source", "Everybody's"), ("trust", "high"), ("max_per_digest", 3L)));
        var operators = Assert.Single((await bot.Get<OutletWishStore>().OfAsync([Guild], TestBot.Token))[Guild]).Value;
        Assert.Equal((SourceTrust.High, 3), (operators.Trust, operators.Most));
        await bot.RunAsync("source edit", ("source", SourceBot.Url), ("max_per_digest", 1L));
        var own = Assert.Single((await bot.Get<OutletWishStore>().OfAsync([Guild], TestBot.Token))[Guild]).Value;
        Assert.Equal((null, 1), (own.Trust, own.Most));
    }

    [Theory]
    [InlineData(120, 0, null, 180)]
    [InlineData(120, 0, 60, 60)]
    [InlineData(30, 2, 60, 15)]
    [InlineData(120, 0, 5, 10)] // the operator's least
    public void The_smallest_wish_bounds_the_interval(int current, int newItems, int? wish, int expected) => Assert.Equal(
        TimeSpan.FromMinutes(expected),
        VisitTimes.Interval(TimeSpan.FromMinutes(current), newItems, new SourceOptions(), wish is { } minutes ? TimeSpan.FromMinutes(minutes) : null));

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Of_several_servers_wishes_the_smallest_counts_while_it_is_read(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        bot.Web.Feed(SourceBot.Url, new MadeUpWeb.Item("a", "Harbor opens", TestBot.Start.AddHours(-2)));
        await bot.SubscribeAsync(guild: Guild, name: "Ours");
        await bot.SubscribeAsync(guild: "", name: "Everybody's");
        await bot.RunAsync("source edit", ("source", "Ours"), ("interval", 20L));
        await bot.RunAsync("source edit", CallIn(UiLanguage.English, "", ("source", "Everybody's"), ("interval", 60L)));
        await bot.VisitAsync();
        Assert.Equal(20 * 60, Assert.Single(await bot.Get<SubscriptionStore>().ListAsync(Guild, TestBot.Token)).IntervalSeconds);
        await bot.RunAsync("source pause", ("source", "Ours"));
        await bot.PassAsync(TimeSpan.FromHours(8), TimeSpan.FromMinutes(30));
        Assert.Equal(60 * 60, Assert.Single(await bot.Get<SubscriptionStore>().ListAsync("", TestBot.Token)).IntervalSeconds);
    }

    private static async Task<int> CountAsync(TestBot bot, StoredDigest digest) => (await bot.Get<DigestDispatcher>().PreviewAsync(digest, TestBot.Token)).Message.Stories.Count;

    private static Dictionary<string, OutletWish> Wishes(params OutletWish[] wishes) => wishes.ToDictionary(it => it.Outlet, StringComparer.OrdinalIgnoreCase);

    private static EditionChoice Select(IReadOnlyList<CandidateStory> stories, IReadOnlyDictionary<string, OutletWish> wishes) => StorySelector.Select(
        stories,
        new SelectionRequest(Due, 8, EditorialSettings.Usual, new Dictionary<string, OutletPoints>(StringComparer.Ordinal)) { Wishes = wishes },
        story => story.Passing[0].News.Outlet);

    private static CandidateStory Story(string id, string outlet, int hours)
    {
        var at = Due.At.ToUnixTimeMilliseconds() - (hours * 3_600_000L);
        return new CandidateStory(null, [new CandidateArticle(new NewsArticle(id, outlet, null, at, at, []), CandidateState.Waiting, IsNewest: true)], Due.Local) { Length = 1000 };
    }
}
