using SummaryBot.Articles;
using SummaryBot.Digests.Selection;

namespace SummaryBot.Digests.Why;

/// <summary>All that decides why an article is, or is not, in a digest.</summary>
/// <param name="Sightings">Who has shown it; empty for an article that was imported by hand, which every digest may show.</param>
/// <param name="WaitsForStory">Whether it was not looked at yet which story it tells.</param>
public sealed record WhyFacts(StoredDigest Digest, StoredArticle Article, IReadOnlyList<WhySighting> Sightings, bool WaitsForStory)
{
    /// <summary>Of the sources that have shown it, those that the digest's server and everybody read.</summary>
    public IReadOnlyList<WhySubscription> Subscriptions { get; init; } = [];

    /// <summary>The last edition that had it among its candidates; null where none had.</summary>
    public WhyCandidacy? Candidacy { get; init; }

    /// <summary>The message that shows its story; null where there is none.</summary>
    public WhyMessage? Message { get; init; }

    /// <summary>When the digest's last edition was written; null where there was none.</summary>
    public DateTimeOffset? LastEditionAt { get; init; }

    /// <summary>Until when the digest rests; null while it does not, the greatest value until somebody resumes it.</summary>
    public DateTimeOffset? PausedUntil { get; init; }
}

/// <param name="Source">What the source is called.</param>
/// <param name="SeenAt">When it showed the article first.</param>
public sealed record WhySighting(long SourceId, string Source, DateTimeOffset SeenAt);

/// <param name="NewsFrom">What was seen earlier is no news; null before the first visit.</param>
public sealed record WhySubscription(long SourceId, string Name, bool IsPaused, DateTimeOffset? NewsFrom);

/// <param name="DueLocal">The edition.</param>
/// <param name="Reason">As the edition's record has it.</param>
public sealed record WhyCandidacy(string DueLocal, Verdict Verdict, string Reason);

/// <param name="State">One of <see cref="Chat.DeliveryState"/>; null where the message is not kept any more.</param>
/// <param name="Reason">Why it is not sent; null where it is, or was not tried.</param>
/// <param name="IsCited">Whether the message names or quotes this article, not others of the story alone.</param>
/// <param name="IsCorrected">Whether the message was changed after it had been sent.</param>
public sealed record WhyMessage(string DueLocal, string? State, string? Reason, DateTimeOffset? NextTryAt, DateTimeOffset? SentAt, Uri? Link, bool IsCited, bool IsCorrected);
