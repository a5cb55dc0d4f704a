using AngleSharp.Dom;

namespace SummaryBot.Articles.Markup;

/// <summary>Takes the depth out of a tree, because what reads it goes down by recursion.</summary>
internal static class Flattening
{
    /// <summary>The deepest of 1,525 real pages has 138 levels.</summary>
    public const int Depth = 200;

    /// <summary>What lies deeper than <see cref="Depth"/> is replaced by its text.</summary>
    public static void Flatten(IElement root) => Flatten(root, Depth);

    private static void Flatten(IElement element, int left)
    {
        if (left == 0)
        {
            element.TextContent = element.TextContent;
            return;
        }

        foreach (var child in element.ChildNodes)
        {
            if (child is IElement inner && inner.ChildNodes.Length > 0)
            {
                Flatten(inner, left - 1);
            }
        }
    }
}
