using SummaryBot.Digests.Filters;

namespace SummaryBot.Digests;

/// <summary>Checks how somebody wants a digest to choose. A fault is one line: which key, what it holds, what it may hold.</summary>
public static class EditorialReader
{
    public const int MaxFilters = 100;
    private const int MaxSections = 20;
    private const int MaxTerms = 100;
    private const int MaxTermLength = 100;
    private const int MaxSectionName = 40;
    private const int MaxGroup = 25;
    private const int MaxValue = 200;
    private const int MaxRecapOf = 25;

    /// <param name="faults">Gets a line for each fault.</param>
    public static EditorialSettings Read(EditorialOptions options, IList<string> faults)
    {
        var check = new FaultList(faults);
        check.That(options.MaxPerSource is >= 1 and <= 20, "maxPerSource", $"{options.MaxPerSource}", "1 to 20");
        check.That(options.RepeatDays is >= 1 and <= 30, "repeatDays", $"{options.RepeatDays}", "1 to 30 days");
        check.That(options.CarryDays is >= 1 and <= 7, "carryDays", $"{options.CarryDays}", "1 to 7 days");
        check.That(ChoiceText.TryParse<DigestKind>(options.Kind, out var kind), "kind", options.Kind, ChoiceText.AllOf<DigestKind>());
        check.That(options.Filters.Count <= MaxFilters, "filters", $"{options.Filters.Count} rules", $"{MaxFilters} at most");
        check.That(options.Sections.Count <= MaxSections, "sections", $"{options.Sections.Count} sections", $"{MaxSections} at most");
        check.That(options.RecapOf.Count <= MaxRecapOf, "recapOf", $"{options.RecapOf.Count} names", $"{MaxRecapOf} at most");
        check.That(kind is not DigestKind.Urgent || options.Filters.Count > 0, "filters", "", "one rule or more, so that not everything is urgent");
        check.That(kind is not DigestKind.Personal || options.Filters.Count > 0, "filters", "", "one rule or more: what the person follows");
        return new EditorialSettings(
            kind,
            options.MaxPerSource,
            options.RepeatDays,
            options.CarryDays,
            [.. Numbered(options.Filters).Select(rule => Rule(rule, check)).OrderBy(rule => rule.Id)],
            [.. options.Sections.Select(section => Section(section, check))],
            options.Pictures,
            [.. options.RecapOf]);
    }

    /// <summary>Rules without a number get the next ones.</summary>
    private static IEnumerable<FilterOptions> Numbered(IList<FilterOptions> rules)
    {
        var next = rules.Select(rule => rule.Id).DefaultIfEmpty().Max() + 1;
        return rules.Select(rule => rule.Id > 0 ? rule : new FilterOptions { Id = next++, Group = rule.Group, Field = rule.Field, Op = rule.Op, Value = rule.Value });
    }

    private static FilterRule Rule(FilterOptions rule, FaultList check)
    {
        check.That(rule.Group is >= 1 and <= MaxGroup, "filters group", $"{rule.Group}", $"1 to {MaxGroup}");
        check.That(ChoiceText.TryParse<FilterField>(rule.Field, out var field), "filters field", rule.Field, ChoiceText.AllOf<FilterField>());
        check.That(FilterOpText.TryParse(rule.Op, out var op), "filters op", rule.Op, FilterOpText.All);
        var remedy = Remedy(op, rule.Value);
        check.That(remedy is null, "filters value", rule.Value, remedy ?? "");
        return new FilterRule(rule.Id, rule.Group, field, op, rule.Value);
    }

    /// <summary>What to write in place of a value; null where it will do.</summary>
    private static string? Remedy(FilterOp op, string value) => !IsLine(value, MaxValue) ? $"one line of 1 to {MaxValue} characters"
        : op is FilterOp.MatchesRegex ? FilterRegex.FaultOf(value)
        : FilterWords.Of(value).Any ? null
        : "a word, with a letter, a digit or a sign such as +";

    private static Section Section(SectionOptions section, FaultList check)
    {
        check.That(IsLine(section.Name, MaxSectionName), "sections name", section.Name, $"one line of 1 to {MaxSectionName} characters");
        check.That(
            section.Terms.Count is > 0 and <= MaxTerms && section.Terms.All(term => IsLine(term, MaxTermLength)),
            "sections terms",
            string.Join(", ", section.Terms),
            $"1 to {MaxTerms} words, or category:, source: and group: with a name");
        return new Section(section.Name, [.. section.Terms]);
    }

    private static bool IsLine(string text, int max) => !string.IsNullOrWhiteSpace(text) && text.Length <= max && !text.Any(char.IsControl);
}
