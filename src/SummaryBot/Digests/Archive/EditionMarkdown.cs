using SummaryBot.Chat;

namespace SummaryBot.Digests.Archive;

/// <summary>Writes an edition as CommonMark. What comes from an article is text and never markup; withdrawn headlines are struck through with <c>~~</c>.</summary>
public static class EditionMarkdown
{
    /// <summary>The media type, <see href="https://www.rfc-editor.org/rfc/rfc7763">RFC 7763</see>.</summary>
    public const string MediaType = "text/markdown; charset=utf-8; variant=CommonMark";

    public static string Write(ChatMessage message) => string.Join("\n\n", EditionParts.Of(message).Where(part => part.Text.Length > 0).Select(Paragraph)) + "\n";

    private static string Paragraph(EditionPart part) => part.Kind switch
    {
        PartKind.Title => $"# {MarkdownText.Escape(part.Text)}",
        PartKind.Section => $"## {MarkdownText.Escape(part.Text)}",
        PartKind.Headline => $"### {part.Prefix}{Headline(part)}",
        PartKind.Quote => $"> {MarkdownText.Escape(part.Text)}",
        _ => MarkdownText.Escape(part.Text),
    };

    private static string Headline(EditionPart part)
    {
        var text = MarkdownText.Escape(part.Text);
        return part.IsStruck ? $"~~{text}~~" : part.Link is { } link ? $"[{text}](<{MarkdownText.Address(link)}>)" : text;
    }
}
