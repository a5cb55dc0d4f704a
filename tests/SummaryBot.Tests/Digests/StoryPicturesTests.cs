using CsCheck;
using Dapper;
using SummaryBot.Articles;
using SummaryBot.Chat;
using SummaryBot.Digests;
using SummaryBot.Storage;

namespace SummaryBot.Tests.Digests;

public sealed class StoryPicturesTests
{
    private static readonly Uri Url = new("https://example.com/harbor.jpg");

    [Theory]
    [InlineData("Ships in the harbor", "Ships in the harbor")]
    [InlineData(" Ships \n in\t<b>the</b> harbor\u202E ", "Ships in the harbor")]
    [InlineData(null, "Picture of: Harbor opens")]
    [InlineData("", "Picture of: Harbor opens")]
    [InlineData("<br/>\u200B", "Picture of: Harbor opens")]
    [InlineData("IMG_2041.JPG", "Picture of: Harbor opens")]
    [InlineData("https://example.com/harbor", "Picture of: Harbor opens")]
    public void A_picture_says_what_it_shows(string? alt, string shown) => Assert.Equal(new StoryPicture(Url, shown), StoryPictures.Of(new ArticlePicture(Url, alt), "Harbor opens"));

    [Fact]
    public void Whatever_a_publisher_writes_the_words_are_one_line_of_1_to_1024_units() => Gen.Select(
        Gen.OneOf(Gen.String, Gen.String[Gen.Char["<>ab \n\u200B😀"], 0, 3000]), Gen.String).Sample((alt, headline) =>
    {
        var shown = StoryPictures.Of(new ArticlePicture(Url, alt), headline)!.Alt;
        Assert.InRange(shown.Trim().Length, 1, StoryPictures.MaxAlt);
        Assert.Equal(shown, Printable.Of(shown));
    });

    [Fact]
    public void A_story_without_a_picture_or_with_a_counter_shows_none()
    {
        Assert.Null(StoryPictures.Of(null, "Harbor opens"));
        Assert.Null(StoryPictures.Of(new ArticlePicture(new Uri("https://example.com/1x1.gif"), "Ships"), "Harbor opens"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_digest_shows_the_picture_of_the_article_only_where_it_is_set_to(bool isOn)
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        await bot.AddArticleAsync("The harbor opened on Monday. Ships came from three countries. The mayor spoke for an hour. Nobody was hurt. The band played.");
        await using (var connection = await bot.Get<Database>().OpenAsync(TestBot.Token))
        {
            await connection.ExecuteAsync("UPDATE articles SET picture_url = @url, picture_alt = 'Ships'", new { url = Url.AbsoluteUri });
        }

        var digest = await bot.AddDigestAsync(options => options.Editing.Pictures = isOn);
        var preview = (await bot.Get<DigestDispatcher>().PreviewAsync(digest, TestBot.Token)).Message;
        Assert.Equal(isOn ? new StoryPicture(Url, "Ships") : null, Assert.Single(preview.Stories).Picture);
        await bot.Get<DigestDispatcher>().DispatchNowAsync(digest, TestBot.Token);
        await bot.Get<Outbox>().DrainAsync(TestBot.Token);
        Assert.Equal(MessageJson.Write(preview), MessageJson.Write(Assert.Single(bot.Chat.Messages).Message));
    }
}
