namespace SummaryBot.Sources.Fetching;

/// <summary>What a Content-Type field says, read as forgivingly as browsers do.</summary>
/// <param name="Name">Lower case, such as text/html; null where it says nothing that can be read.</param>
/// <param name="Charset">As written, without quotes; null where there is none.</param>
internal sealed record MediaType(string? Name, string? Charset)
{
    private static readonly string[] Pages = ["text/html", "application/xhtml+xml", "text/plain"];

    private static readonly string[] Feeds =
        [.. Pages, "application/xml", "text/xml", "application/rss", "application/atom", "application/rdf", "application/json", "text/json", "text/rss"];

    /// <summary>Reads the field; null is one that is missing.</summary>
    public static MediaType Read(string? field)
    {
        var parts = (field ?? "").Split(';', StringSplitOptions.TrimEntries);
        var charset = parts.Skip(1).FirstOrDefault(part => part.StartsWith("charset=", StringComparison.OrdinalIgnoreCase))?[8..].Trim('"', '\'', ' ');
#pragma warning disable CA1308 // as it is written, not a way to compare
        return new MediaType(IsName(parts[0]) ? parts[0].ToLowerInvariant() : null, string.IsNullOrEmpty(charset) ? null : charset);
#pragma warning restore CA1308
    }

    /// <summary>The Accept field of a request.</summary>
    public static string Accepted(FetchKind wanted) => wanted is FetchKind.Page
        ? "text/html, application/xhtml+xml, text/plain;q=0.5"
        : "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.5";

    /// <summary>What says nothing is taken: the reader behind finds out.</summary>
    public bool IsTaken(FetchKind wanted) => Name is null
        || (wanted is FetchKind.Page ? Pages : Feeds).Contains(Name, StringComparer.Ordinal)
        || (wanted is FetchKind.Feed && Name.StartsWith("application/", StringComparison.Ordinal)
            && (Name.EndsWith("+xml", StringComparison.Ordinal) || Name.EndsWith("+json", StringComparison.Ordinal)));

    private static bool IsName(string text) => text.Length < 100 && text.Split('/') is [{ Length: > 0 }, { Length: > 0 }]
        && text.All(letter => char.IsAsciiLetterOrDigit(letter) || "/+-._".Contains(letter, StringComparison.Ordinal));
}
