using CsCheck;
using SummaryBot.Summarization.Text;

namespace SummaryBot.Summarization.Tests.Text;

public sealed class CasingTests
{
    [Theory]
    [InlineData("tr", "IĞDIR", "ığdır")]
    [InlineData("az", "BAKI", "bakı")]
    [InlineData("az", "İLHAM", "ilham")]
    [InlineData("tr", "İSTANBUL", "istanbul")]
    [InlineData("tr", "I\u0307STANBUL", "istanbul")]
    [InlineData("tr", "İ\u0307x", "i\u0307x")]
    [InlineData("az", "ƏSAS", "əsas")]
    [InlineData("tr", "I", "ı")]
    [InlineData("en", "IRIS", "iris")]
    [InlineData("en", "I\u0307x", "i\u0307x")]
    [InlineData("de", "ÄRGER ẞ", "ärger ß")]
    [InlineData("el", "ΟΔΟΣ", "οδοσ")]
    [InlineData(null, "ЖИЗНЬ", "жизнь")]
    public void Each_language_has_its_own_small_letters(string? language, string text, string lower) => Assert.Equal(lower, Lower(text, language));

    [Fact]
    public void Words_in_capitals_match_the_stop_words_of_their_language()
    {
        Assert.Contains(Lower("ALTINDA", "az"), StopWords.Of("az").AsEnumerable());
        Assert.Contains(Lower("İÇİN", "tr"), StopWords.Of("tr").AsEnumerable());
        Assert.DoesNotContain(Lower("ALTINDA", "en"), StopWords.Of("az").AsEnumerable());
    }

    [Fact]
    public void Any_text_keeps_its_length_but_for_joined_dots() =>
        Gen.String[Gen.Char["aIİiı\u0307\uD83DÉЖ "], 0, 20].Sample(text =>
            text.Length - Lower(text, "tr").Length == text.Split("I\u0307").Length - 1 && Lower(text, "en").Length == text.Length);

    private static string Lower(string text, string? language)
    {
        var lower = new char[text.Length];
        return new string(lower, 0, Casing.ToLower(text, lower, language));
    }
}
