namespace SummaryBot.Articles;

/// <summary>One stored text with what its publisher says about it.</summary>
/// <param name="Headline">As published, plain text on one line; null where the text has none.</param>
/// <param name="Source">The outlet that published it; null where the text does not name one.</param>
/// <param name="Url">Its canonical address, http or https; null where it has none.</param>
/// <param name="Language">ISO 639-1 code; null where unknown.</param>
/// <param name="PublishedAt">The publisher's date in the publisher's own zone; null where the text does not say.</param>
/// <param name="Text">The body, never empty: paragraphs separated by one blank line. Sentences are quoted from it by offset.</param>
public sealed record Article(string? Headline, string? Source, Uri? Url, string? Language, DateTimeOffset? PublishedAt, string Text)
{
    /// <summary>What it is known by: the same text is the same article, wherever it came from. 12 characters a-z, 2-7.</summary>
    public string Id { get; } = ArticleId.Of(Text);
}
