namespace SummaryBot.Digests.Filters;

/// <summary>One rule of a digest's filters. All rules of a group must hold; one group that holds is enough.</summary>
/// <param name="Id">1 or more, unique in its digest.</param>
/// <param name="Group">1 to 25.</param>
/// <param name="Value">A word, several words in a row, or a regular expression; 1 to 200 characters.</param>
public sealed record FilterRule(int Id, int Group, FilterField Field, FilterOp Op, string Value);

public enum FilterField
{
    /// <summary>Title, body, source, author and categories.</summary>
    Any,
    Title,
    Body,
    Source,
    Author,
    Category,
    Url,
}

public enum FilterOp
{
    HasWord,
    HasNot,
    MatchesRegex,
}
