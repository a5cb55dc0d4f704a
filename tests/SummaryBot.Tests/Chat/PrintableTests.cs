using SummaryBot.Chat;

namespace SummaryBot.Tests.Chat;

public sealed class PrintableTests
{
    [Theory]
    [InlineData("a\u202Eb\u2066c\u200Fd", "abcd")]
    [InlineData("a\u200Bb\u00ADc\u2060d\uFEFF", "abcd")]
    [InlineData("a\u0007\u001B[31m", "a[31m")]
    [InlineData("flag \U0001F3F4\U000E0067\U000E0062\U000E007F", "flag \U0001F3F4")]
    [InlineData("b\u200Dank \u200C", "bank ")]
    [InlineData("\u3164\u2800\u034F", "")]
    [InlineData("\U0001F469\u200D\U0001F469\u200D\U0001F466", "\U0001F469\u200D\U0001F469\u200D\U0001F466")]
    [InlineData("\u2764\uFE0F\u200D\U0001F525", "\u2764\uFE0F\u200D\U0001F525")]
    [InlineData("\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645", "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645")]
    [InlineData("\u0D28\u0D4D\u200D \u0915\u094D\u200D\u0937", "\u0D28\u0D4D\u200D \u0915\u094D\u200D\u0937")]
    public void What_is_invisible_goes_and_joiners_stay_where_a_script_or_an_emoji_needs_them(string text, string printable) =>
        Assert.Equal(printable, Printable.Of(text));

    [Fact]
    public void Half_a_character_shows_that_something_is_missing() => Assert.Equal("\uFFFDx\uFFFD", Printable.Of("\uD83Dx\uDE00"));
}
