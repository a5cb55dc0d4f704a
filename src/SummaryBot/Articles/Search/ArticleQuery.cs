namespace SummaryBot.Articles.Search;

/// <summary>What to look for among the articles; what is null or blank asks nothing.</summary>
/// <param name="Words">Every one must be there, whole if that finds enough, else as the beginning of a longer one.</param>
/// <param name="Limit">How many at most.</param>
public sealed record ArticleQuery(string Words, int Limit)
{
    /// <summary>Somebody is still typing: the last word may be only begun, and headlines matter most.</summary>
    public bool IsTyping { get; init; }

    /// <summary>An outlet, as its articles name it; case and accents do not matter.</summary>
    public string? Source { get; init; }

    /// <summary>Only what a source has shown: the row of <c>sources</c>.</summary>
    public long? SourceId { get; init; }

    /// <summary>The first moment of the range of dates.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The end of the range of dates (exclusive).</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Only articles of a story.</summary>
    public long? Story { get; init; }

    /// <summary>Only what a Discord server may see, by its subscriptions.</summary>
    public string? Guild { get; init; }

    /// <summary>Who asks: with <see cref="Guild"/>, also what he alone may see. Null for nobody in particular.</summary>
    public string? User { get; init; }
}
