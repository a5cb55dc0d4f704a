using System.Data.Common;
using Dapper;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SummaryBot.Chat;
using SummaryBot.Operations;
using SummaryBot.Storage;

namespace SummaryBot.Sources;

/// <summary>Tells the administrator, once for each, which sources fail or ended, and which of them are well again.</summary>
public sealed partial class SourceNotices(
    Database database, IEnumerable<IChat> chats, IOptions<OutboxOptions> options, Secrets secrets, TimeProvider time, ILogger<SourceNotices> logger)
{
    /// <summary>Of one message; more than these are counted.</summary>
    private const int MostLines = 10;

    /// <summary>What is not told after that is no news any more.</summary>
    private static readonly TimeSpan Stale = TimeSpan.FromDays(7);

    /// <summary>The notices under way: a second attempt says the same under the same nonce.</summary>
    private IReadOnlyList<Notice> _telling = [];

    public async Task TellAsync(CancellationToken cancellationToken)
    {
        if (options.Value.AdminChannel is not { } channel
            || chats.FirstOrDefault(it => string.Equals(it.Scheme, channel.Scheme, StringComparison.Ordinal)) is not { } chat)
        {
            return;
        }

        _telling = _telling.Count > 0 ? _telling : await UntoldAsync(cancellationToken);
        if (_telling.Count == 0)
        {
            return;
        }

        var delivery = new Delivery(channel, Message(_telling), _telling[0].Nonce, Attempts: 0, time.GetUtcNow(), MayHaveArrived: false);
        if (await chat.SendAsync(delivery, cancellationToken) is SendOutcome.Sent)
        {
            await RecordToldAsync(_telling, CancellationToken.None);
            _telling = [];
        }
        else
        {
            Log.NotTold(logger, channel, _telling.Count);
        }
    }

    internal static async Task FailingAsync(DbTransaction transaction, Source source, string reason, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await AddAsync(transaction, source, "failing", reason, now, cancellationToken);
        await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "UPDATE sources SET told_at = @now WHERE id = @Id", new { now = now.ToUnixTimeMilliseconds(), source.Id }, transaction, cancellationToken: cancellationToken));
    }

    /// <summary>Where nobody was told yet that it failed, nobody is told that it is over.</summary>
    internal static async Task RecoveredAsync(DbTransaction transaction, Source source, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string Forget = "DELETE FROM source_notices WHERE source_id = @Id AND told_at IS NULL AND kind = 'failing'";
        var untold = await transaction.Connection!.ExecuteAsync(new CommandDefinition(Forget, source, transaction, cancellationToken: cancellationToken));
        if (source.Trouble is { IsTold: true } trouble && untold == 0)
        {
            await AddAsync(transaction, source, "recovered", $"well again after {Span(now - trouble.Since)}", now, cancellationToken);
        }
    }

    internal static Task EndedAsync(DbTransaction transaction, Source source, string reason, DateTimeOffset now, CancellationToken cancellationToken) =>
        AddAsync(transaction, source, "ended", reason, now, cancellationToken);

    private static Task<int> AddAsync(DbTransaction transaction, Source source, string kind, string reason, DateTimeOffset now, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "INSERT INTO source_notices (nonce, source_id, kind, reason) VALUES (@nonce, @Id, @kind, @reason)",
            new { nonce = Nonce.New(now), source.Id, kind, reason },
            transaction,
            cancellationToken: cancellationToken));

    private static string Span(TimeSpan span) => span.TotalDays >= 2 ? $"{span.TotalDays:F0} days" : $"{span.TotalHours:F0} h";

    private async Task<IReadOnlyList<Notice>> UntoldAsync(CancellationToken cancellationToken)
    {
        const string Sql = """
            SELECT n.nonce, n.kind, n.reason, s.host, n.source_id,
                coalesce((SELECT b.name FROM subscriptions AS b WHERE b.source_id = s.id ORDER BY b.id LIMIT 1), s.title, s.host) AS name
            FROM source_notices AS n JOIN sources AS s ON s.id = n.source_id
            WHERE n.told_at IS NULL AND n.nonce >= @oldest ORDER BY n.nonce
            """;
        await using var connection = await database.OpenAsync(cancellationToken);
        return [.. await connection.QueryAsync<Notice>(new CommandDefinition(
            Sql, new { oldest = Nonce.New(time.GetUtcNow() - Stale)[..11] }, cancellationToken: cancellationToken))];
    }

    private async Task RecordToldAsync(IEnumerable<Notice> told, CancellationToken cancellationToken)
    {
        var sql = $"UPDATE source_notices SET told_at = @now WHERE {database.Dialect.IsOneOf("nonce", "@nonces")}";
        var values = new { now = time.GetUtcNow().ToUnixTimeMilliseconds(), nonces = database.Dialect.List(told.Select(it => it.Nonce)) };
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(sql, values, cancellationToken: cancellationToken));
    }

    private ChatMessage Message(IReadOnlyList<Notice> notices)
    {
        var lines = notices.Take(MostLines).Select(it => secrets.Redact(Printable.Of($"{it.Name} ({it.Host}): {it.Reason}"))).ToList();
        if (notices.Count > MostLines)
        {
            lines.Add($"{notices.Count - MostLines} more: summarybot source list");
        }

        return new ChatMessage(Title(notices), lines, [], [Footnote(notices)], MessageLayout.Compact)
        {
            Buttons = NoticeButtons.Of(Language.Words.English, [.. notices.Where(it => it.Kind is not "recovered").Select(it => it.SourceId)]),
        };
    }

    private static string Title(IReadOnlyList<Notice> notices)
    {
        var parts = new[] { ("failing", "failing for a day"), ("ended", "ended"), ("recovered", "well again") }
            .Select(kind => (Count: notices.Count(it => string.Equals(it.Kind, kind.Item1, StringComparison.Ordinal)), Words: kind.Item2))
            .Where(part => part.Count > 0).Select(part => $"{part.Count} {part.Words}");
        return $"Sources: {string.Join(", ", parts)}";
    }

    private static string Footnote(IReadOnlyList<Notice> notices) => notices.Any(it => string.Equals(it.Kind, "failing", StringComparison.Ordinal))
        ? "They are visited on, and it is said here when they are well again. To look now: summarybot source test URL; to stop: summarybot source pause NAME"
        : notices.Any(it => string.Equals(it.Kind, "ended", StringComparison.Ordinal))
            ? "What ended is visited no more. Where it moved: summarybot source add URL"
            : "Nothing has to be done.";

    private sealed class Notice
    {
        public required string Nonce { get; init; }

        public required string Kind { get; init; }

        public required string Reason { get; init; }

        public required string Host { get; init; }

        public long SourceId { get; init; }

        public required string Name { get; init; }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Channel} could not be told about {Count} sources; it is tried again.")]
        public static partial void NotTold(ILogger logger, ChannelAddress channel, int count);
    }
}
