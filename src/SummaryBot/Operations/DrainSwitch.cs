using System.Globalization;
using SummaryBot.Storage;

namespace SummaryBot.Operations;

/// <summary>
/// Whether the bot begins nothing new, in all its instances, before it is stopped or moved: no edition is written and no source visited, while what is on its way
/// goes on being sent. It stays so over restarts, until it is switched off; then what was due meanwhile is late, as after any pause.
/// </summary>
public sealed class DrainSwitch(BotStateStore state, TimeProvider time)
{
    private const string Key = "drain";

    /// <summary>Since when; null while the bot works as usual.</summary>
    public async Task<DateTimeOffset?> SinceAsync(CancellationToken cancellationToken) =>
        long.TryParse(await state.ReadAsync(Key, cancellationToken), NumberStyles.None, CultureInfo.InvariantCulture, out var since)
            ? DateTimeOffset.FromUnixTimeMilliseconds(since) : null;

    /// <summary>Where it is on already, it is on since then.</summary>
    public async Task SetAsync(bool on, CancellationToken cancellationToken)
    {
        if (!on || await SinceAsync(cancellationToken) is null)
        {
            await state.WriteAsync(Key, on ? time.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) : "", cancellationToken);
        }
    }
}
