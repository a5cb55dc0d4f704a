using SummaryBot.Chat;
using SummaryBot.Commands.Filters;
using SummaryBot.Digests;
using SummaryBot.Language;

namespace SummaryBot.Commands.Digests;

/// <summary>All that a digest is set to, a line each, under the names of the options that set it.</summary>
internal static class DigestSettingLines
{
    public static IEnumerable<ReplyText> Of(Words words, Digest digest)
    {
        var (posting, editing, schedule) = (digest.Posting, digest.Editing, digest.Schedule);
        var brand = posting.Brand ?? Brand.None;
        var settings = new (string Option, object? Value)[]
        {
            ("kind", Choice(words, "kind", ChoiceText.Of(editing.Kind))),
            ("max_stories", $"{digest.MaxStories}"),
            ("length", Choice(words, "length", ChoiceText.Of(digest.Length))),
            ("layout", Choice(words, "layout", ChoiceText.Of(digest.Layout))),
            ("empty", Choice(words, "empty", ChoiceText.Of(digest.Empty))),
            ("mention", posting.MentionRole is { } role ? new ReplyPart.Role(role) : null),
            ("mode", posting.Thread is ThreadMode.None ? null : words.Plain($"digest.option.mode.per-{ChoiceText.Of(posting.Thread)}")),
            ("crosspost", posting.Crosspost ? words.Plain("digest.yes") : null),
            ("tags", Listed(posting.Tags ?? [])),
            ("max_per_source", $"{editing.MaxPerSource}"),
            ("repeat_days", $"{editing.RepeatDays}"),
            ("carry_days", $"{editing.CarryDays}"),
            ("pictures", editing.Pictures ? words.Plain("digest.yes") : null),
            ("holidays", Listed([.. schedule.Holidays.Select(it => it.ToString())])),
            ("recap_of", Listed(editing.RecapOf)),
            ("display_name", Text(brand.Name)),
            ("avatar", Text(brand.Avatar?.AbsoluteUri)),
            ("color", brand.Color is { } color ? $"#{color:X6}" : null),
            ("footer", Text(brand.Footer)),
        };
        foreach (var (option, value) in settings.Where(it => it.Value is not null))
        {
            yield return words.Of("digest.setting", ("option", words.Plain($"digest.option.{option}.name")), ("value", value));
        }

        if (schedule.Quiet is { } quiet)
        {
            yield return words.Of("digest.quietSetting", ("hours", $"{quiet.From:HH:mm}-{quiet.To:HH:mm}"), ("days", DigestWords.Days(words, quiet.Days)));
        }

        foreach (var section in editing.Sections)
        {
            yield return words.Of("digest.sectionSetting", ("name", section.Name), ("terms", string.Join(", ", section.Terms)));
        }

        foreach (var rule in editing.Filters)
        {
            yield return words.Of("digest.filterSetting", ("rule", RuleWords.Of(words, rule)), ("group", rule.Group));
        }
    }

    private static string? Choice(Words words, string option, string choice) => TextFiles.Find($"digest.option.{option}.{choice}", words.Language);

    private static string? Listed(IReadOnlyList<string> values) => values.Count == 0 ? null : string.Join(", ", values);

    private static string? Text(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
