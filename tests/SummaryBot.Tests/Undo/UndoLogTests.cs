using Dapper;
using Microsoft.Extensions.Time.Testing;
using SummaryBot.Commands.Shape;
using SummaryBot.Language;
using SummaryBot.Storage;
using SummaryBot.Undo;

namespace SummaryBot.Tests.Undo;

public sealed class UndoLogTests
{
    private static readonly CommandCall Call = new(Words.English, "1", "2");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Rows_that_were_changed_added_and_removed_are_as_before_byte_for_byte(string kind)
    {
        await using var place = await TestDatabase.CreateAsync(kind);
        var (database, time) = (new Database(place.NewDialect()), new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 7, 0, 0, TimeSpan.Zero)));
        await database.MigrateAsync(Token);
        await ExecuteAsync(database, "INSERT INTO sources (kind, url, host, added_at, next_visit_at, interval_seconds, leased_until, failures) VALUES ('feed', 'http://a/', 'a', 1, 2, 3, 0, 0)");
        await ExecuteAsync(database, "INSERT INTO subscriptions (guild, source_id, name, backfill, paused, added_at) SELECT '2', id, 'Kept “ü”', 'none', 0, 1 FROM sources");
        await ExecuteAsync(database, "INSERT INTO sources (kind, url, host, added_at, next_visit_at, interval_seconds, leased_until, failures) VALUES ('feed', 'http://b/', 'b', 1, 2, 3, 0, 0)");
        var before = await AllAsync(database);
        var log = new UndoLog(database, time);
        var rows = new[] { new UndoRows("sources", "leased_until >= @key", 0L, "id"), new UndoRows("subscriptions", "guild = @key", "2", "id") };
        var (_, id) = await log.KeepAsync(
            Call,
            "all of it",
            rows,
            async () =>
            {
                await ExecuteAsync(database, "DELETE FROM subscriptions; UPDATE sources SET host = 'c', etag = 'x' WHERE url = 'http://a/'; DELETE FROM sources WHERE url = 'http://b/'");
                await ExecuteAsync(database, "INSERT INTO sources (kind, url, host, added_at, next_visit_at, interval_seconds, leased_until, failures) VALUES ('feed', 'http://d/', 'd', 1, 2, 3, 0, 0)");
                return 0;
            },
            Token);
        Assert.NotEqual(before, await AllAsync(database));
        Assert.IsType<UndoResult.NothingLeft>(await log.UndoAsync(Call with { Guild = "3" }, id, Token));
        Assert.Equal(new UndoResult.Undone("all of it"), await log.UndoAsync(Call, id, Token));
        Assert.Equal(before, await AllAsync(database));
        Assert.IsType<UndoResult.NothingLeft>(await log.UndoAsync(Call, id, Token));
    }

    [Fact]
    public async Task What_was_changed_since_or_is_older_than_ten_minutes_stays()
    {
        await using var place = await TestDatabase.CreateAsync("SQLite");
        var (database, time) = (new Database(place.NewDialect()), new FakeTimeProvider());
        await database.MigrateAsync(Token);
        await ExecuteAsync(database, "INSERT INTO hosts (host, open_at) VALUES ('a', 1)");
        var log = new UndoLog(database, time);
        async Task<string?> ChangeAsync(int to) => (await log.KeepAsync(
            Call, "it", [new UndoRows("hosts", "host = @key", "a", "host")], async () => await ExecuteAsync(database, $"UPDATE hosts SET open_at = {to}"), Token)).UndoId;
        var first = await ChangeAsync(2);
        var second = await ChangeAsync(3);
        Assert.IsType<UndoResult.ChangedSince>(await log.UndoAsync(Call, first, Token));
        time.Advance(UndoLog.Kept);
        Assert.IsType<UndoResult.NothingLeft>(await log.UndoAsync(Call, second, Token));
        Assert.Null(await ChangeAsync(3)); // nothing changed
    }

    private static async Task<int> ExecuteAsync(Database database, string sql)
    {
        await using var connection = await database.OpenAsync(Token);
        return await connection.ExecuteAsync(sql);
    }

    private static async Task<string> AllAsync(Database database)
    {
        await using var connection = await database.OpenAsync(Token);
        var rows = (await connection.QueryAsync("SELECT * FROM sources ORDER BY id")).Concat(await connection.QueryAsync("SELECT * FROM subscriptions ORDER BY id"));
        return System.Text.Json.JsonSerializer.Serialize(rows);
    }
}
