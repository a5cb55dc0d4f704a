using CsCheck;
using SummaryBot.Articles.Search;

namespace SummaryBot.Tests.Articles;

public sealed class SearchFoldTests
{
    [Theory]
    [InlineData("The Harbor, opened!", "the harbor opened")]
    [InlineData("  İIıi  ", "iiii")]
    [InlineData("it's 5² km", "it s 52 km")]
    [InlineData("soft\u00adhyphen zero\u200dwidth", "softhyphen zerowidth")]
    [InlineData("١٢٣ ۴۵", "123 45")]
    [InlineData("ﬁne ＡＢＣ", "fine abc")]
    [InlineData("مـــرحبا", "مرحبا")]
    [InlineData("Straße STRASSE ẞ", "strasse strasse ss")]
    [InlineData("", "")]
    public void Text_is_folded(string text, string folded) => Assert.Equal(folded, SearchFold.Fold(text));

    [Fact]
    public void Folded_text_folds_to_itself_and_its_case_does_not_matter() =>
        Gen.OneOf(Gen.String[0, 40], Gen.Char['\u0080', '\u07ff'].Array[0, 30].Select(chars => new string(chars)), Gen.Int[0, 0x10FFFF].Array[0, 10].Select(
            points => string.Concat(points.Where(point => point is < 0xD800 or > 0xDFFF).Select(char.ConvertFromUtf32)))).Sample(
            text =>
            {
                var folded = SearchFold.Fold(text);
                Assert.Equal(folded, SearchFold.Fold(folded));
                Assert.DoesNotContain("  ", folded, StringComparison.Ordinal);
                Assert.Equal(folded, folded.Trim());
                Assert.DoesNotContain(folded, c => char.IsAscii(c) && c != ' ' && !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c));
            },
            iter: 20_000);

    [Fact]
    public void Every_letter_folds_like_its_upper_case_where_that_leads_back()
    {
        for (var c = (char)0; c < 0xD800; c++)
        {
            if (char.IsLower(c) && char.ToLowerInvariant(char.ToUpperInvariant(c)) == c)
            {
                Assert.Equal(SearchFold.Fold($"{c}"), SearchFold.Fold($"{char.ToUpperInvariant(c)}"));
            }
        }
    }
}
