namespace SummaryBot.Articles;

/// <summary>The words of a query: letters and digits only, so that none can be an operator of a search language.</summary>
internal static class SearchWords
{
    private const int MaxWords = 12;

    public static IReadOnlyList<string> In(string query)
    {
        var separated = string.Concat(
            query.EnumerateRunes().Select(rune => System.Text.Rune.IsLetterOrDigit(rune) ? rune.ToString() : " "));
        return separated.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MaxWords).ToList();
    }
}
