namespace SummaryBot.Digests.Filters;

/// <summary>Why filters let an article through or keep it out.</summary>
/// <param name="Groups">In the order of their numbers; none where there are no rules.</param>
public sealed record FilterReport(IReadOnlyList<GroupVerdict> Groups)
{
    public bool Passes => Groups.Count == 0 || Groups.Any(group => group.Holds);

    /// <summary>One sentence.</summary>
    public string Reason => Groups.Count == 0 ? "It passes: there are no filters."
        : Groups.FirstOrDefault(group => group.Holds) is { } holding ? $"It passes: all rules of group {holding.Group} hold."
        : $"It is kept out: {string.Join(", ", Groups.Select(group => $"rule {group.Rules.First(rule => !rule.Holds).Rule.Id} of group {group.Group}"))} "
            + (Groups.Count == 1 ? "does not hold." : "do not hold, and one group that holds would be enough.");
}

/// <param name="Rules">In the order of their numbers, one at least.</param>
public sealed record GroupVerdict(int Group, IReadOnlyList<RuleVerdict> Rules)
{
    public bool Holds => Rules.All(rule => rule.Holds);
}

/// <param name="Found">What the rule found, and where, for people: "found twice in the title".</param>
public sealed record RuleVerdict(FilterRule Rule, bool Holds, string Found);
