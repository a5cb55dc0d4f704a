namespace SummaryBot.Discord.Gateway;

/// <summary>
/// Which events of a session were seen, by their numbers. What comes twice is known by it; what comes out of order is not lost, because a
/// resume asks for everything after the last number without a gap before it.
/// </summary>
internal sealed class SeenEvents
{
    /// <summary>A gap that so many later events did not fill never will be.</summary>
    private const int MostAhead = 1000;

    private readonly SortedSet<int> _ahead = [];

    /// <summary>The last number before which none is missing; null before the first.</summary>
    public int? Last { get; private set; }

    /// <summary>A new session starts at this number.</summary>
    public void Start(int sequence)
    {
        Last = sequence;
        _ahead.Clear();
    }

    public bool IsNew(int sequence) => Last is not { } last || (sequence > last && !_ahead.Contains(sequence));

    public void Add(int sequence)
    {
        Last ??= sequence;
        if (sequence <= Last)
        {
            return;
        }

        _ahead.Add(sequence);
        if (_ahead.Count > MostAhead)
        {
            Last = _ahead.Min - 1;
        }

        Close();
    }

    /// <summary>Everything up to this number was sent: what has not come by now does not exist.</summary>
    public void AddAllTo(int sequence)
    {
        Last = Math.Max(Last ?? sequence, sequence);
        _ahead.RemoveWhere(it => it <= Last);
        Close();
    }

    public void Clear()
    {
        Last = null;
        _ahead.Clear();
    }

    private void Close()
    {
        while (Last is { } last && _ahead.Remove(last + 1))
        {
            Last = last + 1;
        }
    }
}
