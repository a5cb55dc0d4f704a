using System.Text;
using System.Text.RegularExpressions;

namespace SummaryBot.Articles.Markup;

/// <summary>Reads the bytes of HTML as text: byte order mark, Content-Type, meta, then what fits.</summary>
/// <remarks>https://encoding.spec.whatwg.org/ and https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding.</remarks>
public static partial class HtmlDecoding
{
    /// <summary>A meta element that comes later than this is not heard.</summary>
    private const int Head = 4096;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="body">What came over the wire, decompressed.</param>
    /// <param name="charset">As Content-Type names it, right or wrong; null where it does not.</param>
    public static string Decode(ReadOnlySpan<byte> body, string? charset)
    {
        if (Marked(body) is var (marked, skip) && skip > 0)
        {
            return marked.GetString(body[skip..]);
        }

        var opening = Encoding.Latin1.GetString(body[..Math.Min(Head, body.Length)]);
        var named = EncodingLabels.Find(charset) ?? WithoutMark(body) ?? MetaEncoding(opening);
        return IsUtf8(body, named) ? Encoding.UTF8.GetString(body) : (named ?? Usual(opening)).GetString(body);
    }

    private static (Encoding Encoding, int Skip) Marked(ReadOnlySpan<byte> body) => body switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => (Encoding.UTF8, 0),
    };

    /// <summary>UTF-16 that does not say so is known by the zeros of its markup.</summary>
    private static Encoding? WithoutMark(ReadOnlySpan<byte> body) => body switch
    {
        [not 0, 0, not 0, 0, ..] => Encoding.Unicode,
        [0, not 0, 0, not 0, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    /// <summary>Bytes that are good UTF-8 are nothing else, whatever they are called; only UTF-16 and the escapes of ISO-2022 look like it.</summary>
    private static bool IsUtf8(ReadOnlySpan<byte> body, Encoding? named)
    {
        if (named is { CodePage: 1200 or 1201 or 50220 or 50221 or 50222 })
        {
            return false;
        }

        try
        {
            Strict.GetCharCount(body);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static Encoding? MetaEncoding(string opening) =>
        Meta().Match(opening) is { Success: true } match
            ? EncodingLabels.Find(match.Groups["name"].Value) is { CodePage: not (1200 or 1201) } encoding ? encoding : null
            : null;

    private static Encoding Usual(string opening) => CodePagesEncodingProvider.Instance.GetEncoding(Language().Match(opening).Groups["code"].Value.ToUpperInvariant() switch
    {
        "RU" or "UK" or "BG" or "SR" or "BE" => 1251,
        "TR" or "AZ" => 1254,
        "PL" or "CS" or "HU" or "SK" or "SL" or "HR" or "RO" => 1250,
        _ => 1252,
    })!;

    [GeneratedRegex(@"<meta\b[^>]*?\bcharset\s*=\s*[""']?\s*(?<name>[\w.:-]{1,40})", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Meta();

    [GeneratedRegex(@"<html\b[^>]*?\blang\s*=\s*[""']?(?<code>[a-z]{2})\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Language();
}
