using NodaTime;
using SummaryBot.Chat;
using SummaryBot.Summarization;

namespace SummaryBot.Digests.Corrections;

/// <summary>A message with what it takes to write it anew.</summary>
public sealed class ShownMessage
{
    public required string Nonce { get; init; }

    public required string DueLocal { get; init; }

    public required string Channel { get; init; }

    /// <summary>As JSON.</summary>
    public required string Message { get; init; }

    public required string Zone { get; init; }

    public required string Length { get; init; }

    /// <summary>What is to stand in its place, as JSON, where an edit waits; else null.</summary>
    public string? Wanted { get; init; }

    /// <summary>Of the edit that waits; 0 where none does.</summary>
    public long Version { get; init; }

    public ChannelAddress Address => ChannelAddress.TryParse(Channel)!;

    public SummaryLength SummaryLength => ChoiceText.TryParse<SummaryLength>(Length, out var length) ? length : SummaryLength.Short;

    /// <summary>Whether it may show something of one of some articles.</summary>
    public bool Names(IEnumerable<string> articleIds) => articleIds.Any(id => (Wanted ?? Message).Contains(id, StringComparison.Ordinal));

    /// <summary>The line that tells when stories were corrected.</summary>
    /// <param name="frame">In whose words.</param>
    public Correction Mark(Instant now, IReadOnlyList<int> stories, FrameWords frame)
    {
        var local = now.InZone(DateTimeZoneProviders.Tzdb[Zone]).LocalDateTime;
        var day = local.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return new Correction(
            local.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture),
            stories,
            DueLocal.StartsWith(day, StringComparison.Ordinal) ? null : frame.Date(local));
    }
}
