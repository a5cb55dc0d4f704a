using Dapper;
using SummaryBot.Commands.Shape;
using SummaryBot.Health;
using SummaryBot.Language;
using SummaryBot.Sources;
using SummaryBot.Sources.Visits;
using SummaryBot.Storage;
using SummaryBot.Undo;

namespace SummaryBot.Commands.Health;

/// <summary>Gets a source of one server read again.</summary>
public sealed class SourceRepairs(
    Database database, SubscriptionStore subscriptions, SourceStore sources, SourceAddress addresses, FeedLookup lookup, VisitPool visits, UndoLog undo, TimeProvider time)
{
    /// <summary>What takes longer goes on without the answer.</summary>
    private static readonly TimeSpan VisitWithin = TimeSpan.FromSeconds(20);

    public static UndoRows DigestRows(long id) =>
        new("digests", "id = @key", id, "id") { Moving = ["next_due_at", "next_due_local", "selection", "skips", "waits"] };

    public static UndoRows SubscriptionRows(long id) => new("subscriptions", "id = @key", id, "id") { Moving = ["news_from"] };

    /// <summary>Since when it was paused.</summary>
    public static UndoRows PauseRows(bool ofDigest, long id) => new("pauses", ofDigest ? "kind = 'digest' AND id = @key" : "kind = 'source' AND id = @key", id, "kind", "id");

    /// <summary>Visits a source now, also one that had ended.</summary>
    public async Task<ReplyText> RetryAsync(CommandCall call, HealthFacts facts, Finding finding, CancellationToken cancellationToken)
    {
        var source = facts.Sources.Single(it => it.Id == finding.Id);
        await using (var connection = await database.OpenAsync(cancellationToken))
        {
            await connection.ExecuteAsync(new CommandDefinition("UPDATE sources SET ended = NULL WHERE id = @SourceId", new { source.SourceId }, cancellationToken: cancellationToken));
        }

        await VisitAsync(source.SourceId, cancellationToken);
        return call.Words.Of("health.done.readable", ("name", source.Name));
    }

    /// <summary>Asks the site again which feed it names.</summary>
    public Task<Uri?> LookAsync(HealthFacts facts, Finding finding, CancellationToken cancellationToken) =>
        lookup.LookAsync(facts.Sources.Single(it => it.Id == finding.Id), cancellationToken);

    /// <summary>Reads the source at the address that its site names, and visits it there.</summary>
    public async Task<(ReplyText Outcome, string? UndoId)> UseAsync(CommandCall call, HealthFacts facts, Finding finding, CancellationToken cancellationToken)
    {
        var source = facts.Sources.Single(it => it.Id == finding.Id);
        var (id, undoId) = await undo.KeepAsync(
            call,
            call.Words.Plain("health.undo.address", ("name", source.Name)),
            [SubscriptionRows(source.Id)],
            () => addresses.ReplaceAsync(source.Id, source.NewAddress!, cancellationToken),
            cancellationToken);
        if (id is { } read)
        {
            await VisitAsync(read, cancellationToken);
        }

        return (call.Words.Of("health.done.address", ("name", source.Name), ("address", source.NewAddress!.AbsoluteUri)), undoId);
    }

    public async Task<(ReplyText Outcome, string? UndoId)> PauseAsync(CommandCall call, Finding finding, CancellationToken cancellationToken)
    {
        var (_, undoId) = await undo.KeepAsync(
            call,
            call.Words.Plain("health.undo.pause", ("name", finding.Of)),
            [SubscriptionRows(finding.Id)],
            async () =>
            {
                await subscriptions.PauseAsync(finding.Id, cancellationToken);
                return true;
            },
            cancellationToken);
        return (call.Words.Of("health.done.paused", ("name", finding.Of)), undoId);
    }

    public Task ResumeAsync(long subscription, CancellationToken cancellationToken) => subscriptions.ResumeAsync(subscription, cancellationToken);

    private async Task VisitAsync(long source, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(VisitWithin, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await visits.VisitAllAsync(await sources.MakeDueAsync([source], either.Token), report: null, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // the visits of the bot itself go on with it
        }
    }
}
