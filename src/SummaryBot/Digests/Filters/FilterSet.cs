using System.Text.RegularExpressions;

namespace SummaryBot.Digests.Filters;

/// <summary>The filters of a digest, made ready once for all articles.</summary>
/// <param name="rules">None lets everything through.</param>
public sealed class FilterSet(IReadOnlyList<FilterRule> rules)
{
    private readonly List<List<FilterRule>> _groups = [.. rules.GroupBy(rule => rule.Group).OrderBy(group => group.Key).Select(group => group.ToList())];

    /// <summary>Tells whether an article passes: all rules of one group hold.</summary>
    public FilterVerdict Test(FilterText text)
    {
        var failed = _groups.Select(group => group.Find(rule => !Holds(rule, text))).ToList();
        var passes = failed.Count == 0 || failed.Contains(null);
        var hits = rules.Where(rule => rule.Op is not FilterOp.HasNot && Holds(rule, text)).ToList();
        return new FilterVerdict(passes, passes ? null : failed[0], hits);
    }

    private static bool Holds(FilterRule rule, FilterText text) => rule.Op switch
    {
        FilterOp.HasWord => text.Has(rule.Field, rule.Value),
        FilterOp.HasNot => !text.Has(rule.Field, rule.Value),
        _ => text.Texts(rule.Field).Any(it => Regex.IsMatch(it, rule.Value, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)),
    };
}

/// <param name="Passes">Whether the filters let the article through.</param>
/// <param name="Rule">The first rule that keeps it out; null where none does.</param>
/// <param name="Hits">The rules that found what they look for, in the order of their numbers.</param>
public sealed record FilterVerdict(bool Passes, FilterRule? Rule, IReadOnlyList<FilterRule> Hits);
