using System.Data.Common;
using Dapper;
using SummaryBot.Chat;
using SummaryBot.Language;
using SummaryBot.Operations;
using SummaryBot.Settings;
using SummaryBot.Storage;

namespace SummaryBot.Sources;

/// <summary>Tells administrators, once for each, which of their sources fail or ended, and which of them are well again.</summary>
public sealed class SourceNotices(Database database, AdminChannels admins, NoteOutbox outbox, Secrets secrets, TimeProvider time)
{
    /// <summary>Of one message; more than these are counted.</summary>
    private const int MostLines = 10;

    /// <summary>What asks for most first.</summary>
    private static readonly string[] Kinds = ["failing", "ended", "recovered"];

    /// <summary>What is not told after that is no news any more.</summary>
    private static readonly TimeSpan Stale = TimeSpan.FromDays(7);

    public async Task TellAsync(CancellationToken cancellationToken)
    {
        var untold = await UntoldAsync(cancellationToken);
        var places = await admins.GroupAsync(untold, it => it.Guild, cancellationToken);
        if (places.Count > 0)
        {
            await database.WriteAsync(transaction => TellAsync(transaction, places, cancellationToken), cancellationToken);
        }

        await outbox.SendAsync(cancellationToken);
    }

    private async Task<bool> TellAsync(DbTransaction transaction, IReadOnlyList<IGrouping<AdminPlace, Notice>> places, CancellationToken cancellationToken)
    {
        var open = await RecordToldAsync(transaction, places.SelectMany(place => place).Select(it => it.Nonce), cancellationToken);
        foreach (var place in places)
        {
            var notices = place.Where(it => open.Contains(it.Nonce)).DistinctBy(it => it.Nonce, StringComparer.Ordinal).ToList(); // the operator is told for many servers
            if (notices.Count > 0)
            {
                await outbox.AddAsync(transaction, place.Key, Message(place.Key, notices), cancellationToken);
            }
        }

        return true;
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

    /// <summary>Each once for every server that reads the source; where none does, once.</summary>
    private async Task<IReadOnlyList<Notice>> UntoldAsync(CancellationToken cancellationToken)
    {
        const string Sql = """
            SELECT n.nonce, n.kind, n.reason, s.host, n.source_id, b.guild, coalesce(b.name, s.title, s.host) AS name
            FROM source_notices AS n JOIN sources AS s ON s.id = n.source_id LEFT JOIN subscriptions AS b ON b.source_id = s.id
            WHERE n.told_at IS NULL AND n.nonce >= @oldest ORDER BY n.nonce, b.id
            """;
        await using var connection = await database.OpenAsync(cancellationToken);
        return [.. await connection.QueryAsync<Notice>(new CommandDefinition(
            Sql, new { oldest = Nonce.New(time.GetUtcNow() - Stale)[..11] }, cancellationToken: cancellationToken))];
    }

    /// <returns>Those that nobody else has told.</returns>
    private async Task<IReadOnlySet<string>> RecordToldAsync(DbTransaction transaction, IEnumerable<string> nonces, CancellationToken cancellationToken)
    {
        var sql = $"UPDATE source_notices SET told_at = @now WHERE told_at IS NULL AND {database.Dialect.IsOneOf("nonce", "@nonces")} RETURNING nonce";
        var values = new { now = time.GetUtcNow().ToUnixTimeMilliseconds(), nonces = database.Dialect.List(nonces.Distinct(StringComparer.Ordinal)) };
        return (await transaction.Connection!.QueryAsync<string>(new CommandDefinition(sql, values, transaction, cancellationToken: cancellationToken))).ToHashSet(StringComparer.Ordinal);
    }

    private ChatMessage Message(AdminPlace place, IReadOnlyList<Notice> notices)
    {
        var words = place.Words;
        var lines = notices.Take(MostLines)
            .Select(it => secrets.Redact(Printable.Of(words.Plain("note.sources.line", ("name", it.Name), ("host", it.Host), ("reason", StoredReason.Plain(words, it.Reason)))))).ToList();
        if (notices.Count > MostLines)
        {
            lines.Add(words.Plain("note.sources.more", ("count", notices.Count - MostLines), ("command", CommandOf(place, "source list"))));
        }

        return new ChatMessage(Title(words, notices), lines, [], [Footnote(place, notices)], MessageLayout.Compact)
        {
            Buttons = NoticeButtons.Of(words, [.. notices.Where(it => it.Kind is not "recovered").Select(it => it.SourceId)]),
        };
    }

    private static string Title(Words words, IReadOnlyList<Notice> notices)
    {
        var parts = Kinds.Select(kind => (Kind: kind, Count: notices.Count(it => string.Equals(it.Kind, kind, StringComparison.Ordinal))))
            .Where(part => part.Count > 0).Select(part => words.Plain($"note.sources.{part.Kind}", ("count", part.Count)));
        return words.Plain("note.sources.title", ("parts", string.Join(", ", parts)));
    }

    private static string Footnote(AdminPlace place, IReadOnlyList<Notice> notices)
    {
        var kind = Kinds.First(kind => notices.Any(it => string.Equals(it.Kind, kind, StringComparison.Ordinal)));
        return place.Words.Plain(
            $"note.sources.foot.{kind}",
            ("test", CommandOf(place, "source test URL")), ("pause", CommandOf(place, "source pause NAME")), ("add", CommandOf(place, "source add URL")));
    }

    private static string CommandOf(AdminPlace place, string command) => place.Guild.Length == 0 ? $"summarybot {command}" : $"/{command}";

    private sealed class Notice
    {
        public required string Nonce { get; init; }

        public required string Kind { get; init; }

        public required string Reason { get; init; }

        public required string Host { get; init; }

        public long SourceId { get; init; }

        public required string Name { get; init; }

        /// <summary>Who reads it; null where nobody does.</summary>
        public string? Guild { get; init; }
    }
}
