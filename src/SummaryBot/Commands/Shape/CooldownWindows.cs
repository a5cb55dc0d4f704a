namespace SummaryBot.Commands.Shape;

/// <summary>How often somebody did something lately. It is kept in memory alone: who asked for what is written down nowhere, and a restart forgets it.</summary>
/// <remarks>A sliding window: of each name and person as many times are kept as are allowed, so the memory is bounded by <see cref="MostKept"/> windows.</remarks>
internal sealed class CooldownWindows(TimeProvider time)
{
    /// <summary>Far more than people can fill in a minute; what is forgotten beyond it lets somebody ask a few times more.</summary>
    private const int MostKept = 50_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<(string Name, string Who), Window> _windows = [];

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _windows.Count;
            }
        }
    }

    /// <summary>Counts one use in all of the windows, or in none where one of them is full.</summary>
    /// <returns>How long until the fullest has room again; null where it was counted.</returns>
    public TimeSpan? TryTake(IReadOnlyList<CooldownWindow> of)
    {
        lock (_lock)
        {
            var now = time.GetTimestamp();
            var waits = of.Select(it => Wait(it, now)).OfType<TimeSpan>().ToList();
            if (waits.Count > 0)
            {
                return waits.Max();
            }

            foreach (var it in of)
            {
                Add(it, now);
            }

            return null;
        }
    }

    private TimeSpan? Wait(CooldownWindow of, long now)
    {
        if (!_windows.TryGetValue((of.Name, of.Who), out var window))
        {
            return null;
        }

        Expire(window, now);
        return window.Times.Count < of.Most ? null : of.Within - time.GetElapsedTime(window.Times.Peek(), now);
    }

    private void Add(CooldownWindow of, long now)
    {
        if (!_windows.TryGetValue((of.Name, of.Who), out var window))
        {
            MakeRoom(now);
            _windows[(of.Name, of.Who)] = window = new Window(of.Within);
        }

        window.Times.Enqueue(now);
    }

    private void Expire(Window window, long now)
    {
        while (window.Times.TryPeek(out var oldest) && time.GetElapsedTime(oldest, now) >= window.Within)
        {
            window.Times.Dequeue();
        }
    }

    private void MakeRoom(long now)
    {
        if (_windows.Count < MostKept)
        {
            return;
        }

        foreach (var (key, window) in _windows.ToList())
        {
            Expire(window, now);
            if (window.Times.Count == 0)
            {
                _windows.Remove(key);
            }
        }

        if (_windows.Count > MostKept / 2) // else it would be looked through for every newcomer
        {
            _windows.Clear();
        }
    }

    private sealed record Window(TimeSpan Within)
    {
        /// <summary>The oldest first.</summary>
        public Queue<long> Times { get; } = new();
    }
}

/// <param name="Name">What is counted.</param>
/// <param name="Who">By whom: the id of a person or a server.</param>
/// <param name="Most">How often in <paramref name="Within"/>, 1 or more.</param>
internal sealed record CooldownWindow(string Name, string Who, int Most, TimeSpan Within);
