using System.Globalization;
using NodaTime;
using SummaryBot.Chat;
using SummaryBot.Digests;
using SummaryBot.Host.Configuration;
using SummaryBot.Host.Verbs;

namespace SummaryBot.Host;

/// <summary>The first thing a person sees: without a token the console digests show an edition at once, not only when they fall due.</summary>
internal sealed class FirstEdition(
    BotConfiguration configuration, DigestStore digests, DigestDispatcher dispatcher, Outbox outbox, OutboxStore deliveries, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public async Task PostAsync(CancellationToken cancellationToken)
    {
        if (configuration.DiscordToken is null)
        {
            Notes.Write(
                "No Discord token: digests for the console are shown here. The README says how to connect Discord in five minutes.");
            var now = Instant.FromDateTimeOffset(time.GetUtcNow());
            foreach (var digest in (await digests.ListNewAsync(ChannelAddress.Console, cancellationToken)).Where(digest => !digest.IsPaused(now)))
            {
                await dispatcher.DispatchNowAsync(digest, cancellationToken);
            }
        }

        await outbox.DrainAsync(cancellationToken);
        await SayNextAsync(cancellationToken);
    }

    /// <summary>Writes what is due and sends until nothing waits; false where something was refused.</summary>
    public async Task<bool> FinishAsync(CancellationToken cancellationToken)
    {
        await dispatcher.DispatchDueAsync(cancellationToken);
        return await DrainAsync(cancellationToken);
    }

    /// <summary>Sends until nothing waits; false where something was refused.</summary>
    public async Task<bool> DrainAsync(CancellationToken cancellationToken)
    {
        await outbox.DrainAsync(cancellationToken);
        while (await deliveries.CountWaitingAsync(cancellationToken) > 0)
        {
            await Task.Delay(Pause, time, cancellationToken);
            await outbox.DrainAsync(cancellationToken);
        }

        var refused = (await deliveries.ListAsync(limit: 100, cancellationToken)).Where(delivery => delivery.IsRefused).ToList();
        refused.ForEach(delivery => Notes.Write($"Not sent to {delivery.Channel}: {delivery.Reason}"));
        return refused.Count == 0;
    }

    private async Task SayNextAsync(CancellationToken cancellationToken)
    {
        var all = await digests.ListAsync(cancellationToken);
        var next = all.Select(digest => (digest.Digest, Due: digest.Upcoming().FirstOrDefault())).Where(it => it.Due is not null).OrderBy(it => it.Due!.At).FirstOrDefault();
        Notes.Write(next.Due is not null ? $"Next: \"{next.Digest.Name}\" {Text(next.Due, next.Digest.Schedule.Zone)}."
            : all.Count > 0 ? "All digests are paused. To go on: summarybot digest resume NAME"
            : "No digest is set up. Type /setup in Discord, or see: summarybot setup --help");
    }

    private static string Text(Due due, DateTimeZone zone) => due == Due.Never ? "at once"
        : $"{due.DayText} at {due.Local.ToString("HH:mm", CultureInfo.InvariantCulture)} ({zone.Id})";
}
