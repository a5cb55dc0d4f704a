using NodaTime;

namespace SummaryBot.Digests.Kinds;

/// <summary>Lets urgent digests ping three times a local day in a channel, all of its digests together.</summary>
/// <param name="pings">Digests and moments (UTC milliseconds since 1970) of the pings of the last two days.</param>
internal sealed class PingCap(IEnumerable<(long DigestId, long At)> pings)
{
    public const int MostInADay = 3;

    private readonly List<(long DigestId, long At)> _pings = [.. pings];

    /// <summary>Takes one of the pings that are left.</summary>
    /// <param name="ofChannel">All digests of the channel.</param>
    /// <param name="zone">Whose day it is.</param>
    /// <returns>False where none is left.</returns>
    public bool TryTake(long digestId, IReadOnlySet<long> ofChannel, Instant now, DateTimeZone zone)
    {
        var today = zone.AtStartOfDay(now.InZone(zone).Date).ToInstant().ToUnixTimeMilliseconds();
        if (_pings.Count(ping => ping.At >= today && ofChannel.Contains(ping.DigestId)) >= MostInADay)
        {
            return false;
        }

        _pings.Add((digestId, now.ToUnixTimeMilliseconds()));
        return true;
    }
}
