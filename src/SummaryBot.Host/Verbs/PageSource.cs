using System.IO.Compression;
using SummaryBot.Articles.Extraction;

namespace SummaryBot.Host.Verbs;

/// <summary>Where the bytes of a page come from.</summary>
internal static class PageSource
{
    /// <exception cref="VerbException">There is no such page.</exception>
    public static async Task<(ReadOnlyMemory<byte> Body, string? Charset, Uri? Address)> ReadAsync(string page, string? address, CancellationToken cancellationToken)
    {
        if (IsAddress(page))
        {
            throw new VerbException($"{page} is not fetched: save the page as a file and name it with --url.");
        }

        try
        {
            return (await ReadFileAsync(page, cancellationToken), null, Address(address));
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new VerbException($"{page} cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Not more than is looked at, and one byte to tell that there is more.</summary>
    public static async Task<ReadOnlyMemory<byte>> ReadFileAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        await using Stream stream = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
        var body = new byte[PageReader.MostBytes + 1];
        var length = await stream.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancellationToken);
        return body.AsMemory(0, length);
    }

    /// <exception cref="VerbException">It is no address of a page.</exception>
    public static Uri? Address(string? text) => string.IsNullOrWhiteSpace(text) ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address
        : throw new VerbException($"--url {text}: write an address that starts with http:// or https://.") { ExitCode = Exit.WrongUse };

    private static bool IsAddress(string page) =>
        page.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || page.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
}
