namespace SummaryBot.Digests.Archive;

/// <summary>One paragraph of an edition as a document.</summary>
/// <param name="Text">One line of plain text, without markup.</param>
internal sealed record EditionPart(PartKind Kind, string Text)
{
    /// <summary>Before the text and outside of its link: <c>1. Update: </c>.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>Where to read on; null where there is no such page.</summary>
    public Uri? Link { get; init; }

    /// <summary>Whether the text is struck through.</summary>
    public bool IsStruck { get; init; }
}

internal enum PartKind
{
    Title,
    Section,
    Headline,
    Quote,
    Line,
}
