namespace SummaryBot.TestDiscord.Gateway;

/// <summary>What goes wrong on the gateway until it heals. All of it happens on networks and at Discord.</summary>
public sealed class GatewayFaults
{
    private int _duplicates;
    private int _reorders;

    /// <summary>Nobody answers a connection.</summary>
    public bool IsDown { get; set; }

    /// <summary>New connections are accepted and hear nothing.</summary>
    public bool IsSilent { get; set; }

    /// <summary>Heartbeats go unanswered.</summary>
    public bool IsZombie { get; set; }

    /// <summary>Nothing is read of what clients send.</summary>
    public bool IsDeaf { get; set; }

    /// <summary>How late heartbeats are acknowledged.</summary>
    public TimeSpan AckDelay { get; set; }

    /// <summary>The next events come twice.</summary>
    public void Duplicate(int count) => Interlocked.Add(ref _duplicates, count);

    /// <summary>The next events come after the one that follows them.</summary>
    public void Reorder(int count) => Interlocked.Add(ref _reorders, count);

    public void Heal()
    {
        (IsDown, IsSilent, IsZombie, IsDeaf, AckDelay) = (false, false, false, false, TimeSpan.Zero);
        Interlocked.Exchange(ref _duplicates, 0);
        Interlocked.Exchange(ref _reorders, 0);
    }

    internal bool TakeDuplicate() => Take(ref _duplicates);

    internal bool TakeReorder() => Take(ref _reorders);

    private static bool Take(ref int left)
    {
        for (var now = Volatile.Read(ref left); now > 0; now = Volatile.Read(ref left))
        {
            if (Interlocked.CompareExchange(ref left, now - 1, now) == now)
            {
                return true;
            }
        }

        return false;
    }
}
