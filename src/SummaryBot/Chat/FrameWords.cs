using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using NodaTime;
using SummaryBot.Language;

namespace SummaryBot.Chat;

/// <summary>The words around an edition's stories, in one language: counts, days, reasons. What articles say stays in their own.</summary>
public sealed class FrameWords
{
    /// <summary>More outlets than these are counted, not named.</summary>
    private const int MostNamed = 3;

    private static readonly ConcurrentDictionary<string, FrameWords> All = new(StringComparer.Ordinal);

    private readonly Words _words;
    private readonly string[] _weekdays;
    private readonly string[] _months;

    /// <summary>Thousands of digests show the same stories.</summary>
    private readonly ConditionalWeakTable<StoryBlock, string> _also = [];

    private FrameWords(UiLanguage language)
    {
        _words = new Words(language);
        (_weekdays, _months) = (_words.Plain("frame.weekdays").Split(' '), _words.Plain("frame.months").Split(' '));
        UpdateMark = $"{_words.Plain("frame.update")} ";
        OtherStories = _words.Plain("frame.otherStories");
        WithdrawnNote = _words.Plain("frame.withdrawn");
    }

    public static FrameWords English { get; } = Of(UiLanguage.English);

    public static FrameWords Of(UiLanguage language) => All.GetOrAdd(language.Code, _ => new FrameWords(language));

    public UiLanguage Language => _words.Language;

    /// <summary>What stands before the headline of an update, with a space behind it.</summary>
    public string UpdateMark { get; }

    /// <summary>The heading of stories without a section that come behind others with one.</summary>
    public string OtherStories { get; }

    /// <summary>What is said of a story that was withdrawn.</summary>
    public string WithdrawnNote { get; }

    /// <summary>UTF-16 units that a story's small print costs more than in English.</summary>
    public int MoreThanEnglish => this == English ? 0 : Math.Max(0, SmallPrint - English.SmallPrint);

    private int SmallPrint => MinRead(1).Length + Why("").Length;

    /// <summary>The other outlets that tell a story: <c>also Trend, Report</c>; null where there are none.</summary>
    public string? Also(StoryBlock story) => story.Also is not { Count: > 0 } ? null : _also.GetValue(story, it =>
    {
        var names = string.Join(", ", it.Also!.Take(MostNamed));
        return it.Also!.Count <= MostNamed ? Plain("also", ("names", names)) : Plain("alsoMore", ("names", names), ("count", it.Also.Count - MostNamed));
    });

    /// <summary>When the digest has shown the story before: <c>first shown Thu 30 March</c>; null where it has not.</summary>
    public string? FirstShown(StoryBlock story) => story.Earlier is { } earlier ? Plain("firstShown", ("day", earlier.Day)) : null;

    public string WithdrawnHeadline(string? source) => source is null ? Plain("withdrawnUnnamed") : Plain("withdrawnHeadline", ("source", source));

    /// <summary><c>corrected 10:40: story 2</c>.</summary>
    public string Corrected(Correction correction)
    {
        var numbers = correction.Stories.Select(number => number.ToString(CultureInfo.InvariantCulture)).ToList();
        var stories = numbers is [var only] ? Plain("storyNumber", ("number", only)) : Plain("storyNumbers", ("numbers", Listed(numbers)));
        return correction.Day is { } day
            ? Plain("correctedDay", ("time", correction.Time), ("stories", stories), ("day", day))
            : Plain("corrected", ("time", correction.Time), ("stories", stories));
    }

    /// <param name="minutes">1 or more.</param>
    public string MinRead(int minutes) => Plain("minRead", ("minutes", minutes));

    public string Why(string reason) => Plain("why", ("reason", reason));

    /// <summary>The local day: <c>Thu 30 March</c>.</summary>
    public string Day(LocalDateTime local) => Plain("day", ("weekday", Weekday(local)), ("day", local.Day), ("month", _months[local.Month - 1]));

    /// <summary><c>30 March</c>.</summary>
    public string Date(LocalDateTime local) => Plain("date", ("day", local.Day), ("month", _months[local.Month - 1]));

    /// <summary><c>Thu</c>.</summary>
    public string Weekday(LocalDateTime local) => _weekdays[(int)local.DayOfWeek - 1];

    /// <summary>With the zone, as the publisher wrote it: <c>30 March 2023 15:57 (UTC+04:00)</c>.</summary>
    public string DateTime(DateTimeOffset at)
    {
        var time = at.ToString("HH:mm", CultureInfo.InvariantCulture);
        var zone = at.Offset == TimeSpan.Zero ? "(UTC)" : at.ToString("'(UTC'zzz')'", CultureInfo.InvariantCulture);
        var year = at.ToString("yyyy", CultureInfo.InvariantCulture);
        return $"{Plain("dateTime", ("day", at.Day), ("month", _months[at.Month - 1]), ("year", year), ("time", time))} {zone}";
    }

    /// <summary><c>Mon, Tue and Thu</c>.</summary>
    /// <param name="items">One or more.</param>
    public string Listed(IReadOnlyList<string> items) =>
        items is [var only] ? only : Plain("and", ("first", string.Join(", ", items.SkipLast(1))), ("last", items[^1]));

    /// <summary>A text of the family <c>frame</c>.</summary>
    public string Plain(string entry, params ReadOnlySpan<(string Name, object? Value)> values) => _words.Plain($"frame.{entry}", values);
}
