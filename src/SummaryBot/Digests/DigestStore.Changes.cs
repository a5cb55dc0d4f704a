using System.Data.Common;
using Dapper;
using NodaTime;

namespace SummaryBot.Digests;

public sealed partial class DigestStore
{
    /// <summary>Changes a digest as it is now, in one transaction; where its schedule changes, so does when it is due next.</summary>
    /// <returns>The digest afterwards; null where there is none.</returns>
    public Task<StoredDigest?> ChangeAsync(long id, Func<Digest, Digest> change, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            if (await LockAsync(transaction, id, cancellationToken) is not { } old)
            {
                return null;
            }

            var changed = change(old.Digest);
            if (ReferenceEquals(changed, old.Digest))
            {
                return old;
            }

            await RewriteAsync(transaction, old, changed, cancellationToken);
            if (!changed.Schedule.IsSame(old.Digest.Schedule))
            {
                await RescheduleAsync(transaction, old, changed.Schedule, cancellationToken);
            }

            return await LockAsync(transaction, id, cancellationToken);
        },
        cancellationToken);

    /// <summary>Reads a digest that nobody else changes until the transaction ends; null where there is none.</summary>
    public static async Task<StoredDigest?> LockAsync(DbTransaction transaction, long id, CancellationToken cancellationToken)
    {
        await ExecuteAsync(transaction, "UPDATE digests SET name = name WHERE id = @id", new { id }, cancellationToken);
        var row = await transaction.Connection!.QuerySingleOrDefaultAsync<DigestRow?>(
            new CommandDefinition($"{Select} WHERE id = @id", new { id }, transaction, cancellationToken: cancellationToken));
        return row?.ToStored();
    }

    /// <summary>Removes a digest with its editions and its messages that are not sent yet. What it has shown stays known by its server and name.</summary>
    public Task<bool> DeleteAsync(long id, CancellationToken cancellationToken)
    {
        const string Sql = """
            INSERT INTO shown_by_deleted (guild, digest, article_id, due_local)
            SELECT coalesce(d.guild, ''), d.name, shown.article_id, shown.due_local FROM edition_articles AS shown JOIN digests AS d ON d.id = shown.digest_id WHERE d.id = @id
            ON CONFLICT (guild, digest, article_id) DO NOTHING;
            DELETE FROM digests WHERE id = @id
            """;
        return database.WriteAsync(
            async transaction =>
            {
                var exists = await LockAsync(transaction, id, cancellationToken) is not null;
                await ExecuteAsync(transaction, Sql, new { id }, cancellationToken);
                return exists;
            },
            cancellationToken);
    }

    /// <summary>Pauses a digest; null pauses it no more.</summary>
    public static Task SetPauseAsync(DbTransaction transaction, long id, Instant? until, CancellationToken cancellationToken) => ExecuteAsync(
        transaction,
        "UPDATE digests SET paused_until = @until, paused_reason = NULL WHERE id = @id",
        new { id, until = until == Instant.MaxValue ? long.MaxValue : until?.ToUnixTimeMilliseconds() },
        cancellationToken);

    private async Task RewriteAsync(DbTransaction transaction, StoredDigest old, Digest changed, CancellationToken cancellationToken)
    {
        const string Sql = """
            UPDATE digests SET name = @Name, channel = @Channel, days = @Days, times = @Times, zone = @Zone, max_stories = @MaxStories, length = @Length,
                layout = @Layout, empty = @Empty, guild = CASE WHEN @isOfOther = 1 THEN @Guild ELSE guild END, posting = @Posting, editing = @Editing
            WHERE id = @id
            """;
        var values = new DynamicParameters(DigestRow.Of(changed, old.NextDue, time.GetUtcNow()));
        values.Add("id", old.Id);
        values.Add("isOfOther", string.Equals(changed.Guild, old.Digest.Guild, StringComparison.Ordinal) ? 0 : 1); // the channel's server is not its own word
        await ExecuteAsync(transaction, Sql, values, cancellationToken);
    }

    private async Task RescheduleAsync(DbTransaction transaction, StoredDigest old, DigestSchedule schedule, CancellationToken cancellationToken)
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var written = await EditionStore.WrittenAsync(transaction, old.Id, cancellationToken);
        var change = Reschedule.Of(old, schedule, now, local => written.Contains(Due.Text(local)));
        await editions.AddAsync(transaction, [.. change.Passed.Select(passed => NewEdition.Passed(old.Id, passed))], cancellationToken);
        var waits = old.IsWaiting && change.Next.Local == old.NextDue.Local && change.Next.At <= now;
        await MoveOnAsync(transaction, [new DigestMove(old.Id, change.Next, old.Skips, waits)], cancellationToken);
    }
}
