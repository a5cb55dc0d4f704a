namespace SummaryBot.Discord.Rest.RateLimits;

/// <summary>The one gate that every request but answers to interactions goes through: at most 50 in any second, none while Discord closed it.</summary>
/// <remarks>
/// A request keeps its place until a second after its answer. Discord counted it at some moment between the two, so it never counts more than there are places
/// in one second, however long requests are under way. The limiters of System.Threading.RateLimiting know neither a time provider nor closing.
/// </remarks>
internal sealed class GlobalGate(TimeProvider time) : IDisposable
{
    private const int Places = 50;

    /// <summary>Timers are not exact.</summary>
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1.01);

    private readonly SemaphoreSlim _places = new(Places);
    private readonly Closing _closing = new(time);

    /// <summary>How long the gate stays closed; zero where it is open.</summary>
    public TimeSpan ClosedFor => _closing.Left;

    /// <summary>Waits until one request may go out; <see cref="Leave"/> follows when it is answered.</summary>
    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        try
        {
            while (ClosedFor is { Ticks: > 0 } wait)
            {
                await Task.Delay(wait + DiscordRest.Tick, time, cancellationToken);
            }
        }
        catch
        {
            _places.Release();
            throw;
        }
    }

    public void Leave() => _ = FreeAsync();

    public void CloseFor(TimeSpan delay) => _closing.Extend(delay);

    public void Dispose() => _places.Dispose();

    private async Task FreeAsync()
    {
        await Task.Delay(Second, time, CancellationToken.None);
        _places.Release();
    }
}
