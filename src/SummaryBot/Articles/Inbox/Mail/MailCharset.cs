using System.Text;

namespace SummaryBot.Articles.Inbox.Mail;

/// <summary>Text from labelled bytes.</summary>
internal static class MailCharset
{
    private const int Windows1252 = 1252;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>UTF-8 where the bytes are, whatever the label says, unless it names an encoding whose bytes are ASCII too; else as labelled, else windows-1252.</summary>
    public static string Decode(byte[] bytes, string? label)
    {
        var named = Find(label);
        try
        {
            return named is not null && !named.IsSingleByte ? named.GetString(bytes) : Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return (named ?? CodePagesEncodingProvider.Instance.GetEncoding(Windows1252)!).GetString(bytes);
        }
    }

    /// <summary>Null for what is no encoding, and for UTF-7, which hides markup.</summary>
    private static Encoding? Find(string? label) => label?.ToUpperInvariant() switch
    {
        null or "UTF-8" or "UTF8" => null,
        "ISO-8859-1" or "US-ASCII" or "ASCII" or "LATIN1" => CodePagesEncodingProvider.Instance.GetEncoding(Windows1252), // as browsers read them
        var name => CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Builtin(name),
    };

    private static Encoding? Builtin(string name)
    {
        try
        {
            return name is "UTF-7" ? null : Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
