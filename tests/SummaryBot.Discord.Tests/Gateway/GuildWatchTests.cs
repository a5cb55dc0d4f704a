using System.Text.Json.Nodes;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using SummaryBot.Chat;
using SummaryBot.Discord.Gateway;
using SummaryBot.Retention;
using SummaryBot.Storage;

namespace SummaryBot.Discord.Tests.Gateway;

public sealed class GuildWatchTests : IAsyncLifetime
{
    private const string Guild = "1100000000000000001";
    private const string Other = "1100000000000000002";

    private readonly string _folder = Directory.CreateTempSubdirectory("summarybot-guilds-").FullName;
    private readonly Database _database;
    private readonly GuildWatch _watch;

    public GuildWatchTests()
    {
        _database = new Database(new SqliteDialect(Path.Combine(_folder, "test.db")));
        _watch = new GuildWatch(new OutboxStore(_database, TimeProvider.System), new LeftGuildStore(_database, TimeProvider.System), NullLogger<GuildWatch>.Instance);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _database.MigrateAsync(Token);
        await _watch.StartAsync(Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _watch.StopAsync(CancellationToken.None);
        _watch.Dispose();
        using (var connection = (SqliteConnection)_database.Dialect.Connect())
        {
            SqliteConnection.ClearPool(connection);
        }

        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_server_that_removes_the_bot_is_noted_until_it_comes_back()
    {
        Happen("GUILD_DELETE", $$"""{"id": "{{Guild}}"}""");
        await BecomesAsync(Guild);
        Happen("GUILD_CREATE", $$"""{"id": "{{Guild}}", "channels": [{"id": "1100000000000000100"}]}""");
        await BecomesAsync("");
    }

    [Fact]
    public async Task An_outage_of_a_server_is_no_leave()
    {
        Happen("GUILD_DELETE", $$"""{"id": "{{Other}}", "unavailable": true}""");
        Happen("GUILD_DELETE", """{"id": "no id"}""");
        Happen("GUILD_DELETE", $$"""{"id": "{{Guild}}", "unavailable": false}""");
        await BecomesAsync(Guild);
    }

    [Fact]
    public async Task A_server_that_READY_does_not_list_was_left_while_the_bot_was_away()
    {
        Happen("GUILD_CREATE", $$"""{"id": "{{Guild}}", "channels": [{"id": "1100000000000000100"}]}""");
        Happen("GUILD_CREATE", $$"""{"id": "{{Other}}", "channels": [{"id": "1100000000000000200"}]}""");
        _watch.Note(GuildWatch.RosterOf(Parse($$"""{"guilds": [{"id": "{{Other}}", "unavailable": true}], "shard": [0, 1]}""")));
        await BecomesAsync(Guild);
        _watch.Note(GuildWatch.RosterOf(Parse($$"""{"guilds": [{"id": "{{Guild}}"}]}""")));
        await BecomesAsync(Other);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"guilds": null, "shard": [0, 1]}""")]
    [InlineData("""{"guilds": [], "shard": [0, 0]}""")]
    [InlineData("""{"guilds": [], "shard": ["a", "b"]}""")]
    [InlineData("""{"guilds": [], "shard": [5, 7]}""")]
    public async Task From_a_READY_that_says_nothing_of_a_server_nothing_follows(string ready)
    {
        Happen("GUILD_CREATE", $$"""{"id": "{{Guild}}", "channels": [{"id": "1100000000000000100"}]}""");
        _watch.Note(GuildWatch.RosterOf(Parse(ready)));
        Happen("GUILD_DELETE", $$"""{"id": "{{Other}}"}""");
        await BecomesAsync(Other);
    }

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();

    private void Happen(string name, string json) => _watch.Note(new GatewayEvent(name, GuildWatch.IdsOf(Parse(json))));

    /// <summary>Waits until these servers, parted by spaces, are noted as left.</summary>
    private async Task BecomesAsync(string left)
    {
        for (var i = 0; i < 500 && await LeftAsync() != left; i++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Token);
        }

        Assert.Equal(left, await LeftAsync());
    }

    private async Task<string> LeftAsync()
    {
        await using var connection = await _database.OpenAsync(Token);
        return string.Join(' ', await connection.QueryAsync<string>("SELECT guild FROM left_guilds ORDER BY guild"));
    }
}
