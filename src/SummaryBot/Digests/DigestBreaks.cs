using NodaTime;
using SummaryBot.Storage;

namespace SummaryBot.Digests;

/// <summary>Pauses digests and lets editions go by.</summary>
public sealed class DigestBreaks(Database database, DigestStore digests, EditionStore editions, TimeProvider time)
{
    public const int MaxSkips = 1000;

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <summary>Lets the next editions go by, instead of those that were to before.</summary>
    /// <param name="count">0 to <see cref="MaxSkips"/>.</param>
    /// <returns>The digest afterwards; null where there is none.</returns>
    public Task<StoredDigest?> SkipAsync(long id, int count, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            if (await DigestStore.LockAsync(transaction, id, cancellationToken) is { } digest)
            {
                await digests.MoveOnAsync(transaction, [new DigestMove(id, digest.NextDue, count, digest.IsWaiting)], cancellationToken);
            }

            return await DigestStore.LockAsync(transaction, id, cancellationToken);
        },
        cancellationToken);

    /// <summary>How many editions of a digest are due before a local day, <see cref="MaxSkips"/> at most.</summary>
    public static int CountBefore(StoredDigest digest, LocalDate day) =>
        (digest with { Skips = 0 }).Upcoming().TakeWhile(due => due.Local.Date < day).Take(MaxSkips).Count();

    /// <summary>Lets nothing go out for some time.</summary>
    /// <param name="until"><see cref="Instant.MaxValue"/> for until somebody resumes it.</param>
    /// <returns>The digest afterwards; null where there is none.</returns>
    public Task<StoredDigest?> PauseAsync(long id, Instant until, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            await DigestStore.SetPauseAsync(transaction, id, until, cancellationToken);
            return await DigestStore.LockAsync(transaction, id, cancellationToken);
        },
        cancellationToken);

    /// <summary>Ends a pause: the next regular time is due next, and what was due meanwhile stays skipped.</summary>
    /// <returns>The digest afterwards; null where there is none.</returns>
    public Task<StoredDigest?> ResumeAsync(long id, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            if (await DigestStore.LockAsync(transaction, id, cancellationToken) is not { } digest)
            {
                return null;
            }

            if (digest.IsPaused(Now))
            {
                var plan = DuePlan.Of(digest, Now, Duration.Zero);
                var written = await EditionStore.WrittenAsync(transaction, id, cancellationToken);
                var passed = plan.Passed.Where(it => !written.Contains(it.Due.LocalText)).Select(it => NewEdition.Passed(id, it));
                await editions.AddAsync(transaction, [.. passed], cancellationToken);
                await digests.MoveOnAsync(transaction, [new DigestMove(id, plan.Next, plan.Skips, IsWaiting: false)], cancellationToken);
                await DigestStore.SetPauseAsync(transaction, id, until: null, cancellationToken);
            }

            return await DigestStore.LockAsync(transaction, id, cancellationToken);
        },
        cancellationToken);
}
