namespace SummaryBot.Articles.Markup;

/// <summary>One paragraph of a text that came as markup.</summary>
/// <param name="Text">Plain text, never empty: no markup, no control characters, white space as single spaces.</param>
public sealed record TextBlock(BlockKind Kind, string Text);

public enum BlockKind
{
    Paragraph,
    Heading,
    ListItem,
    Quote,
}
