using System.CommandLine;
using NodaTime;
using SummaryBot.Digests;

namespace SummaryBot.Host.Verbs;

/// <summary>What lists digests and their editions.</summary>
internal static class DigestListVerbs
{
    private static readonly Option<int> Limit = Common.Limit(20);
    private static readonly Option<string?> Status = new("--status") { Description = $"Only editions that are {ChoiceText.AllOf<EditionStatus>()}.", HelpName = "STATUS" };

    public static Command List() => DigestVerbs.Verb("list", "List the digests and when each is due next.", ListAsync, Common.Json);

    public static Command History() => DigestVerbs.Verb(
        "history", "List the latest editions and what became of their messages.", HistoryAsync, DigestVerbs.Name, Limit, Status, DigestVerbs.Guild, Common.Json);

    private static async Task<int> ListAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var services = await BotServices.OpenAsync(Common.Load(parsed), cancellationToken);
        var digests = await services.GetRequiredService<DigestStore>().ListAsync(cancellationToken);
        var now = Instant.FromDateTimeOffset(services.GetRequiredService<TimeProvider>().GetUtcNow());
        if (parsed.GetValue(Common.Json))
        {
            Common.WriteJson(digests.Select(digest => DigestRows.Describe(digest, now)));
            return Exit.Done;
        }

        Listing.Write(["name", "kind", "channel", "days", "times", "zone", "next due (local)", "state"], digests.Select(digest => DigestRows.Cells(digest, now)));
        return Exit.Done;
    }

    private static async Task<int> HistoryAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var status = StatusOf(parsed.GetValue(Status));
        await using var services = await BotServices.OpenAsync(Common.Load(parsed), cancellationToken);
        var digest = await DigestVerbs.FindAsync(services, parsed, cancellationToken);
        var editions = await services.GetRequiredService<EditionStore>().HistoryAsync(digest.Id, parsed.GetValue(Limit), status, cancellationToken);
        if (parsed.GetValue(Common.Json))
        {
            Common.WriteJson(editions);
            return Exit.Done;
        }

        Listing.Write(["due (local)", "status", "stories", "message", "sent (UTC)", "reason"], editions.Select(edition => new[]
        {
            edition.DueLocal,
            edition.Status,
            $"{edition.Stories}",
            edition.Delivery ?? "",
            Listing.Time(edition.SentAt),
            edition.Note,
        }));
        return Exit.Done;
    }

    private static EditionStatus? StatusOf(string? text) =>
        text is null ? null
        : ChoiceText.TryParse<EditionStatus>(text, out var status) ? status
        : throw DigestVerbs.WrongUse($"--status \"{text}\": write {ChoiceText.AllOf<EditionStatus>()}.");
}
