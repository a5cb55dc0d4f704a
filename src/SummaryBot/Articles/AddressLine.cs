using System.Text.RegularExpressions;

namespace SummaryBot.Articles;

/// <summary>The line that an article file may start with: <c>url https://example.com/news/harbor</c>.</summary>
internal static partial class AddressLine
{
    public const string Problem = "Its address line cannot be read. Write it like: url https://example.com/news/harbor";

    private const int MaxLength = 2000;

    /// <summary>Whether a line names an address, whatever is wrong with it.</summary>
    public static bool IsOne(string line) => Opening().IsMatch(line);

    /// <summary>The address; null where it is none that a reader could follow safely.</summary>
    public static Uri? Parse(string line) =>
        line[3..].Trim() is { Length: <= MaxLength } text && Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address is { Scheme: "http" or "https", UserInfo: "", Host.Length: > 0 }
            ? address
            : null;

    [GeneratedRegex(@"^url\s+[a-z][a-z0-9+.\-]*:", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Opening();
}
