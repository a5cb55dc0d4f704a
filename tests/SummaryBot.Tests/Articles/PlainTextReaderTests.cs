using System.Text;
using SummaryBot.Articles;

namespace SummaryBot.Tests.Articles;

public sealed class PlainTextReaderTests
{
    [Fact]
    public void The_heading_line_is_an_instant_with_its_zone_and_no_part_of_the_body()
    {
        var article = Read(" date 2023-03-30 30 March 2023 15:57 (UTC+04:00)\n\nOne came, Azernews reports, citing MFA.\n\nTwo left.\n");
        Assert.Equal(new DateTimeOffset(2023, 3, 30, 15, 57, 0, TimeSpan.FromHours(4)), article.PublishedAt);
        Assert.Equal(TimeSpan.FromHours(4), article.PublishedAt!.Value.Offset);
        Assert.Equal("One came, Azernews reports, citing MFA.\n\nTwo left.", article.Text);
        Assert.Equal("Azernews", article.Source);
        Assert.Null(article.Headline);
    }

    [Fact]
    public void The_given_seed_has_its_date_eight_paragraphs_and_no_headline()
    {
        var article = Read(File.ReadAllBytes(Path.Combine(Repository.Root, "seeds", "000_5b64e1d3295df88d.txt")));
        Assert.Equal(new DateTimeOffset(2023, 3, 30, 15, 57, 0, TimeSpan.FromHours(4)), article.PublishedAt);
        Assert.Equal(8, article.Text.Split("\n\n").Length);
        Assert.Equal("Azernews", article.Source);
        Assert.Null(article.Headline);
    }

    [Fact]
    public void A_short_first_line_without_an_end_is_the_headline()
    {
        var article = Read("date 2026-01-02\n\nHarbor opens\n\nThe harbor opened on Monday.");
        Assert.Equal("Harbor opens", article.Headline);
        Assert.Equal("The harbor opened on Monday.", article.Text);
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero), article.PublishedAt);
    }

    [Theory]
    [InlineData("date 2026-01-02\nurl https://example.com/harbor?a=1#top")]
    [InlineData("url https://example.com/harbor?a=1#top\n\ndate 2026-01-02")]
    public void The_heading_names_date_and_address_in_any_order(string heading)
    {
        var article = Read($"{heading}\nHarbor opens\n\nThe harbor opened on Monday.");
        Assert.Equal(("https://example.com/harbor?a=1#top", 2026), (article.Url?.AbsoluteUri, article.PublishedAt?.Year));
        Assert.Equal(("Harbor opens", "The harbor opened on Monday."), (article.Headline, article.Text));
    }

    [Fact]
    public void An_address_inside_the_text_is_text() =>
        Assert.Equal("One came.\n\nurl https://example.com/", Read("One came.\n\nurl https://example.com/").Text);

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData("\n")]
    [InlineData("\u2028")]
    public void Line_ends_of_every_system_part_paragraphs(string lineEnd)
    {
        Assert.Equal("One.\n\nTwo.", Read($"One.{lineEnd}{lineEnd}  {lineEnd}Two.{lineEnd}").Text);
    }

    [Fact]
    public void A_file_without_a_date_is_an_article_without_one() => Assert.Null(Read("Nothing is dated here.").PublishedAt);

    [Theory]
    [InlineData("", "empty")]
    [InlineData(" \n\t\n", "empty")]
    [InlineData("date 2026-01-02\n\n \n", "no text")]
    [InlineData("date 2026-13-45 15:57\n\nText.", "date line cannot be read")]
    [InlineData("date 2026-01-02 2 January 2026 99:99 (UTC+04:00)\n\nText.", "date line cannot be read")]
    [InlineData("url ftp://example.com/a\n\nText.", "address line cannot be read")]
    [InlineData("url https://user:password@example.com/a\n\nText.", "address line cannot be read")]
    [InlineData("url javascript:alert(1)\n\nText.", "address line cannot be read")]
    [InlineData("url https://example.com/a", "no text")]
    [InlineData("PK\0\u0003\u0004", "binary")]
    public void What_is_no_article_is_rejected_with_its_reason(string text, string reason)
    {
        var rejected = Assert.IsType<ReadResult.Rejected>(PlainTextReader.Read(Encoding.UTF8.GetBytes(text)));
        Assert.Contains(reason, rejected.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', rejected.Reason);
    }

    [Fact]
    public void A_wrong_encoding_is_rejected_and_a_marked_one_read()
    {
        Assert.Contains(
            "UTF-8",
            Assert.IsType<ReadResult.Rejected>(PlainTextReader.Read(Encoding.Latin1.GetBytes("Café closed."))).Reason,
            StringComparison.Ordinal);
        Assert.Equal("Café closed.", Read([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("Café closed.")]).Text);
        Assert.Equal("Café closed.", Read([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes("Café closed.")]).Text);
    }

    [Fact]
    public void A_huge_file_is_rejected()
    {
        var rejected = Assert.IsType<ReadResult.Rejected>(PlainTextReader.Read(new byte[PlainTextReader.MaxBytes + 1]));
        Assert.Contains("5 MB at most", rejected.Reason, StringComparison.Ordinal);
    }

    private static Article Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private static Article Read(byte[] bytes) => Assert.IsType<ReadResult.Read>(PlainTextReader.Read(bytes)).Article;
}
