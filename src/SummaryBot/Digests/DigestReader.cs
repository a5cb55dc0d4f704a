using SummaryBot.Chat;
using SummaryBot.Summarization;

namespace SummaryBot.Digests;

/// <summary>Checks what somebody wrote of a digest. A fault is one line: which key, what it holds, what it may hold.</summary>
public static class DigestReader
{
    public const int MaxNameLength = 64;
    public const int MaxMaxStories = 20;
    private const int MaxTags = 5;
    private const int MaxTagLength = 20;

    public static DigestReadResult Read(DigestOptions options)
    {
        var faults = new List<string>();
        var channel = ChannelAddress.TryParse(options.Channel);
        var check = new FaultList(faults);
        check.That(IsName(options.Name), "name", options.Name, $"one line of 1 to {MaxNameLength} characters");
        check.That(channel is not null, "channel", Shown(options.Channel), "console, file:PATH, the id of a Discord channel (17 to 20 digits), or the address of a Discord webhook");
        var schedule = ScheduleReader.Read(options, check);
        check.That(options.MaxStories is >= 1 and <= MaxMaxStories, "maxStories", $"{options.MaxStories}", $"1 to {MaxMaxStories}");
        var length = Choice<SummaryLength>("length", options.Length);
        var layout = Choice<MessageLayout>("layout", options.Layout);
        var empty = Choice<EmptyEdition>("empty", options.Empty);
        var thread = Choice<ThreadMode>("thread", options.Thread);
        var brand = BrandReader.Read(options.Brand, faults);
        var editing = EditorialReader.Read(options.Editing, faults);
        check.That(
            channel?.Scheme is not ChannelAddress.Direct || editing.Kind is DigestKind.Personal,
            "channel", options.Channel, "a channel; direct messages are for what a person follows (summarybot follow add)");
        check.That(IsId(options.Guild), "guild", options.Guild, "the id of a Discord server (17 to 20 digits), or nothing");
        check.That(IsId(options.Mention), "mention", options.Mention, "the id of a role (17 to 20 digits), or nothing");
        check.That(
            options.Tags.Count <= MaxTags && options.Tags.All(tag => tag.Length is > 0 and <= MaxTagLength && !tag.Any(char.IsControl)),
            "tags",
            string.Join(' ', options.Tags),
            $"{MaxTags} tags at most, each by its name or id");
        if (faults.Count > 0)
        {
            return new DigestReadResult.Faulty(faults);
        }

        return new DigestReadResult.Read(new Digest(options.Name, channel!, schedule!, options.MaxStories, length, layout, empty)
        {
            Guild = options.Guild.Length == 0 ? null : options.Guild,
            Posting = new Posting(
                brand == Brand.None ? null : brand,
                options.Mention.Length == 0 ? null : options.Mention,
                thread,
                options.Tags.Count == 0 ? null : [.. options.Tags],
                options.Crosspost),
            Editing = editing,
        });

        T Choice<T>(string key, string value)
            where T : struct, Enum
        {
            check.That(ChoiceText.TryParse<T>(value, out var choice), key, value, ChoiceText.AllOf<T>());
            return choice;
        }
    }

    private static bool IsId(string text) => text.Length == 0 || ChannelAddress.IsSnowflake(text);

    /// <summary>What may be a mistyped webhook is shown without what may be its token.</summary>
    private static string Shown(string channel) => channel.Contains("webhook", StringComparison.OrdinalIgnoreCase) ? "webhook…" : channel;

    private static bool IsName(string name) =>
        !string.IsNullOrWhiteSpace(name) && name.Length <= MaxNameLength && !name.Any(char.IsControl);
}

public abstract record DigestReadResult
{
    public sealed record Read(Digest Digest) : DigestReadResult;

    /// <summary>One line each: key, value, remedy.</summary>
    public sealed record Faulty(IReadOnlyList<string> Faults) : DigestReadResult;
}
