namespace SummaryBot.Discord.Interactions.Http;

/// <summary>The ids of requests that came lately, so that none is taken twice. One older than the window is refused for its age, so it may be forgotten.</summary>
internal sealed class SeenInteractions(TimeProvider time, TimeSpan window)
{
    /// <summary>Some 10 MB; Discord would have to send 300 a second for ten minutes.</summary>
    private const int Most = 200_000;

    private readonly Lock _gate = new();
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly Queue<(string Id, DateTimeOffset At)> _order = new();

    /// <summary>False where the id was there before, or no more can be remembered.</summary>
    public bool TryAdd(string id)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            while (_order.TryPeek(out var oldest) && now - oldest.At > window)
            {
                _ids.Remove(_order.Dequeue().Id);
            }

            if (_ids.Count >= Most || !_ids.Add(id))
            {
                return false;
            }

            _order.Enqueue((id, now));
            return true;
        }
    }
}
