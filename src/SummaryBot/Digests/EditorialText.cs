using System.Globalization;
using System.Text.Json;
using SummaryBot.Digests.Filters;

namespace SummaryBot.Digests;

/// <summary>Writes how a digest chooses as <see cref="EditorialReader"/> reads it.</summary>
public static class EditorialText
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static readonly string Usual = JsonSerializer.Serialize(new EditorialOptions(), Json);

    public static EditorialOptions Of(Digest digest)
    {
        var (editing, schedule) = (digest.Editing, digest.Schedule);
        return new EditorialOptions
        {
            Kind = ChoiceText.Of(editing.Kind),
            MaxPerSource = editing.MaxPerSource,
            RepeatDays = editing.RepeatDays,
            CarryDays = editing.CarryDays,
            Filters = [.. editing.Filters.Select(Of)],
            Sections = [.. editing.Sections.Select(section => new SectionOptions { Name = section.Name, Terms = [.. section.Terms] })],
            Quiet = schedule.Quiet is { } quiet ? new QuietOptions { From = Time(quiet.From), To = Time(quiet.To), Days = quiet.Days.ToString() } : null,
            Holidays = [.. schedule.Holidays.Select(holiday => holiday.ToString())],
            Pictures = editing.Pictures,
            RecapOf = [.. editing.RecapOf],
        };
    }

    public static FilterOptions Of(FilterRule rule) => new()
    {
        Id = rule.Id,
        Group = rule.Group,
        Field = ChoiceText.Of(rule.Field),
        Op = FilterOpText.Of(rule.Op),
        Value = rule.Value,
    };

    /// <summary>As the database keeps it; null where nothing is asked for, as in most digests.</summary>
    internal static string? Write(Digest digest)
    {
        var written = JsonSerializer.Serialize(Of(digest), Json);
        return string.Equals(written, Usual, StringComparison.Ordinal) ? null : written;
    }

    internal static EditorialOptions Read(string json) => JsonSerializer.Deserialize<EditorialOptions>(json, Json)!;

    private static string Time(NodaTime.LocalTime time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
