namespace SummaryBot.Chat;

/// <summary>How far this machine's clock is from that of a chat, as its last answer said.</summary>
public sealed class ClockWatch(TimeProvider time)
{
    /// <summary>What was heard earlier may not hold any more.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    private volatile Sample? _last;

    /// <summary>Positive where this machine is ahead; null where nothing was heard lately.</summary>
    public TimeSpan? Skew => _last is { } last && time.GetElapsedTime(last.At) < Fresh ? last.Skew : null;

    /// <param name="date">Of an answer that just came: RFC 9110, section 6.6.1, to the second.</param>
    public void Heard(DateTimeOffset date) => _last = new Sample(time.GetUtcNow() - date, time.GetTimestamp());

    private sealed record Sample(TimeSpan Skew, long At);
}
