using System.Globalization;
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
            foreach (var digest in await digests.ListNewAsync(ChannelAddress.Console, cancellationToken))
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
        var next = (await digests.ListAsync(cancellationToken)).MinBy(digest => digest.NextDue.At);
        Notes.Write(next is null
            ? "No digest is set up. Add one: summarybot digest add --help"
            : $"Next: \"{next.Digest.Name}\" {Text(next)}.");
    }

    private static string Text(StoredDigest digest) => digest.NextDue == Due.Never ? digest.NextText
        : $"{digest.NextDue.DayText} at {digest.NextDue.Local.ToString("HH:mm", CultureInfo.InvariantCulture)} ({digest.Digest.Schedule.Zone.Id})";
}
