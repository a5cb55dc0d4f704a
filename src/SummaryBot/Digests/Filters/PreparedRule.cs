namespace SummaryBot.Digests.Filters;

/// <summary>A rule with its words folded or its pattern compiled.</summary>
internal sealed class PreparedRule
{
    private const int MostCounted = 1000;
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

    private string Found(FilterText text)
    {
        FilterField[] fields = Rule.Field is FilterField.Any
            ? [FilterField.Title, FilterField.Body, FilterField.Source, FilterField.Author, FilterField.Category]
            : [Rule.Field];
        var there = fields.Where(field => text.Texts(field).Any()).ToList();
        return there.Count == 0 ? "the article has no such field"
            : _regex is { IsSetAside: true } ? "set aside, because it is too slow: write a simpler one"
            : _regex is { } regex ? Matched(text, there, regex)
            : Counted(text, there, _words!);
    }

    private static string Counted(FilterText text, List<FilterField> fields, FilterWords words)
    {
        var counts = fields.Select(field => (Field: field, Count: text.Count(field, words, MostCounted))).Where(it => it.Count > 0)
            .Select(it => $"{Times(it.Count)} in the {ChoiceText.Of(it.Field)}").ToList();
        return counts.Count == 0 ? "not found" : $"found {string.Join(", ", counts)}";
    }

    private static string Times(int count) => count switch { 1 => "once", 2 => "twice", MostCounted => $"{MostCounted} times or more", _ => $"{count} times" };

    private static string Matched(FilterText text, List<FilterField> fields, FilterRegex regex)
    {
        foreach (var field in fields)
        {
            foreach (var found in text.Texts(field).Select(regex.Find).OfType<string>())
            {
                return $"found in the {ChoiceText.Of(field)}: \"{(found.Length > MostShown ? found[..MostShown] + "…" : found)}\"";
            }
        }

        return "not found";
    }
}
