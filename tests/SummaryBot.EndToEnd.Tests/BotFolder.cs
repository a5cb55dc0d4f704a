namespace SummaryBot.EndToEnd.Tests;

/// <summary>An empty folder that a bot works in, and what its environment holds.</summary>
internal sealed class BotFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("summarybot-e2e-").FullName;

    public Dictionary<string, string> Environment { get; } = new(StringComparer.Ordinal);

    public string Database => System.IO.Path.Combine(Path, "data", "summarybot.db");

    public static string RepositoryRoot { get; } = Find(AppContext.BaseDirectory);

    public static string Seed => System.IO.Path.Combine(RepositoryRoot, "seeds", "000_5b64e1d3295df88d.txt");

    public string Write(string name, string text)
    {
        var path = System.IO.Path.Combine(Path, name);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static string Find(string folder) =>
        File.Exists(System.IO.Path.Combine(folder, "SummaryBot.sln")) ? folder : Find(System.IO.Path.GetDirectoryName(folder)!);
}
