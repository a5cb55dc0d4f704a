using System.Globalization;
using SummaryBot.Articles.Markup;
using SummaryBot.Summarization;

namespace SummaryBot.Articles.Extraction;

/// <summary>Reads the article of a page. Pure; bounded in depth and size, but not in time: what comes from outside goes through <see cref="PageExtractor"/>.</summary>
public static class PageReader
{
    public const int MostBytes = 5_000_000;

    /// <summary>A little deeper than is parsed, a page is still read as text; what is deeper is no page for people.</summary>
    private const int DeepestText = 2 * MarkupBounds.MostDepth;

    /// <summary>Less of a text than this is no article where the page tells machines more.</summary>
    private const int Little = 250;

    /// <summary>So much of a text tells its language better than its markup does.</summary>
    private const int TellingText = 400;

    /// <param name="body">HTML or plain text, at most <see cref="MostBytes"/>.</param>
    /// <param name="charset">As Content-Type names it; null where it does not.</param>
    /// <param name="address">Where it was found; null for a file.</param>
    public static PageResult Read(ReadOnlyMemory<byte> body, string? charset, Uri? address)
    {
        if (body.Length > MostBytes)
        {
            return Refused($"It has {body.Length / 1e6:F1} MB; at most {MostBytes / 1_000_000} MB are read.");
        }

        var html = HtmlDecoding.Decode(body.Span, charset);
        if (string.IsNullOrWhiteSpace(html) || html.AsSpan(0, Math.Min(html.Length, 1000)).Count('\0') > 10)
        {
            return Refused(string.IsNullOrWhiteSpace(html) ? "It is empty." : "It is no text.");
        }

        var bounds = MarkupBounds.Of(html);
        return bounds switch
        {
            { Elements: 0 } => ReadText(html, address),
            { Fault: null } => ReadDocument(html, address),
            { Fault: var fault, Depth: <= DeepestText, Attributes: <= MarkupBounds.MostAttributes, Elements: <= MarkupBounds.MostElements } =>
                ReadWithoutTree(html, address) is { Page.Blocks.Count: > 0 } read ? read : Refused(fault),
            _ => Refused(bounds.Fault),
        };
    }

    private static PageResult.Read ReadDocument(string html, Uri? address)
    {
        using var document = PageDocument.Parse(html);
        var metadata = PageMetadata.Of(document, address);
        PageDocument.Prune(document);
        var gate = TeaserGate.Of(document, metadata.Data);
        var raw = MainContent.Lines(document, html);
        var (isTeaser, lines) = gate.Judge(raw, ArticleLines.Of(raw, metadata.Headline));
        return Page(metadata, isTeaser, OrTold(lines, metadata.Data, isTeaser));
    }

    /// <summary>What the page tells machines takes the place of a text that was not found.</summary>
    private static IReadOnlyList<TextBlock> OrTold(IReadOnlyList<MarkupLine> lines, LinkedData data, bool isTeaser)
    {
        var blocks = lines.Select(line => line.Block).ToList();
        var length = blocks.Sum(block => block.Text.Length);
        return isTeaser || data.IsFree is false || length >= Little || data.Body is null || data.Body.Length < 2 * Little
            ? blocks
            : HtmlBlocks.OfFragment(data.Body.Contains('<', StringComparison.Ordinal) ? data.Body : data.Body.ReplaceLineEndings("<p>"));
    }

    private static PageResult.Read ReadText(string text, Uri? address)
    {
        var blocks = text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries).SelectMany(TagStripper.Blocks).ToList();
        return new PageResult.Read(new Page(address, null, null, null, null, Guess(blocks, null), TeaserOnly: false, blocks));
    }

    /// <summary>The head is small and flat, so that it can be parsed where the body cannot.</summary>
    private static PageResult.Read ReadWithoutTree(string html, Uri? address)
    {
        var end = html.IndexOf("<body", StringComparison.OrdinalIgnoreCase);
        var head = end < 0 ? "" : html[..end];
        using var document = PageDocument.Parse(MarkupBounds.Of(head).Fault is null ? head : "");
        var metadata = PageMetadata.Of(document, address);
        var lines = TagStripper.Blocks(end < 0 ? html : html[end..]).Select(block => new MarkupLine(block.Kind, block.Text, Linked: 0)).ToList();
        return Page(metadata, isTeaser: false, [.. ArticleLines.Of(lines, metadata.Headline).Select(line => line.Block)]);
    }

    private static PageResult.Read Page(PageMetadata metadata, bool isTeaser, IReadOnlyList<TextBlock> blocks) => new(new Page(
        metadata.Address, metadata.Headline, metadata.Byline, metadata.PublishedAt, metadata.Source, Guess(blocks, metadata.Language), isTeaser, blocks)
    {
        Categories = metadata.Categories,
        Picture = metadata.Picture,
    });

    /// <summary>The language of the text where there is enough of it, because templates name a wrong one; else the language that the page names.</summary>
    private static string? Guess(IReadOnlyList<TextBlock> blocks, string? named)
    {
        if (named is not (null or "az" or "de" or "en" or "es" or "fr" or "it" or "pt" or "ru" or "tr" or "uk"))
        {
            return named; // a language that the guess does not know
        }

        var text = string.Join('\n', blocks.Select(block => block.Text));
        return named is null || text.Length >= TellingText ? Summarizer.LanguageOf(text) ?? named : named;
    }

    private static PageResult.Refused Refused(FormattableString reason) => new(reason.ToString(CultureInfo.InvariantCulture));

    private static PageResult.Refused Refused(string reason) => new(reason);
}
