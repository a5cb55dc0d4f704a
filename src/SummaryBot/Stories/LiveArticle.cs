namespace SummaryBot.Stories;

/// <summary>An article of the window.</summary>
internal sealed class LiveArticle(StoryCandidate candidate, StoryText text, ArticleTerm[] terms)
{
    public string Id { get; } = candidate.ArticleId;

    public DateTimeOffset DatedAt { get; } = candidate.DatedAt;

    public string? Outlet { get; } = candidate.Outlet;

    public string? Language { get; } = text.Language;

    public ArticleTerm[] Terms { get; } = terms;

    public uint[] Shingles { get; } = text.Shingles;

    public LiveStory? Story { get; set; }

    /// <summary>By date, then by id: an order that does not depend on the order they came in.</summary>
    public static IComparer<LiveArticle> ByDate { get; } = Comparer<LiveArticle>.Create((one, other) =>
        one.DatedAt != other.DatedAt ? one.DatedAt.CompareTo(other.DatedAt) : string.CompareOrdinal(one.Id, other.Id));
}

/// <summary>A term of an article.</summary>
internal readonly record struct ArticleTerm(LiveTerm Term, int Weight, TermTraits Traits);
