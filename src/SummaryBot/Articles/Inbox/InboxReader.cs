using SummaryBot.Articles.Extraction;
using SummaryBot.Articles.Inbox.Mail;

namespace SummaryBot.Articles.Inbox;

/// <summary>Makes an article of a file, by the ending of its name.</summary>
public sealed class InboxReader(InboxReader.PageReading readPage)
{
    /// <summary>Reads a page within bounds of time and memory.</summary>
    /// <param name="charset">Null where nobody says.</param>
    public delegate Task<PageResult> PageReading(ReadOnlyMemory<byte> body, string? charset, Uri? address, CancellationToken cancellationToken);

    public const int MaxBytes = PlainTextReader.MaxBytes;

    public static IReadOnlyList<string> Endings { get; } = [".txt", ".md", ".html", ".htm", ".eml"];

    /// <param name="ending">One of <see cref="Endings"/>, in any case.</param>
    /// <param name="bytes"><see cref="MaxBytes"/> at most.</param>
    public async Task<ReadResult> ReadAsync(string ending, byte[] bytes, CancellationToken cancellationToken) => ending.ToUpperInvariant() switch
    {
        ".TXT" => PlainTextReader.Read(bytes),
        ".MD" => MarkdownReader.Read(bytes),
        ".HTML" or ".HTM" => Of(await readPage(bytes, null, null, cancellationToken)),
        ".EML" => await ReadMailAsync(bytes, cancellationToken),
        _ => new ReadResult.Rejected($"It is no article: the inbox takes {string.Join(", ", Endings)}."),
    };

    private async Task<ReadResult> ReadMailAsync(byte[] bytes, CancellationToken cancellationToken)
    {
        if (MailReader.Read(bytes) is not { } mail)
        {
            return new ReadResult.Rejected("It is no mail: it does not begin with header fields such as From and Date.");
        }

        var plain = mail.Plain is null ? "" : string.Join("\n\n", PlainTextReader.Blocks(mail.Plain));
        if (mail.Html is { } html && plain.Length < MailReader.ShortText && await readPage(html.Body, html.Charset, null, cancellationToken) is PageResult.Read(var page)
            && page.Text.Length > plain.Length)
        {
            plain = page.Text;
        }

        return plain.Length > 0
            ? new ReadResult.Read(new Article(mail.Subject, mail.Sender, Url: null, Language: null, mail.SentAt, plain))
            : new ReadResult.Rejected("The mail has no text.");
    }

    private static ReadResult Of(PageResult result) => result switch
    {
        PageResult.Refused(var reason) => new ReadResult.Rejected(reason),
        PageResult.Read({ Text.Length: > 0 } page) => new ReadResult.Read(
            new Article(page.Headline, page.Source, page.Address, page.Language, page.PublishedAt, page.Text)),
        _ => new ReadResult.Rejected("No article was found in it."),
    };
}
