using NodaTime;
using SummaryBot.Digests;

namespace SummaryBot.Tests.Digests;

/// <summary>What is to become of the times of one digest: each has one edition, the first time that the bot looks and they have come.</summary>
internal sealed class SlowDigest
{
    private static readonly Duration Grace = Duration.FromHours(12);
    private readonly LocalTime _time;
    private readonly LocalDateTime _first;
    private readonly SortedDictionary<LocalDateTime, (string Status, Instant DueAt, Instant At)> _settled = [];
    private Queue<Due> _open = [];

    public SlowDigest(long id, SlowClock clock, LocalTime time, Instant now)
    {
        (Id, _time, _first) = (id, time, clock.Dues(time).First(due => due.At > now).Local);
        Follow(clock, now);
    }

    public long Id { get; }

    public Instant NextAt => _open.Peek().At;

    /// <summary>Each settled time: its edition's status, when it was due and when it was written.</summary>
    public IEnumerable<string> Settled => _settled.Select(it => Line(Due.Text(it.Key), it.Value.Status, it.Value.DueAt.ToUnixTimeMilliseconds(), it.Value.At.ToUnixTimeMilliseconds()));

    public int WrittenCount => _settled.Values.Count(it => it.Status == "written");

    public static string Line(string dueLocal, string status, long dueAt, long at) => $"{dueLocal} {status} due {dueAt} at {at}";

    /// <summary>Goes by the clock of a zone from now on: what it did not settle yet, or is still to come by this clock, is due by it; but nothing twice.</summary>
    public void Follow(SlowClock clock, Instant now) =>
        _open = new Queue<Due>(clock.Dues(_time).Where(due => (due.Local >= _first || due.At > now) && !_settled.ContainsKey(due.Local)));

    /// <summary>The bot looks.</summary>
    public void Tick(Instant now)
    {
        while (_open.Peek().At <= now)
        {
            var due = _open.Dequeue();
            var isLast = _open.Peek().At > now;
            _settled[due.Local] = (isLast && now - due.At <= Grace ? "written" : "folded", due.At, now);
        }
    }
}
