using Dapper;
using SummaryBot.Storage;

namespace SummaryBot.Tests.Storage;

public sealed class DatabaseTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_database_is_brought_to_this_version_once_even_by_instances_that_start_together(string kind)
    {
        await using var place = await TestDatabase.CreateAsync(kind);
        var instances = Enumerable.Range(0, 4).Select(_ => new Database(place.NewDialect()));
        await Task.WhenAll(instances.Select(database => Task.Run(() => database.MigrateAsync(TestBot.Token), TestBot.Token)));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_database_of_a_newer_version_is_refused_with_a_remedy(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var database = bot.Get<Database>();
        await using (var connection = await database.OpenAsync(TestBot.Token))
        {
            await connection.ExecuteAsync(
                "INSERT INTO schemaversions (scriptname, applied) VALUES ('SummaryBot.Storage.Migrations.9999_future.sql', @at)",
                new { at = TestBot.Start.UtcDateTime });
        }

        var refusal = await Assert.ThrowsAsync<DatabaseTooNewException>(() => database.MigrateAsync(TestBot.Token));
        Assert.Contains("9999_future", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Run that version", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task State_is_read_back_as_it_was_last_written(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var state = bot.Get<BotStateStore>();
        Assert.Null(await state.ReadAsync("key", TestBot.Token));
        await state.WriteAsync("key", "first", TestBot.Token);
        await state.WriteAsync("key", "second", TestBot.Token);
        Assert.Equal("second", await state.ReadAsync("key", TestBot.Token));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_value_that_several_make_at_once_is_the_same_for_all(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var state = bot.Get<BotStateStore>();
        var kept = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => state.AddOrReadAsync("key", $"{i}", TestBot.Token), TestBot.Token)));
        Assert.Single(kept.Distinct(StringComparer.Ordinal));
    }
}
