namespace SummaryBot.Articles;

/// <summary>Brings article files into the store: each whole or not at all, and each text once.</summary>
public sealed class ArticleImporter(ArticleStore store)
{
    /// <summary>Imports files; a folder stands for the .txt files in it, in the order of their names.</summary>
    public async IAsyncEnumerable<ImportResult> ImportAsync(
        IEnumerable<string> paths, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var path in paths)
        {
            foreach (var file in Files(path))
            {
                yield return await ImportFileAsync(file, cancellationToken);
            }
        }
    }

    private static IEnumerable<string> Files(string path) =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.txt").Order(StringComparer.Ordinal) : [path];

    private async Task<ImportResult> ImportFileAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            var length = new FileInfo(file).Length;
            var read = length > PlainTextReader.MaxBytes
                ? PlainTextReader.TooLarge(length)
                : PlainTextReader.Read(await File.ReadAllBytesAsync(file, cancellationToken));
            return read switch
            {
                ReadResult.Read(var article) => await store.AddAsync(article, cancellationToken)
                    ? new ImportResult.Added(file, article)
                    : new ImportResult.Known(file, article),
                ReadResult.Rejected(var reason) => new ImportResult.Rejected(file, reason),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new ImportResult.Rejected(file, $"It cannot be read: {e.Message}");
        }
    }
}

public abstract record ImportResult(string File)
{
    public sealed record Added(string File, Article Article) : ImportResult(File);

    public sealed record Known(string File, Article Article) : ImportResult(File);

    public sealed record Rejected(string File, string Reason) : ImportResult(File);
}
