using AngleSharp.Html.Dom;
using SummaryBot.Articles.Markup;

namespace SummaryBot.Articles.Extraction;

/// <summary>Tells the article that is all there from the one that a page keeps back, and takes the words of the gate out of what is left.</summary>
/// <param name="page">All lines of the page, furniture and all.</param>
/// <param name="hasForm">Whether it has a field for a password or an address.</param>
/// <param name="isFree">What it tells machines; null where it tells nothing.</param>
internal sealed class TeaserGate(IReadOnlyList<MarkupLine> page, bool hasForm, bool? isFree)
{
    /// <summary>Characters that are too few for an article whatever else is said, for one beside a wall, for one in front of a wall, and for one that is told to be closed.</summary>
    private const int Nothing = 250, BesideWall = 700, BeforeWall = 2_500, Closed = 2_000;

    /// <summary>Lines of the page that are looked at.</summary>
    private const int MostLines = 3_000;

    private bool HasWall => page.Any(line => GatePhrases.IsWall(line.Text));

    private bool HasOffer => page.Any(line => GatePhrases.IsOffer(line.Text));

    private bool HasConsent => page.Count(line => GatePhrases.IsConsent(line.Text)) >= 2
        || page.Any(line => line.Text.Contains("cookie", StringComparison.OrdinalIgnoreCase) && GatePhrases.IsConsent(line.Text));

    public static TeaserGate Of(IHtmlDocument document, LinkedData data) => new(
        document.Body is { } body ? [.. HtmlBlocks.Lines(body).Take(MostLines)] : [],
        document.QuerySelector("input[type=password], input[type=email], input[name*=mail]") is not null,
        data.IsFree);

    /// <param name="raw">The lines of the part that holds the article, gate and all.</param>
    /// <param name="article">What was kept of them.</param>
    public (bool TeaserOnly, IReadOnlyList<MarkupLine> Lines) Judge(IReadOnlyList<MarkupLine> raw, IReadOnlyList<MarkupLine> article)
    {
        if (IsMostlyConsent(article))
        {
            return (true, []);
        }

        var beforeWall = BeforeTheWall(article);
        var length = Length(beforeWall);
        var isTeaser = (length < Nothing && (isFree is false || hasForm || HasWall || HasOffer || HasConsent))
            || (length < BesideWall && HasWall)
            || (length < Closed && isFree is false)
            || (length < BeforeWall && isFree is not true && raw.Any(line => GatePhrases.IsWall(line.Text)) && IsCutOff(raw, beforeWall));
        return isTeaser ? (true, [.. beforeWall.Where(line => !IsGate(line))]) : (false, article);
    }

    private static bool IsMostlyConsent(IReadOnlyList<MarkupLine> article)
    {
        var consent = Length([.. article.Where(line => GatePhrases.IsConsent(line.Text))]);
        return consent > 0 && consent * 2 > Length(article);
    }

    /// <summary>What comes before the first line of a wall, if most of the text does.</summary>
    private static List<MarkupLine> BeforeTheWall(IReadOnlyList<MarkupLine> article)
    {
        var lines = article.ToList();
        var wall = lines.FindIndex(line => GatePhrases.IsWall(line.Text));
        return wall >= 0 && Length(lines[..wall]) * 3 >= Length(lines[wall..]) ? lines[..wall] : lines;
    }

    /// <summary>Whether the wall is the end: little of the article comes after it.</summary>
    private static bool IsCutOff(IReadOnlyList<MarkupLine> raw, List<MarkupLine> article)
    {
        var wall = raw.ToList().FindIndex(line => GatePhrases.IsWall(line.Text));
        var after = raw.Skip(wall).Select(line => line.Text).ToHashSet(StringComparer.Ordinal);
        return article.Where(line => after.Contains(line.Text)).Sum(line => line.Text.Length) < Nothing;
    }

    private static bool IsGate(MarkupLine line) => GatePhrases.IsWall(line.Text) || GatePhrases.IsOffer(line.Text) || GatePhrases.IsConsent(line.Text);

    private static int Length(IReadOnlyList<MarkupLine> lines) => lines.Sum(line => line.Text.Length);
}
