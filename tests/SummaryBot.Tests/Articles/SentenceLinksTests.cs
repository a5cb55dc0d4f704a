using SummaryBot.Articles;

namespace SummaryBot.Tests.Articles;

public sealed class SentenceLinksTests
{
    private const string Long = "The second service starts on 12 April, the port said, and it will carry 54 containers on each run.";

    [Theory]
    [InlineData("The ferry left.", "The%20ferry%20left.")]
    [InlineData(Long, "The%20second%20service,on%20each%20run.")]
    [InlineData("Apples & pears, well-known, (fell) to €3.", "Apples%20%26%20pears%2C%20well%2Dknown%2C%20%28fell%29%20to%20%E2%82%AC3.")]
    [InlineData("a\u200Bb \u202Ec  d\u00A0e.", "ab%20c%20d%20e.")]
    [InlineData("Da 😀 ok.", "Da%20%F0%9F%98%80%20ok.")]
    public void A_short_sentence_is_named_whole_and_a_long_one_by_its_first_and_last_words(string sentence, string directive) =>
        Assert.Equal($"https://example.com/a#:~:text={directive}", Link($"Before that. {sentence} After that.", sentence));

    [Theory]
    [InlineData("https://example.com/a?b=c", "https://example.com/a?b=c#:~:text=Two%20left.")]
    [InlineData("https://example.com/a#part-2", "https://example.com/a#part-2:~:text=Two%20left.")]
    [InlineData("https://example.com/a#part-2:~:text=old", "https://example.com/a#part-2:~:text=Two%20left.")]
    [InlineData("https://example.com/a#:~:text=old", "https://example.com/a#:~:text=Two%20left.")]
    public void The_fragment_of_the_address_stays_and_a_directive_in_it_goes(string address, string link) =>
        Assert.Equal(link, Link("One came. Two left.", "Two left.", new Uri(address)));

    [Theory]
    [InlineData("Prices rose. The mayor was away. Then THE MAYOR WAS AWAY. It rained.", "THE MAYOR WAS AWAY.", "THE%20MAYOR%20WAS%20AWAY.,-It%20rained.")]
    [InlineData("The mayor was away. Then the máyor was away.", "the máyor was away.", "was%20away.%20Then-,the%20m%C3%A1yor%20was%20away.")]
    [InlineData("The mayor was away. The mayor was away.\n\nThe end.", "The mayor was away.", "The%20mayor%20was%20away.,-The%20end.")]
    public void Words_around_it_tell_a_sentence_from_one_before_it_that_says_the_same(string text, string sentence, string directive) =>
        Assert.EndsWith($":~:text={directive}", Link(text, sentence), StringComparison.Ordinal);

    [Fact]
    public void The_first_and_last_words_grow_until_they_tell_it_from_the_others()
    {
        const string Text = "The second service starts in May and it will carry coal on each run. " + Long;
        Assert.EndsWith(":~:text=The%20second%20service%20starts%20on,54%20containers%20on%20each%20run.", Link(Text, Long), StringComparison.Ordinal);
    }

    [Fact]
    public void A_headline_that_says_the_same_does_not_catch_the_link()
    {
        const string Text = "The harbor opened. Ships came.";
        var article = new Article("The harbor opened", null, null, "en", null, Text);
        Assert.EndsWith(
            ":~:text=The%20harbor%20opened.", new SentenceLinks(new Uri("https://example.com/a"), article).To(0, 18), StringComparison.Ordinal);
        article = article with { Headline = "The harbor opened." };
        Assert.EndsWith(
            ":~:text=The%20harbor%20opened.,-Ships%20came.", new SentenceLinks(new Uri("https://example.com/a"), article).To(0, 18), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_break_in_a_sentence_is_in_no_part_of_the_link() => Assert.EndsWith(
        ":~:text=The%20harbor,last%20on%20Monday.", Link("The harbor\nopened at last on Monday.", "The harbor\nopened at last on Monday."), StringComparison.Ordinal);

    [Theory]
    [InlineData("… — !")]
    [InlineData("\uD83D")]
    public void What_has_no_word_has_no_link(string sentence) => Assert.Null(Link(sentence, sentence));

    [Fact]
    public void A_text_of_ten_megabytes_has_no_links_and_costs_little()
    {
        var text = new string('a', 10_000_000);
        Assert.Null(new SentenceLinks(new Uri("https://example.com/a"), new Article(null, null, null, null, null, text)).To(0, text.Length));
    }

    private static string? Link(string text, string sentence, Uri? address = null)
    {
        var start = text.LastIndexOf(sentence, StringComparison.Ordinal);
        address ??= new Uri("https://example.com/a");
        return new SentenceLinks(address, new Article(null, null, address, "en", null, text)).To(start, start + sentence.Length);
    }
}
