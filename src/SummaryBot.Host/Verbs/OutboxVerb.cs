using System.CommandLine;
using SummaryBot.Chat;

namespace SummaryBot.Host.Verbs;

internal static class OutboxVerb
{
    private static readonly Option<int> Limit = Common.Limit(50);

    public static Command Command()
    {
        var list = new Command(
            "list", "List deliveries: those not sent yet with their reason, then those to be corrected, then the newest sent.") { Limit, Common.Json };
        list.SetAction(ListAsync);
        return new Command("outbox", "Messages on their way.") { list };
    }

    private static async Task<int> ListAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var services = await BotServices.OpenAsync(Common.Load(parsed), cancellationToken);
        var deliveries = await services.GetRequiredService<OutboxStore>().ListAsync(parsed.GetValue(Limit), cancellationToken);
        if (parsed.GetValue(Common.Json))
        {
            Common.WriteJson(deliveries);
            return Exit.Done;
        }

        Listing.Write(["state", "digest", "due (local)", "channel", "attempts", "sent (UTC)", "next try (UTC)", "reason"], deliveries.Select(delivery => new[]
        {
            delivery.State,
            delivery.Digest,
            delivery.DueLocal,
            delivery.Channel,
            $"{delivery.Attempts}",
            Listing.Time(delivery.SentAt),
            delivery.IsSent ? Listing.Time(delivery.ChangeNextTryAt) : delivery.NextTryAt is null ? "never" : Listing.Time(delivery.NextTryAt),
            delivery.IsToBeChanged ? $"Its correction is to be made. {delivery.ChangeReason}" : delivery.Reason ?? "",
        }));
        return Exit.Done;
    }
}
