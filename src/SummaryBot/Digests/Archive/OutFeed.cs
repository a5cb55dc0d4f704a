namespace SummaryBot.Digests.Archive;

/// <summary>A digest as a feed for others to read: its editions as they were sent.</summary>
/// <param name="Title">The digest's name, one line.</param>
/// <param name="Updated">When the newest edition was sent, or the digest was set up.</param>
/// <param name="Entries">Newest first.</param>
public sealed record OutFeed(Guid Id, string Title, DateTimeOffset Updated, IReadOnlyList<OutEntry> Entries)
{
    /// <summary>The page of the program, for feeds that have no page of their own.</summary>
    internal const string Home = "https://github.com/summarybot/summarybot";

    /// <summary>Where the feed itself is read, http or https; null where nobody knows.</summary>
    public Uri? Self { get; init; }

    /// <summary>The one language of its stories, ISO 639-1; null where there are several or none is known.</summary>
    public string? Language { get; init; }
}

/// <summary>One edition.</summary>
/// <param name="Title">One line.</param>
/// <param name="Link">A page that shows it; null where there is none.</param>
/// <param name="Html">As <see cref="EditionHtml"/> writes it.</param>
public sealed record OutEntry(Guid Id, string Title, DateTimeOffset SentAt, Uri? Link, string Html);
