using System.Text;
using System.Text.RegularExpressions;
using SummaryBot.Articles.Markup;

namespace SummaryBot.Sources.Feeds;

/// <summary>Finds out how bytes are written and reads them; whatever they are, there is a text.</summary>
/// <remarks>
/// In this order: byte order mark, the pattern of zero bytes, the charset of the HTTP answer, the XML declaration or the meta element, UTF-8, windows-1252.
/// What is plain UTF-8 stays so where a label says Latin-1, the usual wrong label.
/// </remarks>
internal static partial class Decoding
{
    private const int DeclarationWithin = 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Decode(ReadOnlySpan<byte> bytes, string? charset) =>
        (ByMark(bytes) ?? ByZeros(bytes) ?? ByLabels(bytes, charset)).TrimStart('\uFEFF');

    private static string? ByMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Utf8(bytes[3..]),
        [0xFF, 0xFE, 0, 0, ..] => new UTF32Encoding(bigEndian: false, byteOrderMark: true).GetString(bytes[4..]),
        [0, 0, 0xFE, 0xFF, ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: true).GetString(bytes[4..]),
        [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes[2..]),
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes[2..]),
        _ => null,
    };

    /// <summary>A feed begins with a character of ASCII, so its zeros tell the width and the order.</summary>
    private static string? ByZeros(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0, 0, 0, not 0, ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: false).GetString(bytes),
        [not 0, 0, 0, 0, ..] => new UTF32Encoding(bigEndian: false, byteOrderMark: false).GetString(bytes),
        [0, not 0, ..] => Encoding.BigEndianUnicode.GetString(bytes),
        [not 0, 0, ..] => Encoding.Unicode.GetString(bytes),
        _ => null,
    };

    private static string ByLabels(ReadOnlySpan<byte> bytes, string? charset)
    {
        var strict = Try(StrictUtf8, bytes);
        var (isKnown, saysUtf8) = (false, false);
        foreach (var label in new[] { charset, Declared(bytes) })
        {
            if (Known(label) is not { } encoding)
            {
                continue;
            }

            (isKnown, saysUtf8) = (true, saysUtf8 || encoding.CodePage == Encoding.UTF8.CodePage);
            if (strict is not null && (encoding.CodePage == Encoding.UTF8.CodePage || IsLatin1(encoding)))
            {
                return strict;
            }

            if (encoding.CodePage != Encoding.UTF8.CodePage && Try(encoding, bytes) is { } text)
            {
                return text;
            }
        }

        return strict ?? (saysUtf8 || !isKnown ? Utf8(bytes) : Latin1(bytes));
    }

    private static bool IsLatin1(Encoding encoding) => encoding.CodePage == 1252;

    /// <summary>UTF-8 with some broken places, or windows-1252 where hardly anything outside ASCII is UTF-8.</summary>
    private static string Utf8(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var broken = text.AsSpan().Count('\uFFFD');
        return broken == 0 || text.Count(it => it > '\u007F') - broken > broken ? text : Latin1(bytes);
    }

    private static string Latin1(ReadOnlySpan<byte> bytes) => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);

    private static string? Try(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string? Declared(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, DeclarationWithin)]);
        var match = Declaration().Match(head);
        return match.Success ? match.Groups["label"].Value : null;
    }

    /// <summary>Throws on invalid bytes. UTF-16 and UTF-32 would have shown themselves by their zeros; UTF-7 is none of the platform's.</summary>
    private static Encoding? Known(string? label) => EncodingLabels.Find(label) switch
    {
        null or { CodePage: 1200 or 1201 } => null,
        { CodePage: 65001 } => StrictUtf8,
        var encoding => CodePagesEncodingProvider.Instance.GetEncoding(encoding.CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback),
    };

    [GeneratedRegex(@"<\?xml[^>]{0,200}?\sencoding\s*=\s*[""'](?<label>[^""'\s>]{1,40})|<meta\s[^>]{0,200}?charset\s*=\s*[""']?(?<label>[^""'\s/>]{1,40})",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Declaration();
}
