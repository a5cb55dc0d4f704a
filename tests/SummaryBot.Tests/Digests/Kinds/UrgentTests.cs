using Dapper;
using Microsoft.Extensions.DependencyInjection;
using SummaryBot.Digests;
using SummaryBot.Storage;
using SummaryBot.Tests.Stories;

namespace SummaryBot.Tests.Digests.Kinds;

public sealed class UrgentTests
{
    private static readonly TimeSpan Tick = DispatchJob.Interval;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task What_the_filters_let_through_is_posted_at_once_and_once_with_a_ping(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var before = await KindNews.AddAsync(bot, 1, "earthquake");
        var digest = await KindNews.AddUrgentAsync(bot);
        Assert.Equal("at once", digest.NextText);
        Assert.Empty(await KindNews.TickAsync(bot, Tick)); // it was news before
        await KindNews.AddAsync(bot, 2, "parade");
        Assert.Empty(await KindNews.TickAsync(bot, Tick));
        var urgent = await KindNews.AddAsync(bot, 3, "earthquake");
        var message = Assert.Single(await KindNews.TickAsync(bot, Tick)).Message;
        var story = Assert.Single(message.Stories);
        Assert.Equal((urgent, "filter “earthquake”", KindNews.Role), (story.ArticleId, story.Why, message.Posting!.MentionRole));
        Assert.NotEmpty(story.Quotes);
        Assert.NotEqual(before, story.ArticleId);
        for (var i = 0; i < 10; i++)
        {
            Assert.Empty(await KindNews.TickAsync(bot, TimeSpan.FromMinutes(20)));
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_fourth_ping_of_a_local_day_in_a_channel_is_silent_and_the_next_day_pings_again(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        await KindNews.AddUrgentAsync(bot, options => options.Zone = "Asia/Baku"); // 11:00 there
        await KindNews.AddUrgentAsync(bot, options =>
        {
            (options.Name, options.Zone) = ("Other", "Asia/Baku");
            options.Editing.Filters[0].Value = "flood";
        });
        var pings = new List<string?>();
        foreach (var (number, word) in new[] { (0, "earthquake"), (1, "flood"), (2, "earthquake"), (3, "flood"), (4, "earthquake") })
        {
            bot.Time.Advance(Minute);
            await KindNews.AddAsync(bot, number, word);
            pings.Add(Assert.Single(await KindNews.TickAsync(bot, Tick)).Message.Posting?.MentionRole);
        }

        Assert.Equal([KindNews.Role, KindNews.Role, KindNews.Role, null, null], pings);
        Assert.Equal(3, await KindNews.ScalarAsync<long>(bot, "SELECT sum(pinged) FROM editions"));
        bot.Time.SetUtcNow(new DateTimeOffset(2026, 3, 1, 19, 59, 0, TimeSpan.Zero));
        await KindNews.AddAsync(bot, 5, "flood");
        Assert.Null(Assert.Single(await KindNews.TickAsync(bot, Tick)).Message.Posting);
        bot.Time.SetUtcNow(new DateTimeOffset(2026, 3, 1, 20, 0, 0, TimeSpan.Zero)); // midnight in Baku
        await KindNews.AddAsync(bot, 6, "flood");
        Assert.NotNull(Assert.Single(await KindNews.TickAsync(bot, Tick)).Message.Posting?.MentionRole);
    }

    [Fact]
    public async Task Several_at_once_go_into_one_message_and_the_rest_a_minute_later()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        await KindNews.AddUrgentAsync(bot, options => options.MaxStories = 3);
        bot.Time.Advance(Minute);
        for (var i = 0; i < 5; i++)
        {
            await KindNews.AddAsync(bot, i, "earthquake");
        }

        var first = Assert.Single(await KindNews.TickAsync(bot, Tick)).Message;
        Assert.Contains("2 more stories are kept for the next edition.", first.Footnote);
        Assert.Empty(await KindNews.TickAsync(bot, Tick)); // of one minute there is one edition
        var second = Assert.Single(await KindNews.TickAsync(bot, Minute)).Message;
        Assert.Equal([3, 2], [first.Stories.Count, second.Stories.Count]);
        Assert.Equal(5, first.Stories.Concat(second.Stories).Select(story => story.ArticleId).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(0, await KindNews.ScalarAsync<long>(bot, "SELECT count(*) FROM urgent_waiting"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Quiet_hours_hold_it_back_until_they_end_also_over_a_restart(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        await KindNews.AddUrgentAsync(bot, options => options.Editing.Quiet = new QuietOptions { From = "22:00", To = "07:00" });
        bot.Time.SetUtcNow(new DateTimeOffset(2026, 3, 1, 22, 0, 0, TimeSpan.Zero));
        await KindNews.AddAsync(bot, 1, "earthquake");
        Assert.Empty(await KindNews.TickAsync(bot, Tick));
        bot.Time.SetUtcNow(new DateTimeOffset(2026, 3, 2, 6, 59, 0, TimeSpan.Zero));
        await using var restarted = bot.Services2();
        Assert.Empty(await KindNews.TickAsync(bot, TimeSpan.Zero, restarted.GetRequiredService<DigestDispatcher>()));
        Assert.Single(await KindNews.TickAsync(bot, Minute, restarted.GetRequiredService<DigestDispatcher>()));
    }

    [Fact]
    public async Task A_paused_digest_posts_nothing_and_what_becomes_news_meanwhile_is_not_urgent_afterwards()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        await KindNews.AddUrgentAsync(bot);
        await KindNews.ExecuteAsync(bot, "UPDATE digests SET paused_until = @until", new { until = TestBot.Start.AddHours(1).ToUnixTimeMilliseconds() });
        bot.Time.Advance(Minute);
        await KindNews.AddAsync(bot, 1, "earthquake");
        Assert.Empty(await KindNews.TickAsync(bot, Tick));
        bot.Time.Advance(TimeSpan.FromHours(1));
        await KindNews.AddAsync(bot, 2, "earthquake");
        Assert.Equal("Theater sings outdoors", Assert.Single(Assert.Single(await KindNews.TickAsync(bot, Tick)).Message.Stories).Headline);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task What_is_written_down_late_is_found_and_a_second_outlet_does_not_post_the_story_again(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        await KindNews.AddUrgentAsync(bot, options => options.Editing.Filters[0].Value = "terminal");
        bot.Time.Advance(TimeSpan.FromMinutes(40));
        await KindNews.AddAsync(bot, 1, "parade");
        Assert.Empty(await KindNews.TickAsync(bot, Tick));
        var late = await PortNews.AddAsync(bot, "Harbor Post", PortNews.Post);
        await KindNews.ExecuteAsync(bot, "UPDATE articles SET first_seen_at = first_seen_at - 1800000 WHERE id = @late", new { late });
        Assert.Single(await KindNews.TickAsync(bot, Tick));
        bot.Time.Advance(Minute);
        await PortNews.AddAsync(bot, "Valley Courier", PortNews.Courier);
        Assert.Empty(await KindNews.TickAsync(bot, Tick));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_server_is_told_what_its_sources_show_and_not_what_they_showed_before(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        const string Guild = "100000000000000007";
        await KindNews.ExecuteAsync(
            bot,
            """
            INSERT INTO sources (kind, url, host, added_at, next_visit_at, interval_seconds, leased_until, failures)
            VALUES ('feed', 'https://example.com/1', 'example.com', 0, 0, 0, 0, 0), ('feed', 'https://example.com/2', 'example.com', 0, 0, 0, 0, 0);
            INSERT INTO subscriptions (guild, source_id, name, backfill, paused, added_at, news_from)
            VALUES ('', 1, 'post', 'none', 0, 0, 0), ('100000000000000007', 2, 'courier', 'none', 0, 0, 0)
            """);
        var old = await KindNews.AddAsync(bot, 1, "earthquake");
        await SeenAsync(bot, old, source: 1);
        bot.Time.Advance(Minute);
        await KindNews.AddUrgentAsync(bot, options => (options.Name, options.Channel) = ("Everybody", "123456789012345670"));
        await KindNews.AddUrgentAsync(bot, options => (options.Guild, options.Channel) = (Guild, "123456789012345671"));
        bot.Time.Advance(Minute);
        var own = await KindNews.AddAsync(bot, 2, "earthquake");
        await SeenAsync(bot, own, source: 2);
        await SeenAsync(bot, old, source: 2);
        var sent = Assert.Single(await KindNews.TickAsync(bot, Tick));
        Assert.Equal(("123456789012345671", own), (sent.Channel.Target, Assert.Single(sent.Message.Stories).ArticleId));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Instances_that_look_together_post_once_and_ping_three_times(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        for (var i = 0; i < 5; i++)
        {
            await KindNews.AddUrgentAsync(bot, options => options.Name = $"Urgent {i}");
        }

        bot.Time.Advance(Minute);
        await KindNews.AddAsync(bot, 1, "earthquake");
        var instances = Enumerable.Range(0, 3).Select(_ => bot.Services2()).ToList();
        await Task.WhenAll(instances.Select(services => Task.Run(() => services.GetRequiredService<DigestDispatcher>().DispatchDueAsync(TestBot.Token), TestBot.Token)));
        var sent = await KindNews.TickAsync(bot, Tick);
        Assert.Equal(5, sent.Count);
        Assert.Equal(3, sent.Count(delivery => delivery.Message.Posting?.MentionRole is not null));
        instances.ForEach(services => services.Dispose());
    }

    [Fact]
    public async Task Old_news_that_a_source_shows_for_the_first_time_is_not_urgent()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        await KindNews.AddUrgentAsync(bot);
        bot.Time.Advance(Minute);
        await KindNews.AddAsync(bot, KindNews.Story(1, "earthquake"), "Two days ago", age: TimeSpan.FromDays(2));
        Assert.Empty(await KindNews.TickAsync(bot, Tick));
    }

    [Fact]
    public async Task An_urgent_story_may_stand_in_a_normal_digest_later_and_a_preview_changes_nothing()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        var urgent = await KindNews.AddUrgentAsync(bot);
        await bot.AddDigestAsync();
        bot.Time.Advance(Minute);
        var id = await KindNews.AddAsync(bot, 1, "earthquake");
        var preview = (await bot.Get<DigestDispatcher>().PreviewAsync(urgent, TestBot.Token)).Message;
        Assert.Equal((id, null), (Assert.Single(preview.Stories).ArticleId, preview.Posting));
        Assert.Single(await KindNews.TickAsync(bot, Tick));
        Assert.Equal(id, Assert.Single(Assert.Single(await KindNews.TickAsync(bot, TimeSpan.FromHours(1))).Message.Stories).ArticleId);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_look_without_news_uses_indexes(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        await using var connection = await bot.Get<Database>().OpenAsync(TestBot.Token);
        foreach (var (sql, index) in new[]
            {
                ("SELECT article_id FROM article_sources WHERE seen_at >= 5", "article_sources_seen"),
                ("SELECT id FROM articles WHERE first_seen_at >= 5 AND NOT EXISTS (SELECT 1 FROM article_sources WHERE article_id = articles.id)", "articles_first_seen"),
                ("SELECT 1 FROM digests WHERE next_due_at = 253402214400000 LIMIT 1", "digests_due"),
            })
        {
            await using var reader = await connection.ExecuteReaderAsync(
                string.Equals(kind, "SQLite", StringComparison.Ordinal) ? $"EXPLAIN QUERY PLAN {sql}" : $"SET enable_seqscan = off; EXPLAIN {sql}");
            var plan = new List<string?>();
            while (await reader.ReadAsync(TestBot.Token))
            {
                plan.Add(reader.GetValue(reader.FieldCount - 1).ToString());
            }

            Assert.Contains(index, string.Join('\n', plan), StringComparison.Ordinal);
        }
    }

    private static Task SeenAsync(TestBot bot, string article, int source) => KindNews.ExecuteAsync(
        bot,
        "INSERT INTO article_sources (source_id, guid, article_id, content, seen_at) VALUES (@source, @article, @article, '', @at)",
        new { source, article, at = bot.Time.GetUtcNow().ToUnixTimeMilliseconds() });
}
