using SummaryBot.Articles;

namespace SummaryBot.Host.Verbs;

/// <summary>An article that somebody names on the command line.</summary>
internal static class ArticleFile
{
    private const string StandardInput = "-";

    /// <exception cref="VerbException">It is no article; the message says why.</exception>
    public static async Task<Article> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var isStandard = string.Equals(path, StandardInput, StringComparison.Ordinal);
        var name = isStandard ? "standard input" : path;
        await using var stream = isStandard ? Console.OpenStandardInput() : Open(path);
        return await ReadAsync(stream, cancellationToken) switch
        {
            ReadResult.Read(var article) => article,
            ReadResult.Rejected(var reason) => throw new VerbException($"{name}: {reason}"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static FileStream Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new VerbException($"{path}: {e.Message} Name a file that exists, or - for standard input.", e);
        }
    }

    /// <summary>Reads one byte more than an article may have, and not the rest of a stream that never ends.</summary>
    private static async Task<ReadResult> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[PlainTextReader.MaxBytes + 1];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return PlainTextReader.Read(buffer[..length]);
    }
}
