using System.Data.Common;
using Dapper;
using SummaryBot.Articles;
using SummaryBot.Digests;
using SummaryBot.Digests.Filters;
using SummaryBot.Digests.Selection;
using SummaryBot.Sources;
using SummaryBot.Storage;

namespace SummaryBot.Health;

/// <summary>Reads what a server's health is judged by.</summary>
public sealed class HealthStore(Database database, SubscriptionStore subscriptions, SelectionStore selections, ArticleStore articles, HealthMemory memory, TimeProvider time)
{
    /// <summary>The server that a digest belongs to; digests of direct messages are their readers' own.</summary>
    private const string OfGuild = """
        FROM digests AS d LEFT JOIN channel_guilds AS k ON k.channel = d.channel
        WHERE coalesce(nullif(d.guild, ''), k.guild, '') = @guild AND d.channel NOT LIKE 'dm:%'
        """;

    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <summary>Two editions of a weekly digest, and a day.</summary>
    private static readonly TimeSpan Fortnight = TimeSpan.FromDays(15);

    public async Task<IReadOnlyList<StoredDigest>> DigestsAsync(string guild, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<DigestRow>(
            new CommandDefinition($"SELECT d.*, k.guild AS channel_guild {OfGuild} ORDER BY d.id", new { guild }, cancellationToken: cancellationToken));
        return [.. rows.Select(row => row.ToStored())];
    }

    /// <summary>Why channels take nothing, by how they are shown, and since when a message for them was tried.</summary>
    public async Task<IReadOnlyDictionary<string, (string Reason, DateTimeOffset? Since)>> RefusalsAsync(
        IEnumerable<string> channels, CancellationToken cancellationToken)
    {
        var sql = $"""
            SELECT b.channel, b.reason, (SELECT min(d.first_tried_at) FROM deliveries AS d WHERE d.channel = b.channel AND d.state = 'blocked') AS since
            FROM blocked_channels AS b WHERE {database.Dialect.IsOneOf("b.channel", "@channels")}
            """;
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<(string Channel, string Reason, long? Since)>(
            new CommandDefinition(sql, new { channels = database.Dialect.List(channels) }, cancellationToken: cancellationToken));
        return rows.ToDictionary(row => row.Channel, row => (row.Reason, Time(row.Since)), StringComparer.Ordinal);
    }

    public async Task<IReadOnlyList<SourceFacts>> SourcesAsync(string guild, CancellationToken cancellationToken)
    {
        const string More = """
            SELECT b.id, b.added_at, p.since, (SELECT max(x.seen_at) FROM article_sources AS x WHERE x.source_id = b.source_id) AS last_item,
                (SELECT a.url FROM article_sources AS x JOIN articles AS a ON a.id = x.article_id
                WHERE x.source_id = b.source_id AND a.url IS NOT NULL ORDER BY x.seen_at DESC LIMIT 1) AS article, l.found
            FROM subscriptions AS b LEFT JOIN pauses AS p ON p.kind = 'source' AND p.id = b.id LEFT JOIN feed_lookups AS l ON l.source_id = b.source_id
            WHERE b.guild = @guild
            """;
        await using var connection = await database.OpenAsync(cancellationToken);
        var more = (await connection.QueryAsync<(long Id, long AddedAt, long? Since, long? LastItem, string? Article, string? Found)>(
            new CommandDefinition(More, new { guild }, cancellationToken: cancellationToken))).ToDictionary(row => row.Id);
        return [.. (await subscriptions.ListAsync(guild, cancellationToken)).Where(it => more.ContainsKey(it.Id)).Select(it => Facts(it, more[it.Id]))];
    }

    /// <summary>Messages of the server that wait for longer than they should, without those behind a channel that takes nothing.</summary>
    public async Task<QueueFacts> QueueAsync(string guild, CancellationToken cancellationToken)
    {
        const string Age = "CASE WHEN e.written_at > q.due_at THEN e.written_at ELSE q.due_at END";
        var sql = $"""
            SELECT {Age} AS since, CASE WHEN q.attempts > 0 OR q.reason IS NOT NULL THEN q.reason END AS reason
            FROM deliveries AS q JOIN editions AS e ON e.digest_id = q.digest_id AND e.due_local = q.due_local
            WHERE q.digest_id IN (SELECT d.id {OfGuild}) AND (q.state = 'waiting' OR (q.state = 'refused' AND q.next_try_at < @Never))
                AND NOT EXISTS (SELECT 1 FROM deliveries AS b WHERE b.channel = q.channel AND b.state = 'blocked') AND {Age} < @late
            ORDER BY q.due_at, q.nonce
            """;
        var values = new { guild, late = (time.GetUtcNow() - HealthRules.LateAfter).ToUnixTimeMilliseconds(), Never = long.MaxValue };
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = (await connection.QueryAsync<(long Since, string? Reason)>(new CommandDefinition(sql, values, cancellationToken: cancellationToken))).AsList();
        return new QueueFacts(rows.Count, rows.Count == 0 ? null : Time(rows[0].Since), rows.Count == 0 ? null : rows[0].Reason);
    }

    /// <summary>Makes the late messages of a server due at once.</summary>
    public async Task HurryAsync(string guild, CancellationToken cancellationToken)
    {
        var sql = $"""
            UPDATE deliveries SET next_try_at = @now WHERE next_try_at > @now AND next_try_at < @Never AND state IN ('waiting', 'refused') AND digest_id IN (SELECT d.id {OfGuild})
            """;
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            sql, new { guild, now = time.GetUtcNow().ToUnixTimeMilliseconds(), Never = long.MaxValue }, cancellationToken: cancellationToken));
    }

    /// <summary>How many messages of each digest wait, and when one was sent last, by the digests' ids.</summary>
    public async Task<IReadOnlyDictionary<long, (int Waiting, DateTimeOffset? SentAt)>> DeliveriesAsync(string guild, CancellationToken cancellationToken)
    {
        var sql = $"""
            SELECT q.digest_id, sum(CASE WHEN q.state <> 'sent' THEN 1 ELSE 0 END) AS waiting, max(q.sent_at) AS sent
            FROM deliveries AS q WHERE q.digest_id IN (SELECT d.id {OfGuild}) GROUP BY q.digest_id
            """;
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<(long Digest, long Waiting, long? Sent)>(new CommandDefinition(sql, new { guild }, cancellationToken: cancellationToken));
        return rows.ToDictionary(row => row.Digest, row => ((int)row.Waiting, Time(row.Sent)));
    }

    public async Task<IReadOnlyList<DigestFacts>> DigestFactsAsync(string guild, IReadOnlyList<StoredDigest> digests, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var loosened = await memory.LoosenedAsync(guild, cancellationToken);
        var (rows, editions) = await EditionsAsync(connection, digests.Select(digest => digest.Id), cancellationToken);
        var recent = await RecentAsync(connection, guild, cancellationToken);
        var tested = recent.Take(DigestFacts.MostTested).ToList();
        var texts = digests.Any(digest => digest.Digest.Editing.Filters.Count > 0) ? (await articles.ReadAsync(tested, cancellationToken)).Select(FilterText.Of).ToList() : [];
        var records = await selections.ReadAsync(editions.Select(edition => edition.Selection).OfType<string>().Distinct(StringComparer.Ordinal), cancellationToken);
        return
        [
            .. digests.Where(digest => rows.ContainsKey(digest.Id)).Select(digest => // it may have been deleted meanwhile
            {
                var row = rows[digest.Id];
                var from = new[] { Time(row.CreatedAt), Time(row.LastGap), loosened.TryGetValue(digest.Id, out var at) ? at : null }.OfType<DateTimeOffset>().Max();
                var since = Math.Max(from.ToUnixTimeMilliseconds(), row.LastNews ?? 0);
                var empty = editions.Where(edition => edition.Digest == digest.Id && edition.DueAt > since).ToList();
                return WithFilters(
                    new DigestFacts(digest, from)
                    {
                        PausedSince = Time(row.Paused),
                        LastNewsAt = Time(row.LastNews),
                        EmptyEditions = empty.Count,
                        Old = Count(empty.Select(edition => edition.Selection), records, Verdict.Old),
                        Articles = recent.Count,
                    },
                    texts);
            }),
        ];
    }

    /// <summary>Whether a message of the server is being sent right now.</summary>
    public async Task<bool> IsSendingAsync(string guild, CancellationToken cancellationToken)
    {
        var sql = $"SELECT count(*) FROM deliveries WHERE state <> 'sent' AND leased_until > @now AND digest_id IN (SELECT d.id {OfGuild})";
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<long>(
            new CommandDefinition(sql, new { guild, now = time.GetUtcNow().ToUnixTimeMilliseconds() }, cancellationToken: cancellationToken)) > 0;
    }

    private static DigestFacts WithFilters(DigestFacts facts, List<FilterText> texts)
    {
        var rules = facts.Stored.Digest.Editing.Filters;
        if (rules.Count == 0)
        {
            return facts;
        }

        var filters = new FilterSet(rules);
        var against = texts.Select(text => filters.Test(text).Rule).OfType<FilterRule>().ToList();
        return facts with { Articles = texts.Count, Filtered = against.Count, Strictest = against.GroupBy(rule => rule).MaxBy(group => group.Count())?.Key };
    }

    private static int Count(IEnumerable<string?> keys, IReadOnlyDictionary<string, SelectionRecord> records, Verdict verdict) => keys.OfType<string>()
        .Select(key => records.GetValueOrDefault(key)).OfType<SelectionRecord>()
        .SelectMany(record => record.Stories).SelectMany(story => story.Articles)
        .Where(article => article.Verdict == verdict).Select(article => article.ArticleId).Distinct(StringComparer.Ordinal).Count();

    private async Task<(Dictionary<long, DigestTimes> Rows, List<(long Digest, long DueAt, string? Selection)> Editions)> EditionsAsync(
        DbConnection connection, IEnumerable<long> ids, CancellationToken cancellationToken)
    {
        var one = database.Dialect.IsOneOf("d.id", "@ids");
        var sql = $"""
            SELECT d.id, d.created_at, p.since AS paused, (SELECT max(e.due_at) FROM editions AS e WHERE e.digest_id = d.id AND e.stories > 0) AS last_news,
                (SELECT max(e.due_at) FROM editions AS e WHERE e.digest_id = d.id AND e.status IN ('skipped', 'folded')) AS last_gap
            FROM digests AS d LEFT JOIN pauses AS p ON p.kind = 'digest' AND p.id = d.id WHERE {one}
            """;
        var empties = $"""
            SELECT d.id, e.due_at, e.selection FROM digests AS d JOIN editions AS e ON e.digest_id = d.id
            WHERE {one} AND e.stories = 0 AND e.status IN ('written', 'empty') AND e.due_at >= @from
            """;
        var values = new { ids = database.Dialect.List(ids), from = (time.GetUtcNow() - Fortnight).ToUnixTimeMilliseconds() };
        var rows = await connection.QueryAsync<DigestTimes>(new CommandDefinition(sql, values, cancellationToken: cancellationToken));
        var editions = await connection.QueryAsync<(long, long, string?)>(new CommandDefinition(empties, values, cancellationToken: cancellationToken));
        return (rows.ToDictionary(row => row.Id), editions.AsList());
    }

    /// <summary>What the sources that the server may show have brought as news in the last 7 days, newest first.</summary>
    private async Task<List<string>> RecentAsync(DbConnection connection, string guild, CancellationToken cancellationToken)
    {
        const string Sql = """
            SELECT x.article_id FROM subscriptions AS b JOIN article_sources AS x ON x.source_id = b.source_id AND x.seen_at >= b.news_from AND x.seen_at >= @from
            WHERE b.guild IN (@guild, '') AND b.paused = 0 GROUP BY x.article_id ORDER BY max(x.seen_at) DESC, x.article_id
            """;
        var values = new { guild, from = (time.GetUtcNow() - Week).ToUnixTimeMilliseconds() };
        return (await connection.QueryAsync<string>(new CommandDefinition(Sql, values, cancellationToken: cancellationToken))).AsList();
    }

    private static SourceFacts Facts(SubscriptionRecord it, (long Id, long AddedAt, long? Since, long? LastItem, string? Article, string? Found) more) =>
        new(it.Id, it.SourceId, it.Name, new Uri(it.Address), string.Equals(it.Kind, ChoiceText.Of(SourceKind.Feed), StringComparison.Ordinal), Time(more.AddedAt)!.Value)
        {
            IsPaused = it.Paused != 0,
            PausedSince = Time(more.Since),
            VisitedAt = Time(it.VisitedAt),
            FailingSince = Time(it.FailingSince),
            Failure = it.Failure,
            Ended = it.Ended,
            LastItemAt = Time(more.LastItem),
            NewAddress = more.Found is null ? null : new Uri(more.Found),
            State = it.State,
            Article = Uri.TryCreate(more.Article, UriKind.Absolute, out var article) ? article : null,
        };

    private static DateTimeOffset? Time(long? milliseconds) => milliseconds is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;

    private sealed class DigestTimes
    {
        public long Id { get; init; }

        public long CreatedAt { get; init; }

        public long? Paused { get; init; }

        public long? LastNews { get; init; }

        public long? LastGap { get; init; }
    }
}
