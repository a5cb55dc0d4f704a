using SummaryBot.Articles;
using SummaryBot.Sources.Feeds;

namespace SummaryBot.Sources.Visits;

/// <summary>What a visit found, before it is written down.</summary>
internal abstract record Visit
{
    /// <param name="ItemCount">How many the source holds.</param>
    /// <param name="Items">Those to take in, in the order of the source.</param>
    /// <param name="KnownAs">What tells whether anything changed at the next visit.</param>
    public sealed record Read(
        string? Title, string? Language, FeedTiming Timing, int ItemCount, IReadOnlyList<IncomingArticle> Items, Marks KnownAs, Uri? MovedTo, TimeSpan? MaxAge) : Visit;

    /// <summary>The same as last time: nothing was parsed.</summary>
    public sealed record Unchanged(Marks KnownAs, Uri? MovedTo, TimeSpan? MaxAge) : Visit;

    /// <summary>404.</summary>
    public sealed record Missing : Visit;

    /// <summary>410.</summary>
    public sealed record Ended : Visit;

    /// <summary>Its host asked for patience.</summary>
    public sealed record AskedToWait(DateTimeOffset OpenAt, int Status) : Visit;

    /// <summary>One sentence.</summary>
    public sealed record Failed(string Reason) : Visit;
}

/// <summary>As the last answer gave them.</summary>
internal sealed record Marks(string? ETag, string? LastModified, string? BodyHash);
