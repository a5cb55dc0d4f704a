using System.Globalization;

namespace SummaryBot.Articles.Markup;

/// <summary>How much a text of markup asks of a parser, counted without one in one pass.</summary>
/// <param name="Depth">Tags open at once; tags that may be left open are not counted.</param>
/// <param name="Elements">Start tags.</param>
/// <param name="Attributes">Of the tag that has most.</param>
/// <param name="Reopened">Formatting that a parser opens again in block after block because nobody closed it.</param>
/// <remarks>Of 1,525 real pages the largest has 10,112 elements, a depth of 663 as counted here, and 64 attributes on a tag.</remarks>
internal sealed record MarkupBounds(int Depth, int Elements, int Attributes, long Reopened)
{
    public const int MostDepth = 512, MostElements = 20_000, MostAttributes = 1_000;

    /// <summary>Of one thing or another that a parser would choke on.</summary>
    private const long MostReopened = 400_000;

    /// <summary>Why the markup is not parsed; null where it can be.</summary>
    public string? Fault =>
        Depth > MostDepth ? $"Its tags are nested {Number(Depth)} deep; at most {MostDepth} are read."
        : Attributes > MostAttributes ? $"One of its tags has {Number(Attributes)} attributes; at most {Number(MostAttributes)} are read."
        : Elements > MostElements ? $"It has {Number(Elements)} elements; at most {Number(MostElements)} are read."
        : Reopened > MostReopened ? "Too much of its formatting is never closed."
        : null;

    public static MarkupBounds Of(string html)
    {
        var scan = new MarkupScan();
        var at = 0;
        while (scan.Next(html, ref at))
        {
        }

        return new MarkupBounds(scan.MostDepth, scan.Elements, scan.MostAttributes, scan.Reopened);
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
