using SummaryBot.Chat;
using SummaryBot.Digests;
using SummaryBot.Digests.Archive;

namespace SummaryBot.Tests.Digests.Archive;

public sealed class EditionArchiveTests
{
    private const string News = "The harbor opened on Monday. Ships came from three countries. The mayor spoke for an hour. Nobody was hurt. The band played.";
    private const string Deal = "Growers in the valley signed a deal on Saturday. It covers apples for ten years. The buyers are four markets. Frost took half of the trees.";

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_archive_has_what_was_sent_by_day_and_by_name_the_newest_first(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var morning = await bot.AddDigestAsync();
        await bot.AddDigestAsync(options => options.Name = "Evening & more");
        await SendAsync(bot, News, TestBot.Start.AddHours(1));
        await SendAsync(bot, Deal, TestBot.Start.AddHours(25));
        Assert.Equal(
            ["2026-03-02T08:00 Morning", "2026-03-02T08:00 Evening & more", "2026-03-01T08:00 Morning", "2026-03-01T08:00 Evening & more"],
            await NamesAsync(bot, null, ArchiveDays.All, 10));
        Assert.Equal(["2026-03-02T08:00 Morning"], await NamesAsync(bot, null, ArchiveDays.All, 1));
        var first = ArchiveDays.TryParse("2026-03-01");
        Assert.Equal(["2026-03-01T08:00 Morning"], await NamesAsync(bot, morning, new ArchiveDays(null, first), 10));
        Assert.Equal(["2026-03-02T08:00 Morning", "2026-03-01T08:00 Morning"], await NamesAsync(bot, morning, new ArchiveDays(first, null), 10));
        var edition = (await bot.Get<EditionArchive>().ListAsync(morning, new ArchiveDays(first, first), 10, TestBot.Token)).Single();
        Assert.Equal(MessageJson.Write(bot.Chat.Messages.First(it => it.Message.Title == "Morning · Sun 1 March").Message), MessageJson.Write(edition.Message));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task What_was_not_sent_is_not_in_the_archive(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        await bot.AddDigestAsync();
        bot.Chat.Answers.Enqueue(new TestChat.Answer(Takes: false, new SendOutcome.Refused("It is too long.")));
        await SendAsync(bot, News, TestBot.Start.AddHours(1));
        Assert.Empty(await NamesAsync(bot, null, ArchiveDays.All, 10));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_personal_digest_is_listed_by_its_name_alone(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var personal = await bot.AddDigestAsync(options =>
        {
            (options.Channel, options.Editing.Kind) = ("dm:222222222222222222", "personal");
            options.Editing.Filters.Add(new FilterOptions { Op = "has not", Value = "horoscope" });
        });
        await SendAsync(bot, News, TestBot.Start.AddHours(1));
        Assert.Empty(await NamesAsync(bot, null, ArchiveDays.All, 10));
        Assert.Single(await NamesAsync(bot, personal, ArchiveDays.All, 10));
        Assert.False(EditionArchive.IsPublic(personal));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_feed_has_an_entry_for_each_edition_and_its_ids_stay(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var digest = await bot.AddDigestAsync();
        var empty = await FeedAsync(bot, digest);
        Assert.Empty(empty.Entries);
        Assert.Equal(TestBot.Start, empty.Updated);
        await SendAsync(bot, News, TestBot.Start.AddHours(1));
        var first = await FeedAsync(bot, digest);
        await SendAsync(bot, Deal, TestBot.Start.AddHours(25));
        var second = await FeedAsync(bot, digest);
        Assert.Equal([.. second.Entries.Skip(1)], first.Entries);
        Assert.Equal((empty.Id, first.Id), (first.Id, second.Id));
        Assert.Equal(TestBot.Start.AddHours(25), second.Updated);
        Assert.Equal("en", second.Language);
        Assert.Empty(FeedRules.Broken(AtomWriter.Write(second), AtomWriter.MediaType));
        Assert.Empty(FeedRules.Broken(RssWriter.Write(empty), RssWriter.MediaType));
    }

    private static async Task<OutFeed> FeedAsync(TestBot bot, StoredDigest digest)
    {
        var editions = await bot.Get<EditionArchive>().ListAsync(digest, ArchiveDays.All, 10, TestBot.Token);
        return await bot.Get<EditionArchive>().FeedAsync(digest, editions, self: null, page: null, TestBot.Token);
    }

    private static async Task<IEnumerable<string>> NamesAsync(TestBot bot, StoredDigest? digest, ArchiveDays days, int limit) =>
        (await bot.Get<EditionArchive>().ListAsync(digest, days, limit, TestBot.Token)).Select(it => $"{it.DueLocal} {it.Digest}");

    private static async Task SendAsync(TestBot bot, string news, DateTimeOffset at)
    {
        await bot.AddArticleAsync(news);
        bot.Time.SetUtcNow(at);
        await bot.Get<DigestDispatcher>().DispatchDueAsync(TestBot.Token);
        await bot.Get<Outbox>().DrainAsync(TestBot.Token);
    }
}
