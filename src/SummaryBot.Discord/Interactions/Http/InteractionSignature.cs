using System.Globalization;
using System.Text;
using NSec.Cryptography;

namespace SummaryBot.Discord.Interactions.Http;

/// <summary>Discord's signature of a request: Ed25519 over the timestamp and the raw body.</summary>
/// <remarks><see href="https://discord.com/developers/docs/interactions/overview#setting-up-an-endpoint-validating-security-request-headers"/></remarks>
internal sealed class InteractionSignature(PublicKey key)
{
    private const int KeyBytes = 32;
    private const int SignatureBytes = 64;
    private const int MostTimestamp = 12;

    /// <summary>Null where the text is no key: 64 hexadecimal digits.</summary>
    public static InteractionSignature? TryCreate(string publicKey) =>
        Bytes(publicKey, KeyBytes) is { } bytes && PublicKey.TryImport(SignatureAlgorithm.Ed25519, bytes, KeyBlobFormat.RawPublicKey, out var key)
            ? new InteractionSignature(key!)
            : null;

    /// <summary>When Discord signed the request; null where it did not.</summary>
    /// <param name="signature">The header X-Signature-Ed25519.</param>
    /// <param name="timestamp">The header X-Signature-Timestamp: seconds since 1970.</param>
    public DateTimeOffset? Verify(string? signature, string? timestamp, ReadOnlySpan<byte> body)
    {
        if (timestamp is not { Length: > 0 and <= MostTimestamp } || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds() || Bytes(signature, SignatureBytes) is not { } signed)
        {
            return null;
        }

        return SignatureAlgorithm.Ed25519.Verify(key, [.. Encoding.ASCII.GetBytes(timestamp), .. body], signed) ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
    }

    private static byte[]? Bytes(string? hex, int length) =>
        hex?.Length == 2 * length && hex.All(char.IsAsciiHexDigit) ? Convert.FromHexString(hex) : null;
}
