using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SummaryBot.Discord.Interactions;

/// <summary>
/// Writes and reads the custom_id of buttons, menus and forms: version, kind, person, a code over all of it, payload. It holds the whole state, so it works after a
/// restart and on another instance; the code (HMAC-SHA256, 96 bits) shows that this bot wrote it and that nobody changed it.
/// </summary>
/// <param name="key">32 bytes.</param>
public sealed class ComponentIds(byte[] key)
{
    /// <summary>Leaves room for the longest kind: 100 less version, kind, person, code and three dots.</summary>
    public const int MostPayload = 100 - 1 - 5 - 11 - CodeLength - 3;

    private const string Version = "1";
    private const int CodeLength = 16;

    /// <exception cref="ArgumentException">The kind or the payload is too long, or Discord would cut white space off its end.</exception>
    public string Write(ComponentId id)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (id.Kind.Length is < 1 or > 5 || id.Payload.Length > MostPayload)
        {
            throw new ArgumentException($"The button {id.Kind} remembers too much.", nameof(id));
        }

        if (id.Payload.Length > 0 && char.IsWhiteSpace(id.Payload[^1]))
        {
            throw new ArgumentException($"The button {id.Kind} ends in white space.", nameof(id));
        }

        var head = $"{Version}{id.Kind}.{(id.UserId is null ? "" : Short(id.UserId))}";
        return $"{head}.{Code(head, id.Payload)}.{id.Payload}";
    }

    /// <summary>Null where it is of another version, not ours, or changed.</summary>
    public ComponentId? Read(string customId)
    {
        ArgumentNullException.ThrowIfNull(customId);
        if (customId.Split('.', 4) is not [var kind, var user, { Length: CodeLength } code, var payload]
            || !kind.StartsWith(Version, StringComparison.Ordinal) || kind.Length is < 2 or > 6)
        {
            return null;
        }

        var expected = Code($"{kind}.{user}", payload);
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(code), Encoding.UTF8.GetBytes(expected))
            ? new ComponentId(kind[Version.Length..], user.Length == 0 ? null : Long(user), payload)
            : null;
    }

    private string Code(string head, string payload) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{head}.{payload}")).AsSpan(0, CodeLength * 3 / 4));

    /// <summary>An id of 20 digits in 11 characters.</summary>
    private static string Short(string userId)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, ulong.Parse(userId, NumberStyles.None, CultureInfo.InvariantCulture));
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Only after the code was right, so this was written by <see cref="Short"/>.</summary>
    private static string Long(string user) => BinaryPrimitives.ReadUInt64BigEndian(Base64Url.DecodeFromChars(user)).ToString(CultureInfo.InvariantCulture);
}
