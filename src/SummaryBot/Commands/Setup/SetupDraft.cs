using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime.Text;
using SummaryBot.Commands.Shape;
using SummaryBot.Digests;
using SummaryBot.Language;

namespace SummaryBot.Commands.Setup;

/// <summary>What somebody filled in, as it was typed.</summary>
/// <param name="Channel">As a <see cref="Chat.ChannelAddress"/> writes it.</param>
/// <param name="ChannelName">As people see it; null where unknown.</param>
/// <param name="Days"><c>mon</c> to <c>sun</c>.</param>
public sealed record SetupDraft(string Channel, string? ChannelName, string Time, string Zone, string Source, IReadOnlyList<string> Days)
{
    /// <summary>The days as they are written, Monday first.</summary>
    public static IReadOnlyList<string> Names { get; } = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    private static readonly LocalTimePattern[] Times = [.. new[] { "H:mm", "H.mm", "%H" }.Select(pattern => LocalTimePattern.CreateWithInvariantCulture(pattern))];

    /// <summary>The feeds of a page to choose among; empty where there is no choice.</summary>
    public IReadOnlyList<string> Feeds { get; init; } = [];

    /// <summary>As <c>08:00</c>; null where it is no time.</summary>
    [JsonIgnore]
    public string? TimeOfDay => Times.Select(pattern => pattern.Parse(Time.Trim())).FirstOrDefault(it => it.Success)?.Value.ToString("HH:mm", CultureInfo.InvariantCulture);

    [JsonIgnore]
    public string? ZoneId => SetupZones.Find(Zone);

    /// <param name="days"><c>daily</c>, <c>weekdays</c>, or names such as <c>mon,thu</c>; what is none of these is kept as it is, and refused.</param>
    public static SetupDraft Of(string channel, string time, string zone, string source, string days)
    {
        var read = DigestDays.TryParse(days);
        return new SetupDraft(channel, null, time, zone, source, read is null ? [days] : [.. Names.Where((_, day) => read.Include((NodaTime.IsoDayOfWeek)(day + 1)))]);
    }

    /// <summary>Null where all is well.</summary>
    public Reply? Refuse(Words words) =>
        TimeOfDay is null ? Bad(words, "time", Time, "08:00")
        : ZoneId is null ? Bad(words, "zone", Zone, "Europe/London, Asia/Baku, Europe/Istanbul")
        : Source.Trim().Length == 0 ? Bad(words, "source", Source, $"https://www.example.com, {string.Join(", ", SetupPresets.All.Keys)}")
        : DigestDays.TryParse(string.Join(',', Days)) is null ? Bad(words, "days", string.Join(' ', Days), "mon tue wed thu fri sat sun")
        : null;

    /// <summary>As a digest is set up.</summary>
    public DigestOptions ToOptions(string name, string guild)
    {
        var options = new DigestOptions { Name = name, Channel = Channel, Zone = ZoneId ?? "", Guild = guild, Times = { TimeOfDay ?? "" } };
        foreach (var day in Days)
        {
            options.Days.Add(day);
        }

        return options;
    }

    private static Reply Bad(Words words, string field, string value, string remedy) =>
        Reply.Fail(words, ErrorCode.BadField, ("field", words.Plain($"setup.form.{field}")), ("value", value), ("remedy", remedy));
}
