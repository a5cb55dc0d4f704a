using System.Text;
using System.Text.RegularExpressions;

namespace SummaryBot.Articles.Inbox.Mail;

/// <summary>Text of header fields: <c>=?utf-8?Q?caf=C3=A9?=</c> (RFC 2047), or plain UTF-8 (RFC 6532).</summary>
internal static partial class EncodedWords
{
    /// <summary>One line of plain text; null where nothing is left.</summary>
    /// <param name="field">One character for each byte.</param>
    public static string? Line(string? field)
    {
        if (field is null)
        {
            return null;
        }

        var words = Gap().Replace(field, "?==?");
        var text = Word().IsMatch(words) ? Run().Replace(words, match => Decode(match.Value)) : MailCharset.Decode(Encoding.Latin1.GetBytes(words), null);
        text = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return string.Concat(text.Where(letter => !char.IsControl(letter))) is { Length: > 0 } line ? line : null;
    }

    /// <summary>Neighbors in one charset are decoded together: a character may be cut in two between them.</summary>
    private static string Decode(string run)
    {
        var text = new StringBuilder();
        var (charset, bytes) = ("", new List<byte>());
        foreach (var groups in Word().Matches(run).Select(match => match.Groups))
        {
            if (!string.Equals(groups["charset"].Value, charset, StringComparison.OrdinalIgnoreCase))
            {
                text.Append(MailCharset.Decode([.. bytes], charset));
                (charset, bytes) = (groups["charset"].Value, []);
            }

            bytes.AddRange(groups["kind"].Value is "b" or "B" ? TransferEncoding.Base64(groups["text"].Value) : TransferEncoding.QuotedPrintable(groups["text"].Value, isWord: true));
        }

        return text.Append(MailCharset.Decode([.. bytes], charset)).ToString();
    }

    /// <summary>White space between encoded words is for folding alone.</summary>
    [GeneratedRegex(@"\?=\s+=\?", RegexOptions.NonBacktracking)]
    private static partial Regex Gap();

    [GeneratedRegex(@"(=\?[^?\s]+\?[bBqQ]\?[^?\s]*\?=)+", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Run();

    [GeneratedRegex(@"=\?(?<charset>[^?*\s]+)(\*[^?\s]*)?\?(?<kind>[bBqQ])\?(?<text>[^?\s]*)\?=", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
