namespace SummaryBot.Articles;

/// <summary>One text with what its publisher says about it.</summary>
/// <param name="Headline">As published, plain text on one line; null where the text has none.</param>
/// <param name="Source">The outlet that published it; null where the text does not name one.</param>
/// <param name="Url">Where to read it, http or https; null where it has no address.</param>
/// <param name="Language">ISO 639-1 code; null where unknown.</param>
/// <param name="PublishedAt">The publisher's date in the publisher's own zone; null where the text does not say.</param>
/// <param name="Text">The body, never empty: paragraphs separated by one blank line. Sentences are quoted from it by offset.</param>
public sealed record Article(string? Headline, string? Source, Uri? Url, string? Language, DateTimeOffset? PublishedAt, string Text)
{
    private readonly string? _id;

    /// <summary>What it is known by, 12 characters a-z, 2-7. The store gives it and it stays when the text changes; until then it follows from the text.</summary>
    public string Id
    {
        get => _id ?? ArticleId.Of(Text);
        init => _id = value;
    }

    /// <summary>The share of its words that one message may show, in percent; null where there is no limit.</summary>
    public int? QuoteShare { get; init; }

    /// <summary>An id that follows from the text equals the same one that the store gave.</summary>
    public bool Equals(Article? other) =>
        other is not null
        && (Headline, Source, Url, Language, PublishedAt, Text) == (other.Headline, other.Source, other.Url, other.Language, other.PublishedAt, other.Text)
        && string.Equals(Id, other.Id, StringComparison.Ordinal);

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);
}
