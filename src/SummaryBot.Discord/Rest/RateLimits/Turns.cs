namespace SummaryBot.Discord.Rest.RateLimits;

/// <summary>Lets one in at a time, in the order they came. Semaphores promise no order.</summary>
internal sealed class Turns
{
    private Task _last = Task.CompletedTask;

    /// <summary>Whether nobody is in, and nobody waits.</summary>
    public bool IsFree => Volatile.Read(ref _last).IsCompleted;

    /// <summary>Waits for a turn; disposing what it returns ends the turn.</summary>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var before = Interlocked.Exchange(ref _last, ended.Task);
        try
        {
            await before.WaitAsync(cancellationToken);
            return new Turn(ended);
        }
        catch
        {
            _ = before.ContinueWith(_ => ended.TrySetResult(), TaskScheduler.Default); // whoever gives up passes the turn on
            throw;
        }
    }

    private sealed class Turn(TaskCompletionSource ended) : IDisposable
    {
        public void Dispose() => ended.TrySetResult();
    }
}
