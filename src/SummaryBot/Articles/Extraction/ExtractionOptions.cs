namespace SummaryBot.Articles.Extraction;

/// <summary>How pages are read in processes of their own.</summary>
public sealed record ExtractionOptions
{
    /// <summary>The program and its arguments that make a worker; this program's own unless told.</summary>
    public IReadOnlyList<string> Command { get; init; } = Own();

    /// <summary>How long one page may take.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How much memory of its own a worker may hold.</summary>
    public long MostMemoryBytes { get; init; } = 600L << 20;

    /// <summary>After how long without a page a worker is ended.</summary>
    public TimeSpan IdleAfter { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Workers at once: one a core unless told.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>As an executable of its own, or with dotnet in front of it.</summary>
    private static string[] Own()
    {
        var program = Environment.ProcessPath ?? "dotnet";
        return string.Equals(Path.GetFileNameWithoutExtension(program), "dotnet", StringComparison.OrdinalIgnoreCase)
            ? [program, Environment.GetCommandLineArgs()[0], ExtractWorker.Verb]
            : [program, ExtractWorker.Verb];
    }
}
