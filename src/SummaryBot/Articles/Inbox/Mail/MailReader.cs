namespace SummaryBot.Articles.Inbox.Mail;

/// <summary>Reads a mail (RFC 5322) and the texts among its parts (RFC 2045 to 2049), as forgivingly as mail needs it.</summary>
public static class MailReader
{
    /// <summary>A plain text of fewer characters often only says where to see the mail, or that it cannot be shown.</summary>
    public const int ShortText = 200;

    /// <summary>Null where the bytes are no mail.</summary>
    public static MailText? Read(byte[] bytes)
    {
        var mail = MailPart.Of(bytes);
        if (mail["From"] is null && mail["Date"] is null && mail["Subject"] is null)
        {
            return null;
        }

        var leaves = mail.Leaves().Where(part => !part.IsAttachment).ToList();
        var plain = leaves.Where(part => part.MediaType is "text/plain").Select(part => WithoutSignature(part.Text())).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));
        var html = leaves.Find(part => part.MediaType is "text/html");
        return new MailText(
            EncodedWords.Line(mail["Subject"]), Sender(mail["From"]), MailDate.Parse(mail["Date"]), plain, html is null ? null : new MailHtml(html.Body(), html.Charset));
    }

    private static string? Sender(string? from)
    {
        var start = from?.IndexOf('<', StringComparison.Ordinal) ?? -1;
        var name = start > 0 ? EncodedWords.Line(from![..start].Trim().Trim('"')) : null;
        var address = start < 0 ? from : from![(start + 1)..].Split('>')[0];
        return name ?? (address?.Split('@') is [_, .., var domain] ? EncodedWords.Line(domain.Split('>', ' ', ',')[0]) : null);
    }

    /// <summary>The line "-- " begins it (RFC 3676, 4.3).</summary>
    private static string WithoutSignature(string text)
    {
        var lines = text.ReplaceLineEndings("\n");
        var end = lines.IndexOf("\n-- \n", StringComparison.Ordinal);
        return end < 0 ? lines : lines[..end];
    }
}
