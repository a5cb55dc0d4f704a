namespace SummaryBot.Summarization.Text;

/// <summary>The words of a text.</summary>
internal static class Words
{
    /// <summary>Counts runs of anything but white space: what a summary's figures and word budgets are made of.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        var inside = false;
        foreach (var c in text)
        {
            var word = c is > ' ' and <= '~' || !char.IsWhiteSpace(c);
            count += word && !inside ? 1 : 0;
            inside = word;
        }

        return count;
    }
}
