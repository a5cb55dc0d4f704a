using System.CommandLine;
using SummaryBot.Host.Configuration;
using SummaryBot.Storage;

namespace SummaryBot.Host.Verbs;

/// <summary>The whole database as a file, and back. What one server has set up: <c>summarybot settings backup</c>.</summary>
internal static class DatabaseVerbs
{
    private static readonly Argument<string> To = new("FILE") { Description = "A file that does not exist yet." };
    private static readonly Argument<string> From = new("FILE") { Description = "As summarybot backup wrote it." };

    public static Command Backup() => DigestVerbs.Verb("backup", "Write the whole database into a file, also while the bot runs (SQLite).", BackupAsync, To);

    public static Command Restore() => DigestVerbs.Verb(
        "restore", "Put a backup in the place of the database while the bot is stopped; what was there is kept beside it (SQLite).", RestoreAsync, From, Confirmation.Yes);

    private static async Task<int> BackupAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var configuration = Load(parsed, "pg_dump --format=custom --file=FILE DATABASE");
        var path = Path.GetFullPath(parsed.GetValue(To)!);
        if (File.Exists(path))
        {
            throw new VerbException($"{path} exists already. Name a file that does not.") { ExitCode = Exit.WrongUse };
        }

        if (!Directory.Exists(Path.GetDirectoryName(path)))
        {
            throw new VerbException($"{Path.GetDirectoryName(path)}: there is no such folder. Make it, or name a file in another.") { ExitCode = Exit.WrongUse };
        }

        await using var services = await BotServices.OpenAsync(configuration, cancellationToken);
        await SqliteBackup.WriteAsync(services.GetRequiredService<Database>(), path, cancellationToken);
        Common.WriteLine($"{path}: {new FileInfo(path).Length.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)} bytes.");
        return Exit.Done;
    }

    private static async Task<int> RestoreAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var configuration = Load(parsed, "pg_restore --clean --dbname=DATABASE FILE");
        var from = Path.GetFullPath(parsed.GetValue(From)!);
        if (!File.Exists(from))
        {
            throw new VerbException($"{from}: there is no such file.") { ExitCode = Exit.WrongUse };
        }

        if (await SqliteBackup.RefuseAsync(from, cancellationToken) is { } fault)
        {
            throw new VerbException($"{from}: {fault} Nothing was changed.");
        }

        var path = Path.GetFullPath(configuration["storage:sqlitePath"]);
        using var alone = InstanceLock.TryTake(configuration) ?? throw new VerbException($"A bot works on {path}. Stop it first.");
        Confirmation.Ask(parsed, $"Put {from} in the place of {path}?", $"restore {from}");
        var old = SqliteBackup.Restore(from, path, TimeProvider.System.GetUtcNow());
        Common.WriteLine(old is null ? $"{path} is restored." : $"{path} is restored; what was there is {old}");
        return Exit.Done;
    }

    /// <param name="instead">What PostgreSQL has for it.</param>
    private static BotConfiguration Load(ParseResult parsed, string instead)
    {
        var configuration = Common.Load(parsed);
        return configuration.UsesPostgreSql ? throw new VerbException($"The database is on PostgreSQL, which has tools of its own: {instead}") { ExitCode = Exit.WrongUse } : configuration;
    }
}
