namespace SummaryBot.Discord.Rest.RateLimits;

/// <summary>Something that is closed for a while. Elapsed time counts, so a clock that is set opens and closes nothing.</summary>
internal sealed class Closing(TimeProvider time)
{
    private long _until = time.GetTimestamp();

    /// <summary>How long it stays closed; zero where it is open.</summary>
    public TimeSpan Left
    {
        get
        {
            var now = time.GetTimestamp();
            var until = Interlocked.Read(ref _until);
            return until > now ? time.GetElapsedTime(now, until) : TimeSpan.Zero;
        }
    }

    public void Set(TimeSpan delay) => Interlocked.Exchange(ref _until, After(delay));

    /// <summary>Closes it for at least that long.</summary>
    public void Extend(TimeSpan delay)
    {
        if (delay > Left)
        {
            Set(delay);
        }
    }

    private long After(TimeSpan delay) => time.GetTimestamp() + (long)Math.Ceiling(delay.TotalSeconds * time.TimestampFrequency);
}
