using System.Globalization;
using System.Text;
using AngleSharp.Html.Parser;
using CsCheck;
using SummaryBot.Chat;
using SummaryBot.Digests;
using SummaryBot.Digests.Archive;
using SummaryBot.Sources.Feeds;

namespace SummaryBot.Tests.Digests.Archive;

/// <summary>The editions of a digest as a feed for others.</summary>
public sealed class OutFeedTests
{
    private static readonly Uri Self = new("https://news.example.org/digests/Morning%20%26%20more.atom");

    private static readonly ChatMessage Plain = new(
        "Morning & more · Sun 1 March",
        ["1 story · 1 source"],
        [
            new StoryBlock(
                "Harbor <opens> & more",
                new Uri("https://example.com/a?b=1&c=2"),
                [new Quote("Ships came from \"three\" countries.", AfterGap: true), new Quote("Nobody was hurt.", AfterGap: false, Credit: "Report")],
                "Example News",
                new DateTimeOffset(2026, 3, 1, 7, 30, 0, TimeSpan.FromHours(4)),
                2,
                "2 sources"),
        ],
        ["Sentences are quoted word for word."],
        MessageLayout.Cards);

    [Theory]
    [InlineData(ArchiveFormat.Atom)]
    [InlineData(ArchiveFormat.Rss)]
    public void Whatever_articles_hold_the_feed_is_valid_and_is_read_back_without_loss(ArchiveFormat format) => Gen
        .Select(MadeUpEditions.Editions, Gen.Bool).Sample(
            (editions, hasAddress) =>
            {
                var feed = FeedOf(editions, hasAddress);
                var (body, mediaType) = Write(feed, format);
                var broken = FeedRules.Broken(body, mediaType);
                Assert.True(broken.Count == 0, $"{string.Join("; ", broken)}\n{Encoding.UTF8.GetString(body)}");
                AssertReadBack(feed, editions, body, mediaType);
            },
            iter: 1000,
            threads: 2);

    [Theory]
    [InlineData(ArchiveFormat.Atom)]
    [InlineData(ArchiveFormat.Rss)]
    public void A_story_keeps_its_words_link_date_and_source(ArchiveFormat format)
    {
        var feed = FeedOf([MadeUpEditions.Edition(Plain, new DateTimeOffset(2026, 3, 1, 8, 0, 3, TimeSpan.Zero))], hasAddress: true);
        var (body, mediaType) = Write(feed, format);
        var item = Assert.Single(Read(body, mediaType).Items);
        Assert.Equal("Morning & more · Sun 1 March", item.Title);
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 8, 0, 3, TimeSpan.Zero), item.PublishedAt);
        Assert.Equal(
            [
                "1 story · 1 source", "1. Harbor <opens> & more", "[…] Ships came from \"three\" countries.", "Nobody was hurt. — Report",
                "Example News · 1 March 2026 07:30 (UTC+04:00) · 2 min read · why: 2 sources", "Sentences are quoted word for word.",
            ],
            item.Content.Concat(item.Summary).Select(block => block.Text));
        using var html = new HtmlParser().ParseDocument(feed.Entries[0].Html);
        Assert.Equal("https://example.com/a?b=1&c=2", Assert.Single(html.QuerySelectorAll("a")).GetAttribute("href"));
    }

    [Fact]
    public void The_rules_find_what_is_wrong()
    {
        var valid = Encoding.UTF8.GetString(Write(FeedOf([MadeUpEditions.Edition(Plain, DateTimeOffset.UnixEpoch)], hasAddress: true), ArchiveFormat.Atom).Body);
        (string From, string To)[] faults =
        [
            ("<title>", "<title>x</title><title>"), ("<updated>1970-01-01T00:00:00Z</updated>", ""), ("1970-01-01T00:00:00Z", "1 January 1970"), ("urn:uuid:", "id:"),
            ("&lt;h3&gt;", "&lt;script&gt;x&lt;/script&gt;&lt;h3&gt;"), ("https://example.com/a", "/a"), ("type=\"html\"", "type=\"xhtml\""), ("href=\"https://news", "href=\"news"),
            ("&lt;p&gt;", "&lt;p onclick=x&gt;"), ("<entry>", "<entry><x/>"), ("&lt;/h3&gt;", ""),
        ];
        Assert.All(faults, fault =>
        {
            var wrong = valid.Replace(fault.From, fault.To, StringComparison.Ordinal);
            Assert.NotEqual(valid, wrong);
            Assert.NotEmpty(FeedRules.Broken(Encoding.UTF8.GetBytes(wrong), AtomWriter.MediaType));
        });
    }

    [Fact]
    public void No_feed_or_page_leads_into_a_chat_or_loads_a_picture()
    {
        var story = Plain.Stories[0] with
        {
            Earlier = new EarlierMessage("Sat 28 February", new Uri("https://discord.com/channels/111111111111111111/222222222222222222/3")),
            Picture = new StoryPicture(new Uri("https://tracker.example/p.png"), "A harbor"),
        };
        var message = Plain with { Stories = [story] };
        var feed = FeedOf([MadeUpEditions.Edition(message, DateTimeOffset.UnixEpoch)], hasAddress: true);
        string[] written = [Text(AtomWriter.Write(feed)), Text(RssWriter.Write(feed)), EditionMarkdown.Write(message), EditionHtml.Page(message)];
        Assert.All(written, text =>
        {
            Assert.DoesNotContain("discord.com", text, StringComparison.Ordinal);
            Assert.DoesNotContain(TestChat.Channel, text, StringComparison.Ordinal);
            Assert.DoesNotContain("tracker", text, StringComparison.Ordinal);
            Assert.Contains("first shown Sat 28 February", text, StringComparison.Ordinal);
        });
    }

    private static void AssertReadBack(OutFeed feed, SentEdition[] editions, byte[] body, string mediaType)
    {
        var read = Read(body, mediaType);
        Assert.Equal(feed.Title, read.Title);
        Assert.Equal(editions.Length, read.Items.Count);
        foreach (var (edition, entry, item) in editions.Zip(feed.Entries, read.Items))
        {
            Assert.Equal(entry.Title, item.Title);
            Assert.Equal(entry.Link, item.Link);
            Assert.Equal($"urn:uuid:{entry.Id}", item.Id);
            Assert.Equal(edition.SentAt / 1000, item.PublishedAt!.Value.ToUnixTimeSeconds());
            var text = Letters(string.Concat(item.Content.Concat(item.Summary).Select(block => block.Text)));
            foreach (var story in edition.Message.Stories)
            {
                Assert.Contains(Letters(story.Headline), text, StringComparison.Ordinal);
                Assert.All(story.IsWithdrawn ? [] : story.Quotes, quote => Assert.Contains(Letters(quote.Text), text, StringComparison.Ordinal));
            }
        }
    }

    /// <summary>What is left of a text when white space and what nobody sees are taken away.</summary>
    private static string Letters(string text) => string.Concat(Printable.Of(text.Replace("\u0085", "", StringComparison.Ordinal)).EnumerateRunes()
        .Where(rune => !Rune.IsWhiteSpace(rune) && (rune.Value & 0xFFFE) != 0xFFFE && rune.Value is < 0xFDD0 or > 0xFDEF).Select(rune => rune.ToString()));

    private static Feed Read(byte[] body, string mediaType) => Assert.IsType<FeedResult.Read>(FeedReader.Read(body, mediaType, null, Self)).Feed;

    private static (byte[] Body, string MediaType) Write(OutFeed feed, ArchiveFormat format) =>
        format is ArchiveFormat.Atom ? (AtomWriter.Write(feed), AtomWriter.MediaType) : (RssWriter.Write(feed), RssWriter.MediaType);

    private static OutFeed FeedOf(SentEdition[] editions, bool hasAddress) => new(
        Guid.Parse("01234567-89ab-8def-8123-456789abcdef", CultureInfo.InvariantCulture),
        "Morning & <b>more</b> &amp;",
        editions.Length == 0 ? DateTimeOffset.UnixEpoch : At(editions[0]),
        [.. editions.Select((edition, i) => new OutEntry(
            Guid.Parse($"01234567-89ab-8def-8123-{i:d12}", CultureInfo.InvariantCulture),
            PlainLine.Of(edition.Message.Title),
            At(edition),
            hasAddress ? new Uri($"https://news.example.org/digests/Morning/{edition.DueLocal}.html") : null,
            EditionHtml.Write(edition.Message)))])
    {
        Self = hasAddress ? Self : null,
        Language = hasAddress ? "en" : null,
    };

    private static DateTimeOffset At(SentEdition edition) => DateTimeOffset.FromUnixTimeMilliseconds(edition.SentAt!.Value);

    private static string Text(byte[] body) => Encoding.UTF8.GetString(body);
}
