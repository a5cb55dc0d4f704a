namespace SummaryBot.Digests.Filters;

/// <summary>Why filters let an article through or keep it out.</summary>
/// <param name="Groups">In the order of their numbers; none where there are no rules.</param>
public sealed record FilterReport(IReadOnlyList<GroupVerdict> Groups)
{
    public bool Passes => Groups.Count == 0 || Groups.Any(group => group.Holds);
}

/// <param name="Rules">In the order of their numbers, one at least.</param>
public sealed record GroupVerdict(int Group, IReadOnlyList<RuleVerdict> Rules)
{
    public bool Holds => Rules.All(rule => rule.Holds);
}

public sealed record RuleVerdict(FilterRule Rule, bool Holds, RuleFinding Found);
