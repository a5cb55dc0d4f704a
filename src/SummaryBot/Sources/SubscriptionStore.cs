using System.Data.Common;
using Dapper;
using Microsoft.Extensions.Options;
using SummaryBot.Digests;
using SummaryBot.Storage;

namespace SummaryBot.Sources;

/// <summary>Who reads which source.</summary>
public sealed class SubscriptionStore(Database database, IOptions<SourceOptions> options, TimeProvider time)
{
    /// <summary>Of names that are made up from titles.</summary>
    private const int MostNamesakes = 100;

    private const string Select = """
        SELECT b.id, b.source_id, b.name, s.url AS address, s.kind, b.guild, b.group_name, b.outlet, b.backfill, b.quote_share, b.paused, s.visited_at, s.next_visit_at,
            s.interval_seconds, s.failures, s.failing_since, s.failure, s.ended, b.interval_minutes, b.max_per_digest, b.trust,
            (SELECT d.name FROM digests AS d WHERE d.id = b.digest_id) AS digest,
            (SELECT h.open_at FROM hosts AS h WHERE h.host = s.host AND h.open_at > @now) AS host_open_at
        FROM subscriptions AS b JOIN sources AS s ON s.id = b.source_id
        """;

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Subscribes a guild to an address. A source that had ended, or that nobody read, is visited anew.</summary>
    public Task<SubscribeResult> AddAsync(NewSubscription wanted, CancellationToken cancellationToken) => database.WriteAsync<SubscribeResult>(
        async transaction =>
        {
            var (sourceId, isNew) = await SourceAsync(transaction, wanted, cancellationToken);
            if (await NameAsync(transaction, "source_id = @sourceId", new { wanted.Guild, sourceId }, cancellationToken) is { } name)
            {
                return new SubscribeResult.Known(name);
            }

            if (await NameAsync(transaction, "name = @Name", wanted, cancellationToken) is not null)
            {
                return new SubscribeResult.NameTaken(wanted.Name);
            }

            await InsertAsync(transaction, wanted, sourceId, cancellationToken);
            return new SubscribeResult.Added(sourceId, wanted.Name, isNew);
        },
        cancellationToken);

    /// <summary>As <see cref="AddAsync"/>; where another source has the name, it gets a number and is credited as before.</summary>
    public async Task<SubscribeResult> AddNumberedAsync(NewSubscription wanted, CancellationToken cancellationToken)
    {
        var result = await AddAsync(wanted, cancellationToken);
        for (var i = 2; result is SubscribeResult.NameTaken && i < MostNamesakes; i++)
        {
            result = await AddAsync(wanted.Numbered(i), cancellationToken);
        }

        return result;
    }

    public async Task<IReadOnlyList<SubscriptionRecord>> ListAsync(string? guild, CancellationToken cancellationToken) =>
        await QueryAsync("WHERE @guild IS NULL OR b.guild = @guild ORDER BY b.guild, lower(b.name), b.id", new { guild, now = Now }, cancellationToken);

    /// <summary>By name or address; null where the guild has no such source.</summary>
    public async Task<SubscriptionRecord?> FindAsync(string guild, string nameOrAddress, CancellationToken cancellationToken)
    {
        var url = Uri.TryCreate(nameOrAddress, UriKind.Absolute, out var address) ? Normal(address).AbsoluteUri : nameOrAddress;
        var found = await QueryAsync(
            "WHERE b.guild = @guild AND (b.name = @nameOrAddress OR s.url = @url)", new { guild, nameOrAddress, url, now = Now }, cancellationToken);
        return found.OrderBy(it => !string.Equals(it.Name, nameOrAddress, StringComparison.Ordinal)).FirstOrDefault();
    }

    /// <summary>Removes a subscription. Its source is kept, though not visited, so that its articles are no news should it come back.</summary>
    public async Task RemoveAsync(long id, CancellationToken cancellationToken) =>
        await ExecuteAsync("DELETE FROM subscriptions WHERE id = @id", new { id }, cancellationToken);

    /// <param name="percent">Null for no limit.</param>
    public async Task SetQuoteShareAsync(long id, int? percent, CancellationToken cancellationToken) =>
        await ExecuteAsync("UPDATE subscriptions SET quote_share = @percent WHERE id = @id", new { id, percent }, cancellationToken);

    /// <summary>Whether articles of the source may be shown whole to the guild that reads it.</summary>
    public async Task SetFullTextAsync(long id, bool isAllowed, CancellationToken cancellationToken) =>
        await ExecuteAsync("UPDATE subscriptions SET full_text = @value WHERE id = @id", new { id, value = isAllowed ? 1 : 0 }, cancellationToken);

    /// <returns>False where another source of the guild has the name; nothing is changed then.</returns>
    public Task<bool> EditAsync(SubscriptionRecord of, SubscriptionChange change, CancellationToken cancellationToken)
    {
        const string Sql = """
            UPDATE subscriptions SET name = coalesce(@Name, name), interval_minutes = coalesce(@Interval, interval_minutes),
                max_per_digest = coalesce(@MaxPerDigest, max_per_digest), trust = CASE WHEN @trust IS NULL THEN trust WHEN @trust = 'normal' THEN NULL ELSE @trust END
            WHERE id = @Id;
            UPDATE sources SET interval_seconds = CASE WHEN interval_seconds > @seconds THEN @seconds ELSE interval_seconds END,
                next_visit_at = CASE WHEN next_visit_at > @soon THEN @soon ELSE next_visit_at END
            WHERE id = @SourceId AND @Interval IS NOT NULL
            """;
        var wish = (long)Math.Max((change.Interval ?? 0) * 60, options.Value.MinInterval.TotalSeconds);
        var trust = change.Trust is { } it ? ChoiceText.Of(it) : null;
        var values = new { change.Name, change.Interval, change.MaxPerDigest, trust, of.Id, of.SourceId, seconds = wish, soon = Now + (wish * 1000) };
        return database.WriteAsync(
            async transaction =>
            {
                if (change.Name is not null && await NameAsync(transaction, "name = @Name AND id <> @Id", new { of.Guild, change.Name, of.Id }, cancellationToken) is not null)
                {
                    return false;
                }

                await transaction.Connection!.ExecuteAsync(new CommandDefinition(Sql, values, transaction, cancellationToken: cancellationToken));
                return true;
            },
            cancellationToken);
    }

    /// <summary>Reads another address under the same name. What it holds already is news as far as its backfill says.</summary>
    /// <returns>The name under which the guild reads that address already; null where it was replaced.</returns>
    public Task<string?> ReplaceAsync(SubscriptionRecord of, NewSubscription by, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            var (sourceId, _) = await SourceAsync(transaction, by, cancellationToken);
            if (await NameAsync(transaction, "source_id = @sourceId", new { of.Guild, sourceId }, cancellationToken) is { } name)
            {
                return name;
            }

            await transaction.Connection!.ExecuteAsync(new CommandDefinition(
                "UPDATE subscriptions SET source_id = @sourceId, news_from = NULL, paused = 0 WHERE id = @Id", new { sourceId, of.Id }, transaction, cancellationToken: cancellationToken));
            return (string?)null;
        },
        cancellationToken);

    /// <summary>The subscriptions of some guilds to some sources.</summary>
    public async Task<IReadOnlyList<SubscriptionRecord>> OfSourcesAsync(IEnumerable<string> guilds, IEnumerable<long> sources, CancellationToken cancellationToken) => await QueryAsync(
        $"WHERE {database.Dialect.IsOneOf("b.guild", "@guilds")} AND {database.Dialect.IsOneOf("b.source_id", "@sources")} ORDER BY b.id",
        new { guilds = database.Dialect.List(guilds), sources = database.Dialect.List(sources), now = Now },
        cancellationToken);

    /// <summary>Lets sources that ended be visited again, at once.</summary>
    public async Task RetryAsync(IEnumerable<long> sources, CancellationToken cancellationToken) => await ExecuteAsync(
        $"UPDATE sources SET ended = NULL, next_visit_at = @now WHERE {database.Dialect.IsOneOf("id", "@sources")}",
        new { now = Now, sources = database.Dialect.List(sources) },
        cancellationToken);

    public async Task PauseAsync(long id, CancellationToken cancellationToken) =>
        await ExecuteAsync("UPDATE subscriptions SET paused = 1 WHERE id = @id", new { id }, cancellationToken);

    /// <summary>Reads on. What came meanwhile is as the backlog of a new source: news as far as its backfill says.</summary>
    public async Task ResumeAsync(long id, CancellationToken cancellationToken) => await ExecuteAsync(
        """
        UPDATE subscriptions SET paused = 0, news_from = NULL WHERE id = @id;
        UPDATE sources SET ended = NULL, next_visit_at = @now WHERE id = (SELECT source_id FROM subscriptions WHERE id = @id)
        """,
        new { id, now = Now },
        cancellationToken);

    /// <summary>Without the fragment, which no server sees.</summary>
    internal static Uri Normal(Uri address) => address.Fragment.Length == 0 ? address : new UriBuilder(address) { Fragment = "" }.Uri;

    /// <summary>The source of an address, made where there is none.</summary>
    private async Task<(long Id, bool IsNew)> SourceAsync(DbTransaction transaction, NewSubscription wanted, CancellationToken cancellationToken)
    {
        const string Add = """
            INSERT INTO sources (kind, url, host, title, added_at, next_visit_at, interval_seconds, leased_until, failures)
            VALUES (@Kind, @Url, @Host, @Title, @Now, @Now, @Interval, 0, 0) ON CONFLICT (url) DO NOTHING RETURNING id
            """;
        var url = Normal(wanted.Url);
        var values = new
        {
            Kind = ChoiceText.Of(wanted.Kind),
            Url = url.AbsoluteUri,
            Host = Source.HostOf(url),
            wanted.Title,
            Now,
            Interval = (long)FirstInterval.TotalSeconds,
        };
        var added = await transaction.Connection!.QuerySingleOrDefaultAsync<long?>(new CommandDefinition(Add, values, transaction, cancellationToken: cancellationToken));
        return added is { } id ? (id, true) : (await RenewAsync(transaction, values.Url, cancellationToken), false);
    }

    /// <summary>A source that nobody read is due at once; one that others read has its time.</summary>
    private async Task<long> RenewAsync(DbTransaction transaction, string url, CancellationToken cancellationToken)
    {
        const string Sql = """
            UPDATE sources SET ended = NULL, next_visit_at = CASE
                WHEN ended IS NOT NULL OR NOT EXISTS (SELECT 1 FROM subscriptions AS b WHERE b.source_id = sources.id AND b.paused = 0) THEN @Now
                ELSE next_visit_at END
            WHERE url = @url RETURNING id
            """;
        return await transaction.Connection!.QuerySingleAsync<long>(new CommandDefinition(Sql, new { url, Now }, transaction, cancellationToken: cancellationToken));
    }

    private async Task InsertAsync(DbTransaction transaction, NewSubscription wanted, long sourceId, CancellationToken cancellationToken)
    {
        const string Sql = """
            INSERT INTO subscriptions (guild, source_id, name, outlet, group_name, backfill, quote_share, digest_id, paused, added_at, news_from)
            VALUES (@Guild, @sourceId, @Name, @Outlet, @Group, @Backfill, @QuoteShare, @DigestId, 0, @Now, NULL) RETURNING id
            """;
        var isRead = await transaction.Connection!.ExecuteScalarAsync<bool>(new CommandDefinition(
            """
            SELECT count(*) > 0 FROM sources AS s WHERE s.id = @sourceId AND s.visited_at IS NOT NULL
                AND EXISTS (SELECT 1 FROM subscriptions AS b WHERE b.source_id = s.id AND b.paused = 0 AND b.news_from IS NOT NULL)
            """,
            new { sourceId },
            transaction,
            cancellationToken: cancellationToken));
        var values = new { wanted.Guild, sourceId, wanted.Name, wanted.Outlet, wanted.Group, Backfill = ChoiceText.Of(wanted.Backfill), wanted.QuoteShare, wanted.DigestId, Now };
        await transaction.Connection!.ExecuteAsync(new CommandDefinition(Sql, values, transaction, cancellationToken: cancellationToken));
        if (isRead)
        {
            await FirstContact.SettleAsync(transaction, sourceId, time.GetUtcNow(), cancellationToken);
        }
    }

    private TimeSpan FirstInterval => TimeSpan.FromTicks(
        Math.Clamp(TimeSpan.FromMinutes(30).Ticks, options.Value.MinInterval.Ticks, Math.Max(options.Value.MinInterval.Ticks, options.Value.MaxInterval.Ticks)));

    private static async Task<string?> NameAsync(DbTransaction transaction, string which, object values, CancellationToken cancellationToken) =>
        await transaction.Connection!.QuerySingleOrDefaultAsync<string?>(new CommandDefinition(
            $"SELECT name FROM subscriptions WHERE guild = @Guild AND {which}", values, transaction, cancellationToken: cancellationToken));

    private async Task<IReadOnlyList<SubscriptionRecord>> QueryAsync(string clause, object values, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return [.. await connection.QueryAsync<SubscriptionRecord>(new CommandDefinition($"{Select} {clause}", values, cancellationToken: cancellationToken))];
    }

    private async Task ExecuteAsync(string sql, object values, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(sql, values, cancellationToken: cancellationToken));
    }
}
