namespace SummaryBot.Discord.Tests.Interactions.Everything;

/// <summary>A clock that goes as usual from some moment on, and can be moved on: whoever waits for a moment need not be watched.</summary>
internal sealed class TownTime(DateTimeOffset start) : TimeProvider
{
    private long _ahead = (start - System.GetUtcNow()).Ticks;
    private long _passed;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + new TimeSpan(Interlocked.Read(ref _ahead));

    public override long GetTimestamp() => System.GetTimestamp() + (long)(new TimeSpan(Interlocked.Read(ref _passed)).TotalSeconds * TimestampFrequency);

    public void Advance(TimeSpan by)
    {
        Interlocked.Add(ref _ahead, by.Ticks);
        Interlocked.Add(ref _passed, by.Ticks);
    }

    /// <summary>Sets the clock of the wall; time passes on from there.</summary>
    public void Set(DateTimeOffset now) => Interlocked.Exchange(ref _ahead, (now - System.GetUtcNow()).Ticks);
}
