using System.Text;
using SummaryBot.Articles.Markup;

namespace SummaryBot.Tests.Articles.Markup;

public sealed class HtmlDecodingTests
{
    [Theory]
    [InlineData("windows-1251", "windows-1251", "<p>Привет, мир", "<p>Привет, мир")]
    [InlineData("windows-1251", null, "<meta charset=windows-1251><p>Привет", "<meta charset=windows-1251><p>Привет")]
    [InlineData("windows-1251", null, "<meta http-equiv='Content-Type' content='text/html; charset=cp1251'>Привет", "<meta http-equiv='Content-Type' content='text/html; charset=cp1251'>Привет")]
    [InlineData("windows-1254", "iso-8859-9", "<p>Şiir ığdır", "<p>Şiir ığdır")]
    [InlineData("windows-1252", null, "<p>café “quoted” €", "<p>café “quoted” €")]
    [InlineData("windows-1252", "ISO-8859-1", "<p>“smart”", "<p>“smart”")]
    [InlineData("windows-1252", "nonsense-99", "<p>café", "<p>café")]
    [InlineData("windows-1251", "nonsense-99", "<html lang=ru><p>Привет", "<html lang=ru><p>Привет")]
    [InlineData("windows-1254", null, "<html lang=\"az\"><p>Şəhər", "<html lang=\"az\"><p>Ş?h?r")]
    [InlineData("utf-8", "iso-8859-1", "<p>naïve — Привет", "<p>naïve — Привет")]
    [InlineData("utf-8", "utf-7", "<p>+ADw-script+AD4-", "<p>+ADw-script+AD4-")]
    [InlineData("utf-16", null, "<p>Привет", "<p>Привет")]
    [InlineData("utf-16BE", null, "<p>plain", "<p>plain")]
    [InlineData("utf-16", "utf-16", "<p>Привет", "<p>Привет")]
    [InlineData("utf-8", null, "<meta charset=utf-16><p>Привет", "<meta charset=utf-16><p>Привет")]
    [InlineData("shift_jis", "Shift_JIS", "<p>こんにちは", "<p>こんにちは")]
    [InlineData("euc-kr", null, "<meta charset=euc-kr><p>안녕하세요", "<meta charset=euc-kr><p>안녕하세요")]
    [InlineData("koi8-r", "koi8-r", "<p>Привет", "<p>Привет")]
    public void The_bytes_of_a_page_are_read_as_they_were_written(string written, string? told, string html, string expected)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(written) ?? Encoding.GetEncoding(written);
        Assert.Equal(expected, HtmlDecoding.Decode(encoding.GetBytes(html), told));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void A_byte_order_mark_wins_over_what_is_told(string written)
    {
        var encoding = Encoding.GetEncoding(written);
        Assert.Equal("<p>é", HtmlDecoding.Decode([.. encoding.GetPreamble(), .. encoding.GetBytes("<p>é")], "windows-1251"));
    }

    [Theory]
    [InlineData(new byte[] { })]
    [InlineData(new byte[] { 0xFF })]
    [InlineData(new byte[] { 0xC0, 0xAF, 0x80, 0xFE })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    public void Broken_bytes_are_read_as_something(byte[] body) => Assert.NotNull(HtmlDecoding.Decode(body, "utf-8"));
}
