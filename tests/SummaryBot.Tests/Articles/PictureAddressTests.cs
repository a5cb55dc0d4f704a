using SummaryBot.Articles;

namespace SummaryBot.Tests.Articles;

public sealed class PictureAddressTests
{
    [Theory]
    [InlineData("https://example.com/media/2026/harbor.jpg")]
    [InlineData("http://img.example.com/harbor-16x9.jpg")] // a shape
    [InlineData("https://img.example.com/harbor_3x2.webp?w=1200&h=800")]
    [InlineData("https://img.example.com/640x360/harbor.jpg")]
    [InlineData("https://img.example.com/harbor.jpg?width=600&h=0")]
    [InlineData("https://img.example.com/harbor.jpg?w=49.5vw")]
    [InlineData("https://statistics.example.com/chart.png")]
    [InlineData("https://example.com/tracks/railway.jpg")]
    [InlineData("https://example.com/news/banner-of-the-club.jpg")]
    [InlineData("https://example.com/a?id=7")]
    [InlineData("https://bücher.example/a.jpg")]
    public void A_picture_of_news_is_shown(string address) => Assert.True(PictureAddress.IsShowable(new Uri(address)));

    [Theory]
    [InlineData("https://example.com/1x1.gif")]
    [InlineData("https://example.com/img-1X1.png?x=2")]
    [InlineData("https://example.com/a.gif?size=1x1")]
    [InlineData("https://example.com/2x1/a.gif")]
    [InlineData("https://example.com/logo_16x16.png")]
    [InlineData("https://example.com/a.gif?w=1&h=1")]
    [InlineData("https://example.com/a.jpg?HEIGHT=20")]
    [InlineData("https://example.com/pixel.gif")]
    [InlineData("https://example.com/assets/spacer.png")]
    [InlineData("https://example.com/track/open?id=1")]
    [InlineData("http://feeds.feedburner.com/~r/example/~4/abc")]
    [InlineData("https://feeds.example.com/~r/example/~4/abc")]
    [InlineData("https://ad.doubleclick.net/ad/x.jpg")]
    [InlineData("https://doubleclick.net./ad/x.jpg")]
    [InlineData("https://vg04.met.vgwort.de/na/abc")]
    [InlineData("https://ads.example.com/summer.jpg")]
    [InlineData("https://pixel2.news.example.com/p.jpg")]
    [InlineData("https://example.com/logo.svg")]
    [InlineData("https://example.com/clip.mp4")]
    [InlineData("data:image/gif;base64,R0lGODlhAQABAAAAACw=")]
    [InlineData("ftp://example.com/a.jpg")]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://user:word@example.com/a.jpg")]
    [InlineData("https://127.0.0.1/a.jpg")]
    [InlineData("https://[::1]/a.jpg")]
    [InlineData("https://localhost/a.jpg")]
    public void A_counter_an_advertisement_and_what_is_no_picture_are_not(string address) => Assert.False(PictureAddress.IsShowable(new Uri(address)));

    [Fact]
    public void What_the_feed_says_of_the_size_counts_and_so_does_the_length_of_the_address()
    {
        var url = new Uri("https://example.com/a.jpg");
        Assert.True(PictureAddress.IsShowable(url, 50, 50));
        Assert.False(PictureAddress.IsShowable(url, 1, 1));
        Assert.False(PictureAddress.IsShowable(url, 49, null));
        Assert.False(PictureAddress.IsShowable(url, null, 49));
        Assert.True(PictureAddress.IsShowable(new Uri($"https://example.com/{new string('a', PictureAddress.MaxLength - 20)}")));
        Assert.False(PictureAddress.IsShowable(new Uri($"https://example.com/{new string('a', PictureAddress.MaxLength - 19)}")));
    }
}
