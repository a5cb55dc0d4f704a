using System.Security.Cryptography;
using System.Text;
using SummaryBot.Digests;
using SummaryBot.Digests.Archive;

namespace SummaryBot.Host;

/// <param name="SentAt">Of the newest edition in it; null where something was corrected since, at a time that nobody kept.</param>
internal sealed record PublishedFile(byte[] Body, string MediaType, DateTimeOffset? SentAt)
{
    /// <summary>Other bytes have another one.</summary>
    public string Tag => Convert.ToHexStringLower(SHA256.HashData(Body))[..32];

    public static PublishedFile Of(OutFeed feed, ArchiveFormat format) => format is ArchiveFormat.Atom
        ? new PublishedFile(AtomWriter.Write(feed), AtomWriter.MediaType, feed.Updated)
        : new PublishedFile(RssWriter.Write(feed), RssWriter.MediaType, feed.Updated);

    public static PublishedFile Of(SentEdition edition, ArchiveFormat format)
    {
        DateTimeOffset? sentAt = edition.Message.Corrections is null ? DateTimeOffset.FromUnixTimeMilliseconds(edition.SentAt!.Value) : null;
        return format is ArchiveFormat.Markdown
            ? new PublishedFile(Encoding.UTF8.GetBytes(EditionMarkdown.Write(edition.Message)), EditionMarkdown.MediaType, sentAt)
            : new PublishedFile(Encoding.UTF8.GetBytes(EditionHtml.Page(edition.Message)), EditionHtml.MediaType, sentAt);
    }
}
