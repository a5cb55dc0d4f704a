using CsCheck;

namespace SummaryBot.Summarization.Tests;

public sealed class SummarizerTests
{
    private static readonly string[] Sentences =
    [
        "The port opened a second terminal on Monday.", "It will handle 54 containers a day, the minister said.", "Nobody had expected that.", "The first terminal was built in 1998 and is too small for the trade of today.",
        "“We are glad,” the mayor said.", "Ships from three countries came to the opening of the terminal.", "Fish is cheap.", "Traders want a railway to the port as well.", "The railway would cost two billion.", "Work begins in May.",
        "The weather was fine.", "A band played for an hour, and children waved flags.", "The port opened a second terminal on Monday.",
    ];

    private static readonly Gen<string> Texts = Gen.Int[0, Sentences.Length - 1].Array[0, 30].Select(Gen.Bool.Array[30], (picks, breaks) =>
        string.Concat(picks.Select((pick, i) => Sentences[pick] + (breaks[i] ? "\n\n" : " "))).Trim());

    private static readonly string Long = string.Join(' ', Sentences.Take(12));

    [Fact]
    public void Every_sentence_of_a_summary_is_in_the_text_in_its_order_and_scored() => Texts.Select(
        Gen.Enum<SummaryLength>()).Sample((text, length) =>
    {
        var summary = Summarizer.Summarize(text, new SummaryOptions { Length = length });
        Assert.Equal(summary.Sentences.OrderBy(s => s.Start), summary.Sentences);
        Assert.All(summary.Sentences, s => Assert.Contains(text[s.Start..s.End], Sentences));
        Assert.All(summary.Sentences, s => Assert.InRange(s.Score, 0, 1));
        Assert.Equal(summary.Sentences.Count, summary.Sentences.Select(s => s.Index).Distinct().Count());
        Assert.Equal(text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length, summary.WordCount);
    });

    [Fact]
    public void A_longer_summary_holds_the_shorter() => Texts.Sample(text =>
    {
        var (few, some, many) = (
            Indexes(text, SummaryLength.Short), Indexes(text, SummaryLength.Medium), Indexes(text, SummaryLength.Long));
        Assert.Subset(some, few);
        Assert.Subset(many, some);
    });

    [Fact]
    public void The_same_text_gives_the_same_summary_on_every_thread()
    {
        var expected = Summarizer.Summarize(Long, new SummaryOptions()).Sentences;
        Parallel.For(0, 100, _ => Assert.Equal(expected, Summarizer.Summarize(Long, new SummaryOptions()).Sentences));
    }

    [Fact]
    public void A_short_summary_has_two_sentences_and_250_characters_at_most_where_a_sentence_fits()
    {
        var summary = Summarizer.Summarize(Long, new SummaryOptions { Length = SummaryLength.Short });
        Assert.InRange(summary.Sentences.Count, 1, 2);
        Assert.InRange(summary.Sentences.Sum(s => s.End - s.Start), 1, 250);
        Assert.False(summary.IsLead);
    }

    [Fact]
    public void A_number_of_words_is_never_passed_if_one_sentence_fits() => Texts.Where(text => text.Length > 0).Select(
        Gen.Int[1, 60]).Sample((text, words) =>
    {
        var summary = Summarizer.Summarize(text, new SummaryOptions { Words = words });
        var shown = summary.Sentences.Sum(s => text[s.Start..s.End].Split(' ').Length);
        var shortest = Sentences.Where(sentence => text.Contains(sentence, StringComparison.Ordinal)).Min(
            sentence => sentence.Split(' ').Length);
        Assert.True(shown <= Math.Max(words, shortest));
        Assert.NotEmpty(summary.Sentences);
    });

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(12)]
    [InlineData(40)]
    public void A_number_of_sentences_is_kept_as_far_as_the_text_goes(int count) =>
        Assert.Equal(Math.Min(count, 12), Summarizer.Summarize(Long, new SummaryOptions { Sentences = count }).Sentences.Count);

    [Fact]
    public void Four_sentences_are_shown_as_they_begin_and_said_to_be_the_lead()
    {
        var summary = Summarizer.Summarize(
            "One came in the morning. Two left. Three stayed. Four slept.",
            new SummaryOptions { Length = SummaryLength.Medium });
        Assert.True(summary.IsLead);
        Assert.Equal([0, 1, 2], summary.Sentences.Select(s => s.Index));
    }

    [Fact]
    public void The_lead_leaves_out_what_belongs_to_the_page_unless_a_number_is_asked_for()
    {
        const string Text = "Advertisement\n\nThe harbor opened on Monday.\n\nREAD MORE: Ten ways to cook fish\n\nTwo left.";
        Assert.Equal([1, 3], Summarizer.Summarize(Text, new SummaryOptions()).Sentences.Select(s => s.Index));
        Assert.Equal([1, 3], Summarizer.Summarize(Text, new SummaryOptions { Sentences = 2 }).Sentences.Select(s => s.Index));
        Assert.Equal(3, Summarizer.Summarize(Text, new SummaryOptions { Sentences = 3 }).Sentences.Count);
    }

    [Fact]
    public void A_sentence_that_repeats_another_is_not_chosen()
    {
        var text = string.Join(' ', Sentences.Take(12).Append(Sentences[0]));
        var chosen = Summarizer.Summarize(text, new SummaryOptions { Sentences = 6 }).Sentences.Select(s => text[s.Start..s.End]).ToList();
        Assert.Equal(chosen.Count, chosen.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Sentences_that_were_split_before_are_chosen_by_index()
    {
        var summary = Summarizer.SummarizeSentences(Sentences, new SummaryOptions { Sentences = 2, Title = "Railway to the port" });
        var text = string.Join('\n', Sentences);
        Assert.All(summary.Sentences, s => Assert.Equal(Sentences[s.Index], text[s.Start..s.End]));
    }

    [Theory]
    [InlineData("The minister said that he would come to the city and speak with them about it.", "en")]
    [InlineData("Der Minister sagte, dass er in die Stadt kommen und mit ihnen über das Haus sprechen wird.", "de")]
    [InlineData("Nazir bildirib ki, o, şəhərə gələcək və bu barədə onunla daha çox danışacaq.", "az")]
    [InlineData("Министр сказал, что он приедет в город и будет говорить с ними об этом.", "ru")]
    [InlineData("Xyzzy plugh frotz.", null)]
    public void The_language_is_recognized_by_its_common_words(string text, string? language) =>
        Assert.Equal(language, Summarizer.Summarize(text, new SummaryOptions()).Language);

    [Fact]
    public void An_empty_text_has_an_empty_summary() => Assert.Empty(Summarizer.Summarize(" \n ", new SummaryOptions()).Sentences);

    [Fact]
    public void Nonsense_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Summarizer.Summarize("x", new SummaryOptions { Sentences = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Summarizer.Summarize("x", new SummaryOptions { Words = 0 }));
        Assert.Throws<ArgumentNullException>(() => Summarizer.Summarize(null!, new SummaryOptions()));
    }

    private static HashSet<int> Indexes(string text, SummaryLength length) =>
        [.. Summarizer.Summarize(text, new SummaryOptions { Length = length }).Sentences.Select(s => s.Index)];
}
