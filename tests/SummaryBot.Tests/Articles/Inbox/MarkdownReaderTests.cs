using System.Text;
using SummaryBot.Articles;
using SummaryBot.Articles.Inbox;

namespace SummaryBot.Tests.Articles.Inbox;

public sealed class MarkdownReaderTests
{
    [Fact]
    public void Front_matter_tells_about_the_article_and_blocks_are_its_paragraphs()
    {
        var article = Read("""
            ---
            title: "Harbor: open"
            date: 2023-03-30T15:57:00+04:00
            url: https://example.com/harbor
            source: 'Harbor News'
            tags: [a, b]
            ---

            The **harbor** opened on
            [Monday](https://example.com/monday), `at noon`.

            ## What came

            - Ships
            - Boats &amp; *rafts*

            > "Welcome," said the mayor.

            ![A picture](a.png)

            <script>alert(1)</script>

            It ended <b>late</b>.
            """);
        Assert.Equal(("Harbor: open", "Harbor News", "https://example.com/harbor"), (article.Headline, article.Source, article.Url?.AbsoluteUri));
        Assert.Equal(new DateTimeOffset(2023, 3, 30, 15, 57, 0, TimeSpan.FromHours(4)), article.PublishedAt);
        Assert.Equal(
            "The harbor opened on Monday, at noon.\n\nWhat came\n\nShips\n\nBoats & rafts\n\n\"Welcome,\" said the mayor.\n\nIt ended late.", article.Text);
    }

    [Theory]
    [InlineData("# Harbor opens\n\nOne came.", "Harbor opens", "One came.")]
    [InlineData("Harbor opens\n===\nOne came.", "Harbor opens", "One came.")]
    [InlineData("---\ntitle: Harbor\n---\n# Harbor\nOne came.", "Harbor", "One came.")]
    [InlineData("---\ntitle: Harbor\n---\n# Morning\nOne came.", "Harbor", "Morning\n\nOne came.")]
    [InlineData("One came.\n\n# Later\n\nTwo left.", null, "One came.\n\nLater\n\nTwo left.")]
    [InlineData("\uFEFFOne\r\ncame.\r\n\r\nTwo left.", null, "One came.\n\nTwo left.")]
    [InlineData("---\nno end of it", null, "no end of it")]
    public void The_first_heading_is_the_headline(string markdown, string? headline, string text)
    {
        var article = Read(markdown);
        Assert.Equal((headline, text), (article.Headline, article.Text));
    }

    [Theory]
    [InlineData("2023-03-30", "2023-03-30T00:00:00+00:00")]
    [InlineData("2023-03-30 15:57", "2023-03-30T15:57:00+00:00")]
    [InlineData("2023-03-30 15:57:01 -03:30", "2023-03-30T15:57:01-03:30")]
    [InlineData("2023-03-30T15:57:00Z", "2023-03-30T15:57:00+00:00")]
    [InlineData("'2023-03-30'", "2023-03-30T00:00:00+00:00")]
    public void A_date_may_lack_its_time_or_zone(string date, string expected) =>
        Assert.Equal(expected, Read($"---\ndate: {date}\n---\nOne came.").PublishedAt?.ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void What_is_nested_without_end_is_rejected()
    {
        Assert.IsType<ReadResult.Rejected>(MarkdownReader.Read(Encoding.UTF8.GetBytes($"{new string('>', 50_000)} a")));
        Assert.IsType<ReadResult.Rejected>(MarkdownReader.Read(Encoding.UTF8.GetBytes($"{string.Concat(Enumerable.Repeat("- ", 20_000))}a")));
    }

    [Theory]
    [InlineData("[")]
    [InlineData("![")]
    [InlineData("[a](")]
    [InlineData("[a]: b\n")]
    public async Task Links_without_end_are_rejected_at_once(string piece)
    {
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(piece, 5_000_000 / piece.Length)));
        var reading = Task.Run(() => MarkdownReader.Read(text), TestContext.Current.CancellationToken); // it would take hours
        Assert.IsType<ReadResult.Rejected>(await reading.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, TestContext.Current.CancellationToken));
    }

    private static Article Read(string markdown) => Assert.IsType<ReadResult.Read>(MarkdownReader.Read(Encoding.UTF8.GetBytes(markdown))).Article;
}
