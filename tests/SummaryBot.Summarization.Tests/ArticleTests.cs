using SummaryBot.Summarization.Text;

namespace SummaryBot.Summarization.Tests;

/// <summary>Invented news, one article a language, each with the sentences that a good editor would choose.</summary>
public sealed class ArticleTests
{
    public static TheoryData<string> Languages => ["az", "de", "en", "es", "fr", "it", "pt", "ru", "tr", "uk"];

    [Theory]
    [InlineData("az", 2)]
    [InlineData("de", 1)]
    [InlineData("en", 2)]
    [InlineData("es", 1)]
    [InlineData("fr", 2)]
    [InlineData("it", 1)]
    [InlineData("pt", 1)]
    [InlineData("ru", 1)]
    [InlineData("tr", 2)]
    [InlineData("uk", 2)]
    public void A_medium_summary_has_most_of_the_three_sentences_that_an_editor_would_choose(string language, int least)
    {
        var (title, text) = Read(language);
        var gold = File.ReadAllLines(PathOf($"{language}.gold.txt"));
        var chosen = Chosen(Summarizer.Summarize(text, new SummaryOptions { Title = title }), text);
        Assert.True(gold.Count(chosen.Contains) >= least, string.Join('\n', chosen));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_editors_sentences_are_sentences_of_the_text_in_its_language(string language)
    {
        var (title, text) = Read(language);
        var sentences = SentenceSplitter.Split(text, language).Select(span => text[span.Start..span.End]).ToList();
        Assert.Equal(language, LanguageGuess.Of(text));
        Assert.InRange(sentences.Count, 12, 22);
        Assert.DoesNotContain(title, sentences);
        Assert.All(File.ReadAllLines(PathOf($"{language}.gold.txt")), sentence => Assert.Contains(sentence, sentences));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    [InlineData("fi")]
    public void A_summary_in_any_language_is_made_of_whole_sentences_word_for_word(string language)
    {
        var (title, text) = Read(language);
        var known = language is "fi" ? null : language;
        var spans = SentenceSplitter.Split(text, known);
        foreach (var length in Enum.GetValues<SummaryLength>())
        {
            var summary = Summarizer.Summarize(text, new SummaryOptions { Title = title, Length = length });
            Assert.Equal(known, summary.Language);
            Assert.NotEmpty(summary.Sentences);
            Assert.All(summary.Sentences, sentence => Assert.Equal(spans[sentence.Index], new TextSpan(sentence.Start, sentence.End)));
            Assert.All(Chosen(summary, text), sentence => Assert.Contains(sentence[^1], ".!?»”\""));
        }
    }

    private static List<string> Chosen(Summary summary, string text) => [.. summary.Sentences.Select(sentence => text[sentence.Start..sentence.End])];

    private static (string Title, string Text) Read(string language)
    {
        var parts = File.ReadAllText(PathOf($"{language}.txt")).Split("\n\n", 2);
        return (parts[0], parts[1].TrimEnd());
    }

    private static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Articles", name);
}
