using System.Text;

namespace SummaryBot.Articles.Markup;

/// <summary>Encodings by the labels that pages, feeds and mail give them, as browsers take them: Latin-1 is windows-1252.</summary>
/// <remarks>https://encoding.spec.whatwg.org/#names-and-labels</remarks>
internal static class EncodingLabels
{
    private static readonly EncodingProvider CodePages = CodePagesEncodingProvider.Instance;

    /// <summary>Null for what is no encoding, and for UTF-7, which hides markup.</summary>
    public static Encoding? Find(string? label) => label?.Trim(' ', '"', '\'', ';').ToUpperInvariant() switch
    {
        null or "" or "UTF-7" or "UTF7" or "X-UTF-7" or "UNICODE-1-1-UTF-7" or "CSUNICODE11UTF7" => null,
        "UTF-8" or "UTF8" or "UNICODE-1-1-UTF-8" or "UTF8MB4" => Encoding.UTF8,
        "UTF-16" or "UTF-16LE" or "UCS-2" or "UNICODE" => Encoding.Unicode,
        "UTF-16BE" => Encoding.BigEndianUnicode,
        "ISO-8859-1" or "ISO8859-1" or "ISO_8859-1" or "LATIN1" or "LATIN-1" or "L1" or "ASCII" or "US-ASCII" or "CP1252" or "X-CP1252" or "WIN-1252" => CodePages.GetEncoding(1252),
        "ISO-8859-9" or "ISO8859-9" or "LATIN5" or "CP1254" or "WIN-1254" => CodePages.GetEncoding(1254),
        "ISO-8859-11" or "TIS-620" => CodePages.GetEncoding(874),
        "CP1250" => CodePages.GetEncoding(1250),
        "CP1251" or "WIN-1251" or "WIN1251" => CodePages.GetEncoding(1251),
        "KOI8R" => CodePages.GetEncoding("koi8-r"),
        "GB2312" or "GBK" or "X-GBK" or "GB18030" => CodePages.GetEncoding("GB18030"),
        "BIG5-HKSCS" => CodePages.GetEncoding("big5"),
        "SJIS" or "X-SJIS" or "SHIFT-JIS" or "SHIFT_JIS" or "WINDOWS-31J" or "MS_KANJI" => CodePages.GetEncoding(932),
        "KS_C_5601-1987" or "EUC-KR" or "EUCKR" or "KOREAN" => CodePages.GetEncoding(949),
        var name => ByName(name),
    };

    private static Encoding? ByName(string name)
    {
        try
        {
            return CodePages.GetEncoding(name);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
