using System.CommandLine;
using SummaryBot.Digests;

namespace SummaryBot.Host.Verbs;

/// <summary>The options that say how a digest chooses, and when it rests; <see cref="EditorialReader"/> checks them.</summary>
internal sealed class EditingArguments
{
    private static readonly EditorialOptions Defaults = new();

    private readonly Option<string> _kind = OptionValues.Text("--kind", $"{ChoiceText.AllOf<DigestKind>()}.", Defaults.Kind);
    private readonly Option<int> _maxPerSource = Common.Number("--max-per-source", "Stories of one source in an edition while others have some.", Defaults.MaxPerSource, 20);
    private readonly Option<int> _repeatDays = Common.Number("--repeat-days", "Days in which a story that was shown comes back with a new fact alone.", Defaults.RepeatDays, 30);
    private readonly Option<int> _carryDays = Common.Number("--carry-days", "Days that a story without room is kept for.", Defaults.CarryDays, 7);
    private readonly Option<string[]> _section = OptionValues.List("--section", "A section and what it is of: \"Transport: rail, port, group:Towns, category:business\".");
    private readonly Option<bool> _noSections = new("--no-sections") { Description = "No sections." };
    private readonly Option<string> _quiet = OptionValues.Text("--quiet", "Hours in which nothing is posted, as 22:00-07:00; \"\" for none.");
    private readonly Option<string> _quietDays = OptionValues.Text("--quiet-days", "The days that they begin on: daily, weekdays, or days such as fri,sat.", "daily");
    private readonly Option<string[]> _holiday = OptionValues.List("--holiday", "A day without an edition: 2026-12-25, or 12-25 for every year.");
    private readonly Option<bool> _noHolidays = new("--no-holidays") { Description = "No holidays." };
    private readonly Option<bool> _pictures = new("--pictures") { Description = "Show the articles' pictures; \"--pictures false\" for no more." };
    private readonly Option<string[]> _word = OptionValues.List("--word", "Only what has this word, or another that is given so; finer rules: summarybot filter add.");
    private readonly Option<string[]> _recapOf = OptionValues.List("--recap-of", "Of a recap: a digest that it looks back on; all of its channel unless told.");

    public IReadOnlyList<Option> All =>
    [
        _kind, _maxPerSource, _repeatDays, _carryDays, _section, _noSections, _quiet, _quietDays, _holiday, _noHolidays, _pictures, _word, _recapOf,
    ];

    public void Apply(ParseResult parsed, EditorialOptions options)
    {
        parsed.IfGiven(_kind, it => options.Kind = it);
        parsed.IfGiven(_maxPerSource, it => options.MaxPerSource = it);
        parsed.IfGiven(_repeatDays, it => options.RepeatDays = it);
        parsed.IfGiven(_carryDays, it => options.CarryDays = it);
        parsed.IfGiven(_noSections, _ => options.Sections.Clear());
        parsed.IfGiven(_section, it => DigestText.Replace(options.Sections, it.Select(DigestText.Section)));
        parsed.IfGiven(_quiet, it => options.Quiet = it.Length == 0 ? null : DigestText.Quiet(it, options.Quiet?.Days));
        parsed.IfGiven(_quietDays, it => (options.Quiet ??= new QuietOptions()).Days = it);
        parsed.IfGiven(_noHolidays, _ => options.Holidays.Clear());
        parsed.IfGiven(_holiday, it => DigestText.Replace(options.Holidays, it));
        parsed.IfGiven(_pictures, it => options.Pictures = it);
        parsed.IfGiven(_word, it => DigestText.Replace(options.Filters, it.Select((word, i) => new FilterOptions { Group = i + 1, Value = word })));
        parsed.IfGiven(_recapOf, it => DigestText.Replace(options.RecapOf, it));
    }
}
