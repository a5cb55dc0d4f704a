using SummaryBot.Digests;
using SummaryBot.Digests.Archive;

namespace SummaryBot.Host;

/// <summary>The address of something that digests have sent.</summary>
/// <param name="Digest">The digest's name, whatever characters it has.</param>
/// <param name="Edition">Its nominal local time, as <c>2026-03-29T08:00</c>; null for the last one, or all.</param>
internal sealed record ArchivePath(string Digest, string? Edition, ArchiveFormat Format)
{
    private static readonly Dictionary<string, ArchiveFormat> Formats = new(StringComparer.Ordinal)
    {
        [".atom"] = ArchiveFormat.Atom,
        [".rss"] = ArchiveFormat.Rss,
        [".md"] = ArchiveFormat.Markdown,
        [".html"] = ArchiveFormat.Html,
    };

    /// <param name="target">As the request names it: a server that reads the path has lost whether a slash belongs to a name.</param>
    /// <returns>Null where it names nothing here.</returns>
    public static ArchivePath? TryParse(string target, string root)
    {
        var path = target.Split('?', '#')[0];
        var start = path.IndexOf(root, StringComparison.Ordinal);
        var parts = start < 0 ? [] : path[(start + root.Length)..].Split('/');
        var ending = Formats.Keys.FirstOrDefault(it => path.EndsWith(it, StringComparison.Ordinal));
        return (ending, parts) switch
        {
            (null, _) => null,
            (_, [var file]) => new ArchivePath(Uri.UnescapeDataString(file[..^ending.Length]), null, Formats[ending]),
            (_, [var digest, var file]) when Formats[ending] is ArchiveFormat.Html or ArchiveFormat.Markdown =>
                new ArchivePath(Uri.UnescapeDataString(digest), Uri.UnescapeDataString(file[..^ending.Length]), Formats[ending]),
            _ => null,
        };
    }

    /// <summary>Its full address; null where there is no address of them all.</summary>
    public Uri? In(Uri? address) => address is null ? null : new Uri(
        $"{address}{Uri.EscapeDataString(Digest)}{Formats.Single(it => it.Value == Format).Key}");

    /// <summary>The page of an edition of the same digest; null where there is no address of them all.</summary>
    public Uri? PageOf(SentEdition edition, Uri? address) => address is null ? null : new Uri($"{address}{Uri.EscapeDataString(Digest)}/{edition.DueLocal}.html");
}
