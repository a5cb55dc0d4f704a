using Dapper;
using SummaryBot.Chat;
using SummaryBot.Commands.Editions;
using SummaryBot.Commands.Shape;
using SummaryBot.Digests;
using SummaryBot.Digests.Feedback;
using SummaryBot.Language;
using SummaryBot.Retention;
using SummaryBot.Storage;

namespace SummaryBot.Tests.Digests;

/// <summary>What readers say of stories, and what follows from it.</summary>
public sealed class FeedbackTests
{
    private static readonly string[] Stories =
    [
        "The harbor opened on Monday. Ships came from three countries. The mayor spoke for an hour. Nobody was hurt. The band played.",
        "Growers in the valley signed a deal on Saturday. It covers apples for ten years. The buyers are four markets. Frost took half of the trees.",
        "The council closed the old bridge. Engineers found cracks in two arches. Buses take another road. A ferry is free. The repair costs millions.",
        "A rare comet passes tonight. Astronomers expect green light. Its tail is long. The next visit comes in 400 years. Clouds may hide it in the north.",
    ];

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Three_different_readers_lower_an_outlet_by_the_amount_they_are_told(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var edition = await PostAsync(bot, "Trend", "Trend", "Azernews", null);
        var replies = new List<string>();
        foreach (var reader in new[] { "1", "2", "3" })
        {
            replies.Add(await SayAsync(bot, edition, "Trend", reader, useful: false));
            Assert.Equal(reader is "3" ? -0.3 : 0, await PointsAsync(bot, edition, "trend"));
        }

        Assert.Equal(
            [
                "Noted. Trend: 1 reader found its stories not useful; its rank stays as it is until 3 more say one thing than the other.",
                "Noted. Trend: 2 readers found its stories not useful; its rank stays as it is until 3 more say one thing than the other.",
                "Noted. Trend: 3 readers found its stories not useful; it now ranks 0.3 lower in this digest.",
            ],
            replies);
        Assert.Equal(0, await PointsAsync(bot, edition, "azernews"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task One_reader_who_says_it_of_every_story_and_again_is_one_reader(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var edition = await PostAsync(bot, "Trend", "Trend", "Trend", "Trend");
        foreach (var article in await ArticlesAsync(bot, edition, "Trend"))
        {
            await bot.Get<ReaderFeedback>().SayAsync(edition, article, "1", useful: false, TestBot.Token);
            await bot.Get<ReaderFeedback>().SayAsync(edition, article, "1", useful: false, TestBot.Token);
        }

        Assert.Equal(new OutletPoints("trend", 0, 1, 0), Assert.Single(await bot.Get<FeedbackStore>().ListAsync(edition.DigestId, TestBot.Token)));
        Assert.Equal(4, await CountAsync(bot));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_last_word_of_a_reader_on_a_story_counts_and_can_be_taken_back(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var edition = await PostAsync(bot, "Trend", "Azernews", "Report", null);
        await SayAsync(bot, edition, "Trend", "1", useful: false);
        await SayAsync(bot, edition, "Trend", "2", useful: true);
        Assert.Equal(
            "Noted. Trend: 2 readers found its stories useful; its rank stays as it is until 3 more say one thing than the other.",
            await SayAsync(bot, edition, "Trend", "1", useful: true));
        var article = Assert.Single(await ArticlesAsync(bot, edition, "Trend"));
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(
                "Taken back. Trend: 1 reader found its stories useful; its rank stays as it is until 3 more say one thing than the other.",
                Text(await ActAsync(bot, "eback", new EditionState(edition, article), "1")));
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Many_presses_at_once_leave_one_opinion_of_each_reader(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var edition = await PostAsync(bot, "Trend", "Azernews", "Report", null);
        await using var other = bot.Services2();
        var feedbacks = new[] { bot.Get<ReaderFeedback>(), (ReaderFeedback)other.GetService(typeof(ReaderFeedback))! };
        var article = Assert.Single(await ArticlesAsync(bot, edition, "Trend"));
        await Task.WhenAll(Enumerable.Range(0, 24).Select(i => Task.Run(
            () => feedbacks[i % 2].SayAsync(edition, article, $"{i % 3}", useful: true, TestBot.Token), TestBot.Token)));
        Assert.Equal(3, await CountAsync(bot));
        Assert.Equal(0.3, await PointsAsync(bot, edition, "trend"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Only_stories_that_the_digest_has_shown_and_that_name_an_outlet_are_taken(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var edition = await PostAsync(bot, "Trend", "Azernews", "Report", null);
        await bot.AddArticleAsync("It came later. Nobody has seen it yet. It is short.", "Trend");
        var later = (await bot.Get<SummaryBot.Articles.ArticleStore>().NewestAsync(1, TestBot.Token))[0].Article.Id;
        var sent = await bot.Get<SentStore>().FindAsync(edition.DigestId, edition.DueLocal, TestBot.Token);
        var nameless = sent!.Message.Stories.Single(story => story.Source is null).ArticleId!;
        foreach (var article in new[] { later, nameless, "", "'; DELETE FROM feedback" })
        {
            Assert.IsType<FeedbackReply.NoSuchStory>(await bot.Get<ReaderFeedback>().SayAsync(edition, article, "1", useful: true, TestBot.Token));
            Assert.Equal(ErrorCode.StoryNotShown, (await ActAsync(bot, "esay", new EditionState(edition, "1"), "1", article)).Error);
        }

        Assert.Equal(3, (await bot.Get<ReaderFeedback>().StoriesAsync(edition, TestBot.Token))!.Count);
        Assert.Equal(0, await CountAsync(bot));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task An_edition_that_is_forgotten_or_whose_digest_is_deleted_says_so_and_takes_nothing(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var edition = await PostAsync(bot, "Trend", "Azernews", "Report", null);
        await SayAsync(bot, edition, "Trend", "1", useful: true);
        var article = Assert.Single(await ArticlesAsync(bot, edition, "Trend"));
        var forgotten = edition with { DueLocal = "2026-02-01T08:00" };
        Assert.Null(await bot.Get<ReaderFeedback>().StoriesAsync(forgotten, TestBot.Token));
        await ExecuteAsync(bot, "DELETE FROM digests");
        Assert.Equal(0, await CountAsync(bot));
        foreach (var gone in new[] { edition, forgotten })
        {
            Assert.IsType<FeedbackReply.Forgotten>(await bot.Get<ReaderFeedback>().SayAsync(gone, article, "1", useful: true, TestBot.Token));
            Assert.IsType<FeedbackReply.Forgotten>(await bot.Get<ReaderFeedback>().TakeBackAsync(gone, article, "1", TestBot.Token));
        }

        Assert.False(await bot.Get<FeedbackStore>().RecordAsync(new Opinion(edition.DigestId, article, "1", "Trend", Useful: true), TestBot.Token));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task An_opinion_counts_for_thirty_days_and_is_then_forgotten(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var edition = await PostAsync(bot, "Trend", "Azernews", "Report", null);
        foreach (var reader in new[] { "1", "2", "3" })
        {
            await SayAsync(bot, edition, "Trend", reader, useful: true);
        }

        bot.Time.Advance(TimeSpan.FromDays(30));
        Assert.Equal(0, await bot.Get<RetentionStore>().ForgetOpinionsAsync(TestBot.Token));
        Assert.Equal(0.3, await PointsAsync(bot, edition, "trend"));
        bot.Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(0, await PointsAsync(bot, edition, "trend"));
        Assert.Equal(3, await bot.Get<RetentionStore>().ForgetOpinionsAsync(TestBot.Token));
        Assert.Equal(0, await CountAsync(bot));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_person_and_an_outlet_can_be_forgotten_and_others_stay(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var edition = await PostAsync(bot, "Ölçü Xəbər", "Azernews", "Report", null);
        foreach (var (outlet, reader) in new[] { ("Ölçü Xəbər", "1"), ("Azernews", "1"), ("Azernews", "2"), ("Report", "3") })
        {
            await SayAsync(bot, edition, outlet, reader, useful: true);
        }

        var store = bot.Get<FeedbackStore>();
        Assert.Equal(2, await store.ForgetUserAsync("1", TestBot.Token));
        Assert.Equal(["azernews", "report"], (await store.ListAsync(edition.DigestId, TestBot.Token)).Select(it => it.Outlet));
        Assert.Equal(0, await store.ResetAsync(edition.DigestId, "Ölçü Xəbər", TestBot.Token));
        await SayAsync(bot, edition, "Ölçü Xəbər", "1", useful: true);
        Assert.Equal(1, await store.ResetAsync(edition.DigestId, " ÖLÇÜ XƏBƏR", TestBot.Token)); // however it is written
        Assert.Equal(0, await store.ResetAsync(edition.DigestId + 1, outlet: null, TestBot.Token));
        Assert.Equal(2, await store.ResetAsync(edition.DigestId, outlet: null, TestBot.Token));
    }

    [Theory]
    [InlineData(3, 0, 0.3, "3 readers found its stories useful; it now ranks 0.3 higher in this digest.")]
    [InlineData(2, 0, 0, "2 readers found its stories useful; its rank stays as it is until 3 more say one thing than the other.")]
    [InlineData(1, 4, -0.3, "1 reader found its stories useful and 4 not useful; it now ranks 0.3 lower in this digest.")]
    [InlineData(0, 25, -1, "25 readers found its stories not useful; it now ranks 1.0 lower in this digest.")]
    [InlineData(0, 0, 0, "no reader has an opinion on its stories; its rank stays as it is until 3 more say one thing than the other.")]
    public void The_words_name_the_points_that_count(int useful, int notUseful, double points, string words)
    {
        var counted = OutletPoints.Of("trend", useful, notUseful);
        Assert.Equal(points, counted.Points);
        Assert.Equal($"Trend: {words}", EditionTexts.Standing("Trend", counted, Words.English).ToString());
    }

    /// <summary>An edition with the four stories, of these outlets.</summary>
    private static async Task<EditionKey> PostAsync(TestBot bot, params string?[] outlets)
    {
        foreach (var (story, outlet) in Stories.Zip(outlets))
        {
            await bot.AddArticleAsync(story, outlet);
        }

        var digest = await bot.AddDigestAsync(options => options.Editing.MaxPerSource = 20);
        bot.Time.Advance(TimeSpan.FromHours(1));
        await bot.Get<DigestDispatcher>().DispatchDueAsync(TestBot.Token);
        await bot.Get<Outbox>().DrainAsync(TestBot.Token);
        var message = Assert.Single(bot.Chat.Messages).Message;
        Assert.Equal(4, message.Stories.Count);
        Assert.Equal(new EditionKey(digest.Id, "2026-03-01T08:00"), message.Edition);
        return message.Edition!;
    }

    /// <returns>What the reader is told.</returns>
    private static async Task<string> SayAsync(TestBot bot, EditionKey edition, string outlet, string reader, bool useful) =>
        Text(await ActAsync(bot, "esay", new EditionState(edition, useful ? "1" : "0"), reader, (await ArticlesAsync(bot, edition, outlet))[0]));

    /// <summary>Presses a button, or chooses in a menu.</summary>
    private static async Task<Reply> ActAsync(TestBot bot, string kind, EditionState state, string reader, params string[] values)
    {
        var action = bot.Get<CommandCatalog>().Actions.Single(it => it.Kind == kind);
        var input = new ActionInput(state.Payload, values, new Dictionary<string, IReadOnlyList<string>>());
        return await bot.Get<CommandRunner>().RunAsync(action, new CommandCall(Words.English, reader, ""), input, TestBot.Token);
    }

    private static string Text(Reply reply)
    {
        Assert.Null(reply.Error);
        return Assert.Single(reply.Lines).ToString();
    }

    private static async Task<IReadOnlyList<string>> ArticlesAsync(TestBot bot, EditionKey edition, string outlet) =>
        [.. (await bot.Get<ReaderFeedback>().StoriesAsync(edition, TestBot.Token))!.Where(it => it.Story.Source == outlet).Select(it => it.Story.ArticleId!)];

    /// <summary>As the selection asks for them.</summary>
    private static async Task<double> PointsAsync(TestBot bot, EditionKey edition, string outlet) =>
        (await bot.Get<FeedbackStore>().PointsAsync([edition.DigestId], TestBot.Token))[edition.DigestId].SingleOrDefault(it => it.Outlet == outlet)?.Points ?? 0;

    private static async Task<long> CountAsync(TestBot bot)
    {
        await using var connection = await bot.Get<Database>().OpenAsync(TestBot.Token);
        return await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM feedback");
    }

    private static async Task ExecuteAsync(TestBot bot, string sql)
    {
        await using var connection = await bot.Get<Database>().OpenAsync(TestBot.Token);
        await connection.ExecuteAsync(sql);
    }
}
