using CsCheck;
using SummaryBot.Chat;
using SummaryBot.Digests.Kinds;
using SummaryBot.Stories;
using SummaryBot.Summarization;
using SummaryBot.Tests.Stories;

namespace SummaryBot.Tests.Digests.Kinds;

public sealed class TimelineTests
{
    [Fact]
    public void It_begins_with_the_oldest_lead_and_goes_on_with_what_is_new()
    {
        var timeline = StoryTimeline.Of(
        [
            PortNews.Article("Gazette", PortNews.Gazette, hours: 9),
            PortNews.Article("Harbor Post", PortNews.Post, hours: 1),
            PortNews.Article("Echo", PortNews.Post + " It was loud.", hours: 2),
            PortNews.Article("Valley Courier", PortNews.Courier, hours: 5),
        ]);
        Assert.Equal(
            [
                "The port of Elmouth opened its second container terminal on Sunday.",
                "The terminal cost 210 million and took four years to build.",
                "The terminal at Elmouth gives work to 320 people from the town.",
            ],
            timeline.Lines.Select(line => line.Text));
        Assert.Equal(["Harbor Post", "Valley Courier", "Gazette"], timeline.Lines.Select(line => line.Article.Source));
        Assert.Equal(1, timeline.NothingNew);
    }

    [Fact]
    public void What_is_gone_is_not_quoted()
    {
        var gone = PortNews.Article("Harbor Post", PortNews.Post) with { GoneAt = TestBot.Start };
        Assert.Equal(["Gazette"], StoryTimeline.Of([gone, PortNews.Article("Gazette", PortNews.Gazette, hours: 1)]).Lines.Select(line => line.Article.Source));
        Assert.Empty(StoryTimeline.Of([gone]).Lines);
    }

    [Fact]
    public void Whatever_the_articles_each_line_is_word_for_word_dates_ascend_and_no_two_say_the_same()
    {
        var sentences = string.Join(' ', PortNews.Post, PortNews.Courier, PortNews.Gazette, PortNews.Bridge, KindNews.Story(0, "rain"), KindNews.Story(4, "rain"))
            .Replace("\n\n", " ", StringComparison.Ordinal).Split(". ").Select(sentence => sentence.TrimEnd('.') + ".").ToArray();
        var texts = Gen.Select(Gen.Int[0, sentences.Length - 1].Select(i => sentences[i]).Array[1, 8], Gen.Bool, (parts, hasParagraphs) => string.Join(hasParagraphs ? "\n\n" : " ", parts));
        var articles = Gen.Select(texts, Gen.Int[0, 200], Gen.Int[0, 2].Select(i => i == 0 ? "Harbor Post" : i == 1 ? "Gazette" : null), (text, hours, source) => PortNews.Article(source, text, hours: hours));
        articles.Array[1, 12].Sample(stories =>
        {
            var timeline = StoryTimeline.Of(stories);
            Assert.NotEmpty(timeline.Lines);
            Assert.Equal(stories.Length, timeline.Lines.Count + timeline.NothingNew);
            Assert.Equal(timeline.Lines.Select(line => line.DatedAt).Order(), timeline.Lines.Select(line => line.DatedAt));
            var read = timeline.Lines.Select(line => TextReading.Of(line.Article.Text, line.Article.Headline, "en").Sentences.Single(it => it.Start == line.Start && it.End == line.End)).ToList();
            for (var i = 0; i < read.Count; i++)
            {
                Assert.Equal(timeline.Lines[i].Article.Text.Substring(read[i].Start, read[i].End - read[i].Start), timeline.Lines[i].Text);
                Assert.DoesNotContain(read.Take(i), read[i].SaysTheSameAs);
            }
        }, iter: 300);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task It_links_to_the_editions_that_showed_it(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        await KindNews.ExecuteAsync(bot, "INSERT INTO channel_guilds (channel, guild) VALUES (@channel, '100000000000000005')", new { channel = $"discord:{TestChat.Channel}" });
        await bot.AddDigestAsync();
        var post = await PortNews.AddAsync(bot, "Harbor Post", PortNews.Post);
        var first = Assert.Single(await KindNews.TickAsync(bot, TimeSpan.FromHours(1)));
        var gazette = await PortNews.AddAsync(bot, "Gazette", PortNews.Gazette);
        var second = Assert.Single(await KindNews.TickAsync(bot, TimeSpan.FromDays(1)));
        var story = (await bot.Get<StoryStore>().OfAsync([post], TestBot.Token))[post];
        var history = (await bot.Get<StoryHistory>().FindAsync(story, guild: null, TestBot.Token))!.Value;
        Assert.Equal([post, gazette], history.Timeline.Lines.Select(line => line.Article.Id));
        Assert.Equal(Shown(first, "2026-03-01T08:00"), Assert.Single(history.Editions[post]));
        Assert.Equal(Shown(second, "2026-03-02T08:00"), Assert.Single(history.Editions[gazette]));
        Assert.Null(await bot.Get<StoryHistory>().FindAsync(story + 1000, guild: null, TestBot.Token));
    }

    private static ShownEdition Shown(Delivery delivery, string due) =>
        new("Morning", due, DeliveryState.Sent, new Uri($"https://discord.com/channels/100000000000000005/{TestChat.Channel}/m-{delivery.Nonce}"));
}
