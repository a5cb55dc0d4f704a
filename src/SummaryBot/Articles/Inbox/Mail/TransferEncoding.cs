using System.Globalization;
using System.Text;

namespace SummaryBot.Articles.Inbox.Mail;

/// <summary>Content-Transfer-Encoding (RFC 2045, 6). Damage is passed over: a mail is read once, and nobody can send it anew.</summary>
internal static class TransferEncoding
{
    /// <param name="content">One character for each byte.</param>
    public static byte[] Decode(string? name, string content) => name?.Trim().ToUpperInvariant() switch
    {
        "BASE64" => Base64(content),
        "QUOTED-PRINTABLE" => QuotedPrintable(content, isWord: false),
        _ => Encoding.Latin1.GetBytes(content),
    };

    /// <summary>Whatever is no digit of base64 is left out, and so is an end that is no whole byte.</summary>
    public static byte[] Base64(string content)
    {
        var digits = string.Concat(content.TakeWhile(letter => letter != '=').Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is '+' or '/'));
        digits = digits.Length % 4 == 1 ? digits[..^1] : digits;
        return Convert.FromBase64String(digits.PadRight((digits.Length + 3) / 4 * 4, '='));
    }

    /// <param name="isWord">Whether it is the Q of an encoded word, whose spaces are underscores.</param>
    public static byte[] QuotedPrintable(string content, bool isWord)
    {
        var bytes = new List<byte>(content.Length);
        for (var i = 0; i < content.Length; i++)
        {
            var rest = content.AsSpan(i + 1);
            if (content[i] != '=')
            {
                bytes.Add(isWord && content[i] == '_' ? (byte)' ' : (byte)content[i]);
            }
            else if (rest.Length >= 2 && byte.TryParse(rest[..2], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                bytes.Add(value);
                i += 2;
            }
            else if (rest.IndexOf('\n') is >= 0 and var end && rest[..end].IsWhiteSpace())
            {
                i += end + 1; // a line that goes on
            }
            else
            {
                bytes.Add((byte)'=');
            }
        }

        return [.. bytes];
    }
}
