namespace SummaryBot.Digests.Filters;

/// <summary>The filters of a digest, made ready once for all articles.</summary>
public sealed class FilterSet
{
    private readonly PreparedRule[] _rules;
    private readonly int[][] _groups; // places in _rules

    /// <param name="rules">None lets everything through.</param>
    public FilterSet(IReadOnlyList<FilterRule> rules)
    {
        _rules = [.. rules.Select(rule => new PreparedRule(rule))];
        _groups = [.. rules.Index().GroupBy(it => it.Item.Group, it => it.Index).OrderBy(group => group.Key).Select(group => group.ToArray())];
    }

    /// <summary>Tells whether an article passes: all rules of one group hold.</summary>
    public FilterVerdict Test(FilterText text)
    {
        var holds = new bool[_rules.Length];
        List<FilterRule>? hits = null;
        for (var i = 0; i < holds.Length; i++)
        {
            holds[i] = _rules[i].Holds(text);
            if (holds[i] && _rules[i].Rule.Op is not FilterOp.HasNot)
            {
                (hits ??= []).Add(_rules[i].Rule);
            }
        }

        var rule = KeepsOut(holds);
        return new FilterVerdict(rule is null, rule, hits is null ? [] : hits);
    }

    /// <summary>Tells of each rule whether it holds for an article, and what it found.</summary>
    public FilterReport Explain(FilterText text)
    {
        var verdicts = Array.ConvertAll(_rules, rule => rule.Explain(text));
        var groups = _groups.Select(group => new GroupVerdict(_rules[group[0]].Rule.Group, Array.ConvertAll(group, at => verdicts[at]))).ToList();
        return new FilterReport(groups);
    }

    private FilterRule? KeepsOut(bool[] holds)
    {
        FilterRule? first = null;
        foreach (var group in _groups)
        {
            var failed = Array.FindIndex(group, at => !holds[at]);
            if (failed < 0)
            {
                return null;
            }

            first ??= _rules[group[failed]].Rule;
        }

        return first;
    }
}

/// <param name="Passes">Whether the filters let the article through.</param>
/// <param name="Rule">The first rule that keeps it out; null where none does.</param>
/// <param name="Hits">The rules that found what they look for, in the order of their numbers.</param>
public sealed record FilterVerdict(bool Passes, FilterRule? Rule, IReadOnlyList<FilterRule> Hits);
