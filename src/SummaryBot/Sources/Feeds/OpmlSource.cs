namespace SummaryBot.Sources.Feeds;

/// <summary>A source in a list of sources.</summary>
/// <param name="Address">Of the feed, http or https.</param>
/// <param name="Name">One line, never empty.</param>
/// <param name="Group">One line; null where it is in none. Groups inside groups are joined by a stroke.</param>
/// <param name="Page">Which the feed belongs to; null where it is not named.</param>
public sealed record OpmlSource(Uri Address, string Name, string? Group, Uri? Page);

public abstract record OpmlResult
{
    /// <param name="Sources">In the order of the file, each address once.</param>
    /// <param name="Skipped">How many outlines have an address that is no web address, or come behind the 10,000th.</param>
    public sealed record Read(IReadOnlyList<OpmlSource> Sources, int Skipped) : OpmlResult;

    /// <summary>One sentence: why it is no list of sources.</summary>
    public sealed record Refused(string Reason) : OpmlResult;
}
