using CsCheck;
using SummaryBot.Commands.News;
using SummaryBot.Commands.Shape;
using SummaryBot.Language;

namespace SummaryBot.Tests.Commands.News;

public sealed class NewsListTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_newest_come_first_with_source_time_and_link_and_only_what_the_server_may_see(string kind)
    {
        await using var world = await NewsWorld.StartAsync(kind);
        await world.AddAsync(2, "Harbor opens", age: TimeSpan.FromHours(2));
        await world.AddAsync(3, "Valley floods", age: TimeSpan.FromHours(1));
        await world.AddAsync(1, "Comet passes", age: TimeSpan.FromHours(3));
        await world.AddAsync(2, "Old ferry", age: TimeSpan.FromHours(30));
        var reply = await world.AskAsync("latest", NewsWorld.Harbor);
        Assert.Equal("News of the last 24 hours", reply.Title!.ToString());
        Assert.Equal(["1. Harbor opens · Harbor Post · 2026-03-01 05:00 UTC", "2. Comet passes · Everybody · 2026-03-01 04:00 UTC"], NewsWorld.Lines(reply));
        Assert.All(reply.Lines, line => Assert.Single(line.Parts.OfType<ReplyPart.Link>()));
        Assert.Empty(reply.Buttons);
        Assert.Equal(["Harbor opens", "Comet passes"], Assert.Single(reply.Menus).Options.Select(option => option.Label));
        Assert.Equal(["1. Comet passes · Everybody · 2026-03-01 04:00 UTC"], NewsWorld.Lines(await world.AskAsync("latest", ""))); // in direct messages
        Assert.Equal(3, NewsWorld.Lines(await world.AskAsync("latest", NewsWorld.Harbor, ("hours", 168L))).Count);
        Assert.Equal(["1. Harbor opens · Harbor Post · 2026-03-01 05:00 UTC"], NewsWorld.Lines(await world.AskAsync("latest", NewsWorld.Harbor, ("source", "harbor post"))));
        Assert.Equal(ErrorCode.NoSuchSource, (await world.AskAsync("latest", NewsWorld.Harbor, ("source", "Valley Courier"))).Error);
        Assert.Equal(ErrorCode.BadOption, (await world.AskAsync("latest", NewsWorld.Harbor, ("hours", 169L))).Error);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_topic_is_a_section_of_the_servers_digests_or_words(string kind)
    {
        await using var world = await NewsWorld.StartAsync(kind);
        await world.AddAsync(2, "Ships collide");
        await world.AddAsync(2, "Ferry sinks");
        await world.AddAsync(2, "Bank closes");
        await world.Bot.AddDigestAsync(options =>
        {
            options.Guild = NewsWorld.Harbor;
            options.Editing.Sections.Add(new SummaryBot.Digests.SectionOptions { Name = "At sea", Terms = { "ships", "ferry" } });
            options.Editing.Filters.Add(new SummaryBot.Digests.FilterOptions { Id = 1, Group = 1, Value = "bank" });
        });
        var call = NewsWorld.Call(NewsWorld.Harbor);
        Assert.Equal(["At sea", "bank"], (await world.SuggestAsync("latest", "topic", "", call)).Select(it => it.Value));
        Assert.Equal(["At sea"], (await world.SuggestAsync("latest", "topic", "SE", call)).Select(it => it.Value));
        Assert.Empty(await world.SuggestAsync("latest", "topic", "", NewsWorld.Call(NewsWorld.Valley)));
        Assert.Equal(2, NewsWorld.Lines(await world.AskAsync("latest", NewsWorld.Harbor, ("topic", "at sea"))).Count);
        Assert.StartsWith("1. Bank closes", Assert.Single(NewsWorld.Lines(await world.AskAsync("latest", NewsWorld.Harbor, ("topic", "bank")))), StringComparison.Ordinal);
        var none = await world.AskAsync("latest", NewsWorld.Harbor, ("topic", "penguins"));
        Assert.StartsWith("Nothing new came in this time.", none.Note!.ToString(), StringComparison.Ordinal);
        Assert.Empty(none.Lines);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_search_finds_by_any_word_whatever_its_accents_and_is_turned_page_by_page(string kind)
    {
        await using var world = await NewsWorld.StartAsync(kind);
        for (var i = 0; i < 20; i++)
        {
            await world.AddAsync(2, $"İstanbul number {i}", age: TimeSpan.FromHours(i));
        }

        await world.AddAsync(3, "İstanbul elsewhere");
        var call = NewsWorld.Call(NewsWorld.Harbor, ("query", "istanbul"));
        var first = await world.AskAsync("search", call);
        Assert.Equal((8, 2), (first.Lines.Count, first.Buttons.Count));
        Assert.EndsWith("Page 1 of 3 · 20 entries", first.Note!.ToString(), StringComparison.Ordinal);
        Assert.Equal([true, false], first.Buttons.Select(button => button.IsDisabled));
        await world.AddAsync(2, "İstanbul later"); // turned pages stay as they are
        await world.ExecuteAsync("UPDATE articles SET dated_at = dated_at + 120000 WHERE headline = 'İstanbul later'");
        var seen = new List<Reply> { first };
        while (seen[^1].Buttons[1] is { IsDisabled: false } next)
        {
            Assert.InRange(next.Payload.Length, 1, ReplyButton.MaxPayload);
            seen.Add(await world.ActAsync(next.Kind!, next.Payload, NewsWorld.Call(NewsWorld.Harbor)));
        }

        Assert.Equal([8, 8, 4], seen.Select(reply => reply.Lines.Count));
        Assert.Equal(20, seen.SelectMany(NewsWorld.Lines).Distinct().Count());
        var back = await world.ActAsync("npage", seen[1].Buttons[0].Payload, NewsWorld.Call(NewsWorld.Harbor));
        Assert.Equal(NewsWorld.Lines(first), NewsWorld.Lines(back));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_page_beyond_the_end_is_the_last_one_and_what_vanished_is_gone_from_it(string kind)
    {
        await using var world = await NewsWorld.StartAsync(kind);
        for (var i = 0; i < 17; i++)
        {
            await world.AddAsync(2, $"Ship number {i}", age: TimeSpan.FromMinutes(i));
        }

        var first = await world.AskAsync("latest", NewsWorld.Harbor);
        var key = first.Buttons[1].Payload.Split('.')[0];
        var chosen = first.Menus[0].Options[0].Value;
        Assert.Single((await world.ActAsync("npage", $"{key}.99", NewsWorld.Call(NewsWorld.Harbor))).Lines);
        await world.ExecuteAsync("DELETE FROM articles WHERE headline <> 'Ship number 3' AND headline <> 'Ship number 4'; UPDATE articles SET gone_at = 1 WHERE headline = 'Ship number 4'");
        var left = await world.ActAsync("npage", $"{key}.2", NewsWorld.Call(NewsWorld.Harbor));
        Assert.StartsWith("1. Ship number 3", Assert.Single(NewsWorld.Lines(left)), StringComparison.Ordinal);
        Assert.Equal(ErrorCode.NoSuchArticle, (await world.ActAsync("nread", "", NewsWorld.Call(NewsWorld.Harbor), chosen)).Error);
        Assert.Empty((await world.ActAsync("npage", $"{key}.0", NewsWorld.Call(NewsWorld.Valley))).Lines); // another server sees its own
        world.Bot.Time.Advance(NewsListStore.Memory + TimeSpan.FromHours(1));
        await world.Bot.Get<NewsListStore>().KeepAsync(new NewsQuery(NewsKind.Sources), TestBot.Token);
        Assert.Equal(ErrorCode.ListGone, (await world.ActAsync("npage", $"{key}.0", NewsWorld.Call(NewsWorld.Harbor))).Error);
        foreach (var payload in new[] { "", key, $"{key}.", $"{key}.-1", "a.b.c", $"{key}.99999999999" })
        {
            Assert.Equal(ErrorCode.StaleButton, (await world.ActAsync("npage", payload, NewsWorld.Call(NewsWorld.Harbor))).Error);
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_summary_is_read_from_a_list_and_only_of_what_the_server_may_see(string kind)
    {
        await using var world = await NewsWorld.StartAsync(kind);
        var own = await world.AddAsync(2, "Harbor opens");
        var other = await world.AddAsync(3, "Valley floods");
        Assert.Equal(own, (await world.ActAsync("nread", "", NewsWorld.Call(NewsWorld.Harbor), own)).Card!.ArticleId);
        Assert.Equal(ErrorCode.NoSuchArticle, (await world.ActAsync("nread", "", NewsWorld.Call(NewsWorld.Harbor), other)).Error);
        Assert.Equal(ErrorCode.NoSuchArticle, (await world.ActAsync("nread", "", NewsWorld.Call(NewsWorld.Harbor))).Error);
        var shown = await world.AskAsync("latest", NewsWorld.Call(NewsWorld.Harbor) with { IsPrivate = false });
        Assert.True(Assert.Single(shown.Menus).IsForAll); // below what all see each reads on alone
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_sources_are_the_servers_own_and_the_operators_with_how_they_are_and_without_keys(string kind)
    {
        await using var world = await NewsWorld.StartAsync(kind);
        await world.ExecuteAsync("UPDATE sources SET visited_at = 1772344800000 WHERE id = 1; UPDATE sources SET visited_at = 1, failing_since = 1772344800000 WHERE id = 2");
        var reply = await world.AskAsync("sources", NewsWorld.Harbor);
        Assert.Equal("2 sources are read", reply.Title!.ToString());
        Assert.Equal(["Everybody · read 2026-03-01 06:00 UTC", "Harbor Post · cannot be read since 2026-03-01 06:00 UTC"], NewsWorld.Lines(reply));
        Assert.All(reply.Lines.SelectMany(line => line.Parts).OfType<ReplyPart.Link>(), link => Assert.Equal("https://example.com/", link.Address.AbsoluteUri));
        await world.ExecuteAsync("UPDATE subscriptions SET paused = 1 WHERE guild = '100000000000000008'; UPDATE sources SET ended = 'gone' WHERE id = 1");
        Assert.Equal(["Everybody · is visited no more", "Valley Courier · paused"], NewsWorld.Lines(await world.AskAsync("sources", NewsWorld.Valley)));
        Assert.Equal(["Everybody", "Harbor Post"], (await world.SuggestAsync("latest", "source", "", NewsWorld.Call(NewsWorld.Harbor))).Select(it => it.Value));
        await world.ExecuteAsync("DELETE FROM subscriptions");
        Assert.StartsWith("No source is read", (await world.AskAsync("sources", NewsWorld.Valley)).Note!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_the_command_line_everything_stands_on_one_page_without_buttons()
    {
        await using var world = await NewsWorld.StartAsync("SQLite");
        for (var i = 0; i < 17; i++)
        {
            await world.AddAsync(1, $"Ship number {i}");
        }

        var reply = await world.AskAsync("latest", new CommandCall(Words.English, "", "") { IsOperator = true });
        Assert.Equal((17, 0, 0), (reply.Lines.Count, reply.Buttons.Count, reply.Menus.Count));
    }

    [Fact]
    public void A_query_is_read_as_it_was_written() => Gen.Select(Gen.Enum<NewsKind>(), Gen.Long, Gen.String.Null(), Gen.Int, Gen.Long.Nullable()).Sample((kind, until, words, span, number) =>
    {
        var text = words is null ? null : new string([.. words.Where(c => !char.IsSurrogate(c))]);
        var query = new NewsQuery(kind, until) { Words = text, Topic = text, Source = text, Span = span, SourceId = number, Story = number };
        return NewsQuery.Read(query.Write()) == query;
    });
}
