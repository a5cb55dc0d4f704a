using Dapper;
using Microsoft.Extensions.DependencyInjection;
using SummaryBot.Articles;
using SummaryBot.Chat;
using SummaryBot.Commands;
using SummaryBot.Commands.Shape;
using SummaryBot.Digests;
using SummaryBot.Digests.Corrections;
using SummaryBot.Sources;
using SummaryBot.Storage;
using SummaryBot.Summarization;
using SummaryBot.Tests.Sources;
using SummaryBot.Tests.Stories;

namespace SummaryBot.Tests.Digests;

/// <summary>What a sent message says stays true to its articles.</summary>
public sealed class CorrectionTests
{
    private const string Old = "The terminal cost 210 million and took four years to build.";
    private const string New = "The terminal cost 230 million and took four years to build.";
    private const string Newer = "The terminal cost 240 million and took four years to build.";

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_changed_sentence_edits_the_sent_message_and_says_so(string kind)
    {
        await using var bot = await SentAsync(kind);
        var first = bot.Chat.Messages[0].Message;
        bot.Time.Advance(TimeSpan.FromMinutes(100));
        await ChangeAsync(bot, PortNews.Courier.Replace(Old, New, StringComparison.Ordinal));
        Assert.Equal(1, await CorrectAsync(bot));
        var (sent, message) = Assert.Single(bot.Chat.Edits);
        Assert.Equal($"m-{bot.Chat.Messages[0].Nonce}", sent.MessageId);
        Assert.Contains(New, Texts(message));
        Assert.DoesNotContain(Old, Texts(message));
        Assert.Equal(["corrected 09:40: story 1"], message.SmallPrint.Except(message.Footnote));
        Assert.Equal(MessageJson.Write(message), (await RowAsync(bot)).Message);
        Assert.Equal(MessageJson.Write(first), (await RowAsync(bot)).FirstMessage);

        Assert.Equal(0, await CorrectAsync(bot));
        bot.Time.Advance(TimeSpan.FromHours(30)); // no limit of age but 7 days
        await ChangeAsync(bot, PortNews.Courier.Replace(Old, Newer, StringComparison.Ordinal));
        await ChangeAsync(bot, PortNews.Bridge.Replace("eighteen", "twenty", StringComparison.Ordinal), "bridge");
        Assert.Equal(1, await CorrectAsync(bot));
        Assert.Equal(["corrected 15:40: stories 1 and 2 (2 March)"], bot.Chat.Edits[1].Message.SmallPrint.Except(first.Footnote));
        Assert.Equal(MessageJson.Write(first), (await RowAsync(bot)).FirstMessage);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Corrections_add_up_and_a_change_that_nobody_was_shown_edits_nothing(string kind)
    {
        await using var bot = await SentAsync(kind);
        await ChangeAsync(bot, $"A remark of the editors was put here, before all that was said.\n\n{PortNews.Courier} The gates open at six.");
        Assert.Equal(0, await CorrectAsync(bot));
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        await ChangeAsync(bot, PortNews.Courier.Replace(Old, New, StringComparison.Ordinal));
        Assert.Equal(1, await CorrectAsync(bot));
        bot.Time.Advance(TimeSpan.FromMinutes(5));
        await ChangeAsync(bot, PortNews.Bridge.Replace("eighteen", "twenty", StringComparison.Ordinal), "bridge");
        Assert.Equal(1, await CorrectAsync(bot));
        Assert.Equal(["corrected 08:01: story 1", "corrected 08:06: story 2"], bot.Chat.Edits[^1].Message.Corrections!.Select(FrameWords.English.Corrected));
        Assert.Equal(2, bot.Chat.Edits.Count);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_message_that_was_not_sent_yet_is_written_anew_before_it_is(string kind)
    {
        await using var bot = await DispatchedAsync(kind);
        bot.Chat.Answers.Enqueue(new TestChat.Answer(Takes: false, new SendOutcome.AskedToWait(TimeSpan.FromMinutes(10), "Wait.")));
        await bot.Get<Outbox>().DrainAsync(TestBot.Token);
        await ChangeAsync(bot, PortNews.Courier.Replace(Old, New, StringComparison.Ordinal));
        Assert.Equal(0, await CorrectAsync(bot)); // it waits for the message itself
        bot.Time.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(1, await bot.Get<Outbox>().DrainAsync(TestBot.Token));
        var message = Assert.Single(bot.Chat.Messages).Message;
        Assert.Contains(New, Texts(message));
        Assert.Null(message.Corrections);
        Assert.Equal((MessageJson.Write(message), null), await RowAsync(bot));
        Assert.Equal(0, await CorrectAsync(bot));
        Assert.Empty(bot.Chat.Edits);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_message_that_may_have_arrived_is_not_written_anew_but_edited_once_it_is_found(string kind)
    {
        await using var bot = await DispatchedAsync(kind);
        bot.Chat.Answers.Enqueue(new TestChat.Answer(Takes: true, new SendOutcome.Unknown("The connection broke.")));
        await bot.Get<Outbox>().DrainAsync(TestBot.Token);
        await ChangeAsync(bot, PortNews.Courier.Replace(Old, New, StringComparison.Ordinal));
        Assert.Equal(0, await CorrectAsync(bot));
        bot.Time.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(1, await bot.Get<Outbox>().DrainAsync(TestBot.Token));
        Assert.Equal(1, await CorrectAsync(bot));
        Assert.Contains(Old, Texts(Assert.Single(bot.Chat.Messages).Message));
        Assert.Contains(New, Texts(Assert.Single(bot.Chat.Edits).Message));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_withdrawn_article_is_struck_through_where_it_was_shown_within_a_week_and_quoted_nowhere(string kind)
    {
        await using var bot = await SentAsync(kind);
        bot.Time.Advance(TimeSpan.FromDays(6));
        await GoneAsync(bot, "bridge");
        Assert.Equal(1, await CorrectAsync(bot));
        var message = Assert.Single(bot.Chat.Edits).Message;
        Assert.Equal([false, true], message.Stories.Select(story => story.IsWithdrawn));
        Assert.StartsWith("2 stories · 1 source · ", Assert.Single(bot.Chat.Messages[0].Message.Intro), StringComparison.Ordinal);
        Assert.StartsWith("1 story · 1 source · 1 min of news", Assert.Single(message.Intro), StringComparison.Ordinal);
        Assert.Equal(("Old bridge closes for eighteen months", 0, null), (message.Stories[1].Headline, message.Stories[1].Quotes.Count, message.Stories[1].Url));
        var id = bot.Chat.Messages[0].Message.Stories[1].ArticleId!;
        var reply = await bot.Get<SummaryCommand>().AnswerAsync(new SummaryRequest(id, SummaryLength.Short, null), TestBot.Token);
        Assert.Equal(ErrorCode.ArticleWithdrawn, Assert.IsType<SummaryReply.Failed>(reply).Code);

        bot.Time.Advance(TimeSpan.FromDays(2));
        await GoneAsync(bot, "courier");
        Assert.Equal(0, await CorrectAsync(bot));
    }

    [Fact]
    public async Task The_intro_counts_the_outlets_and_the_reading_time_of_the_stories_as_they_stand_and_stays_late()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        await AddAsync(bot, "courier", "Second terminal opens at the port of Elmouth", PortNews.Courier);
        await AddAsync(bot, "bridge", "Old bridge closes for eighteen months", PortNews.Bridge, "Valley Courier");
        await bot.AddDigestAsync(options => options.Length = "medium");
        bot.Time.Advance(TimeSpan.FromMinutes(85));
        Assert.Equal(1, await bot.Get<DigestDispatcher>().DispatchDueAsync(TestBot.Token));
        await bot.Get<Outbox>().DrainAsync(TestBot.Token);
        var intro = bot.Chat.Messages[0].Message.Intro;
        Assert.StartsWith("2 stories · 2 sources · ", intro[1], StringComparison.Ordinal);
        await ChangeAsync(bot, $"{PortNews.Courier.Replace(Old, New, StringComparison.Ordinal)} {string.Concat(Enumerable.Repeat("The gates open at six. ", 500))}");
        Assert.Equal(1, await CorrectAsync(bot));
        Assert.Matches(@"^2 stories · 2 sources · 1\d min of news", bot.Chat.Edits[0].Message.Intro[1]);
        await GoneAsync(bot, "courier");
        Assert.Equal(1, await CorrectAsync(bot));
        var left = bot.Chat.Edits[1].Message;
        Assert.StartsWith("1 story · 1 source · 1 min of news", left.Intro[1], StringComparison.Ordinal);
        Assert.Equal("25 min late: the bot was restarted", Assert.Single(bot.Chat.Edits.Select(edit => edit.Message.Intro[0]).Append(intro[0]).Distinct(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task A_withdrawn_article_without_a_headline_leaves_no_sentence_and_is_not_sent_where_it_waits()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        await AddAsync(bot, "none", headline: null, PortNews.Bridge);
        await DispatchAsync(bot);
        await GoneAsync(bot, "none");
        await bot.Get<Outbox>().DrainAsync(TestBot.Token);
        var story = Assert.Single(Assert.Single(bot.Chat.Messages).Message.Stories);
        Assert.True(story.IsWithdrawn);
        Assert.Equal("All stories of this edition were withdrawn.", Assert.Single(bot.Chat.Messages[0].Message.Intro));
        Assert.Equal("A story of Harbor Post", story.Headline);
        Assert.Empty(story.Sentences);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_deleted_message_is_noted_and_neither_posted_again_nor_edited(string kind)
    {
        await using var bot = await SentAsync(kind);
        bot.Chat.EditAnswers.Enqueue(new ChangeOutcome.Missing());
        await ChangeAsync(bot, PortNews.Courier.Replace(Old, New, StringComparison.Ordinal));
        Assert.Equal(1, await CorrectAsync(bot));
        await ChangeAsync(bot, PortNews.Courier.Replace(Old, Newer, StringComparison.Ordinal));
        Assert.Equal(0, await CorrectAsync(bot));
        Assert.Equal(0, await bot.Get<Outbox>().DrainAsync(TestBot.Token));
        Assert.Empty(bot.Chat.Edits);
        var listed = Assert.Single(await bot.Get<OutboxStore>().ListAsync(10, TestBot.Token));
        Assert.Equal(("It was deleted in its channel, and is not posted again.", null), (listed.Reason, listed.ChangeReason));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task An_edit_that_has_to_wait_or_is_refused_is_listed_and_goes_through_later_with_what_came_meanwhile(string kind)
    {
        await using var bot = await SentAsync(kind);
        bot.Chat.EditAnswers.Enqueue(new ChangeOutcome.Refused("The bot may not see the channel."));
        bot.Chat.EditAnswers.Enqueue(new ChangeOutcome.AskedToWait(TimeSpan.FromMinutes(20), "Old messages may be edited only now and then.") { PartsDone = 1 });
        await ChangeAsync(bot, PortNews.Courier.Replace(Old, New, StringComparison.Ordinal));
        Assert.Equal("", (await EditionAsync(bot)).Note);
        Assert.Equal(0, await CorrectAsync(bot));
        Assert.Equal("The bot may not see the channel.", Assert.Single(await bot.Get<OutboxStore>().ListAsync(10, TestBot.Token)).ChangeReason);
        Assert.Equal("Its correction is to be made. The bot may not see the channel.", (await EditionAsync(bot)).Note);
        bot.Time.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal(0, await CorrectAsync(bot));
        await ChangeAsync(bot, PortNews.Courier.Replace(Old, Newer, StringComparison.Ordinal));
        bot.Time.Advance(TimeSpan.FromMinutes(19));
        Assert.Equal(0, await CorrectAsync(bot));
        Assert.Equal("Old messages may be edited only now and then.", Assert.Single(await bot.Get<OutboxStore>().ListAsync(10, TestBot.Token)).ChangeReason);
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await CorrectAsync(bot));
        var (sent, message) = Assert.Single(bot.Chat.Edits);
        Assert.True(sent is { IsWhole: true, PartsDone: 0 }); // a part may show what was wanted first
        Assert.Contains(Newer, Texts(message));
        Assert.Equal(["corrected 09:20: story 1"], message.Corrections!.Select(FrameWords.English.Corrected));
        Assert.Equal(0, await bot.Get<ChangeStore>().CountAsync(TestBot.Token));
        Assert.Equal(("made", null, "It was corrected."), ((await EditionAsync(bot)).Correction, (await EditionAsync(bot)).CorrectionReason, (await EditionAsync(bot)).Note));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_kill_between_any_two_steps_loses_no_correction_and_repeats_are_harmless(string kind)
    {
        await using var bot = await SentAsync(kind);
        await ChangeAsync(bot, PortNews.Courier.Replace(Old, New, StringComparison.Ordinal));
        await bot.Get<Corrector>().CheckAsync(TestBot.Token); // and killed before it was noted how far it came
        await bot.Get<BotStateStore>().WriteAsync("corrections.checked_at", "0", TestBot.Token);
        var claimed = Assert.Single(await bot.Get<ChangeStore>().ClaimAsync(8, TimeSpan.FromMinutes(2), TestBot.Token)); // killed before the edit
        Assert.Equal(0, await CorrectAsync(bot));
        bot.Time.Advance(TimeSpan.FromMinutes(3));
        var again = Assert.Single(await bot.Get<ChangeStore>().ClaimAsync(8, TimeSpan.FromMinutes(2), TestBot.Token));
        await bot.Chat.EditAsync(again.Sent, again.Wanted, TestBot.Token); // killed before it was recorded
        bot.Time.Advance(TimeSpan.FromMinutes(3));
        await using (var second = bot.Services2())
        {
            Assert.Equal(0, await second.GetRequiredService<Corrector>().CheckAsync(TestBot.Token));
            Assert.Equal(1, await second.GetRequiredService<ChangeOutbox>().DrainAsync(TestBot.Token));
        }

        Assert.Equal(2, bot.Chat.Edits.Count);
        Assert.All(bot.Chat.Edits, edit => Assert.Equal(MessageJson.Write(claimed.Wanted), MessageJson.Write(edit.Message)));
        Assert.Equal(MessageJson.Write(claimed.Wanted), (await RowAsync(bot)).Message);
        Assert.Equal(0, await CorrectAsync(bot));
    }

    [Fact]
    public async Task What_a_second_outlet_says_is_corrected_too_and_goes_with_it_when_it_is_withdrawn()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        await AddAsync(bot, "post", "Second terminal opens at the port of Elmouth", PortNews.Post);
        await AddAsync(bot, "courier", "Second terminal opens at the port of Elmouth", PortNews.Courier, "Valley Courier");
        await DispatchAsync(bot);
        await bot.Get<Outbox>().DrainAsync(TestBot.Token);
        var story = Assert.Single(Assert.Single(bot.Chat.Messages).Message.Stories);
        var added = Assert.Single(story.Quotes, quote => quote.Credit is not null);
        var isCourier = string.Equals(added.Credit, "Valley Courier", StringComparison.Ordinal);
        var (guid, text) = isCourier ? ("courier", PortNews.Courier) : ("post", PortNews.Post);
        await ChangeAsync(bot, text.Replace(added.Text, "The terminal at Elmouth gives work to 320 people from the town.", StringComparison.Ordinal), guid);
        Assert.Equal(1, await CorrectAsync(bot));
        var corrected = Assert.Single(bot.Chat.Edits[0].Message.Stories);
        Assert.DoesNotContain(added.Text, corrected.Quotes.Select(quote => quote.Text));
        Assert.Equal(story.Quotes.Where(quote => quote.Credit is null).Select(quote => quote.Text), corrected.Quotes.Where(quote => quote.Credit is null).Select(quote => quote.Text));
        Assert.Equal(story.Why, corrected.Why);
        await GoneAsync(bot, guid);
        Assert.Equal(1, await CorrectAsync(bot));
        var left = Assert.Single(bot.Chat.Edits[1].Message.Stories);
        Assert.False(left.IsWithdrawn);
        Assert.All(left.Quotes, quote => Assert.Null(quote.Credit));
        Assert.Null(left.Also);
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(1, 1)]
    [InlineData(0, 0)]
    public void A_story_that_no_longer_fits_loses_its_quotes_and_the_others_keep_theirs_as_long_as_they_can(int room, int left)
    {
        var (before, other) = (PortNews.Article("Harbor Post", PortNews.Courier), PortNews.Article("Harbor Post", PortNews.Bridge, "Old bridge closes"));
        var stories = new[] { before, other }.Select(it => StoryBlockWriter.Write(it.Article, SummaryLength.Medium)).ToList();
        var message = new ChatMessage("News", [], stories, [], MessageLayout.Cards);
        var now = before with { Article = before.Article with { Id = before.Article.Id, Text = PortNews.Courier.Replace(Old, New, StringComparison.Ordinal) } };
        var check = new StoryCheck(new[] { now, other }.ToDictionary(it => it.Article.Id, it => new CurrentArticle(it), StringComparer.Ordinal));
        var rewriter = new StoryRewriter(check, SummaryLength.Medium, new TestChat().Limits);
        var correction = MessageCorrection.Of(message, check, rewriter, numbers => new Correction("10:40", numbers), it => it.Stories.Sum(story => story.Quotes.Count) <= stories[1].Quotes.Count + room - (room == 0 ? stories[1].Quotes.Count : 0));
        Assert.True(correction.Changed);
        Assert.Equal("corrected 10:40: story 1", FrameWords.English.Corrected(Assert.Single(correction.Message.Corrections!)));
        Assert.Equal(room < 3 ? 0 : left, Math.Min(3, correction.Message.Stories[0].Quotes.Count));
        Assert.Equal(room == 0 ? 0 : stories[1].Quotes.Count, correction.Message.Stories[1].Quotes.Count);
    }

    /// <summary>As the history lists it.</summary>
    private static async Task<EditionRecord> EditionAsync(TestBot bot) => Assert.Single(await bot.Get<EditionStore>().HistoryAsync(1, 10, TestBot.Token));

    private static IEnumerable<string> Texts(ChatMessage message) => message.Stories.SelectMany(story => story.Sentences).Select(quote => quote.Text);

    /// <summary>As the job does every minute.</summary>
    private static async Task<int> CorrectAsync(TestBot bot)
    {
        await bot.Get<Corrector>().CheckAsync(TestBot.Token);
        return await bot.Get<ChangeOutbox>().DrainAsync(TestBot.Token);
    }

    private static async Task<TestBot> SentAsync(string kind)
    {
        var bot = await DispatchedAsync(kind);
        Assert.Equal(1, await bot.Get<Outbox>().DrainAsync(TestBot.Token));
        return bot;
    }

    private static async Task<TestBot> DispatchedAsync(string kind)
    {
        var bot = await TestBot.StartAsync(kind);
        await AddAsync(bot, "courier", "Second terminal opens at the port of Elmouth", PortNews.Courier);
        await AddAsync(bot, "bridge", "Old bridge closes for eighteen months", PortNews.Bridge);
        await DispatchAsync(bot);
        return bot;
    }

    private static async Task DispatchAsync(TestBot bot)
    {
        await bot.AddDigestAsync(options => options.Length = "medium");
        bot.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, await bot.Get<DigestDispatcher>().DispatchDueAsync(TestBot.Token));
    }

    private static async Task AddAsync(TestBot bot, string guid, string? headline, string text, string source = "Harbor Post")
    {
        if ((await bot.Get<SubscriptionStore>().ListAsync(null, TestBot.Token)).Count == 0)
        {
            await bot.SubscribeAsync();
            await ExecuteAsync(bot, "UPDATE subscriptions SET news_from = 0");
        }

        var article = new Article(headline, source, new Uri($"https://example.com/{guid}"), "en", bot.Time.GetUtcNow().AddHours(-1), text);
        await bot.Get<ArticleIntake>().TakeAsync([new IncomingArticle(1, guid, article)], TestBot.Token);
    }

    /// <summary>The article comes in again and says something else.</summary>
    private static async Task ChangeAsync(TestBot bot, string text, string guid = "courier")
    {
        var stored = Assert.Single(await bot.Get<ArticleStore>().AtAsync([new Uri($"https://example.com/{guid}")], TestBot.Token));
        await bot.Get<ArticleIntake>().TakeAsync([new IncomingArticle(1, guid, stored.Article with { Text = text })], TestBot.Token);
    }

    private static Task GoneAsync(TestBot bot, string guid) => ExecuteAsync(
        bot,
        "UPDATE articles SET gone_at = @now WHERE url = @url",
        new { url = $"https://example.com/{guid}", now = bot.Time.GetUtcNow().ToUnixTimeMilliseconds() });

    private static async Task ExecuteAsync(TestBot bot, string sql, object? values = null)
    {
        await using var connection = await bot.Get<Database>().OpenAsync(TestBot.Token);
        Assert.Equal(1, await connection.ExecuteAsync(sql, values));
    }

    private static async Task<(string Message, string? FirstMessage)> RowAsync(TestBot bot)
    {
        await using var connection = await bot.Get<Database>().OpenAsync(TestBot.Token);
        return await connection.QuerySingleAsync<(string, string?)>("SELECT message, first_message FROM deliveries");
    }
}
