using Dapper;
using SummaryBot.Chat;
using SummaryBot.Commands.Editions;
using SummaryBot.Commands.Shape;
using SummaryBot.Digests;
using SummaryBot.Digests.Selection;
using SummaryBot.Language;
using SummaryBot.Storage;

namespace SummaryBot.Tests.Digests;

public sealed class EditionReasonsTests
{
    private const string News = "The harbor opened on Monday. Ships came from three countries. The mayor spoke for an hour. Nobody was hurt. The band played.";

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_record_says_why_a_story_is_there_and_what_became_of_the_others(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var (edition, story) = await PostAsync(bot);
        await KeepAsync(bot, new SelectionRecord(
        [
            Of(Verdict.Shown, "3 sources; 40 min old; reader feedback Trend +0.3", story.ArticleId!),
            Of(Verdict.Carried, "no room", "a"), Of(Verdict.Carried, "no room", "b"), Of(Verdict.Capped, "over the cap of Trend", "c"),
            Of(Verdict.Filtered, "rule 2", "d"), Of(Verdict.Expired, "on 2 March", "e"), Of(Verdict.Old, "told on 1 March", "f"),
        ]));
        var why = await WhyAsync(bot, edition);
        Assert.Equal($"1. {story.Headline} · 3 sources; 40 min old; reader feedback Trend +0.3", Assert.Single(why.Lines).ToString());
        Assert.Equal("Other stories: 2 kept for the next edition, 1 kept because their source has enough here, 1 filtered out, 1 expired, 1 told before or too old.", why.Note!.ToString());
        await KeepAsync(bot, new SelectionRecord([Of(Verdict.Shown, "newest", story.ArticleId!)]));
        Assert.Equal("There were no other stories to choose from.", (await WhyAsync(bot, edition)).Note!.ToString());
    }

    [Fact]
    public async Task Without_a_record_the_lines_say_what_the_message_says_and_the_note_that_there_is_none()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        var (edition, story) = await PostAsync(bot);
        await using (var connection = await bot.Get<Database>().OpenAsync(TestBot.Token))
        {
            await connection.ExecuteAsync("UPDATE editions SET selection = NULL");
        }

        var why = await WhyAsync(bot, edition);
        Assert.Equal($"1. {story.Headline} · {story.Why}", Assert.Single(why.Lines).ToString());
        Assert.Equal("What became of the other stories is not recorded for this edition.", why.Note!.ToString());
        Assert.Null(await bot.Get<EditionReasons>().OfAsync(edition with { DueLocal = "2026-02-01T08:00" }, TestBot.Token));
    }

    /// <summary>What people are told.</summary>
    private static async Task<Reply> WhyAsync(TestBot bot, EditionKey edition) => EditionTexts.Why(await bot.Get<EditionReasons>().OfAsync(edition, TestBot.Token), Words.English);

    private static StoryVerdict Of(Verdict verdict, string reason, string article) =>
        new(null, verdict, reason, [new ArticleVerdict(article, verdict, reason)], "2026-03-01T08:00");

    private static async Task<(EditionKey Edition, StoryBlock Story)> PostAsync(TestBot bot)
    {
        await bot.AddArticleAsync(News);
        await bot.AddDigestAsync();
        bot.Time.Advance(TimeSpan.FromHours(1));
        await bot.Get<DigestDispatcher>().DispatchDueAsync(TestBot.Token);
        await bot.Get<Outbox>().DrainAsync(TestBot.Token);
        var message = Assert.Single(bot.Chat.Messages).Message;
        return (message.Edition!, Assert.Single(message.Stories));
    }

    private static async Task KeepAsync(TestBot bot, SelectionRecord record)
    {
        const string Sql = """
            INSERT INTO selections (key, made_at, record) VALUES ('k', 0, @record) ON CONFLICT (key) DO UPDATE SET record = excluded.record;
            UPDATE editions SET selection = 'k'
            """;
        await using var connection = await bot.Get<Database>().OpenAsync(TestBot.Token);
        await connection.ExecuteAsync(Sql, new { record = SelectionStore.Write(record).Json });
    }
}
