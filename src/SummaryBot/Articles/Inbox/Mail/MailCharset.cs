using System.Text;
using SummaryBot.Articles.Markup;

namespace SummaryBot.Articles.Inbox.Mail;

/// <summary>Text from labelled bytes.</summary>
internal static class MailCharset
{
    private const int Windows1252 = 1252;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>UTF-8 where the bytes are, whatever the label says, unless it names an encoding whose bytes are ASCII too; else as labelled, else windows-1252.</summary>
    public static string Decode(byte[] bytes, string? label)
    {
        var named = EncodingLabels.Find(label) ?? Utf8;
        var isUtf8 = named.CodePage == Utf8.CodePage;
        try
        {
            return isUtf8 || named.IsSingleByte ? Utf8.GetString(bytes) : named.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return (isUtf8 ? CodePagesEncodingProvider.Instance.GetEncoding(Windows1252)! : named).GetString(bytes);
        }
    }
}
