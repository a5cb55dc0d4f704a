using SummaryBot.Digests;
using SummaryBot.Digests.Filters;
using SummaryBot.Language;

namespace SummaryBot.Commands.Filters;

/// <summary>What filter rules are, and what they say of an article, in words.</summary>
public static class RuleWords
{
    /// <summary><c>rule 1, any has word "harbor"</c>.</summary>
    public static string Of(Words words, FilterRule rule) => words.Plain(
        "filter.rule", ("id", rule.Id), ("field", Field(words, rule.Field)), ("op", words.Plain($"filter.op.{FilterOpText.Of(rule.Op)}")), ("value", rule.Value));

    public static string Holds(Words words, bool holds) => words.Plain(holds ? "filter.holds" : "filter.fails");

    /// <summary><c>found twice in the title</c>.</summary>
    public static string Found(Words words, RuleFinding finding) => finding switch
    {
        RuleFinding.NoField => words.Plain("filter.noField"),
        RuleFinding.SetAside => words.Plain("filter.setAside"),
        RuleFinding.Counted(var fields) => words.Plain("filter.found", ("where", string.Join(", ", fields.Select(it => Count(words, it))))),
        RuleFinding.Matched(var field, var text) => words.Plain("filter.matched", ("field", In(words, field)), ("text", text)),
        _ => words.Plain("filter.nothing"),
    };

    /// <summary>Why an article passes or not, one sentence.</summary>
    public static string Reason(Words words, FilterReport report)
    {
        if (report.Groups.Count == 0)
        {
            return words.Plain("filter.passesAll");
        }

        if (report.Groups.FirstOrDefault(group => group.Holds) is { } holding)
        {
            return words.Plain("filter.passes", ("group", holding.Group));
        }

        var failing = report.Groups.Select(group => words.Plain("filter.ruleOfGroup", ("rule", group.Rules.First(rule => !rule.Holds).Rule.Id), ("group", group.Group)));
        return words.Plain("filter.keptOut", ("rules", string.Join(", ", failing)), ("count", report.Groups.Count));
    }

    private static string Count(Words words, FieldCount found) =>
        words.Plain(found.Count == FieldCount.Most ? "filter.countMost" : "filter.count", ("times", Times(words, found.Count)), ("field", In(words, found.Field)));

    private static string Times(Words words, int count) => count switch
    {
        1 => words.Plain("filter.once"),
        2 => words.Plain("filter.twice"),
        _ => words.Plain("filter.times", ("count", count)),
    };

    private static string Field(Words words, FilterField field) => words.Plain($"filter.field.{ChoiceText.Of(field)}");

    private static string In(Words words, FilterField field) => words.Plain($"filter.in.{ChoiceText.Of(field)}");
}
