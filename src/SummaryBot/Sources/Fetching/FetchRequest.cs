namespace SummaryBot.Sources.Fetching;

/// <summary>One thing to fetch from outside.</summary>
/// <param name="Address">http or https.</param>
/// <param name="Wanted">Which media types are taken.</param>
public sealed record FetchRequest(Uri Address, FetchKind Wanted)
{
    /// <summary>As the last answer gave it, quotes included; null to fetch anew.</summary>
    public string? ETag { get; init; }

    /// <summary>The Last-Modified header of the last answer, word for word.</summary>
    public string? LastModified { get; init; }
}

public enum FetchKind
{
    /// <summary>XML, JSON or HTML: a feed, or the page that names one.</summary>
    Feed,

    /// <summary>HTML or plain text.</summary>
    Page,
}
