using System.Globalization;
using SummaryBot.Sources;
using SummaryBot.Sources.Fetching;
using SummaryBot.Sources.Visits;
using SummaryBot.Storage;

namespace SummaryBot.Digests.Corrections;

/// <summary>Looks whether the pages of articles that messages quote are still there: one that is missing (404 or 410) twice within 24 hours was withdrawn.</summary>
public sealed class PageChecker(PageCheckStore store, BotStateStore state, Fetch fetch, HostGate gate, HostStore hosts, TimeProvider time)
{
    private const string AddedAt = "page_checks.added_at";

    /// <summary>Side by side; of one host two at a time.</summary>
    private const int Parallel = 8;

    /// <summary>In one run; what is more waits for the next.</summary>
    private const int Most = 200;

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Reach = TimeSpan.FromHours(24);

    /// <summary>Looks at what is due, and returns how many articles were withdrawn.</summary>
    public async Task<int> CheckAsync(CancellationToken cancellationToken)
    {
        await AddSentAsync(cancellationToken);
        var (gone, looked) = (0, 0);
        while (looked < Most && await store.ClaimAsync(Parallel, Lease, cancellationToken) is { Count: > 0 } claimed)
        {
            gone += (await Task.WhenAll(claimed.Select(check => LookAsync(check, cancellationToken)))).Count(isGone => isGone);
            looked += claimed.Count;
        }

        return gone;
    }

    private async Task AddSentAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var last = await state.ReadAsync(AddedAt, cancellationToken) is { } at
            ? DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(at, CultureInfo.InvariantCulture)) - Overlap
            : DateTimeOffset.MinValue;
        await store.AddSentAsync(last > now - Reach ? last : now - Reach, cancellationToken);
        await state.WriteAsync(AddedAt, now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), cancellationToken);
    }

    /// <returns>Whether it was withdrawn.</returns>
    private async Task<bool> LookAsync(PageCheck check, CancellationToken cancellationToken)
    {
        var outcome = check.Url is null ? null : await FetchAsync(check.Url, cancellationToken);
        var (now, openAt) = (time.GetUtcNow(), check.Url is null ? null : await hosts.ClosedUntilAsync(Source.HostOf(check.Url), cancellationToken));
        switch (outcome)
        {
            case FetchOutcome.Gone when PageCheckTimes.IsGone(check.MissingSince, now):
                await store.RecordGoneAsync(check, cancellationToken);
                return true;
            case FetchOutcome.Gone:
                var since = now - check.MissingSince < PageCheckTimes.Apart ? check.MissingSince : now;
                await store.RecordAsync(check, PageCheckTimes.Again(check.QuotedAt, now, openAt), since, cancellationToken);
                break;
            case FetchOutcome.Fetched or FetchOutcome.NotModified or FetchOutcome.Refused: // what is not read is there all the same
                await store.RecordAsync(check, PageCheckTimes.Next(check.QuotedAt, now), missingSince: null, cancellationToken);
                break;
            default:
                var next = check.Url is null ? null : PageCheckTimes.Again(check.QuotedAt, now, openAt);
                await store.RecordAsync(check, next, check.MissingSince, cancellationToken);
                break;
        }

        return false;
    }

    /// <summary>Null where the host is to be left alone.</summary>
    private async Task<FetchOutcome?> FetchAsync(Uri url, CancellationToken cancellationToken)
    {
        var host = Source.HostOf(url);
        using var turn = await gate.EnterAsync(host, cancellationToken);
        if (turn is null)
        {
            return null;
        }

        var outcome = await fetch(new FetchRequest(url, FetchKind.Page), cancellationToken);
        if (outcome is FetchOutcome.AskAgain(var after, _))
        {
            await hosts.CloseAsync(host, VisitTimes.AfterWait(time.GetUtcNow(), after), cancellationToken);
        }

        return outcome;
    }
}
