using System.Data.Common;
using Dapper;
using Microsoft.Extensions.Options;
using SummaryBot.Articles;
using SummaryBot.Storage;

namespace SummaryBot.Sources.Visits;

/// <summary>Writes down what a visit found: articles, first contact, the next visit and notices, all in one transaction or not at all.</summary>
internal sealed class VisitRecorder(Database database, ArticleIntake intake, IOptions<SourceOptions> options, TimeProvider time, Random random) : IDisposable
{
    private const string IsHeld = "SELECT id FROM sources WHERE id = @Id AND leased_until = @LeasedUntil";

    private readonly SemaphoreSlim _writing = new(1); // SQLite has one writer, and waiting for it here costs less than there

    private DateTimeOffset Now => time.GetUtcNow();

    public async Task<VisitReport> RecordAsync(Source source, Visit visit, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            return await database.WriteAsync(transaction => RecordAsync(transaction, source, visit, cancellationToken), cancellationToken);
        }
        finally
        {
            _writing.Release();
        }
    }

    private async Task<VisitReport> RecordAsync(DbTransaction transaction, Source source, Visit visit, CancellationToken cancellationToken)
    {
        var isHeld = $"{IsHeld} {(database.Dialect.SkipLocked.Length > 0 ? "FOR UPDATE" : "")}";
        return await transaction.Connection!.QuerySingleOrDefaultAsync<long?>(new CommandDefinition(isHeld, source, transaction, cancellationToken: cancellationToken)) is null
            ? new VisitReport(source, VisitEnd.Lost, 0, 0, "The visit took too long, and another instance has taken it over.", Now)
            : visit switch
            {
                Visit.Read read => await ReadAsync(transaction, source, read, cancellationToken),
                Visit.Unchanged same => await WellAsync(transaction, source, new Well(source.Timing, same.KnownAs, same.MovedTo, same.MaxAge), 0, 0, cancellationToken),
                Visit.Ended => await EndAsync(transaction, source, "It is gone for good (410).", cancellationToken),
                Visit.Missing => await MissingAsync(transaction, source, cancellationToken),
                Visit.AskedToWait wait => await WaitAsync(transaction, source, wait, cancellationToken),
                Visit.Failed(var reason) => await FailAsync(transaction, source, reason, missingSince: null, cancellationToken),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
    }

    private async Task<VisitReport> ReadAsync(DbTransaction transaction, Source source, Visit.Read read, CancellationToken cancellationToken)
    {
        var newItems = await TakeAsync(transaction, source, read.Items, cancellationToken);
        await ExecuteAsync(
            transaction, "UPDATE sources SET title = @Title, language = @Language WHERE id = @Id", new { read.Title, read.Language, source.Id }, cancellationToken);
        return await WellAsync(
            transaction, source, new Well(read.Timing, read.KnownAs, read.MovedTo, read.MaxAge) { IsRead = true }, read.ItemCount, newItems, cancellationToken);
    }

    /// <summary>Takes the items in, and numbers the new ones by date: <see cref="FirstContact"/> counts on it.</summary>
    private async Task<int> TakeAsync(DbTransaction transaction, Source source, IReadOnlyList<IncomingArticle> items, CancellationToken cancellationToken)
    {
        const string New = """
            SELECT x.guid FROM article_sources AS x LEFT JOIN articles AS a ON a.id = x.article_id
            WHERE x.source_id = @Id AND x.seen_at > @before ORDER BY coalesce(a.published_at, @now), a.seq DESC
            """;
        const string Last = "SELECT coalesce(max(seen_at), 0) FROM article_sources WHERE source_id = @Id";
        if (items.Count == 0)
        {
            return 0;
        }

        var connection = transaction.Connection!;
        var before = await connection.ExecuteScalarAsync<long>(new CommandDefinition(Last, source, transaction, cancellationToken: cancellationToken));
        var now = Math.Max(Now.ToUnixTimeMilliseconds(), before + 1);
        await intake.TakeAsync(transaction, items, DateTimeOffset.FromUnixTimeMilliseconds(now), cancellationToken);
        var guids = (await connection.QueryAsync<string>(new CommandDefinition(New, new { source.Id, before, now }, transaction, cancellationToken: cancellationToken))).ToList();
        const string Number = "UPDATE article_sources SET seen_at = @SeenAt WHERE source_id = @Id AND guid = @Guid";
        await ExecuteAsync(transaction, Number, guids.Select((guid, i) => new { source.Id, Guid = guid, SeenAt = now + i }).ToList(), cancellationToken);
        return guids.Count;
    }

    private async Task<VisitReport> WellAsync(DbTransaction transaction, Source source, Well well, int items, int newItems, CancellationToken cancellationToken)
    {
        const string Sql = """
            UPDATE sources SET next_visit_at = @next, interval_seconds = @interval, leased_until = 0, visited_at = @now, etag = @ETag, last_modified = @LastModified,
                body_hash = @BodyHash, timing = @timing, failures = 0, failing_since = NULL, missing_since = NULL, failure = NULL, told_at = NULL
            WHERE id = @Id
            """;
        var now = Now;
        // a backlog says nothing of how often news come
        var interval = source.VisitedAt is null && source.Wish is null ? source.Interval : VisitTimes.Interval(source.Interval, newItems, options.Value, source.Wish);
        var next = VisitTimes.AfterSuccess(now, interval, well.Timing, well.MaxAge, options.Value, Luck());
        var values = new
        {
            next = next.ToUnixTimeMilliseconds(),
            interval = (long)interval.TotalSeconds,
            now = now.ToUnixTimeMilliseconds(),
            well.KnownAs.ETag,
            well.KnownAs.LastModified,
            well.KnownAs.BodyHash,
            timing = SourceRow.Write(well.Timing),
            source.Id,
        };
        await ExecuteAsync(transaction, Sql, values, cancellationToken);
        await FirstContact.SettleAsync(transaction, source.Id, now, cancellationToken);
        await NoteGoneAsync(transaction, source, goneAt: null, cancellationToken);
        if (source.Trouble is not null)
        {
            await SourceNotices.RecoveredAsync(transaction, source, now, cancellationToken);
        }

        if (well.MovedTo is { } address)
        {
            await SourceMove.MoveAsync(transaction, source.Id, address, cancellationToken);
        }

        return new VisitReport(source, well.IsRead ? VisitEnd.Read : VisitEnd.Unchanged, items, newItems, Reason: null, next);
    }

    private async Task<VisitReport> MissingAsync(DbTransaction transaction, Source source, CancellationToken cancellationToken)
    {
        var since = source.Trouble?.MissingSince ?? Now;
        if (source.Trouble?.MissingSince is not null) // once may be a slip of the server
        {
            await NoteGoneAsync(transaction, source, Now, cancellationToken);
        }

        return Now - since >= VisitTimes.Missing
            ? await EndAsync(transaction, source, $"It was not found (404) for {VisitTimes.Missing.TotalDays:F0} days.", cancellationToken)
            : await FailAsync(transaction, source, "It is not there (404).", since, cancellationToken);
    }

    private async Task<VisitReport> WaitAsync(DbTransaction transaction, Source source, Visit.AskedToWait wait, CancellationToken cancellationToken)
    {
        await transaction.Connection!.ExecuteAsync(HostStore.CloseCommand(source.Host, wait.OpenAt, transaction, cancellationToken));
        var reason = $"Its host asks for patience ({wait.Status}) until {wait.OpenAt.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC.";
        var report = await FailAsync(transaction, source, reason, missingSince: null, cancellationToken);
        var next = Now + VisitTimes.Jittered(wait.OpenAt - Now, Luck());
        await ExecuteAsync(
            transaction, "UPDATE sources SET next_visit_at = @next WHERE id = @Id", new { next = next.ToUnixTimeMilliseconds(), source.Id }, cancellationToken);
        return report with { End = VisitEnd.Waiting, NextVisitAt = next };
    }

    private async Task<VisitReport> FailAsync(
        DbTransaction transaction, Source source, string reason, DateTimeOffset? missingSince, CancellationToken cancellationToken)
    {
        const string Sql = """
            UPDATE sources SET next_visit_at = @next, leased_until = 0, failures = @failures, failing_since = @since, missing_since = @missing, failure = @reason
            WHERE id = @Id
            """;
        var (now, failures) = (Now, (source.Trouble?.Failures ?? 0) + 1);
        var since = source.Trouble?.Since ?? now;
        var next = VisitTimes.AfterFailure(now, failures, since, options.Value, Luck());
        var values = new
        {
            next = next.ToUnixTimeMilliseconds(),
            failures = (long)failures,
            since = since.ToUnixTimeMilliseconds(),
            missing = missingSince?.ToUnixTimeMilliseconds(),
            reason,
            source.Id,
        };
        await ExecuteAsync(transaction, Sql, values, cancellationToken);
        if (now - since >= VisitTimes.Notice && source.Trouble is { IsTold: false })
        {
            await SourceNotices.FailingAsync(transaction, source, reason, now, cancellationToken);
        }

        return new VisitReport(source, VisitEnd.Failed, 0, 0, reason, next);
    }

    private async Task<VisitReport> EndAsync(DbTransaction transaction, Source source, string reason, CancellationToken cancellationToken)
    {
        await ExecuteAsync(
            transaction, "UPDATE sources SET ended = @reason, failure = @reason, leased_until = 0 WHERE id = @Id", new { reason, source.Id }, cancellationToken);
        await NoteGoneAsync(transaction, source, Now, cancellationToken);
        await SourceNotices.EndedAsync(transaction, source, reason, Now, cancellationToken);
        return new VisitReport(source, VisitEnd.Ended, 0, 0, reason, Now);
    }

    /// <summary>A page is the article itself; what a feed brought stays where it is when the feed goes.</summary>
    private static Task NoteGoneAsync(DbTransaction transaction, Source source, DateTimeOffset? goneAt, CancellationToken cancellationToken) =>
        source.Kind is SourceKind.Page ? ArticleStore.NoteGoneAsync(transaction, source.Id, goneAt, cancellationToken) : Task.CompletedTask;

    public void Dispose() => _writing.Dispose();

    private double Luck()
    {
        lock (random)
        {
#pragma warning disable CA5394 // jitter guards no secret
            return random.NextDouble(); // which is not made for several threads
#pragma warning restore CA5394
        }
    }

    private static Task<int> ExecuteAsync(DbTransaction transaction, string sql, object values, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(sql, values, transaction, cancellationToken: cancellationToken));

    /// <param name="Timing">As the source says it, now or at the last visit.</param>
    private sealed record Well(Feeds.FeedTiming Timing, Marks KnownAs, Uri? MovedTo, TimeSpan? MaxAge)
    {
        public bool IsRead { get; init; }
    }
}
