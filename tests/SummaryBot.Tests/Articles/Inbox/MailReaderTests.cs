using System.Text;
using CsCheck;
using SummaryBot.Articles.Inbox.Mail;

namespace SummaryBot.Tests.Articles.Inbox;

public sealed class MailReaderTests
{
    private const string Head = "From: Harbor News <news@example.com>\nSubject: Harbor opens\nDate: Thu, 30 Mar 2023 15:57:00 +0400\n";

    [Fact]
    public void A_plain_mail_has_sender_subject_date_and_text()
    {
        var mail = Read($"{Head}\nThe harbor opened.\n\nShips came.\n-- \nThe editors");
        Assert.Equal(("Harbor News", "Harbor opens", "The harbor opened.\n\nShips came."), (mail.Sender, mail.Subject, mail.Plain));
        Assert.Equal(new DateTimeOffset(2023, 3, 30, 15, 57, 0, TimeSpan.FromHours(4)), mail.SentAt);
    }

    [Theory]
    [InlineData("=?utf-8?Q?Caf=C3=A9_opens?=", "Café opens")]
    [InlineData("=?UTF-8?B?0JPQsNCy0LDQvdGM?=", "Гавань")]
    [InlineData("=?iso-8859-9?q?Bak=FC_Liman=FD?=", "Bakü Limanı")]
    [InlineData("=?koi8-r?B?58HXwc7Y?=", "Гавань")]
    [InlineData("=?utf-8?B?0JPQsNCy0A==?=\n =?utf-8?B?sNC90Yw=?=", "Гавань")] // a character is cut in two
    [InlineData("Re: =?utf-8?Q?caf=C3=A9?= now", "Re: café now")]
    [InlineData("=?utf-8*en?Q?caf=C3=A9?=", "café")]
    [InlineData("=?nonsense?Q?abc?=", "abc")]
    [InlineData("folded\n\tonce", "folded once")]
    [InlineData("a=?b?c", "a=?b?c")]
    [InlineData("=?utf-8?B?!!!?=", null)]
    [InlineData("=?utf-8?Q?a=1B[31mb=0D=0A?=", "a[31mb")]
    public void Words_of_the_subject_are_decoded(string subject, string? expected) => Assert.Equal(expected, Read($"From: a@example.com\nSubject: {subject}\n\na").Subject);

    [Fact]
    public void A_subject_may_be_plain_UTF_8() =>
        Assert.Equal("Гавань", MailReader.Read(Encoding.UTF8.GetBytes("Subject: Гавань\n\na"))!.Subject);

    [Theory]
    [InlineData("\"Harbor, News\" <news@example.com>", "Harbor, News")]
    [InlineData("=?utf-8?Q?Caf=C3=A9?= <news@example.com>", "Café")]
    [InlineData("news@example.com", "example.com")]
    [InlineData("<news@example.com>", "example.com")]
    [InlineData("nobody", null)]
    public void The_sender_is_a_name_or_else_a_domain(string from, string? expected) => Assert.Equal(expected, Read($"From: {from}\n\na").Sender);

    [Theory]
    [InlineData("Thu, 30 Mar 2023 15:57:00 +0400 (GST)", "2023-03-30T11:57")]
    [InlineData("30 Mar 2023 15:57 GMT", "2023-03-30T15:57")]
    [InlineData("Thu,  3 Mar 2023 05:57:59 EST", "2023-03-03T10:57")]
    [InlineData("Thu, 30 Mar 2023 15:57:00", "2023-03-30T15:57")]
    [InlineData("Thu, 99 Mar 2023 15:57:00 GMT", null)]
    [InlineData("yesterday", null)]
    public void The_date_has_its_zone(string date, string? expected) =>
        Assert.Equal(expected, Read($"From: a@example.com\nDate: {date}\n\na").SentAt?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("quoted-printable", "utf-8", "caf=C3=A9 =\nopens=\r\n, and=20more =ZZ", "café opens, and more =ZZ")]
    [InlineData("base64", "utf-8", "Y2Fm\r\nw6k=\r\n", "café")]
    [InlineData("base64", "utf-8", "Y2Fmw6k", "café")]
    [InlineData("base64", "utf-8", "Y2 F!m*w6k=garbage", "café")]
    [InlineData("8bit", "iso-8859-1", "caf\u00e9 \u0085", "café …")]
    [InlineData("8bit", "utf-8", "caf\u00c3\u00a9 \u00e2\u0080\u00a6", "café …")]
    [InlineData("8bit", "nonsense", "caf\u00e9", "café")]
    [InlineData("7bit", "utf-7", "+ADw-script+AD4-", "+ADw-script+AD4-")]
    [InlineData("base64", "utf-16", "aABpAA==", "hi")]
    public void Text_is_decoded(string transfer, string charset, string body, string expected) => Assert.Equal(
        expected, Read($"{Head}Content-Type: text/plain; charset=\"{charset}\"\nContent-Transfer-Encoding: {transfer}\n\n{body}").Plain!.Trim());

    [Fact]
    public void Among_parts_the_texts_are_found_and_attachments_are_not_taken_for_them()
    {
        var mail = Read($"""
            {Head}MIME-Version: 1.0
            Content-Type: multipart/mixed;
             boundary="outer one"

            For old programs.
            --outer one
            Content-Type: text/plain; name="notes.txt"
            Content-Disposition: attachment; filename="notes.txt"

            An attachment.
            --outer one
            Content-Type: multipart/alternative; boundary=inner

            --inner
            Content-Type: text/plain; charset=utf-8

            The harbor opened.
            --inner
            Content-Type: text/html; charset="koi8-r"

            <p>The harbor opened.</p>
            --inner--
            --outer one--
            The end.
            """);
        Assert.Equal("The harbor opened.", mail.Plain);
        Assert.Equal(("<p>The harbor opened.</p>", "koi8-r"), (Encoding.ASCII.GetString(mail.Html!.Body.Span), mail.Html.Charset));
    }

    [Fact]
    public void Parts_within_parts_without_end_are_left()
    {
        var nested = new StringBuilder(Head);
        for (var i = 0; i < 10_000; i++)
        {
            nested.Append("Content-Type: multipart/mixed; boundary=a\n\n--a\n");
        }

        Assert.Null(Read(nested.ToString()).Plain);
        Assert.Null(Read($"{Head}Content-Type: multipart/mixed; boundary=a\n\n{string.Concat(Enumerable.Repeat("--a\n\n", 100_000))}").Plain);
    }

    [Fact]
    public void Any_bytes_are_a_mail_or_none_and_never_an_error()
    {
        string[] pieces = ["=?", "?=", "utf-8", "?B?", "?Q?", "=C3", "=\n", "\n\n", "\n--a", "--a--", "Content-Type: ", "multipart/mixed; boundary=a", "text/html", "charset=", "\"", ";", "From: ", "Date: Thu, 30 Mar 2023 ", "base64", "\u00ff", "\0"];
        Gen.Select(Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]).Array[0, 60], Gen.Byte.Array[0, 20]).Sample((parts, noise) =>
        {
            var mail = MailReader.Read([.. Encoding.Latin1.GetBytes($"{Head}{string.Concat(parts)}"), .. noise]);
            Assert.Equal("Harbor opens", mail!.Subject);
        });
    }

    private static MailText Read(string mail) => MailReader.Read(Encoding.Latin1.GetBytes(mail))!;
}
