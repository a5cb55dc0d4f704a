using System.Data.Common;
using Microsoft.Extensions.Options;
using NodaTime;
using SummaryBot.Chat;
using SummaryBot.Digests.Kinds;
using SummaryBot.Digests.Reports;
using SummaryBot.Operations;
using SummaryBot.Storage;
using SummaryBot.Stories;

namespace SummaryBot.Digests;

/// <summary>Turns due digests into editions and deliveries: both in one transaction, so that neither is there without the other.</summary>
public sealed class DigestDispatcher(
    Database database,
    DigestStore digests,
    EditionStore editions,
    EditionDrafter drafter,
    KindDrafters kinds,
    UrgentLane urgent,
    StoryAssigner assigner,
    EditionLanguages languages,
    OutboxStore outbox,
    RunReportStore reports,
    IOptions<DispatchOptions> options,
    TimeProvider time)
{
    /// <summary>Due digests in one transaction: enough to make its end cheap, few enough that other writers need not wait long.</summary>
    private const int PageSize = 2500;

    /// <summary>Of assigning before editions are written: a few seconds at most, so that those go out in time. What still waits is a story of its own.</summary>
    private const int MaxRounds = 10;

    private readonly Instant _startedAt = Instant.FromDateTimeOffset(time.GetUtcNow());

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <summary>Writes every edition that is due, and returns how many messages that put into the outbox.</summary>
    public async Task<int> DispatchDueAsync(CancellationToken cancellationToken)
    {
        using var activity = Activities.Start("digests.dispatch");
        await assigner.AssignAsync(MaxRounds, cancellationToken);
        var messages = 0;
        var page = new Page(0, 0, PageSize);
        var drafting = new Lazy<Task<EditionDrafting>>(() => drafter.BeginAsync(cancellationToken));
        while (page.Taken == PageSize)
        {
            page = await database.WriteAsync(
                transaction => DispatchPageAsync(transaction, page.LastId, drafting, cancellationToken), cancellationToken);
            messages += page.Messages;
        }

        return messages + await urgent.DispatchAsync(cancellationToken);
    }

    /// <summary>Writes an edition of one digest now, whatever its schedule says.</summary>
    /// <returns>The message put into the outbox; null where there is no news or this minute has an edition already.</returns>
    public async Task<ChatMessage?> DispatchNowAsync(StoredDigest digest, CancellationToken cancellationToken)
    {
        var drafting = await BeginAsync(cancellationToken);
        return await database.WriteAsync(
            async transaction =>
            {
                if (!await digests.TakeAsync(transaction, digest.Id, cancellationToken))
                {
                    return null;
                }

                var drafts = await DraftNewAsync(() => Task.FromResult(drafting), [await AskAtAsync(digest, Now, cancellationToken)], cancellationToken);
                var written = drafts.Where(draft => draft.Message.Stories.Count > 0).ToList();
                await RecordAsync(transaction, written, [], cancellationToken);
                return written.SingleOrDefault()?.Message;
            },
            cancellationToken);
    }

    /// <summary>The message that <see cref="DispatchNowAsync"/> would send; changes nothing at all.</summary>
    public Task<EditionDraft> PreviewAsync(StoredDigest digest, CancellationToken cancellationToken) => PreviewAsync(digest, Now, cancellationToken);

    /// <summary>The message of an edition at some time, of the news that are known now; changes nothing at all.</summary>
    public async Task<EditionDraft> PreviewAsync(StoredDigest digest, Instant at, CancellationToken cancellationToken)
    {
        var foreseen = await assigner.ForeseeAsync(MaxRounds, cancellationToken);
        var drafting = await drafter.BeginAsync(foreseen, cancellationToken);
        return (await kinds.DraftAsync(() => Task.FromResult(drafting), [await AskAtAsync(digest, at, cancellationToken)], cancellationToken))[0];
    }

    private async Task<EditionDrafting> BeginAsync(CancellationToken cancellationToken)
    {
        await assigner.AssignAsync(MaxRounds, cancellationToken);
        return await drafter.BeginAsync(cancellationToken);
    }

    private async Task<EditionAsk> AskAtAsync(StoredDigest digest, Instant at, CancellationToken cancellationToken) =>
        new(digest, digest.Digest.Schedule.Now(at), Lateness: null) { Frame = (await languages.ReadAsync(cancellationToken))(digest.Digest) };

    private async Task<Page> DispatchPageAsync(
        DbTransaction transaction, long afterId, Lazy<Task<EditionDrafting>> drafting, CancellationToken cancellationToken)
    {
        var due = await digests.TakeDueAsync(transaction, afterId, PageSize, cancellationToken);
        if (due.Count == 0)
        {
            return new Page(afterId, 0, 0);
        }

        var now = Now;
        var grace = Duration.FromTimeSpan(options.Value.Grace);
        var awake = due.Where(digest => digest.Digest.Schedule.QuietUntil(now) is null); // what is late, or waits for news, goes out after the quiet hours
        var plans = awake.Select(digest => (Digest: digest, Plan: DuePlan.Of(digest, now, grace))).ToList();
        var frameOf = await languages.ReadAsync(cancellationToken);
        var asks = plans.Where(it => it.Plan.Edition is not null).Select(it => Ask(it.Digest, it.Plan.Edition!, now, frameOf(it.Digest.Digest)));
        var drafts = await DraftNewAsync(() => drafting.Value, [.. asks], cancellationToken);
        var waiting = drafts.Where(draft => Fate(draft) is null).Select(draft => draft.Ask.Digest.Id).ToHashSet();
        var passed = await PassedAsync(plans, cancellationToken);
        await RecordAsync(transaction, [.. drafts.Where(draft => Fate(draft) is not null)], passed, cancellationToken);
        var moves = plans.Select(it => waiting.Contains(it.Digest.Id)
            ? new DigestMove(it.Digest.Id, it.Plan.Edition!, it.Plan.Skips, IsWaiting: true)
            : new DigestMove(it.Digest.Id, it.Plan.Next, it.Plan.Skips, IsWaiting: false));
        await digests.MoveOnAsync(transaction, moves, cancellationToken);
        return new Page(due[^1].Id, drafts.Count(draft => Fate(draft) == EditionStatus.Written), due.Count);
    }

    private EditionAsk Ask(StoredDigest digest, Due due, Instant now, FrameWords frame) =>
        new(digest, due, Lateness.Text(due, now, _startedAt, digest.IsWaiting && due == digest.NextDue, frame)) { Frame = frame };

    /// <summary>Somebody may have asked for an edition in the very minute of one that goes by.</summary>
    private async Task<IReadOnlyList<NewEdition>> PassedAsync(IReadOnlyList<(StoredDigest Digest, DuePlan Plan)> plans, CancellationToken cancellationToken)
    {
        var passed = plans.SelectMany(it => it.Plan.Passed.Select(due => (it.Digest.Id, due.Due, Passed: due))).ToList();
        var existing = passed.Count == 0 ? null : await editions.ExistingAsync([.. passed.Select(it => (it.Id, it.Due))], cancellationToken);
        return [.. passed.Where(it => !existing!.Contains((it.Id, it.Due.LocalText))).Select(it => NewEdition.Passed(it.Id, it.Passed))];
    }

    /// <summary>Drafts the editions that do not exist yet: somebody may have asked for one in the very minute of the schedule.</summary>
    private async Task<IReadOnlyList<EditionDraft>> DraftNewAsync(
        Func<Task<EditionDrafting>> drafting, IReadOnlyList<EditionAsk> asks, CancellationToken cancellationToken)
    {
        var existing = await editions.ExistingAsync([.. asks.Select(ask => (ask.Digest.Id, ask.Due))], cancellationToken);
        var missing = asks.Where(ask => !existing.Contains((ask.Digest.Id, ask.Due.LocalText))).ToList();
        return missing.Count == 0 ? [] : await kinds.DraftAsync(drafting, missing, cancellationToken);
    }

    private async Task RecordAsync(
        DbTransaction transaction, IReadOnlyList<EditionDraft> drafts, IReadOnlyList<NewEdition> passed, CancellationToken cancellationToken)
    {
        using var activity = Activities.Start("editions.record");
        await editions.AddAsync(transaction, [.. drafts.Select(Edition), .. passed], cancellationToken);
        var deliveries = drafts.Where(draft => Fate(draft) == EditionStatus.Written).Select(draft => draft.ToDelivery()).ToList();
        await outbox.AddAsync(transaction, deliveries, cancellationToken);
        await reports.AddAsync(transaction, deliveries, cancellationToken);
    }

    private static NewEdition Edition(EditionDraft draft) =>
        draft.As(Fate(draft)!.Value) with { Reason = draft.Message.Stories.Count > 0 ? null : "There was no new story." };

    /// <summary>What becomes of a drafted edition; null where it waits for news.</summary>
    private static EditionStatus? Fate(EditionDraft draft) => (draft.Message.Stories.Count, draft.Ask.Digest.Digest.Empty) switch
    {
        ( > 0, _) or (_, EmptyEdition.Note) => EditionStatus.Written,
        (_, EmptyEdition.Skip) => EditionStatus.Empty,
        _ => null,
    };

    /// <param name="Taken">Due digests in the page; fewer than <see cref="PageSize"/> in the last one.</param>
    private sealed record Page(long LastId, int Messages, int Taken);
}
