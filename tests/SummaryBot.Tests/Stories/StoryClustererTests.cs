using SummaryBot.Stories;

namespace SummaryBot.Tests.Stories;

public sealed class StoryClustererTests
{
    private const string Wire =
        "A landslide buried the entrance of a copper mine in Quilca and trapped nineteen miners below ground. Rescuers have drilled a narrow hole to bring them "
        + "air and soup. All of them answered by telephone and are well, the company said.";

    private static readonly DateTimeOffset Start = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly StreamRun _run = new();
    private int _articles;

    [Fact]
    public void Copies_of_a_text_under_other_headlines_are_one_story()
    {
        var first = _run.Add(Article("Nineteen trapped in copper mine", Wire, outlet: "One"));
        var copy = _run.Add(Article("Hope under the mountain", $"{Wire} Relatives keep watch.", outlet: "Other"));
        Assert.True(first.IsNew);
        Assert.Equal((first.Story, false), (copy.Story, copy.IsNew));
    }

    [Fact]
    public void The_furniture_of_an_outlet_is_no_copy_of_a_text()
    {
        const string Furniture = "Please switch on scripts to read on. This page is for members who have paid for the month, with all of our letters and games.";
        var first = _run.Add(Article("Oil slick nears reserve", Furniture, outlet: "One"));
        Assert.NotEqual(first.Story, _run.Add(Article("Tariff war over wine ends", Wire, outlet: "One")).Story);
        Assert.NotEqual(first.Story, _run.Add(Article("Senate rejects pensions", Furniture, outlet: "One")).Story);
    }

    [Fact]
    public void A_story_ends_when_nothing_was_written_of_it_for_as_long_as_the_window()
    {
        var first = _run.Add(Article("Nineteen trapped in copper mine", Wire));
        var later = _run.Add(Article("Nineteen trapped in copper mine", Wire, Start + StoryClusterer.Window));
        var tooLate = _run.Add(Article("Nineteen trapped in copper mine", Wire, Start + (2 * StoryClusterer.Window) + TimeSpan.FromHours(1)));
        Assert.Equal(first.Story, later.Story);
        Assert.NotEqual(first.Story, tooLate.Story);
        Assert.Equal(1, _run.Remembered);
    }

    [Fact]
    public void An_article_dated_long_before_the_window_is_neither_joined_nor_remembered()
    {
        var first = _run.Add(Article("Nineteen trapped in copper mine", Wire));
        var old = _run.Add(Article("Nineteen trapped in copper mine", Wire, DateTimeOffset.MinValue));
        Assert.NotEqual(first.Story, old.Story);
        Assert.Equal(1, _run.Remembered);
    }

    [Fact]
    public void An_article_that_joins_two_stories_makes_them_one_under_the_older_number()
    {
        const string Other = "Relatives of the nineteen miners of Quilca keep watch at the gate. Rescuers drilled a hole through the landslide to the copper mine.";
        var restored = new StreamRun();
        restored.Restore(Article("Nineteen trapped in copper mine", Wire), 7);
        restored.Restore(Article("Families wait at copper mine of Quilca", Other), 9);
        var bridge = restored.Add(Article("Quilca copper mine: rescuers drill hole to nineteen miners", $"{Other} All answered by telephone and are well."));
        Assert.Equal(7, bridge.Story);
        Assert.False(bridge.IsNew);
        Assert.Equal([9], bridge.Merged);
        Assert.Equal([new StoryMove("2", 9, 7)], bridge.Moved);
    }

    [Fact]
    public void A_story_that_chained_two_events_is_cut_in_two()
    {
        var restored = new StreamRun();
        restored.Restore(Article("Nineteen trapped in copper mine", Wire), 1);
        restored.Restore(Article("Miners of Quilca send greetings from below", $"{Wire} They sang."), 1);
        restored.Restore(Article("Oduya wins marathon in the rain", "Chebet Oduya won the marathon of Lindhaven in record time. It rained on 18,000 runners."), 1);
        restored.Restore(Article("Record in rainy Lindhaven marathon", "Rain did not stop Chebet Oduya, who broke the record of the Lindhaven marathon."), 1);
        var next = restored.Add(Article("Quilca: first miners free", "The first of the nineteen miners trapped by a landslide in a copper mine in Quilca are free, rescuers said."));
        Assert.Equal(1, next.Story);
        Assert.Empty(next.Merged);
        Assert.Equal([new StoryMove("3", 1, 2), new StoryMove("4", 1, 2)], next.Moved);
    }

    [Fact]
    public void An_article_that_comes_again_stays_in_its_story()
    {
        var article = Article("Nineteen trapped in copper mine", Wire);
        var first = _run.Add(article);
        var again = _run.Add(article with { Text = "The page was emptied.", Headline = "Correction" });
        Assert.Equal((first.Story, false), (again.Story, again.IsNew));
        Assert.Equal(1, _run.Remembered);
    }

    [Fact]
    public void Texts_without_words_are_stories_of_their_own()
    {
        string[] texts = ["", " ", "\0\u200B", "😀😀 👍🏽", "\uD800", "— … !!", new string('\u0301', 5000)];
        var stories = texts.Select(text => _run.Add(Article(null, text)).Story).ToList();
        Assert.Equal(stories.Distinct(), stories);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("harbor ")]
    [InlineData("Ölüm 5.6.7,8 ")]
    [InlineData("新闻")]
    [InlineData("9,9")]
    public void A_headline_of_a_million_characters_is_read_in_part(string piece)
    {
        var headline = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        var first = _run.Add(Article(headline, headline));
        Assert.Equal(first.Story, _run.Add(Article(headline, headline)).Story);
    }

    [Fact]
    public void Dates_at_both_ends_of_the_calendar_are_no_fault()
    {
        _run.Add(Article("Nineteen trapped in copper mine", Wire, DateTimeOffset.MinValue));
        _run.Add(Article("Nineteen trapped in copper mine", Wire, DateTimeOffset.MaxValue));
        Assert.Equal(1, _run.Remembered);
    }

    [Fact]
    public void Two_languages_are_two_stories_though_the_names_agree()
    {
        var english = _run.Add(Article("Earthquake of 5.4 rattles Izmir", "An earthquake of magnitude 5.4 rattled Izmir; its centre was off Karaburun."));
        var turkish = _run.Add(Article("İzmir'de 5,4 büyüklüğünde deprem", "Karaburun açıklarında 5,4 büyüklüğünde deprem oldu. İzmir sallandı."));
        Assert.NotEqual(english.Story, turkish.Story);
    }

    private StoryCandidate Article(string? headline, string text, DateTimeOffset? at = null, string? outlet = null) =>
        new($"{++_articles}", headline, text, at ?? Start.AddHours(_articles), outlet, Language: null);
}
