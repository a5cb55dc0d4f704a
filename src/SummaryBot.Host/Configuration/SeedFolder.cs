namespace SummaryBot.Host.Configuration;

internal static class SeedFolder
{
    /// <summary>The folder under the working directory or else beside the program; null where there is none.</summary>
    public static string? Find(string path) =>
        new[] { path, Path.Combine(AppContext.BaseDirectory, path) }.FirstOrDefault(Directory.Exists);
}
