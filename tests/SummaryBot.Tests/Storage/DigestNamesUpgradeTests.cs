using System.Text.Json;
using Dapper;
using SummaryBot.Storage;

namespace SummaryBot.Tests.Storage;

/// <summary>The migration that makes names of digests unique in a server, on a database that is in use.</summary>
public sealed class DigestNamesUpgradeTests
{
    private const string Before = "0023";
    private static readonly string[] Tables =
        ["digests", "editions", "edition_articles", "deliveries", "message_changes", "feedback", "urgent_waiting", "shown_by_deleted"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Every_row_of_digests_and_of_all_that_refers_to_them_is_kept(string kind)
    {
        await using var place = await TestDatabase.CreateAsync(kind);
        var dialect = place.NewDialect();
        MigrateToThere(dialect);
        var database = new Database(dialect);
        await FillAsync(database);
        var before = await AllAsync(database, known: null);
        Assert.All(Tables, table => Assert.NotEmpty(before[table]));

        await database.MigrateAsync(Token);
        var after = await AllAsync(database, before);
        Assert.All(Tables, table => Assert.Equal(before[table].Select(row => JsonSerializer.Serialize(row)), after[table].Select(row => JsonSerializer.Serialize(row))));
        await using var connection = await database.OpenAsync(Token);
        await connection.ExecuteAsync("INSERT INTO digests (name, channel, days, times, zone, max_stories, length, layout, empty, guild, created_at, next_due_at, next_due_local) "
            + "VALUES ('Morning', 'console', 'daily', '08:00', 'UTC', 8, 'short', 'cards', 'skip', '2', 1, 2, '2026-03-02T08:00')");
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => connection.ExecuteAsync("UPDATE digests SET name = 'Morning', guild = NULL WHERE name = 'Evening'"));
        await connection.ExecuteAsync("DELETE FROM digests"); // and what refers to them goes with them
        Assert.Equal(0, await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM editions") + await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM feedback"));
    }

    private static void MigrateToThere(SqlDialect dialect)
    {
        var result = dialect.Upgrade()
            .WithScriptsEmbeddedInAssembly(typeof(Database).Assembly, script => IsBefore(script, dialect.Name))
            .WithVariable("identity", dialect.Identity).WithVariable("clustered", dialect.Clustered)
            .WithTransactionPerScript().LogToNowhere().Build().PerformUpgrade();
        Assert.True(result.Successful, result.Error?.ToString());
    }

    private static bool IsBefore(string script, string dialect)
    {
        var parts = script.Split('.');
        var number = parts.FirstOrDefault(part => part.StartsWith('0')) ?? "";
        return script.EndsWith(".sql", StringComparison.Ordinal) && (parts[^2] == dialect || parts[^2].StartsWith('0')) && string.CompareOrdinal(number, Before) < 0;
    }

    private static async Task FillAsync(Database database)
    {
        const string Sql = """
            INSERT INTO digests (name, channel, days, times, zone, max_stories, length, layout, empty, created_at, next_due_at, next_due_local, guild, posting, editing, paused_until, skips, selection, paused_reason, waits)
            VALUES ('Morning', 'console', 'daily', '08:00', 'UTC', 8, 'short', 'cards', 'skip', 1, 2, '2026-03-02T08:00', NULL, NULL, NULL, NULL, 0, NULL, NULL, 0),
                ('Evening', '1100000000000000001', 'mon,thu', '18:00 20:00', 'Asia/Baku', 5, 'long', 'plain', 'wait', 3, 4, '2026-03-02T18:00', '1', '{"a":1}', '{"b":"“ü”"}', 9223372036854775807, 3, 'key', 'why', 1);
            INSERT INTO editions (digest_id, due_local, due_at, written_at, status, stories, selection, reason, pinged) SELECT id, '2026-03-01T08:00', 1, 2, 'written', 3, 'key', NULL, 1 FROM digests;
            INSERT INTO edition_articles (digest_id, article_id, due_local) SELECT id, 'a', '2026-03-01T08:00' FROM digests;
            INSERT INTO deliveries (nonce, digest_id, due_local, due_at, channel, message, state, attempts, next_try_at, leased_until, may_have_arrived)
            SELECT 'd:' || name, id, '2026-03-01T08:00', 1, 'console', '{}', 'sent', 1, 2, 0, 1 FROM digests;
            INSERT INTO message_changes (nonce, version, message, attempts, next_try_at, leased_until, parts_done, is_whole) SELECT nonce, 1, '{}', 0, 1, 0, 0, 1 FROM deliveries;
            INSERT INTO feedback (digest_id, article_id, user_id, outlet, useful, at) SELECT id, 'a', '7', 'x', 1, 5 FROM digests;
            INSERT INTO urgent_waiting (digest_id, article_id, found_at) SELECT id, 'b', 6 FROM digests;
            INSERT INTO shown_by_deleted (digest, article_id, due_local) VALUES ('Gone', 'c', '2026-02-01T08:00')
            """;
        await using var connection = await database.OpenAsync(Token);
        await connection.ExecuteAsync(Sql);
    }

    /// <param name="known">Only the columns that these rows have; null for all.</param>
    private static async Task<Dictionary<string, List<SortedDictionary<string, object?>>>> AllAsync(
        Database database, Dictionary<string, List<SortedDictionary<string, object?>>>? known)
    {
        await using var connection = await database.OpenAsync(Token);
        var all = new Dictionary<string, List<SortedDictionary<string, object?>>>(StringComparer.Ordinal);
        foreach (var table in Tables)
        {
            var rows = (await connection.QueryAsync($"SELECT * FROM {table}")).Cast<IDictionary<string, object?>>().Select(row => new SortedDictionary<string, object?>(
                row.Where(it => known is null || known[table][0].ContainsKey(it.Key)).ToDictionary(it => it.Key, it => it.Value), StringComparer.Ordinal));
            all[table] = [.. rows.OrderBy(row => JsonSerializer.Serialize(row), StringComparer.Ordinal)];
        }

        return all;
    }
}
