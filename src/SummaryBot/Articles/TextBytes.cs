using System.Text;

namespace SummaryBot.Articles;

/// <summary>Text from the bytes of a file that nobody labelled.</summary>
internal static class TextBytes
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>UTF-8, or UTF-16 where the file says so or cannot be anything else; null where the bytes are neither.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, ..] => Decode(bytes[2..], Utf16(bigEndian: false)),
        [0xFE, 0xFF, ..] => Decode(bytes[2..], Utf16(bigEndian: true)),
        _ when bytes.Contains((byte)0) => Unmarked(bytes),
        _ => Decode(bytes, Utf8)?.TrimStart('\uFEFF'),
    };

    /// <summary>Only UTF-16 has NUL bytes in a text, and in the right order it has spaces and few characters that nobody writes.</summary>
    private static string? Unmarked(ReadOnlySpan<byte> bytes)
    {
        var (little, big) = (Decode(bytes, Utf16(bigEndian: false)), Decode(bytes, Utf16(bigEndian: true)));
        var better = Blanks(big) > Blanks(little) ? big : little;
        return better is not null && Blanks(better) * 100 >= better.Length && !better.Any(IsNoText) ? better : null;
    }

    private static int Blanks(string? text) => text?.Count(letter => letter is ' ' or '\n') ?? 0;

    private static bool IsNoText(char letter) => (char.IsControl(letter) && letter is not ('\r' or '\n' or '\t')) || letter is >= '\uE000' and <= '\uF8FF' or >= '\uFFFE';

    private static UnicodeEncoding Utf16(bool bigEndian) => new(bigEndian, byteOrderMark: false, throwOnInvalidBytes: true);

    private static string? Decode(ReadOnlySpan<byte> bytes, Encoding encoding)
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
}
