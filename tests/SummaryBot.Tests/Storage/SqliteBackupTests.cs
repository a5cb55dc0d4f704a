using Dapper;
using Microsoft.Data.Sqlite;
using SummaryBot.Storage;

namespace SummaryBot.Tests.Storage;

public sealed class SqliteBackupTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_backup_made_amid_writes_is_whole_and_takes_the_place_of_what_came_later()
    {
        var folder = Directory.CreateTempSubdirectory("summarybot-test-").FullName;
        var (path, file) = (Path.Combine(folder, "bot.db"), Path.Combine(folder, "backup.db"));
        try
        {
            var database = new Database(new SqliteDialect(path));
            await database.MigrateAsync(Token);
            await new BotStateStore(database).WriteAsync("a", "before", Token);
            using var stop = new CancellationTokenSource();
            var writes = Task.Run(() => WriteAsync(database, stop.Token), Token);
            await SqliteBackup.WriteAsync(database, file, Token);
            await stop.CancelAsync();
            await writes;
            Assert.Null(await SqliteBackup.RefuseAsync(file, Token));
            await new BotStateStore(database).WriteAsync("a", "after", Token);
            SqliteConnection.ClearPool((SqliteConnection)database.Dialect.Connect());
            var old = SqliteBackup.Restore(file, path, DateTimeOffset.UnixEpoch);
            Assert.Equal("before", await new BotStateStore(database).ReadAsync("a", Token));
            Assert.Equal("after", await new BotStateStore(new Database(new SqliteDialect(old!))).ReadAsync("a", Token));
            SqliteConnection.ClearPool((SqliteConnection)database.Dialect.Connect());
            SqliteConnection.ClearPool((SqliteConnection)new SqliteDialect(old!).Connect());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task What_is_no_whole_database_of_a_bot_is_refused()
    {
        var folder = Directory.CreateTempSubdirectory("summarybot-test-").FullName;
        var path = Path.Combine(folder, "x.db");
        await File.WriteAllTextAsync(path, "no database, but a text that is longer than the head of one would be, by some way", Token);
        Assert.StartsWith("It is not a database", await SqliteBackup.RefuseAsync(path, Token), StringComparison.Ordinal);
        File.Delete(path);
        await using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            await connection.ExecuteAsync("CREATE TABLE articles (id text)");
        }

        Assert.Equal("It is not a database of this bot.", await SqliteBackup.RefuseAsync(path, Token));
        Directory.Delete(folder, recursive: true);
    }

    private static async Task WriteAsync(Database database, CancellationToken stop)
    {
        for (var i = 0; !stop.IsCancellationRequested; i++)
        {
            await new BotStateStore(database).WriteAsync($"key {i % 100}", $"{i}", CancellationToken.None);
        }
    }
}
