namespace SummaryBot.Discord.Tests.Interactions.Everything;

/// <summary>A clock that goes as usual from some moment on, and can be moved on: whoever waits for a moment need not be watched.</summary>
internal sealed class TownTime(DateTimeOffset start) : TimeProvider
{
    private long _ahead = (start - System.GetUtcNow()).Ticks;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;

    public override long GetTimestamp() => System.GetTimestamp() + (long)(Ahead.TotalSeconds * TimestampFrequency);

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ahead, by.Ticks);

    private TimeSpan Ahead => new(Interlocked.Read(ref _ahead));
}
