using System.Collections.Concurrent;

namespace SummaryBot.Sources.Visits;

/// <summary>Lets two requests at a time go to a host, half a second apart at least, and none while it asked to be left alone.</summary>
public sealed class HostGate(HostStore hosts, TimeProvider time)
{
    private static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(500);

    /// <summary>Beyond it those that nobody waits for are forgotten: people name hosts too.</summary>
    private const int MostHosts = 10_000;

    private readonly ConcurrentDictionary<string, Place> _places = new(StringComparer.Ordinal);

    /// <summary>Waits for a turn. Dispose what comes back when the answer is there.</summary>
    /// <returns>Null where the host is to be left alone.</returns>
    public async Task<IDisposable?> EnterAsync(string host, CancellationToken cancellationToken)
    {
        ForgetIdle();
        var place = _places.GetOrAdd(host, _ => new Place());
        await place.Slots.WaitAsync(cancellationToken);
        try
        {
            await WaitForGapAsync(place, cancellationToken);
            if (await hosts.ClosedUntilAsync(host, cancellationToken) is null)
            {
                return new Turn(place);
            }
        }
        catch
        {
            place.Slots.Release();
            throw;
        }

        place.Slots.Release();
        return null;
    }

    private void ForgetIdle()
    {
        if (_places.Count >= MostHosts)
        {
            var now = time.GetTimestamp();
            foreach (var idle in _places.Where(it => it.Value.IsIdle(now)))
            {
                _places.TryRemove(idle);
            }
        }
    }

    private async Task WaitForGapAsync(Place place, CancellationToken cancellationToken)
    {
        var now = time.GetTimestamp(); // whatever becomes of the clock of the wall, nobody waits longer for it
        var wait = time.GetElapsedTime(now, place.Reserve(now, (long)(Gap.TotalSeconds * time.TimestampFrequency)));
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, cancellationToken);
        }
    }

    private sealed class Place
    {
        private readonly Lock _reserving = new();
        private long _freeAt = long.MinValue;

        public SemaphoreSlim Slots { get; } = new(SourceStore.SlotsPerHost);

        public bool IsIdle(long now)
        {
            lock (_reserving)
            {
                return _freeAt <= now && Slots.CurrentCount == SourceStore.SlotsPerHost;
            }
        }

        /// <summary>The next moment that nobody else has.</summary>
        /// <param name="gap">In the unit of timestamps.</param>
        public long Reserve(long now, long gap)
        {
            lock (_reserving)
            {
                var at = Math.Max(_freeAt, now);
                _freeAt = at + gap;
                return at;
            }
        }
    }

    private sealed class Turn(Place place) : IDisposable
    {
        private int _isOver;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isOver, 1) == 0)
            {
                place.Slots.Release();
            }
        }
    }
}
