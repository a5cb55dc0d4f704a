using SummaryBot.Articles.Markup;

namespace SummaryBot.Sources.Feeds;

/// <summary>How much work the HTML of one feed may make. What is nested to harm is read without its structure.</summary>
/// <remarks>
/// An HTML parser makes up to (elements × open elements) nodes, because it opens formatting elements again in each paragraph; texts of news stay under 20,000.
/// </remarks>
internal sealed class MarkupBudget
{
    private const int MaxDepth = 128;
    private const int MaxNodes = 70_000; // of one text

    private long _left = 1_400_000;

    public bool Allows(string html)
    {
        var bounds = MarkupBounds.Of(html);
        var cost = ((long)bounds.Elements * (bounds.Depth + 1)) + bounds.Reopened;
        if (bounds.Fault is not null || bounds.Depth > MaxDepth || cost > MaxNodes || cost > _left)
        {
            return false;
        }

        _left -= cost;
        return true;
    }
}
