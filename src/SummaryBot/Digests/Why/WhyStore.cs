using Dapper;
using SummaryBot.Articles;
using SummaryBot.Chat;
using SummaryBot.Digests.Selection;
using SummaryBot.Storage;

namespace SummaryBot.Digests.Why;

/// <summary>Gathers what decides why an article is in digests: each question is asked once for all of them.</summary>
public sealed class WhyStore(Database database)
{
    private const long Never = long.MaxValue;

    /// <summary>In the order of the digests.</summary>
    public async Task<IReadOnlyList<WhyFacts>> FactsAsync(StoredArticle article, IReadOnlyList<StoredDigest> digests, CancellationToken cancellationToken)
    {
        var values = new { id = article.Article.Id, ids = database.Dialect.List(digests.Select(it => it.Id)) };
        var sightings = await QueryAsync<Sighting>(Sightings, values, cancellationToken);
        var subscriptions = (await QueryAsync<SubscriptionRow>(Subscriptions, values, cancellationToken)).ToLookup(it => it.Guild, StringComparer.Ordinal);
        var waits = (await QueryAsync<long>(Waiting, values, cancellationToken)).Count > 0;
        var messages = (await QueryAsync<MessageRow>(Messages, values, cancellationToken)).ToLookup(it => it.DigestId);
        var candidacies = await CandidaciesAsync(article.Article.Id, digests, cancellationToken);
        var states = (await QueryAsync<StateRow>(States, values, cancellationToken)).ToDictionary(it => it.Id);
        var seen = sightings.Select(it => new WhySighting(it.SourceId, Printable.Of(it.Source), At(it.SeenAt))).ToList();
        return [.. digests.Select(digest => new WhyFacts(digest, article, seen, waits)
        {
            Subscriptions = [.. new[] { "", digest.Digest.Guild }.OfType<string>().Distinct(StringComparer.Ordinal).SelectMany(guild => subscriptions[guild]).Select(it => it.ToSubscription())],
            Candidacy = candidacies.GetValueOrDefault(digest.Id),
            Message = messages[digest.Id].FirstOrDefault()?.ToMessage(),
            LastEditionAt = states.GetValueOrDefault(digest.Id)?.LastEditionAt is { } last ? At(last) : null,
            PausedUntil = states.GetValueOrDefault(digest.Id)?.PausedUntil switch { null => null, Never => DateTimeOffset.MaxValue, { } until => At(until) },
        })];
    }

    /// <summary>The article that an item of a source was, whether it is stored or forgotten; null where no source has shown it.</summary>
    public async Task<string?> ShownAtAsync(IEnumerable<string> guids, CancellationToken cancellationToken) => await QueryAsync<string>(
        $"SELECT article_id FROM article_sources WHERE {database.Dialect.IsOneOf("guid", "@guids")} ORDER BY seen_at DESC LIMIT 1",
        new { guids = database.Dialect.List(guids) },
        cancellationToken) is [var newest, ..] ? newest : null;

    /// <summary>Whether an article of that id was stored once and is forgotten.</summary>
    public async Task<bool> IsForgottenAsync(string id, CancellationToken cancellationToken) =>
        (await QueryAsync<string>("SELECT id FROM seen_articles WHERE id = @id", new { id }, cancellationToken)).Count > 0;

    /// <summary>The sources that cannot be read now, each with its reason.</summary>
    /// <param name="host">Of these alone; null for all.</param>
    public async Task<IReadOnlyList<string>> FailingAsync(string? host, int limit, CancellationToken cancellationToken)
    {
        const string Sql = """
            SELECT coalesce((SELECT b.name FROM subscriptions AS b WHERE b.source_id = s.id ORDER BY b.id LIMIT 1), s.title, s.host) AS name, s.host,
                coalesce(s.ended, s.failure) AS reason
            FROM sources AS s WHERE (s.failing_since IS NOT NULL OR s.ended IS NOT NULL) AND (@host IS NULL OR s.host = @host) ORDER BY s.failing_since DESC, s.id LIMIT @limit
            """;
        var rows = await QueryAsync<(string Name, string Host, string? Reason)>(Sql, new { host, limit }, cancellationToken);
        return [.. rows.Select(row => Printable.Of($"{row.Name} ({row.Host}): {row.Reason}"))];
    }

    private const string Sightings = """
        SELECT x.source_id, coalesce(s.title, s.host, 'a source that is known no more') AS source, min(x.seen_at) AS seen_at
        FROM article_sources AS x LEFT JOIN sources AS s ON s.id = x.source_id WHERE x.article_id = @id GROUP BY x.source_id, s.title, s.host
        """;

    private const string Subscriptions = """
        SELECT guild, source_id, name, paused, news_from FROM subscriptions
        WHERE source_id IN (SELECT source_id FROM article_sources WHERE article_id = @id) ORDER BY id
        """;

    private const string Waiting = "SELECT w.seq FROM story_waiting AS w JOIN articles AS a ON a.seq = w.seq AND a.dated_at = w.dated_at WHERE a.id = @id";

    /// <summary>The keys of JSON stand between quotes, which text of an article never does unescaped.</summary>
    private string Messages => $"""
        SELECT x.digest_id, x.due_local, d.state, d.reason, d.next_try_at, d.sent_at, d.message_id, d.channel, coalesce(c.guild, g.guild) AS guild,
            CASE WHEN d.message LIKE '%"articleId":"' || @id || '"%' THEN 1 ELSE 0 END AS cited,
            CASE WHEN d.message LIKE '%"corrections":[%' THEN 1 ELSE 0 END AS corrected
        FROM edition_articles AS x JOIN digests AS g ON g.id = x.digest_id
            LEFT JOIN deliveries AS d ON d.digest_id = x.digest_id AND d.due_local = x.due_local LEFT JOIN channel_guilds AS c ON c.channel = d.channel
        WHERE x.article_id = @id AND {database.Dialect.IsOneOf("x.digest_id", "@ids")}
        """;

    private string States => $"""
        SELECT g.id, g.paused_until, (SELECT max(e.written_at) FROM editions AS e WHERE e.digest_id = g.id AND e.status IN ('written', 'empty')) AS last_edition_at
        FROM digests AS g WHERE {database.Dialect.IsOneOf("g.id", "@ids")}
        """;

    /// <summary>For each digest the last edition that had the article among its candidates. Records are shared, so each is looked through once.</summary>
    private async Task<Dictionary<long, WhyCandidacy>> CandidaciesAsync(string id, IReadOnlyList<StoredDigest> digests, CancellationToken cancellationToken)
    {
        const string Records = """SELECT key, record FROM selections WHERE record LIKE '%"articleId":"' || @id || '"%'""";
        var editions = $"""
            SELECT digest_id, due_local, selection FROM editions
            WHERE {database.Dialect.IsOneOf("digest_id", "@ids")} AND {database.Dialect.IsOneOf("selection", "@keys")} ORDER BY due_at DESC, due_local DESC
            """;
        var verdicts = (await QueryAsync<(string Key, string Record)>(Records, new { id }, cancellationToken))
            .ToDictionary(row => row.Key, row => VerdictOf(SelectionStore.Read(row.Record), id), StringComparer.Ordinal);
        var values = new { ids = database.Dialect.List(digests.Select(it => it.Id)), keys = database.Dialect.List(verdicts.Keys) };
        var rows = verdicts.Count == 0 ? [] : await QueryAsync<(long DigestId, string DueLocal, string Selection)>(editions, values, cancellationToken);
        return rows.GroupBy(row => row.DigestId).ToDictionary(
            of => of.Key, of => new WhyCandidacy(of.First().DueLocal, verdicts[of.First().Selection].Verdict, verdicts[of.First().Selection].Reason));
    }

    private static ArticleVerdict VerdictOf(SelectionRecord record, string id) =>
        record.Stories.SelectMany(story => story.Articles).First(it => string.Equals(it.ArticleId, id, StringComparison.Ordinal));

    private async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object values, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return [.. await connection.QueryAsync<T>(new CommandDefinition(sql, values, cancellationToken: cancellationToken))];
    }

    private static DateTimeOffset At(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    private sealed class Sighting
    {
        public long SourceId { get; init; }

        public required string Source { get; init; }

        public long SeenAt { get; init; }
    }

    private sealed class SubscriptionRow
    {
        public required string Guild { get; init; }

        public long SourceId { get; init; }

        public required string Name { get; init; }

        public int Paused { get; init; }

        public long? NewsFrom { get; init; }

        public WhySubscription ToSubscription() => new(SourceId, Name, Paused != 0, NewsFrom is { } from ? At(from) : null);
    }

    private sealed class StateRow
    {
        public long Id { get; init; }

        public long? PausedUntil { get; init; }

        public long? LastEditionAt { get; init; }
    }

    private sealed class MessageRow
    {
        public long DigestId { get; init; }

        public required string DueLocal { get; init; }

        public string? State { get; init; }

        public string? Reason { get; init; }

        public long? NextTryAt { get; init; }

        public long? SentAt { get; init; }

        public string? MessageId { get; init; }

        public string? Channel { get; init; }

        public string? Guild { get; init; }

        public int Cited { get; init; }

        public int Corrected { get; init; }

        public WhyMessage ToMessage() => new(
            DueLocal,
            State,
            Reason,
            State is null or DeliveryState.Sent || NextTryAt is null or Never ? null : At(NextTryAt.Value),
            SentAt is { } sent ? At(sent) : null,
            Channel is null ? null : MessageAddress.Of(ChannelAddress.TryParse(Channel)!, Guild, MessageId),
            Cited != 0,
            Corrected != 0);
    }
}
