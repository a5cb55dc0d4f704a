namespace SummaryBot.Host;

/// <summary>Lets one process alone work on a SQLite file; it goes with the process, however that ends.</summary>
internal sealed class InstanceLock : IDisposable
{
    private readonly FileStream? _file;

    private InstanceLock(FileStream? file) => _file = file;

    /// <summary>Null where another process has it. PostgreSQL needs none.</summary>
    public static InstanceLock? TryTake(Configuration.BotConfiguration configuration)
    {
        if (configuration.UsesPostgreSql)
        {
            return new InstanceLock(null);
        }

        var path = Path.GetFullPath(configuration["storage:sqlitePath"]);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            return new InstanceLock(new FileStream($"{path}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => _file?.Dispose();
}
