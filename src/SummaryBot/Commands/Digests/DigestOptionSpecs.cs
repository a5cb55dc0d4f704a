using SummaryBot.Commands.Shape;
using SummaryBot.Digests;

namespace SummaryBot.Commands.Digests;

/// <summary>The options of <c>/digest</c>.</summary>
internal static class DigestOptionSpecs
{
    /// <summary>What digests are posted in.</summary>
    public static IReadOnlyList<ChannelType> Channels { get; } =
        [ChannelType.Text, ChannelType.Announcement, ChannelType.AnnouncementThread, ChannelType.PublicThread, ChannelType.PrivateThread, ChannelType.Forum];

    /// <summary>A digest that is there.</summary>
    public static OptionSpec Name { get; } = Text("name", DigestReader.MaxNameLength) with { IsRequired = true, HasAutocomplete = true };

    public static IReadOnlyList<OptionSpec> Create { get; } =
    [
        Text("name", DigestReader.MaxNameLength) with { IsRequired = true }, Channel with { IsRequired = true }, Time with { IsRequired = true }, .. Usual,
    ];

    public static IReadOnlyList<OptionSpec> Edit { get; } =
    [
        Name, Text("rename", DigestReader.MaxNameLength), Channel, Time, .. Usual,
        OneOf("kind", "normal", "urgent", "recap"),
        Number("max_per_source", 1, 20),
        Number("repeat_days", 1, 30),
        Number("carry_days", 1, 7),
        new("pictures", OptionType.Truth),
        Text("holidays", 4000),
        Text("recap_of", 2000) with { HasAutocomplete = true },
        new("crosspost", OptionType.Truth),
        Text("tags", 110),
        Text("display_name", 80),
        Text("avatar", 2048),
        Text("color", 7),
        Text("footer", 200),
        OneOf("clear", "mention", "tags", "holidays", "sections", "recap_of", "quiet", "brand"),
    ];

    private static OptionSpec Channel => new("channel", OptionType.Channel) { ChannelTypes = Channels };

    /// <summary>One time, or several with spaces.</summary>
    private static OptionSpec Time => Text("time", 100) with { HasAutocomplete = true };

    private static IEnumerable<OptionSpec> Usual =>
    [
        Text("timezone", 64) with { HasAutocomplete = true },
        Days,
        Number("max_stories", 1, DigestReader.MaxMaxStories),
        OneOf("length", "short", "medium", "long"),
        OneOf("layout", "cards", "compact", "plain"),
        OneOf("empty", "skip", "note", "wait"),
        new("mention", OptionType.Role),
    ];

    public static OptionSpec Days => Text("days", 60) with { HasAutocomplete = true };

    public static OptionSpec Text(string name, int most) => new(name, OptionType.Text) { Min = 1, Max = most };

    public static OptionSpec Number(string name, int least, int most) => new(name, OptionType.Integer) { Min = least, Max = most };

    public static OptionSpec OneOf(string name, params IReadOnlyList<string> choices) => new(name, OptionType.Text) { Choices = choices };
}
