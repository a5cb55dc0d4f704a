using CsCheck;
using SummaryBot.Summarization.Text;

namespace SummaryBot.Summarization.Tests.Text;

public sealed class LanguageGuessTests
{
    private const double LeastRight = 0.98;

    [Fact]
    public void Nearly_every_sentence_and_headline_tells_its_language()
    {
        var all = StopWords.Languages.SelectMany(language => Sentences(language).Select(sentence => (language, sentence))).ToList();
        var wrong = all.Where(it => LanguageGuess.Of(it.sentence) != it.language).ToList();
        Assert.True(
            all.Count >= 300 && all.Count - wrong.Count >= LeastRight * all.Count,
            string.Join('\n', wrong.Select(it => $"{it.language} taken for {LanguageGuess.Of(it.sentence) ?? "none"}: {it.sentence}")));
    }

    [Fact]
    public void Sentences_of_other_languages_are_not_taken_for_known_ones()
    {
        var wrong = Sentences("other").Where(sentence => LanguageGuess.Of(sentence) is not null).ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Select(sentence => $"{LanguageGuess.Of(sentence)}: {sentence}")));
    }

    [Theory]
    [InlineData("el", "Το δημοτικό συμβούλιο αποφάσισε να κλείσει τον παλιό σταθμό.")]
    [InlineData("ka", "ქალაქის საბჭომ ძველი ნავსადგურის დახურვა გადაწყვიტა.")]
    [InlineData("he", "מועצת העיר החליטה לסגור את המסוף הישן.")]
    [InlineData("ja", "市議会は古いフェリー乗り場を三月末に閉鎖することを決めた。")]
    [InlineData("zh", "市议会决定在三月底前关闭旧渡轮码头。")]
    [InlineData("ko", "시의회는 낡은 여객선 터미널을 닫기로 했다.")]
    [InlineData("hy", "Քաղաքային խորհուրդը որոշեց փակել հին կայարանը։")]
    [InlineData("th", "สภาเมืองมีมติปิดท่าเรือเก่า")]
    [InlineData(null, "قرر مجلس المدينة إغلاق المحطة القديمة.")]
    public void A_script_of_its_own_names_the_language(string? language, string text) => Assert.Equal(language, LanguageGuess.Of(text));

    [Theory]
    [InlineData("")]
    [InlineData("   \n\n ")]
    [InlineData("12 345 67.8 %")]
    [InlineData("\uD83D\uDE00\uDFFF\uD83D")]
    [InlineData("xkcd qwrtz brmpf plkst")]
    public void A_text_without_known_words_has_no_language(string text) => Assert.Null(LanguageGuess.Of(text));

    [Fact]
    public void A_few_foreign_words_and_names_do_not_turn_a_text()
    {
        Assert.Equal("de", LanguageGuess.Of("Das Album „The Early Years“ von The Harbor Lights erscheint im März, sagte der Sänger José Núñez."));
        Assert.Equal("en", LanguageGuess.Of("Mayor Əli Məmmədov said the İçərişəhər metro station would stay open, Gülşən Şükürova reports."));
        Assert.Equal("tr", LanguageGuess.Of("Azərbaycan Milli Meclisi'nin heyeti Ankara'da temaslarda bulundu ve bakanla görüştü."));
    }

    [Fact]
    public void Only_the_beginning_of_a_long_text_is_read() =>
        Assert.Equal("en", LanguageGuess.Of(string.Concat(Enumerable.Repeat("The council of the city said that it would vote. ", 100)) + new string('я', 10_000_000)));

    [Fact]
    public void Any_text_has_the_same_language_every_time() =>
        Gen.String.Sample(text => LanguageGuess.Of(text) == LanguageGuess.Of(text), iter: 2000);

    private static string[] Sentences(string language) => File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Text", "Sentences", $"{language}.txt"));
}
