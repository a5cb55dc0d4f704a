using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SummaryBot.Chat;
using SummaryBot.Operations;

namespace SummaryBot.Digests.Reports;

/// <summary>
/// Tells the administrator, once for each, what the runs did that wrote editions: when their messages are sent, so that the links are there, or after ten minutes
/// what is missing.
/// </summary>
public sealed partial class RunReports(
    RunReportStore store, IEnumerable<IChat> chats, IOptions<OutboxOptions> options, Secrets secrets, TimeProvider time, ILogger<RunReports> logger)
{
    /// <summary>What does not fit into one message comes in the next.</summary>
    private const int MostLines = 10;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Between attempts: an instance that was cut off has not ended its own before that.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    /// <summary>What is written within it is one run, which writes page by page.</summary>
    private static readonly TimeSpan OneRun = DispatchJob.Interval;

    public async Task TellAsync(CancellationToken cancellationToken)
    {
        if (options.Value is { AdminChannel: { } channel, RunReports: true }
            && chats.FirstOrDefault(it => string.Equals(it.Scheme, channel.Scheme, StringComparison.Ordinal)) is { } chat)
        {
            var rows = await store.ListAsync(cancellationToken);
            foreach (var tried in rows.Where(it => it.Message is not null).GroupBy(it => it.Message!, StringComparer.Ordinal))
            {
                await SendAsync(chat, channel, [.. Runs([.. tried])], tried.Key, isFirst: false, cancellationToken);
            }

            await TellNewAsync(chat, channel, [.. rows.Where(it => it.Message is null)], cancellationToken);
        }
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

    private async Task TellNewAsync(IChat chat, ChannelAddress channel, IReadOnlyList<RunRow> rows, CancellationToken cancellationToken)
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
                await SendAsync(chat, channel, batch, batch[0][0].Nonce, isFirst: true, cancellationToken);
                (batch, lines) = ([], 0);
            }

            batch.Add(run);
            lines += count;
        }

        if (batch.Count > 0)
        {
            await SendAsync(chat, channel, batch, batch[0][0].Nonce, isFirst: true, cancellationToken);
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

    private async Task SendAsync(
        IChat chat, ChannelAddress channel, IReadOnlyList<IReadOnlyList<RunRow>> runs, string nonce, bool isFirst, CancellationToken cancellationToken)
    {
        IReadOnlyList<RunRow> rows = [.. runs.SelectMany(run => run)];
        if (!await store.TakeAsync(rows, nonce, Rest, cancellationToken))
        {
            return;
        }

        var lines = await LinesAsync(runs, cancellationToken);
        var message = new ChatMessage(
            lines.Count == 1 ? "Digest run" : "Digest runs", lines, [], ["What waits in the outbox: summarybot outbox list"], MessageLayout.Compact);
        var delivery = new Delivery(channel, message, nonce, isFirst ? 0 : 1, time.GetUtcNow(), MayHaveArrived: !isFirst);
        if (lines.Count == 0 || await IsToldAsync(chat, delivery, cancellationToken))
        {
            await store.ForgetAsync(rows, CancellationToken.None);
        }
        else
        {
            Log.NotTold(logger, channel, rows.Count);
        }
    }

    /// <summary>Looks for the message first where an earlier attempt may have left it there.</summary>
    private static async Task<bool> IsToldAsync(IChat chat, Delivery delivery, CancellationToken cancellationToken) =>
        (delivery.MayHaveArrived ? await chat.FindAsync(delivery, cancellationToken) : new FindOutcome.Missing()) switch
        {
            FindOutcome.Found => true,
            FindOutcome.Missing => await chat.SendAsync(delivery, cancellationToken) is SendOutcome.Sent,
            _ => false,
        };

    private async Task<IReadOnlyList<string>> LinesAsync(IReadOnlyList<IReadOnlyList<RunRow>> runs, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        foreach (var run in runs)
        {
            var editions = await EditionsAsync(run, cancellationToken);
            var guilds = editions.Select(it => it.Guild ?? "").Append("").Distinct(StringComparer.Ordinal);
            lines.AddRange(RunLines.Of(editions, await store.SourcesAsync(guilds, cancellationToken), time.GetUtcNow()).Select(secrets.Redact));
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

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Channel} could not be told about {Count} runs; it is tried again.")]
        public static partial void NotTold(ILogger logger, ChannelAddress channel, int count);
    }
}
