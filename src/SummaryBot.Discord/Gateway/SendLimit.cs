namespace SummaryBot.Discord.Gateway;

/// <summary>Discord takes 120 payloads a minute on a connection and closes it at the next. Heartbeats have room of their own among them.</summary>
/// <remarks><see href="https://discord.com/developers/docs/events/gateway#rate-limiting"/></remarks>
internal sealed class SendLimit(TimeProvider time)
{
    /// <summary>Of Discord's 120; the rest is for what the way does to the spacing.</summary>
    private const int Most = 115;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly Queue<(long At, bool IsBeat)> _sent = new();
    private int _reserved = 10;

    /// <summary>Keeps room for the heartbeats of a minute.</summary>
    public void Reserve(TimeSpan beatInterval) => _reserved = (int)Math.Clamp(Math.Ceiling(Window / beatInterval) + 2, 1, Most - 5);

    /// <summary>Takes a place now, or none: then the connection is left alone.</summary>
    public bool TryTake(bool isBeat) => Take(isBeat) == TimeSpan.Zero;

    public async Task WaitAsync(bool isBeat, CancellationToken cancellationToken)
    {
        while (Take(isBeat) is { Ticks: > 0 } wait)
        {
            await Task.Delay(wait, time, cancellationToken);
        }
    }

    /// <returns>How long to wait before the next try; zero where the place is taken.</returns>
    private TimeSpan Take(bool isBeat)
    {
        lock (_gate)
        {
            while (_sent.TryPeek(out var oldest) && time.GetElapsedTime(oldest.At) >= Window)
            {
                _sent.Dequeue();
            }

            if (_sent.Count < Most && (isBeat || _sent.Count(it => !it.IsBeat) < Most - _reserved))
            {
                _sent.Enqueue((time.GetTimestamp(), isBeat));
                return TimeSpan.Zero;
            }

            return Window - time.GetElapsedTime(_sent.Peek().At) + TimeSpan.FromMilliseconds(1);
        }
    }
}
