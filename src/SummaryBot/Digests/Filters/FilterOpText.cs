namespace SummaryBot.Digests.Filters;

/// <summary>How an operation of a filter is written everywhere.</summary>
public static class FilterOpText
{
    private static readonly string[] Texts = ["has word", "has not", "matches regex"];

    public static string All => "has word, has not or matches regex";

    public static string Of(FilterOp op) => Texts[(int)op];

    public static bool TryParse(string text, out FilterOp op)
    {
        var index = Array.IndexOf(Texts, text);
        op = (FilterOp)Math.Max(0, index);
        return index >= 0;
    }
}
