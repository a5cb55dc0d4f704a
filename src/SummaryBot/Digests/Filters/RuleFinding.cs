namespace SummaryBot.Digests.Filters;

/// <summary>What a rule found in an article.</summary>
public abstract record RuleFinding
{
    /// <summary>The article has no such field.</summary>
    public sealed record NoField : RuleFinding;

    /// <summary>Its regular expression took too long once, and is looked for no more.</summary>
    public sealed record SetAside : RuleFinding;

    public sealed record NotFound : RuleFinding;

    /// <summary>Its words, in these fields.</summary>
    public sealed record Counted(IReadOnlyList<FieldCount> Fields) : RuleFinding;

    /// <param name="Text">What its regular expression matched first, 61 UTF-16 units at most.</param>
    public sealed record Matched(FilterField Field, string Text) : RuleFinding;
}

/// <param name="Count">1 to <see cref="Most"/>, which stands for more, too.</param>
public sealed record FieldCount(FilterField Field, int Count)
{
    public const int Most = 1000;
}
