using System.Globalization;
using SummaryBot.Digests;

namespace SummaryBot.Host.Configuration;

/// <summary>How a configured digest chooses. What cannot be read as a number becomes one that <see cref="EditorialReader"/> refuses.</summary>
internal static class ConfiguredEditing
{
    public static readonly string[] Keys =
        ["kind", "maxPerSource", "repeatDays", "carryDays", "filters", "sections", "quiet", "holidays", "pictures", "recapOf"];

    public static EditorialOptions Options(IConfigurationSection section)
    {
        var defaults = new EditorialOptions();
        var quiet = section.GetSection("quiet");
        return new EditorialOptions
        {
            Kind = section["kind"] ?? defaults.Kind,
            MaxPerSource = Number(section["maxPerSource"], defaults.MaxPerSource),
            RepeatDays = Number(section["repeatDays"], defaults.RepeatDays),
            CarryDays = Number(section["carryDays"], defaults.CarryDays),
            Filters = [.. section.GetSection("filters").GetChildren().Select(Filter)],
            Sections = [.. section.GetSection("sections").GetChildren().Select(Section)],
            Quiet = $"{quiet["from"]}{quiet["to"]}".Length > 0 ? new QuietOptions { From = quiet["from"] ?? "", To = quiet["to"] ?? "", Days = Days(quiet) } : null,
            Holidays = Texts(section, "holidays"),
            Pictures = bool.TryParse(section["pictures"], out var pictures) && pictures,
            RecapOf = Texts(section, "recapOf"),
        };
    }

    /// <summary>A line for each key inside a rule, a section or quiet hours that they do not have.</summary>
    public static IEnumerable<string> Unknown(IConfigurationSection section) =>
    [
        .. section.GetSection("filters").GetChildren().SelectMany(rule => Unknown(rule, "a filter", ["group", "field", "op", "value"])),
        .. section.GetSection("sections").GetChildren().SelectMany(it => Unknown(it, "a section", ["name", "terms"])),
        .. Unknown(section.GetSection("quiet"), "quiet", ["from", "to", "days"]),
    ];

    private static IEnumerable<string> Unknown(IConfigurationSection section, string what, string[] keys) =>
        section.GetChildren().Select(child => child.Key).Where(key => !keys.Contains(key, StringComparer.OrdinalIgnoreCase)).Select(key => $"{key}: {what} has {string.Join(", ", keys)}.");

    /// <summary>A list, or a single text where the list has one entry.</summary>
    public static List<string> Texts(IConfigurationSection section, string key) =>
        section[key] is { Length: > 0 } text ? [text] : [.. section.GetSection(key).GetChildren().Select(child => child.Value).OfType<string>()];

    private static FilterOptions Filter(IConfigurationSection rule)
    {
        var defaults = new FilterOptions();
        return new FilterOptions
        {
            Group = Number(rule["group"], defaults.Group),
            Field = rule["field"] ?? defaults.Field,
            Op = rule["op"] ?? defaults.Op,
            Value = rule["value"] ?? "",
        };
    }

    private static SectionOptions Section(IConfigurationSection section) => new() { Name = section["name"] ?? "", Terms = Texts(section, "terms") };

    private static string Days(IConfigurationSection quiet) => Texts(quiet, "days") is { Count: > 0 } days ? string.Join(',', days) : new QuietOptions().Days;

    private static int Number(string? text, int usual) =>
        text is null ? usual : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
