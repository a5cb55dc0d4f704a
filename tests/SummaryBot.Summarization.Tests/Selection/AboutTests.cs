using CsCheck;

namespace SummaryBot.Summarization.Tests.Selection;

/// <summary>Summaries about something that was asked.</summary>
public sealed class AboutTests
{
    private const string Port = """
        The port of Larsund opened a second terminal on Monday. The new berths can take three large ships at once. Work on the site took four years.

        Mayor Ingrid Solberg cut the ribbon before a small crowd. Trade with the islands has grown by a third since 2019, the harbor office said. It expects more of it next year.

        Fishermen fear for their catch. Their union wants the channel moved to the north. Solberg promised to listen to them.

        A railway to the port would cost two billion crowns. The government has set aside 54 million for a study. Economic growth in the region was slow last year. Rain fell through most of the ceremony. A brass band played for an hour, and children waved flags. The first ferry leaves on Friday.
        """;

    private static readonly string[] Words = ["trade", "port", "railway", "the", "Solberg", "penguins", "54", "?", "union", "ferry", "of", "\ud800", "\u200b", "brass band"];

    private static readonly Gen<string> Questions = Gen.Int[0, Words.Length - 1].Array[0, 6].Select(picks => string.Join(' ', picks.Select(pick => Words[pick])));

    [Theory]
    [InlineData("railway", "A railway to the port would cost two billion crowns.")]
    [InlineData("RAILWAYS", "A railway to the port would cost two billion crowns.")]
    [InlineData("What will the railway cost?", "A railway to the port would cost two billion crowns.")]
    [InlineData("54", "The government has set aside 54 million for a study.")]
    [InlineData("2019", "Trade with the islands has grown by a third since 2019, the harbor office said.")]
    [InlineData("brass band", "A brass band played for an hour, and children waved flags.")]
    [InlineData("the economy", "Economic growth in the region was slow last year.")]
    public void The_sentence_that_answers_is_shown_and_no_other(string about, string sentence) => Assert.Equal([sentence], Shown(Port, about));

    [Theory]
    [InlineData("penguins")]
    [InlineData("football results")]
    [InlineData("trade war")]
    [InlineData("brass instruments of the nineteenth century")]
    [InlineData("Angela Merkel")]
    [InlineData("55")]
    [InlineData("?!")]
    [InlineData("\ud83d")]
    public void Where_no_sentence_answers_the_summary_is_the_ordinary_one_and_says_so(string about)
    {
        var summary = Summarizer.Summarize(Port, new SummaryOptions { About = about });
        Assert.False(summary.Answers);
        Assert.Equal(Summarizer.Summarize(Port, new SummaryOptions()).Sentences, summary.Sentences);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n\u00a0")]
    public void White_space_asks_nothing(string? about)
    {
        var summary = Summarizer.Summarize(Port, new SummaryOptions { About = about });
        Assert.Null(summary.Answers);
        Assert.Equal(Summarizer.Summarize(Port, new SummaryOptions()).Sentences, summary.Sentences);
    }

    [Fact]
    public void A_sentence_that_leans_on_the_one_before_brings_it_along() => Assert.Equal(
        ["Fishermen fear for their catch.", "Their union wants the channel moved to the north."], Shown(Port, "union"));

    [Fact]
    public void Of_a_person_named_in_full_the_last_name_is_enough_later_on() =>
        Assert.Contains("Solberg promised to listen to them.", Shown(Port, "Ingrid Solberg", sentences: 6));

    [Fact]
    public void Words_that_stand_together_in_the_question_count_more_where_they_stand_together() => Assert.Equal(
        ["The central bank left its rates alone."],
        Shown("The river bank was mended in the central district by volunteers. Nobody was hurt. The central bank left its rates alone. Shops were open. It rained.", "central bank", sentences: 1));

    [Fact]
    public void A_question_of_stop_words_alone_is_taken_at_its_word() => Assert.Equal(
        ["The actor said “to be or not to be” and bowed."],
        Shown("The hall was full. The actor said “to be or not to be” and bowed. People were there to clap. It was late. Nobody left.", "to be or not to be"));

    [Theory]
    [InlineData("tr", "IŞIK", "Işık festivali cuma günü başlıyor.", "Belediye yeni bir köprü yaptırdı. Işık festivali cuma günü başlıyor. İşçiler haftalarca çalıştı. Hava çok soğuktu. Çocuklar parkta oynadı.")]
    [InlineData("tr", "köprüler", "Belediye yeni bir köprü yaptırdı.", "Belediye yeni bir köprü yaptırdı. Işık festivali cuma günü başlıyor. İşçiler haftalarca çalıştı. Hava çok soğuktu. Çocuklar parkta oynadı.")]
    [InlineData("ru", "о торговле", "Торговля с островами выросла на треть.", "Порт открыл новый терминал. Торговля с островами выросла на треть. Рыбаки недовольны. Дождь шёл весь день. Оркестр играл час.")]
    [InlineData("de", "Zölle", "Der Zoll auf Äpfel steigt im Herbst.", "Die Stadt baut eine Brücke. Der Zoll auf Äpfel steigt im Herbst. Kinder spielten im Park. Am Abend regnete es. Niemand wurde verletzt.")]
    [InlineData("de", "Handel", "Das Handelsabkommen gilt ab Mai.", "Die Stadt baut eine Brücke. Das Handelsabkommen gilt ab Mai. Kinder spielten im Park. Am Abend regnete es. Niemand wurde verletzt.")]
    [InlineData("zh", "贸易", "对外贸易增长了三分之一。", "港口开放了新码头。对外贸易增长了三分之一。渔民不满意。整天下雨。乐队演奏了一个小时。")]
    public void The_words_of_a_language_are_compared_as_it_writes_and_bends_them(string language, string about, string sentence, string text) => Assert.Equal(
        [sentence], Shown(text, about, language: language));

    [Fact]
    public void A_dotless_i_is_another_letter() =>
        Assert.False(Summarizer.Summarize("İlik kaynıyor. Kapılar açık. Çocuklar geldi. Hava soğuktu. Akşam oldu.", new SummaryOptions { About = "ılık", Language = "tr" }).Answers);

    [Fact]
    public void An_answer_far_down_in_a_long_text_is_found()
    {
        var text = string.Join(' ', Enumerable.Range(1, 900).Select(i => i == 700 ? "A penguin walked into the town hall." : $"Clerk number {i} filed a paper in room {i * 7}."));
        Assert.Equal(["A penguin walked into the town hall."], Shown(text, "penguins"));
    }

    [Fact]
    public void A_short_text_is_searched_too() => Assert.Equal(["Two left for the islands."], Shown("One came. Two left for the islands. Three stayed.", "islands"));

    [Fact]
    public void What_belongs_to_the_page_does_not_answer() =>
        Assert.False(Summarizer.Summarize(Port + "\n\nSign up for our newsletter.", new SummaryOptions { About = "newsletter", Language = "en" }).Answers);

    [Fact]
    public void Nothing_is_said_twice() => Assert.Single(
        Shown(Port + "\n\nA railway to the port would cost two billion crowns, it was said.", "railway", sentences: 5));

    [Fact]
    public void Whatever_is_asked_the_sentences_are_whole_and_in_order_and_within_the_number_asked_for() =>
        Questions.Select(Gen.Int[1, 8]).Sample((about, count) =>
        {
            var summary = Summarizer.Summarize(Port, new SummaryOptions { About = about, Sentences = count });
            var ordinary = Summarizer.Summarize(Port, new SummaryOptions { Sentences = count });
            Assert.Equal(string.IsNullOrWhiteSpace(about), summary.Answers is null);
            Assert.Equal(summary.Sentences.OrderBy(s => s.Index), summary.Sentences);
            Assert.InRange(summary.Sentences.Count, 1, count);
            Assert.All(summary.Sentences, s => Assert.Matches(@"^[A-Z][^.!?]*\.$", Port[s.Start..s.End]));
            Assert.True(summary.Answers is true || ordinary.Sentences.SequenceEqual(summary.Sentences));
        });

    /// <summary>Where not even one sentence that answers fits, the shortest of them is shown all the same: the longest such one here has 15 words.</summary>
    [Fact]
    public void A_number_of_words_is_kept() => Questions.Select(Gen.Int[15, 60]).Sample((about, words) => Assert.InRange(
        Summarizer.Summarize(Port, new SummaryOptions { About = about, Words = words }).Sentences.Sum(s => Port[s.Start..s.End].Split(' ').Length), 1, words));

    [Fact]
    public void A_longer_answer_holds_the_shorter() => Questions.Sample(about =>
    {
        var lengths = Enum.GetValues<SummaryLength>().Select(length => Summarizer.Summarize(Port, new SummaryOptions { About = about, Length = length })
            .Sentences.Select(s => s.Index).ToHashSet()).ToList();
        Assert.Subset(lengths[1], lengths[0]);
        Assert.Subset(lengths[2], lengths[1]);
    });

    [Fact]
    public void A_hostile_question_is_answered_in_bounded_time()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        foreach (var about in (string[])[Many("the trade "), Many("port union railway "), new string('a', 100_000), new string('\ud800', 100_000), Many("a\u0301\u200b ")])
        {
            Assert.NotEmpty(Summarizer.Summarize(Port, new SummaryOptions { About = about }).Sentences);
        }

        var text = Many("trade, ") + string.Concat(Enumerable.Repeat("Then the trade grew. ", 20_000));
        Assert.True(Summarizer.Summarize(text, new SummaryOptions { About = Many("trade "), Language = "en" }).Answers);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(60));
    }

    private static string Many(string words) => string.Concat(Enumerable.Repeat(words, 10_000));

    private static List<string> Shown(string text, string about, int? sentences = null, string? language = null)
    {
        var summary = Summarizer.Summarize(text, new SummaryOptions { About = about, Sentences = sentences, Language = language });
        Assert.True(summary.Answers);
        Assert.False(summary.IsLead);
        return [.. summary.Sentences.Select(s => text[s.Start..s.End])];
    }
}
