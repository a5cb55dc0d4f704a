using System.Text;
using SummaryBot.Chat;

namespace SummaryBot.Digests.Archive;

/// <summary>Writes an edition as HTML: headings, paragraphs, quotes and links, and nothing else. What comes from an article is text and never markup.</summary>
public static class EditionHtml
{
    public const string MediaType = "text/html; charset=utf-8";

    /// <summary>The body of an entry, without the title, which the entry has already.</summary>
    public static string Write(ChatMessage message)
    {
        var html = new StringBuilder();
        foreach (var part in EditionParts.Of(message).Where(part => part.Kind != PartKind.Title && part.Text.Length > 0))
        {
            html.Append(Paragraph(part)).Append('\n');
        }

        return html.ToString();
    }

    /// <summary>A page of its own.</summary>
    public static string Page(ChatMessage message)
    {
        var title = Escape(PlainLine.Of(message.Title));
        return $"""
            <!DOCTYPE html>
            <html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title></head>
            <body><h1>{title}</h1>
            {Write(message)}</body></html>

            """;
    }

    private static string Paragraph(EditionPart part) => part.Kind switch
    {
        PartKind.Section => $"<h2>{Escape(part.Text)}</h2>",
        PartKind.Headline => $"<h3>{Escape(part.Prefix)}{Headline(part)}</h3>",
        PartKind.Quote => $"<blockquote><p>{Escape(part.Text)}</p></blockquote>",
        _ => $"<p>{Escape(part.Text)}</p>",
    };

    private static string Headline(EditionPart part)
    {
        var text = Escape(part.Text);
        return part.IsStruck ? $"<del>{text}</del>" : part.Link is { } link ? $"<a href=\"{Escape(PlainAddress.Of(link))}\">{text}</a>" : text;
    }

    private static string Escape(string text) => new StringBuilder(text)
        .Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;").Replace("'", "&#39;").ToString();
}
