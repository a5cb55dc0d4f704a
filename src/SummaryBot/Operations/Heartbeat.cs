namespace SummaryBot.Operations;

/// <summary>When the scheduler last did its work.</summary>
public sealed class Heartbeat(TimeProvider time)
{
    private long _lastBeat = time.GetTimestamp();

    public TimeSpan Age => time.GetElapsedTime(Interlocked.Read(ref _lastBeat));

    public void Beat() => Interlocked.Exchange(ref _lastBeat, time.GetTimestamp());
}
