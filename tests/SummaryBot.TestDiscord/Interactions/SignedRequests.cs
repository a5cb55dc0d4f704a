using System.Globalization;
using System.Text;
using NSec.Cryptography;

namespace SummaryBot.TestDiscord.Interactions;

/// <summary>Signs interactions as Discord does when it posts them over HTTP. The key is made from a number and is nobody's.</summary>
public sealed class SignedRequests : IDisposable
{
    private readonly Key _key;

    public SignedRequests(byte seed) =>
        _key = Key.Import(SignatureAlgorithm.Ed25519, [.. Enumerable.Repeat(seed, 32)], KeyBlobFormat.RawPrivateKey);

    /// <summary>As the developer portal shows it.</summary>
    public string PublicKey => Convert.ToHexStringLower(_key.PublicKey.Export(KeyBlobFormat.RawPublicKey));

    /// <summary>The two headers.</summary>
    public (string Signature, string Timestamp) Sign(byte[] body, DateTimeOffset at)
    {
        var timestamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return (Convert.ToHexStringLower(SignatureAlgorithm.Ed25519.Sign(_key, [.. Encoding.ASCII.GetBytes(timestamp), .. body])), timestamp);
    }

    /// <summary>A whole request.</summary>
    public HttpRequestMessage Request(Uri endpoint, byte[] body, DateTimeOffset at)
    {
        var (signature, timestamp) = Sign(body, at);
        var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add("X-Signature-Ed25519", signature);
        request.Headers.Add("X-Signature-Timestamp", timestamp);
        return request;
    }

    public void Dispose() => _key.Dispose();
}
