using SummaryBot.Articles.Markup;

namespace SummaryBot.Articles.Extraction;

/// <summary>What a page says: the article without the furniture around it.</summary>
/// <param name="Address">Its canonical address, http or https; null where neither the page nor the reader knows one.</param>
/// <param name="Headline">Plain text on one line; null where the page has none.</param>
/// <param name="Byline">Who wrote it, names alone; null where the page does not say.</param>
/// <param name="PublishedAt">In the page's own zone; UTC where it names none; null where the page does not say.</param>
/// <param name="Source">The outlet; null where the page does not name one.</param>
/// <param name="Language">ISO 639-1; null where unknown.</param>
/// <param name="TeaserOnly">Whether the page keeps its text back: a paywall, a consent form or a promotion stands in its place.</param>
/// <param name="Blocks">The text in order, without the headline; may be empty.</param>
public sealed record Page(
    Uri? Address,
    string? Headline,
    string? Byline,
    DateTimeOffset? PublishedAt,
    string? Source,
    string? Language,
    bool TeaserOnly,
    IReadOnlyList<TextBlock> Blocks)
{
    /// <summary>What it is filed under, each one line.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>The picture that it wants to be shown with; null where it names none.</summary>
    public ArticlePicture? Picture { get; init; }

    /// <summary>All blocks, separated by one blank line.</summary>
    public string Text => string.Join("\n\n", Blocks.Select(block => block.Text));
}

public abstract record PageResult
{
    public sealed record Read(Page Page) : PageResult;

    /// <summary>One or two sentences: what is wrong with the page.</summary>
    public sealed record Refused(string Reason) : PageResult;
}
