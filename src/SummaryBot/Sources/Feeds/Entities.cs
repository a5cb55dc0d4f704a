using System.Globalization;
using System.Text;
using AngleSharp.Html;

namespace SummaryBot.Sources.Feeds;

/// <summary>Resolves character references: numbers, the names of HTML, and those that a feed declares itself.</summary>
internal static class Entities
{
    /// <summary>So many characters a text may gain by entities of the feed's own; the rest stay as they are.</summary>
    public const int MaxGrowth = 1_000_000;

    private const int MaxName = 40;

    /// <summary>A bare ampersand and an unknown name stay as they are.</summary>
    /// <param name="declared">Names of the feed's own, without a semicolon; null where it declares none.</param>
    public static string Decode(string text, IReadOnlyDictionary<string, string>? declared = null)
    {
        var at = text.IndexOf('&', StringComparison.Ordinal);
        if (at < 0)
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        var done = 0;
        for (; at >= 0; at = text.IndexOf('&', at))
        {
            var end = text.AsSpan(at, Math.Min(text.Length - at, MaxName)).IndexOf(';');
            if (end > 1 && Resolve(text[(at + 1)..(at + end)], result.Length - done > MaxGrowth ? null : declared) is { } value)
            {
                result.Append(text, done, at - done).Append(value);
                done = at + end + 1;
                at = done;
            }
            else
            {
                at++;
            }
        }

        return result.Append(text, done, text.Length - done).ToString();
    }

    /// <summary>What windows-1252 has in the place of a control character from 128 to 159.</summary>
    public static char Latin1(char control) => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString([(byte)control])[0];

    private static string? Resolve(string name, IReadOnlyDictionary<string, string>? declared) =>
        name[0] == '#' ? Number(name.AsSpan(1))
        : declared is not null && declared.TryGetValue(name, out var value) ? value
        : HtmlEntityProvider.Resolver.GetSymbol(name + ";");

    /// <summary>Numbers from 128 to 159 are meant as windows-1252, as browsers take them.</summary>
    private static string? Number(ReadOnlySpan<char> digits)
    {
        var isHex = digits is ['x' or 'X', ..];
        return !int.TryParse(isHex ? digits[1..] : digits, isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? null
            : value is >= 128 and < 160 ? Latin1((char)value).ToString()
            : Rune.IsValid(value) && XmlCharacters.IsValid(value) ? new Rune(value).ToString()
            : "\uFFFD";
    }
}

/// <summary>Which characters XML 1.0 may hold (section 2.2).</summary>
internal static class XmlCharacters
{
    public static bool IsValid(int value) => value is '\t' or '\n' or '\r' or (>= 0x20 and < 0xD800) or (>= 0xE000 and not 0xFFFE and not 0xFFFF);

    /// <summary>The text with a blank for each character that XML may not hold; half a pair is one.</summary>
    public static string Blank(string text)
    {
        var at = FirstInvalid(text);
        return at < 0 ? text : string.Create(text.Length, text, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                var isPair = char.IsHighSurrogate(source[i]) && i + 1 < source.Length && char.IsLowSurrogate(source[i + 1]);
                span[i] = isPair || IsValid(source[i]) ? source[i] : ' ';
                if (isPair)
                {
                    span[i + 1] = source[++i];
                }
            }
        });
    }

    private static int FirstInvalid(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsValid(text[i]))
            {
                return i; // or the first half of a pair, which is looked at more closely then
            }
        }

        return -1;
    }
}
