using System.Text.Json.Nodes;

namespace SummaryBot.EndToEnd.Tests.Simulation;

public sealed class VirtualRunTests
{
    private static readonly DateTimeOffset March = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_time_that_the_clocks_skip_is_sent_when_they_have_moved_on_and_known_by_its_name()
    {
        var run = await SimulatedRun.OfAsync(
            "2026-03-28",
            "2026-03-31",
            [SimulatedNews.Post("2026-03-28T00:10:00Z"), SimulatedNews.Bridge("2026-03-28T20:00:00Z"), SimulatedNews.School("2026-03-29T20:00:00Z")],
            [SimulatedRun.Digest("Night", "02:30", "Europe/Berlin")]);
        Assert.Equal(["2026-03-28T02:30", "2026-03-29T02:30", "2026-03-30T02:30"], run.Editions.Select(row => SimulatedRun.Text(row, "due")));
        Assert.Equal(
            ["2026-03-28T01:30:00Z", "2026-03-29T01:00:00Z", "2026-03-30T00:30:00Z"], run.Editions.Select(row => SimulatedRun.Text(row, "sentAt")));
        Assert.All(run.Editions, row => Assert.Equal(("Europe/Berlin", 0), (SimulatedRun.Text(row, "zone"), row["lateMinutes"]!.GetValue<int>())));
    }

    [Fact]
    public async Task A_story_comes_back_as_an_update_with_the_new_fact_alone()
    {
        var run = await SimulatedRun.OfAsync(
            "2026-03-01",
            "2026-03-04",
            [SimulatedNews.Post("2026-03-01T06:00:00Z"), SimulatedNews.Courier("2026-03-01T07:00:00Z"), SimulatedNews.Gazette("2026-03-02T07:00:00Z")],
            [SimulatedRun.Digest("Morning", "08:00")]);
        Assert.Equal(2, run.Editions.Count);
        var (first, second) = (SimulatedRun.Stories(run.Editions[0]).Single(), SimulatedRun.Stories(run.Editions[1]).Single());
        Assert.False(first["update"]!.GetValue<bool>());
        Assert.True(second["update"]!.GetValue<bool>());
        Assert.Equal(["courier", "post"], SimulatedRun.Texts(first["articles"]).Order(StringComparer.Ordinal));
        Assert.Equal(["courier", "gazette", "post"], SimulatedRun.Texts(second["articles"]).Order(StringComparer.Ordinal));
        Assert.Equal(first["story"]!.GetValue<long>(), second["story"]!.GetValue<long>());
        Assert.Equal([SimulatedNews.NewFact], second["sentences"]!.AsArray().Select(sentence => sentence!["text"]!.GetValue<string>()));
    }

    [Fact]
    public async Task What_finds_no_room_is_carried_shown_later_or_expires_with_its_date()
    {
        var run = await SimulatedRun.OfAsync(
            "2026-03-01",
            "2026-03-08",
            [
                SimulatedNews.Post("2026-03-01T05:00:00Z"), SimulatedNews.Bridge("2026-03-01T05:10:00Z"), SimulatedNews.School("2026-03-01T05:20:00Z"),
                SimulatedNews.Orchard("2026-03-01T05:30:00Z"),
            ],
            [SimulatedRun.Digest("One", "08:00", change: digest => (digest["maxStories"], digest["carryDays"]) = (1, 1))]);
        string[] ids = ["post", "bridge", "school", "orchard"];
        Assert.Equal(2, ids.Count(id => run.VerdictsOn(id).Last() == "shown"));
        Assert.Single(ids, id => run.VerdictsOn(id).SequenceEqual(["carried", "shown"]));
        var expired = ids.Where(id => run.VerdictsOn(id).Last() == "expired").ToList();
        Assert.Equal(2, expired.Count);
        Assert.All(expired, id => Assert.Matches("[0-9]", run.ReasonOf(id, "expired")));
    }

    [Fact]
    public async Task What_a_filter_keeps_out_is_said_with_its_rule()
    {
        var rules = new JsonArray(new JsonObject { ["field"] = "any", ["op"] = "has not", ["value"] = "bridge" });
        var run = await SimulatedRun.OfAsync(
            "2026-03-01",
            "2026-03-02",
            [SimulatedNews.Bridge("2026-03-01T05:00:00Z"), SimulatedNews.School("2026-03-01T05:10:00Z")],
            [SimulatedRun.Digest("Dry", "08:00", change: digest => digest["filters"] = rules)]);
        Assert.Equal(["filtered"], run.VerdictsOn("bridge"));
        Assert.Contains("bridge", run.ReasonOf("bridge", "filtered"), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(["school"], SimulatedRun.Stories(Assert.Single(run.Editions)).SelectMany(story => SimulatedRun.Texts(story["articles"])));
    }

    [Fact]
    public async Task Quiet_hours_hold_an_edition_back_to_their_end()
    {
        var quiet = new JsonObject { ["from"] = "22:00", ["to"] = "07:00" };
        var run = await SimulatedRun.OfAsync(
            "2026-03-01",
            "2026-03-02",
            [SimulatedNews.Post("2026-03-01T05:00:00Z"), SimulatedNews.Bridge("2026-03-01T06:30:00Z")],
            [SimulatedRun.Digest("Early", "06:00", change: digest => digest["quiet"] = quiet)]);
        var edition = Assert.Single(run.Editions);
        Assert.Equal(("2026-03-01T06:00", "2026-03-01T07:00:00Z"), (SimulatedRun.Text(edition, "due"), SimulatedRun.Text(edition, "sentAt")));
        Assert.Equal(2, SimulatedRun.Stories(edition).Count());
    }

    [Fact]
    public async Task An_edition_that_waits_goes_out_with_the_first_news()
    {
        var run = await SimulatedRun.OfAsync(
            "2026-03-01",
            "2026-03-02",
            [SimulatedNews.Post("2026-03-01T09:12:30Z")],
            [SimulatedRun.Digest("Patient", "08:00", change: digest => digest["empty"] = "wait")]);
        var edition = Assert.Single(run.Editions);
        Assert.Equal(("2026-03-01T09:12:30Z", 72), (SimulatedRun.Text(edition, "sentAt"), edition["lateMinutes"]!.GetValue<int>()));
    }

    [Fact]
    public async Task Digests_choose_each_for_itself_and_their_editions_come_in_the_order_of_time()
    {
        var run = await SimulatedRun.OfAsync(
            "2026-03-01",
            "2026-03-03",
            [SimulatedNews.Post("2026-03-01T05:00:00Z"), SimulatedNews.Bridge("2026-03-01T09:00:00Z")],
            [SimulatedRun.Digest("Evening", "18:00"), SimulatedRun.Digest("Morning", "08:00")]);
        Assert.Equal(
            ["Morning 2026-03-01T08:00", "Evening 2026-03-01T18:00", "Morning 2026-03-02T08:00"],
            run.Editions.Select(row => $"{SimulatedRun.Text(row, "digest")} {SimulatedRun.Text(row, "due")}"));
        Assert.Equal(["bridge", "post"], SimulatedRun.Stories(run.Editions[1]).SelectMany(story => SimulatedRun.Texts(story["articles"])).Order(StringComparer.Ordinal));
        Assert.Equal(["bridge"], SimulatedRun.Stories(run.Editions[2]).SelectMany(story => SimulatedRun.Texts(story["articles"])));
    }

    [Fact]
    public async Task What_is_due_at_the_beginning_is_sent_and_what_is_due_at_the_end_is_not()
    {
        var run = await SimulatedRun.OfAsync(
            "2026-03-01T08:00", "2026-03-02T08:00", [SimulatedNews.Post("2026-03-01T08:00:00Z"), SimulatedNews.Bridge("2026-03-02T07:00:00Z")], [SimulatedRun.Digest("Morning", "08:00")]);
        Assert.Equal(["2026-03-01T08:00"], run.Editions.Select(row => SimulatedRun.Text(row, "due")));
    }

    [Fact]
    public async Task Rows_that_are_one_article_each_have_a_verdict_and_the_first_is_quoted()
    {
        var (again, late) = (SimulatedNews.Post("2026-03-01T06:00:00Z"), SimulatedNews.Post("2026-03-01T20:00:00Z"));
        (again["id"], late["id"]) = (7, "late");
        var run = await SimulatedRun.OfAsync(
            "2026-03-01",
            "2026-03-03",
            [SimulatedNews.Post("2026-03-01T05:00:00Z"), again, late, SimulatedNews.Bridge("2026-03-01T21:00:00Z")],
            [SimulatedRun.Digest("Morning", "08:00")]);
        var verdicts = run.Verdicts.Select(row => $"{SimulatedRun.Text(row, "due")[8..10]} {row["article"]!.ToJsonString()} {SimulatedRun.Text(row, "verdict")}");
        Assert.Equal(["01 \"post\" shown", "01 7 merged", "02 \"bridge\" shown", "02 \"late\" merged"], verdicts);
        Assert.All(
            SimulatedRun.Stories(run.Editions[0]).SelectMany(story => story["sentences"]!.AsArray()), sentence => Assert.Equal("post", sentence!["article"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Every_row_seen_has_a_verdict_every_sentence_stands_where_it_says_and_nothing_comes_twice_without_a_mark()
    {
        var news = new RandomNews(new Random(5));
        var articles = Enumerable.Range(0, 10).SelectMany(day => news.Day(March.AddDays(day), 30)).ToList();
        JsonArray digests =
        [
            SimulatedRun.Digest("Berlin", "08:00", "Europe/Berlin", digest => digest["times"] = new JsonArray("08:00", "19:30")),
            SimulatedRun.Digest("Kathmandu", "23:59", "Asia/Kathmandu", digest => digest["length"] = "long"),
        ];
        var run = await SimulatedRun.OfAsync("2026-03-01", "2026-03-11", articles, digests);
        var texts = articles.ToDictionary(row => SimulatedRun.Text(row, "id"), row => SimulatedRun.Text(row, "text"), StringComparer.Ordinal);
        foreach (var digest in run.Editions.GroupBy(row => SimulatedRun.Text(row, "digest")))
        {
            AssertCovered(articles, run, digest);
            AssertMarked(digest);
        }

        Assert.All(run.Verdicts, row => Assert.Contains(SimulatedRun.Text(row, "article"), texts.Keys));
        Assert.All(
            run.Editions.SelectMany(SimulatedRun.Stories).SelectMany(story => story["sentences"]!.AsArray()),
            sentence => Assert.Equal(
                sentence!["text"]!.GetValue<string>(),
                texts[sentence["article"]!.GetValue<string>()][sentence["start"]!.GetValue<int>()..sentence["end"]!.GetValue<int>()]));
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_bytes()
    {
        var news = new RandomNews(new Random(11));
        var articles = Enumerable.Range(0, 3).SelectMany(day => news.Day(March.AddDays(day), 40)).ToList();
        JsonArray digests = [SimulatedRun.Digest("A", "08:00"), SimulatedRun.Digest("B", "08:00")];
        var (one, other) = (await SimulatedRun.OfAsync("2026-03-01", "2026-03-04", articles, digests, 3), await SimulatedRun.OfAsync("2026-03-01", "2026-03-04", articles, digests, 3));
        Assert.NotEmpty(one.Rows);
        Assert.Equal(one.Bytes, other.Bytes);
    }

    private static void AssertCovered(List<JsonObject> articles, SimulatedRun run, IGrouping<string, JsonObject> digest)
    {
        var last = digest.Max(row => DateTimeOffset.Parse(SimulatedRun.Text(row, "sentAt"), System.Globalization.CultureInfo.InvariantCulture));
        var seen = articles.Where(row => DateTimeOffset.Parse(SimulatedRun.Text(row, "seenAt"), System.Globalization.CultureInfo.InvariantCulture) <= last)
            .Select(row => SimulatedRun.Text(row, "id"));
        var judged = run.Verdicts.Where(row => SimulatedRun.Text(row, "digest") == digest.Key).Select(row => SimulatedRun.Text(row, "article"));
        Assert.Equal(seen.ToHashSet(StringComparer.Ordinal), judged.ToHashSet(StringComparer.Ordinal));
    }

    private static void AssertMarked(IGrouping<string, JsonObject> digest)
    {
        var shown = new HashSet<long>();
        foreach (var story in digest.SelectMany(SimulatedRun.Stories))
        {
            Assert.True(shown.Add(story["story"]!.GetValue<long>()) || story["update"]!.GetValue<bool>(), story.ToJsonString());
        }
    }
}
