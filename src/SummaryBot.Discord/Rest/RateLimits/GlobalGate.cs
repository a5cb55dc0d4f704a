namespace SummaryBot.Discord.Rest.RateLimits;

/// <summary>The one gate that every request but answers to interactions goes through: at most so many in any second, none while Discord closed it.</summary>
/// <remarks>
/// Discord allows 50 requests a second. The window is a little longer and the number a little smaller, because the requests of one second here may arrive
/// within less than one second there. The limiters of System.Threading.RateLimiting know neither a time provider nor closing.
/// </remarks>
internal sealed class GlobalGate(TimeProvider time) : IDisposable
{
    public const int Requests = 48;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1.05);

    private readonly SemaphoreSlim _turn = new(1);
    private readonly Queue<DateTimeOffset> _entered = new(Requests);
    private DateTimeOffset _closedUntil = DateTimeOffset.MinValue;

    /// <summary>How long the gate stays closed; zero where it is open.</summary>
    public TimeSpan ClosedFor => _closedUntil > time.GetUtcNow() ? _closedUntil - time.GetUtcNow() : TimeSpan.Zero;

    /// <summary>Waits in order of arrival until one request may go out.</summary>
    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            while (Wait() is { Ticks: > 0 } wait)
            {
                await Task.Delay(wait, time, cancellationToken);
            }

            _entered.Enqueue(time.GetUtcNow());
        }
        finally
        {
            _turn.Release();
        }
    }

    public void CloseFor(TimeSpan delay)
    {
        var until = time.GetUtcNow() + delay;
        _closedUntil = until > _closedUntil ? until : _closedUntil;
    }

    public void Dispose() => _turn.Dispose();

    private TimeSpan Wait()
    {
        while (_entered.TryPeek(out var oldest) && oldest + Window <= time.GetUtcNow())
        {
            _entered.Dequeue();
        }

        var full = _entered.Count < Requests ? TimeSpan.Zero : _entered.Peek() + Window - time.GetUtcNow();
        return full > ClosedFor ? full : ClosedFor;
    }
}
