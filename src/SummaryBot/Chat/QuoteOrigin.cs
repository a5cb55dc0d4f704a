using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace SummaryBot.Chat;

/// <summary>Where a shown sentence comes from, kept with it so that it can be proved to be word for word when it is sent.</summary>
/// <param name="Start">Where it starts in its article's text, in UTF-16 units.</param>
/// <param name="End">Where it ends (exclusive), in UTF-16 units.</param>
/// <param name="Hash">The first 64 bits of the SHA-256 of the sentence as it is shown, in UTF-8; 16 hexadecimal digits.</param>
/// <param name="ArticleId">Its article; null where that is the story's own.</param>
public sealed record QuoteOrigin(
    int Start, int End, string Hash, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ArticleId = null)
{
    private const int HashBytes = 8;

    public static QuoteOrigin Of(string text, int start, int end, string? articleId = null) =>
        new(start, end, HashOf(Shown(text, start, end)), articleId);

    /// <summary>A sentence as it is shown: its white space, line breaks too, is single spaces.</summary>
    public static string Shown(string text, int start, int end) =>
        string.Join(' ', text[start..end].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Whether these are the very words that were chosen.</summary>
    public bool IsOf(string shown) => string.Equals(HashOf(shown), Hash, StringComparison.Ordinal);

    /// <summary>Whether the text still says these words at that place.</summary>
    public bool IsIn(string text, string shown) =>
        Start >= 0 && Start < End && End <= text.Length && string.Equals(Shown(text, Start, End), shown, StringComparison.Ordinal);

    private static string HashOf(string shown)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(shown), hash);
        return Convert.ToHexStringLower(hash[..HashBytes]);
    }
}
