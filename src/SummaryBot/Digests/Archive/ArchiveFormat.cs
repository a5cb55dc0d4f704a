namespace SummaryBot.Digests.Archive;

/// <summary>What an edition, or a feed of editions, can be written as.</summary>
public enum ArchiveFormat
{
    Markdown,
    Atom,
    Rss,
    Html,
}
