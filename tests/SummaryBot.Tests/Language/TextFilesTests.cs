using SummaryBot.Language;

namespace SummaryBot.Tests.Language;

public sealed class TextFilesTests
{
    public static TheoryData<string, string> Files => [.. TextFiles.Families.SelectMany(family => UiLanguage.All.Skip(1).Select(language => (family, language.Code)))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_text_is_there_in_every_language_with_the_same_values(string family, string language)
    {
        var (english, other) = (TextFiles.Of(family, UiLanguage.English), TextFiles.Of(family, UiLanguage.Find(language)!));
        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), other.Keys.Order(StringComparer.Ordinal));
        foreach (var (entry, text) in other)
        {
            Assert.False(string.IsNullOrWhiteSpace(text), $"{family}.{entry} is empty in {language}.");
            Assert.Equal(MessagePattern.Parse(english[entry]).Names, MessagePattern.Parse(text).Names);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_plural_has_the_forms_of_its_language(string family, string language)
    {
        var of = UiLanguage.Find(language)!;
        Assert.All(
            TextFiles.Of(family, of).SelectMany(text => MessagePattern.Parse(text.Value).Plurals),
            forms => Assert.Superset(PluralRule.FormsOf(of).ToHashSet(StringComparer.Ordinal), forms.ToHashSet(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("en", 1, "1 story")]
    [InlineData("en", 0, "0 stories")]
    [InlineData("ru", 1, "1 история")]
    [InlineData("ru", 3, "3 истории")]
    [InlineData("ru", 11, "11 историй")]
    [InlineData("ru", 22, "22 истории")]
    [InlineData("ru", 111, "111 историй")]
    public void A_number_is_followed_by_the_right_form(string language, long count, string expected)
    {
        var pattern = MessagePattern.Parse(language == "en"
            ? "{count, plural, one {# story} other {# stories}}"
            : "{count, plural, one {# история} few {# истории} many {# историй} other {# историй}}");
        var text = "";
        pattern.Write(UiLanguage.Find(language)!, words => text += words, _ => { }, _ => count);
        Assert.Equal(expected, text);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("}")]
    [InlineData("{}")]
    [InlineData("{count, plural, one {a}}")]
    [InlineData("{count, select, one {a} other {b}}")]
    [InlineData("{count, plural, one {a} other {b}")]
    public void A_faulty_text_is_refused(string text) => Assert.Throws<FormatException>(() => MessagePattern.Parse(text));
}
