using Microsoft.Extensions.Options;
using SummaryBot.Chat;
using SummaryBot.Language;
using SummaryBot.Operations;
using SummaryBot.Settings;
using SummaryBot.Storage;

namespace SummaryBot.Digests.Reports;

/// <summary>
/// Tells administrators, once for each, what the runs did that wrote editions: when their messages are sent, so that the links are there, or after ten minutes
/// what is missing.
/// </summary>
public sealed class RunReports(
    Database database, RunReportStore store, AdminChannels admins, NoteOutbox outbox, IOptions<OutboxOptions> options, Secrets secrets, TimeProvider time)
{
    /// <summary>What does not fit into one message comes in the next.</summary>
    private const int MostLines = 10;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>What is written within it is one run, which writes page by page.</summary>
    private static readonly TimeSpan OneRun = DispatchJob.Interval;

    public async Task TellAsync(CancellationToken cancellationToken)
    {
        var rows = options.Value.RunReports ? await store.ListAsync(cancellationToken) : [];
        foreach (var place in await admins.GroupAsync(rows, row => row.Guild, cancellationToken))
        {
            await TellAsync(place.Key, [.. place], cancellationToken);
        }

        await outbox.SendAsync(cancellationToken);
    }

    /// <summary>Rows that follow each other closely are one run.</summary>
    private static IEnumerable<IReadOnlyList<RunRow>> Runs(IReadOnlyList<RunRow> rows)
    {
        var run = new List<RunRow>();
        foreach (var row in rows)
        {
            if (run.Count > 0 && row.WrittenAt - run[^1].WrittenAt >= OneRun.TotalMilliseconds)
            {
                yield return run;
                run = [];
            }

            run.Add(row);
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }

    private async Task TellAsync(AdminPlace place, IReadOnlyList<RunRow> rows, CancellationToken cancellationToken)
    {
        var (batch, lines) = (new List<IReadOnlyList<RunRow>>(), 0);
        foreach (var run in Runs(rows))
        {
            if (await ReadyLinesAsync(run, cancellationToken) is not { } count)
            {
                continue;
            }

            if (lines > 0 && lines + count > MostLines)
            {
                await WriteAsync(place, batch, cancellationToken);
                (batch, lines) = ([], 0);
            }

            batch.Add(run);
            lines += count;
        }

        if (batch.Count > 0)
        {
            await WriteAsync(place, batch, cancellationToken);
        }
    }

    /// <returns>How many lines it takes to tell; null where it is to be told later.</returns>
    private async Task<int?> ReadyLinesAsync(IReadOnlyList<RunRow> run, CancellationToken cancellationToken)
    {
        var age = TimeSpan.FromMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds() - run[^1].WrittenAt);
        if (age < OneRun)
        {
            return null;
        }

        var editions = await EditionsAsync(run, cancellationToken);
        return age < Patience && !editions.All(it => it.IsSent) ? null
            : editions.Count > RunLines.MostEditions ? 1 : editions.Count;
    }

    /// <summary>Another instance may tell the same.</summary>
    private async Task WriteAsync(AdminPlace place, IReadOnlyList<IReadOnlyList<RunRow>> runs, CancellationToken cancellationToken)
    {
        var lines = await LinesAsync(place.Words, runs, cancellationToken);
        var footnote = place.Words.Plain("note.run.foot", ("command", place.Guild.Length == 0 ? "summarybot outbox list" : "/log"));
        var message = new ChatMessage(place.Words.Plain("note.run.title", ("count", lines.Count)), lines, [], [footnote], MessageLayout.Compact);
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (!await store.TakeAsync(transaction, [.. runs.SelectMany(run => run)], cancellationToken))
        {
            return;
        }

        if (lines.Count > 0)
        {
            await outbox.AddAsync(transaction, place, message, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<string>> LinesAsync(Words words, IReadOnlyList<IReadOnlyList<RunRow>> runs, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        foreach (var run in runs)
        {
            var editions = await EditionsAsync(run, cancellationToken);
            var guilds = editions.Select(it => it.Guild ?? "").Append("").Distinct(StringComparer.Ordinal);
            lines.AddRange(RunLines.Of(words, editions, await store.SourcesAsync(guilds, cancellationToken), time.GetUtcNow()).Select(secrets.Redact));
        }

        return lines;
    }

    private async Task<List<RunEdition>> EditionsAsync(IReadOnlyList<RunRow> run, CancellationToken cancellationToken)
    {
        var editions = new List<RunEdition>();
        foreach (var row in run)
        {
            editions.AddRange(await store.EditionsAsync(row, cancellationToken));
        }

        return editions;
    }
}
