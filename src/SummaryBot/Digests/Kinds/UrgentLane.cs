using System.Data.Common;
using NodaTime;
using SummaryBot.Chat;
using SummaryBot.Operations;
using SummaryBot.Storage;

namespace SummaryBot.Digests.Kinds;

/// <summary>
/// Posts what urgent digests let through at once. What is found waits in the database until it is posted, so that neither quiet hours nor a kill loses it; an edition
/// takes what it shows from there in its own transaction.
/// </summary>
public sealed class UrgentLane(
    Database database, DigestStore digests, UrgentStore store, UrgentWatch watch, UrgentDrafter drafter, EditionStore editions, EditionLanguages languages, OutboxStore outbox, TimeProvider time)
{
    private const int PageSize = 200;

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <summary>Looks for urgent news and posts it.</summary>
    /// <returns>How many messages that put into the outbox.</returns>
    public async Task<int> DispatchAsync(CancellationToken cancellationToken)
    {
        if (!await store.AnyAsync(cancellationToken))
        {
            return 0;
        }

        await watch.LookAsync(cancellationToken);
        var waiting = await store.WaitingAsync(cancellationToken);
        return waiting.Count == 0 ? 0 : await PostAsync(waiting, cancellationToken);
    }

    private bool IsQuiet(StoredDigest digest) => digest.Digest.Schedule is { Quiet: { } quiet, Zone: var zone } && quiet.EndAfter(Now, zone) is not null;

    private async Task<int> PostAsync(IReadOnlyList<WaitingArticle> waiting, CancellationToken cancellationToken)
    {
        using var activity = Activities.Start("urgent.post");
        var all = await digests.ListAtOnceAsync(cancellationToken);
        var have = waiting.Select(it => it.DigestId).ToHashSet();
        var channels = all.GroupBy(digest => digest.Digest.Channel)
            .Where(channel => channel.Any(digest => have.Contains(digest.Id) && !IsQuiet(digest)));
        var messages = 0;
        foreach (var page in channels.Chunk(PageSize))
        {
            messages += await database.WriteAsync(transaction => PostAsync(transaction, page, cancellationToken), cancellationToken);
        }

        return messages;
    }

    /// <summary>Posts to some channels. All urgent digests of a channel are taken together, for they share its pings; another instance may have them.</summary>
    private async Task<int> PostAsync(DbTransaction transaction, IReadOnlyList<IGrouping<ChannelAddress, StoredDigest>> channels, CancellationToken cancellationToken)
    {
        var taken = await store.TakeAsync(transaction, channels.SelectMany(channel => channel).Select(digest => digest.Id), cancellationToken);
        var free = channels.Where(channel => channel.All(digest => taken.Contains(digest.Id))).ToList();
        var ready = free.SelectMany(channel => channel).Where(digest => !IsQuiet(digest)).ToList();
        var waiting = (await store.WaitingAsync(cancellationToken)).ToLookup(it => it.DigestId);
        var frameOf = await languages.ReadAsync(cancellationToken);
        var asks = ready.Where(digest => waiting.Contains(digest.Id)).Select(digest => new EditionAsk(digest, digest.Digest.Schedule.Now(Now), Lateness: null) { Frame = frameOf(digest.Digest) }).ToList();
        var existing = await editions.ExistingAsync([.. asks.Select(ask => (ask.Digest.Id, ask.Due))], cancellationToken);
        asks.RemoveAll(ask => existing.Contains((ask.Digest.Id, ask.Due.LocalText))); // the next minute has room for one more
        if (asks.Count == 0)
        {
            return 0;
        }

        var drafts = await drafter.DraftAsync([.. asks.Select(ask => (ask, waiting[ask.Digest.Id].ToList()))], cancellationToken);
        var pings = await PingsAsync(free, cancellationToken);
        var members = free.SelectMany(channel => channel.Select(digest => (digest.Id, All: channel.Select(it => it.Id).ToHashSet()))).ToDictionary(it => it.Id, it => it.All);
        var written = drafts.Where(draft => draft.Draft.Message.Stories.Count > 0)
            .Select(draft => Pinging(draft.Draft, pings, members[draft.Draft.Ask.Digest.Id])).ToList();
        await RecordAsync(transaction, written, cancellationToken);
        await UrgentStore.RemoveWaitingAsync(transaction, drafts.SelectMany(draft => draft.Done), cancellationToken);
        return written.Count;
    }

    private async Task<PingCap> PingsAsync(List<IGrouping<ChannelAddress, StoredDigest>> channels, CancellationToken cancellationToken)
    {
        var ids = channels.SelectMany(channel => channel).Select(digest => digest.Id);
        var from = new Due((Now - Duration.FromDays(2)).InUtc().LocalDateTime, Now);
        return new PingCap(await store.PingsAsync(ids, from.LocalText, cancellationToken));
    }

    private (EditionDraft Draft, bool Pings) Pinging(EditionDraft draft, PingCap pings, IReadOnlySet<long> ofChannel)
    {
        var posting = draft.Message.Posting;
        if (posting?.MentionRole is null)
        {
            return (draft, false);
        }

        return pings.TryTake(draft.Ask.Digest.Id, ofChannel, Now, draft.Ask.Digest.Digest.Schedule.Zone)
            ? (draft, true)
            : (draft with { Message = UrgentDrafter.Silent(draft.Message) }, false);
    }

    private async Task RecordAsync(DbTransaction transaction, List<(EditionDraft Draft, bool Pings)> written, CancellationToken cancellationToken)
    {
        using var activity = Activities.Start("editions.record");
        await editions.AddAsync(transaction, [.. written.Select(it => it.Draft.As(EditionStatus.Written))], cancellationToken);
        await outbox.AddAsync(transaction, [.. written.Select(it => it.Draft.ToDelivery())], cancellationToken);
        foreach (var (draft, _) in written.Where(it => it.Pings))
        {
            await UrgentStore.RecordPingAsync(transaction, draft.Ask.Digest.Id, draft.Ask.Due, cancellationToken);
        }
    }
}
