using Dapper;
using SummaryBot.Articles;
using SummaryBot.Chat;
using SummaryBot.Digests;
using SummaryBot.Digests.Selection;
using SummaryBot.Digests.Why;
using SummaryBot.Sources;
using SummaryBot.Storage;
using SummaryBot.Stories;

namespace SummaryBot.Tests.Digests.Why;

/// <summary>What is known of an article is found in the database.</summary>
public sealed class ArticleWhyTests
{
    private const string Guild = "333333333333333333";
    private const string Text = "The harbor opened on Monday. Ships came from three countries. The mayor spoke for an hour. Nobody was hurt. The band played.";

    private static readonly Article Harbor = new("Harbor opens", "Example News", new Uri("https://news.example/harbor"), "en", TestBot.Start.AddHours(-1), Text);

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task From_the_next_edition_over_the_outbox_to_the_message(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        await bot.AddDigestAsync(options => options.Guild = Guild);
        await bot.Get<ArticleStore>().AddAsync(Harbor, TestBot.Token);
        Assert.Equal(WhyStage.WaitingForStory, (await AnswerAsync(bot, Harbor.Id)).Stage);
        await bot.Get<StoryAssigner>().AssignAsync(TestBot.Token);
        Assert.Equal(WhyStage.NotConsidered, (await AnswerAsync(bot, Harbor.Id)).Stage);

        bot.Time.Advance(TimeSpan.FromHours(1));
        await bot.Get<DigestDispatcher>().DispatchDueAsync(TestBot.Token);
        Assert.Equal((WhyStage.InOutbox, "2026-03-01T08:00"), (await AnswerAsync(bot, Harbor.Id) is var waiting ? waiting.Stage : default, waiting.Edition));

        bot.Chat.Answers.Enqueue(new TestChat.Answer(Takes: false, new SendOutcome.Gone("There is no such channel.")));
        await bot.Get<Outbox>().DrainAsync(TestBot.Token);
        var blocked = await AnswerAsync(bot, Harbor.Id);
        Assert.Equal(WhyStage.Blocked, blocked.Stage);
        Assert.Contains("There is no such channel.", blocked.Cause, StringComparison.Ordinal);

        bot.Time.Advance(TimeSpan.FromHours(1));
        await bot.Get<Outbox>().DrainAsync(TestBot.Token);
        var sent = await AnswerAsync(bot, Harbor.Id);
        Assert.Equal((WhyStage.Sent, TestBot.Start.AddHours(2)), (sent.Stage, sent.SentAt));
        Assert.Equal(new Uri($"https://discord.com/channels/{Guild}/{TestChat.Channel}/m-{bot.Chat.Messages[0].Nonce}"), sent.Link);
        Assert.Equal("The edition of 2026-03-01T08:00 shows it.", sent.Cause);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_last_edition_that_had_it_as_a_candidate_says_why_not(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var morning = await bot.AddDigestAsync();
        await bot.AddDigestAsync(options => options.Name = "Evening");
        await bot.Get<ArticleStore>().AddAsync(Harbor, TestBot.Token);
        await bot.Get<StoryAssigner>().AssignAsync(TestBot.Token);
        await RecordAsync(bot, morning, "2026-03-01T08:00", 1, Verdict.Carried, "8 stories had more outlets");
        await RecordAsync(bot, morning, "2026-03-02T08:00", 2, Verdict.Filtered, "rule 2: not word harbor");
        var found = Assert.IsType<WhyResult.Found>(await bot.Get<ArticleWhy>().AskAsync(Harbor.Id, digest: null, TestBot.Token));
        Assert.Equal([WhyStage.NotConsidered, WhyStage.Filtered], found.Answers.Select(it => it.Stage));
        Assert.Equal("In the edition of 2026-03-02T08:00: rule 2: not word harbor.", found.Answers[1].Cause);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Sources_decide_by_the_subscriptions_of_the_digests_own_server(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        await bot.AddDigestAsync(options => options.Guild = Guild);
        await bot.Get<ArticleStore>().AddAsync(Harbor, TestBot.Token);
        await bot.Get<StoryAssigner>().AssignAsync(TestBot.Token);
        await bot.Get<SubscriptionStore>().AddAsync(new NewSubscription(SourceKind.Feed, new Uri("https://news.example/feed"), "Theirs") { Guild = "444444444444444444" }, TestBot.Token);
        await ExecuteAsync(bot, $"INSERT INTO article_sources (source_id, guid, article_id, content, seen_at) SELECT id, 'harbor', '{Harbor.Id}', 'x', 5000 FROM sources");
        Assert.Equal(WhyStage.NotSubscribed, (await AnswerAsync(bot, Harbor.Id)).Stage);
        await bot.Get<SubscriptionStore>().AddAsync(new NewSubscription(SourceKind.Feed, new Uri("https://news.example/feed"), "Ours") { Guild = Guild }, TestBot.Token);
        Assert.Equal(WhyStage.NotVisited, (await AnswerAsync(bot, Harbor.Id)).Stage);
        await ExecuteAsync(bot, "UPDATE subscriptions SET news_from = 5001");
        Assert.Equal(WhyStage.Backlog, (await AnswerAsync(bot, Harbor.Id)).Stage);
        await ExecuteAsync(bot, "UPDATE subscriptions SET news_from = 5000");
        Assert.Equal(WhyStage.NotConsidered, (await AnswerAsync(bot, Harbor.Id)).Stage);
        await ExecuteAsync(bot, "UPDATE subscriptions SET paused = 1 WHERE name = 'Ours'");
        Assert.Equal(("Ours is paused.", WhyStage.SourcePaused), (await AnswerAsync(bot, Harbor.Id) is var paused ? paused.Cause : "", paused.Stage));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task An_article_is_found_by_id_address_or_words(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        await bot.AddDigestAsync();
        await bot.Get<ArticleStore>().AddAsync(Harbor, TestBot.Token);
        await bot.Get<ArticleStore>().AddAsync(Harbor with { Headline = "Harbor closes", Url = null, Text = $"{Text} It closed again." }, TestBot.Token);
        foreach (var asked in new[] { Harbor.Id, "https://www.news.example/harbor/?utm_source=x", "harbor OPENS" })
        {
            Assert.Equal(Harbor.Id, Assert.IsType<WhyResult.Found>(await bot.Get<ArticleWhy>().AskAsync(asked, "Morning", TestBot.Token)).Article.Article.Id);
        }

        Assert.Equal(2, Assert.IsType<WhyResult.Several>(await bot.Get<ArticleWhy>().AskAsync("harbor", null, TestBot.Token)).Articles.Count);
        Assert.IsType<WhyResult.NoDigest>(await bot.Get<ArticleWhy>().AskAsync("harbor", "Nobody", TestBot.Token));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task What_is_not_stored_was_forgotten_or_its_source_fails_or_nobody_knows_it(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        Assert.Contains("nobody imported it", (await NotStoredAsync(bot, "https://news.example/harbor")).Cause, StringComparison.Ordinal);
        await bot.Get<SubscriptionStore>().AddAsync(new NewSubscription(SourceKind.Feed, new Uri("https://news.example/feed"), "Example"), TestBot.Token);
        await bot.Get<SubscriptionStore>().AddAsync(new NewSubscription(SourceKind.Feed, new Uri("https://other.example/feed"), "Other"), TestBot.Token);
        await ExecuteAsync(bot, "UPDATE sources SET failing_since = 1, failures = 3, failure = 'It answered 500.'");
        Assert.Equal(["Example (news.example): It answered 500."], (await NotStoredAsync(bot, "https://news.example/harbor")).Failing);
        Assert.Equal(2, (await NotStoredAsync(bot, "https://third.example/harbor")).Failing.Count);
        await ExecuteAsync(bot, $"INSERT INTO seen_articles (id) VALUES ('{Harbor.Id}')");
        Assert.Contains("is forgotten", (await NotStoredAsync(bot, Harbor.Id)).Cause, StringComparison.Ordinal);
        await ExecuteAsync(bot, "INSERT INTO article_sources (source_id, guid, article_id, content, seen_at) SELECT min(id), 'https://news.example/harbor', 'abcdefghijkl', 'x', 1 FROM sources");
        Assert.Contains("is forgotten", (await NotStoredAsync(bot, "https://news.example/harbor")).Cause, StringComparison.Ordinal);
    }

    private static async Task<WhyResult.NotStored> NotStoredAsync(TestBot bot, string asked) =>
        Assert.IsType<WhyResult.NotStored>(await bot.Get<ArticleWhy>().AskAsync(asked, null, TestBot.Token));

    private static async Task<WhyAnswer> AnswerAsync(TestBot bot, string asked) =>
        Assert.Single(Assert.IsType<WhyResult.Found>(await bot.Get<ArticleWhy>().AskAsync(asked, null, TestBot.Token)).Answers);

    private static async Task RecordAsync(TestBot bot, StoredDigest digest, string dueLocal, long dueAt, Verdict verdict, string reason)
    {
        var record = new SelectionRecord([new StoryVerdict(1, verdict, reason, [new ArticleVerdict(Harbor.Id, verdict, reason)], dueLocal)]);
        await using var connection = await bot.Get<Database>().OpenAsync(TestBot.Token);
        await connection.ExecuteAsync(
            """
            INSERT INTO selections (key, made_at, record) VALUES (@dueLocal, 0, @record);
            INSERT INTO editions (digest_id, due_local, due_at, written_at, status, stories, selection) VALUES (@Id, @dueLocal, @dueAt, 0, 'empty', 0, @dueLocal)
            """,
            new { digest.Id, dueLocal, dueAt, record = SelectionStore.Write(record).Json });
    }

    private static async Task ExecuteAsync(TestBot bot, string sql)
    {
        await using var connection = await bot.Get<Database>().OpenAsync(TestBot.Token);
        await connection.ExecuteAsync(sql);
    }
}
