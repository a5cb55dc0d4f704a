using System.Text.Json.Nodes;
using Dapper;
using SummaryBot.Chat;
using SummaryBot.Commands;
using SummaryBot.Digests;
using SummaryBot.Storage;
using SummaryBot.Summarization;
using SummaryBot.Tests.Stories;

namespace SummaryBot.Tests.Chat;

/// <summary>What is not its article's, word for word, never leaves.</summary>
public sealed class FaithfulnessTests
{
    private const string News = "The harbor opened on Monday. Ships came from three countries. The mayor spoke for an hour. Nobody was hurt. The band played.";

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_message_goes_out_as_it_was_written(string kind)
    {
        await using var bot = await WithMessageAsync(kind);
        Assert.Equal(1, await DrainAsync(bot));
        var story = Assert.Single(Assert.Single(bot.Chat.Messages).Message.Stories);
        Assert.All(story.Sentences, sentence => Assert.Equal(sentence.Text, News[sentence.Origin!.Start..sentence.Origin.End]));
        Assert.NotEmpty(story.Sentences);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_message_that_was_changed_in_the_outbox_is_listed_and_never_sent(string kind)
    {
        await using var bot = await WithMessageAsync(kind, expectedRejects: 1);
        await ChangeMessageAsync(bot, message => Headline(message, "The harbor closed on Monday."));
        await AssertWithheldAsync(bot, "Story 1 is not quoted word for word: it was changed");
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_message_that_its_stored_article_does_not_say_any_more_is_listed_and_never_sent(string kind)
    {
        await using var bot = await WithMessageAsync(kind, expectedRejects: 1);
        await ExecuteAsync(bot, "UPDATE articles SET text = replace(text, 'opened', 'closed')");
        await AssertWithheldAsync(bot, "the stored article does not say that any more");
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_message_whose_article_was_changed_in_between_goes_out_with_what_it_says_now(string kind)
    {
        await using var bot = await WithMessageAsync(kind);
        await ChangeArticleAsync(bot);
        Assert.Equal(1, await DrainAsync(bot));
        Assert.Contains("closed", Assert.Single(Assert.Single(bot.Chat.Messages).Message.Stories).Sentences.First().Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_message_that_no_version_of_its_article_says_is_never_sent(string kind)
    {
        await using var bot = await WithMessageAsync(kind, expectedRejects: 1);
        await ChangeArticleAsync(bot);
        await ExecuteAsync(bot, "UPDATE article_versions SET text = replace(text, 'opened', 'burned')");
        await AssertWithheldAsync(bot, "the stored article does not say that any more");
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task What_a_second_outlet_says_is_checked_against_its_own_article(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        bot.ExpectedRejects = 1;
        await PortNews.AddAsync(bot, "Harbor Post", PortNews.Post);
        await PortNews.AddAsync(bot, "Valley Courier", PortNews.Courier);
        await bot.AddDigestAsync();
        bot.Time.Advance(TimeSpan.FromHours(1));
        await bot.Get<DigestDispatcher>().DispatchDueAsync(TestBot.Token);
        Assert.Null((await bot.Get<FaithfulnessGate>().CheckAsync(await MessageAsync(bot), TestBot.Token)).Refusal);
        var added = Assert.Single((await MessageAsync(bot)).Stories[0].Quotes, quote => quote.Credit is not null);
        await ExecuteAsync(bot, "UPDATE articles SET text = replace(text, @said, @now) WHERE id = @ArticleId", new { said = added.Text, now = "Nothing.", added.Origin!.ArticleId });
        await AssertWithheldAsync(bot, "the stored article does not say that any more");
    }

    [Theory]
    [InlineData("hash")]
    [InlineData("end")]
    [InlineData("all of it")]
    public async Task A_sentence_without_its_proof_is_not_sent(string missing)
    {
        await using var bot = await WithMessageAsync("SQLite", expectedRejects: 1);
        await ChangeMessageAsync(bot, message =>
        {
            var story = message["stories"]![0]!.AsObject();
            Assert.True(story["quotes"]![0]!["origin"]!.AsObject().Remove(missing) || story["quotes"]![0]!.AsObject().Remove("origin"));
        });
        await AssertWithheldAsync(bot, "not quoted word for word");
    }

    [Fact]
    public async Task A_withheld_message_does_not_keep_the_next_one_of_its_channel_from_going_out()
    {
        await using var bot = await WithMessageAsync("SQLite", expectedRejects: 1);
        await ChangeMessageAsync(bot, message => Headline(message, "Nothing happened."));
        await bot.AddArticleAsync("A second story came. It had two sentences.");
        bot.Time.Advance(TimeSpan.FromDays(1));
        await bot.Get<DigestDispatcher>().DispatchDueAsync(TestBot.Token);
        Assert.Equal(1, await DrainAsync(bot));
        Assert.Equal("A second story came.", Assert.Single(Assert.Single(bot.Chat.Messages).Message.Stories).Headline);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_message_goes_out_although_its_article_was_removed(string kind)
    {
        await using var bot = await WithMessageAsync(kind);
        await ExecuteAsync(bot, "DELETE FROM articles");
        Assert.Equal(1, await DrainAsync(bot));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_message_of_a_version_that_kept_no_proofs_goes_out(string kind)
    {
        await using var bot = await WithMessageAsync(kind);
        await ChangeMessageAsync(bot, message =>
        {
            var story = message["stories"]![0]!.AsObject();
            Assert.True(story.Remove("articleId") && story.Remove("headlineOrigin"));
            Assert.All(story["quotes"]!.AsArray(), quote => Assert.True(quote!.AsObject().Remove("origin")));
        });
        Assert.Equal(1, await DrainAsync(bot));
        Assert.NotEmpty(Assert.Single(bot.Chat.Messages).Message.Stories);
    }

    [Fact]
    public async Task A_summary_is_shown_as_long_as_it_is_word_for_word()
    {
        await using var bot = await WithMessageAsync("SQLite", expectedRejects: 2);
        var shown = await bot.Get<SummaryCommand>().AnswerAsync(new SummaryRequest("harbor", SummaryLength.Medium, Sentences: 3), TestBot.Token);
        var card = Assert.IsType<SummaryReply.Shown>(shown).Card;
        Assert.Equal(3, card.Sentences.Count());
        var gate = bot.Get<FaithfulnessGate>();
        Assert.Null(gate.Refuse(card.Sentences, News));
        Assert.NotNull(gate.Refuse((card with { Headline = "The harbor closed on Monday." }).Sentences, News));
        var shownLast = card.Sentences.Last().Text;
        Assert.NotNull(gate.Refuse(card.Sentences, News.Replace(shownLast, shownLast.ToUpperInvariant(), StringComparison.Ordinal)));
    }

    private static async Task AssertWithheldAsync(TestBot bot, string reason)
    {
        Assert.Equal(0, await DrainAsync(bot));
        var listed = Assert.Single(await bot.Get<OutboxStore>().ListAsync(10, TestBot.Token));
        Assert.True(listed is { IsRefused: true, NextTryAt: null, Attempts: 1 }, listed.ToString());
        Assert.Contains(reason, listed.Reason, StringComparison.Ordinal);
        bot.Time.Advance(TimeSpan.FromDays(400));
        Assert.Equal(0, await DrainAsync(bot));
        Assert.Empty(bot.Chat.Messages);
    }

    private static void Headline(JsonNode message, string headline) => message["stories"]![0]!["headline"] = headline;

    private static async Task<ChatMessage> MessageAsync(TestBot bot)
    {
        await using var connection = await bot.Get<Database>().OpenAsync(TestBot.Token);
        return MessageJson.Read((await connection.ExecuteScalarAsync<string>("SELECT message FROM deliveries"))!);
    }

    private static async Task ChangeMessageAsync(TestBot bot, Action<JsonNode> change)
    {
        await using var connection = await bot.Get<Database>().OpenAsync(TestBot.Token);
        var message = JsonNode.Parse((await connection.ExecuteScalarAsync<string>("SELECT message FROM deliveries"))!)!;
        change(message);
        await ExecuteAsync(bot, "UPDATE deliveries SET message = @message", new { message = message.ToJsonString() });
    }

    private static async Task ExecuteAsync(TestBot bot, string sql, object? values = null)
    {
        await using var connection = await bot.Get<Database>().OpenAsync(TestBot.Token);
        Assert.Equal(1, await connection.ExecuteAsync(sql, values));
    }

    private static async Task<TestBot> WithMessageAsync(string kind, int expectedRejects = 0)
    {
        var bot = await TestBot.StartAsync(kind);
        bot.ExpectedRejects = expectedRejects;
        await bot.AddArticleAsync(News);
        await bot.AddDigestAsync();
        bot.Time.Advance(TimeSpan.FromHours(1));
        await bot.Get<DigestDispatcher>().DispatchDueAsync(TestBot.Token);
        return bot;
    }

    private static async Task ChangeArticleAsync(TestBot bot)
    {
        await ExecuteAsync(bot, "INSERT INTO article_versions (article_id, version, text, seen_at) SELECT id, version, text, first_seen_at FROM articles");
        await ExecuteAsync(bot, "UPDATE articles SET version = 2, text = replace(text, 'opened', 'closed')");
    }

    private static Task<int> DrainAsync(TestBot bot) => bot.Get<Outbox>().DrainAsync(TestBot.Token);
}
