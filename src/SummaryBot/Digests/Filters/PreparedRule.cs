namespace SummaryBot.Digests.Filters;

/// <summary>A rule with its words folded or its pattern compiled.</summary>
internal sealed class PreparedRule
{
    private const int MostShown = 60;

    private readonly FilterWords? _words;
    private readonly FilterRegex? _regex;

    public PreparedRule(FilterRule rule)
    {
        Rule = rule;
        (_words, _regex) = rule.Op is FilterOp.MatchesRegex ? (null, FilterRegex.Of(rule.Value)) : (FilterWords.Of(rule.Value), (FilterRegex?)null);
    }

    public FilterRule Rule { get; }

    public bool Holds(FilterText text) => _regex is { } regex
        ? text.Texts(Rule.Field).Any(regex.IsMatch)
        : text.Has(Rule.Field, _words!) != (Rule.Op is FilterOp.HasNot);

    public RuleVerdict Explain(FilterText text) => new(Rule, Holds(text), Found(text));

    private RuleFinding Found(FilterText text)
    {
        FilterField[] fields = Rule.Field is FilterField.Any
            ? [FilterField.Title, FilterField.Body, FilterField.Source, FilterField.Author, FilterField.Category]
            : [Rule.Field];
        var there = fields.Where(field => text.Texts(field).Any()).ToList();
        return there.Count == 0 ? new RuleFinding.NoField()
            : _regex is { IsSetAside: true } ? new RuleFinding.SetAside()
            : _regex is { } regex ? Matched(text, there, regex)
            : Counted(text, there, _words!);
    }

    private static RuleFinding Counted(FilterText text, List<FilterField> fields, FilterWords words)
    {
        var counts = fields.Select(field => new FieldCount(field, text.Count(field, words, FieldCount.Most))).Where(it => it.Count > 0).ToList();
        return counts.Count == 0 ? new RuleFinding.NotFound() : new RuleFinding.Counted(counts);
    }

    private static RuleFinding Matched(FilterText text, List<FilterField> fields, FilterRegex regex)
    {
        foreach (var field in fields)
        {
            foreach (var found in text.Texts(field).Select(regex.Find).OfType<string>())
            {
                return new RuleFinding.Matched(field, found.Length > MostShown ? found[..MostShown] + "…" : found);
            }
        }

        return new RuleFinding.NotFound();
    }
}
