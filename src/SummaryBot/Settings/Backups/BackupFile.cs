using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SummaryBot.Settings.Backups;

/// <summary>A backup as a file: JSON with a version, and a checksum of what follows it. Whoever sends one in may have made it up.</summary>
public static class BackupFile
{
    public const int Version = 1;

    /// <summary>1 MiB.</summary>
    public const int MaxBytes = 1 << 20;

    private const int MaxDepth = 12;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // it is not put into a page
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        PreferredObjectCreationHandling = JsonObjectCreationHandling.Populate,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        MaxDepth = MaxDepth,
    };

    public static byte[] Write(BackupContent content)
    {
        var text = WriteContent(content);
        return Encoding.UTF8.GetBytes($"{{\n\"summarybot\": {Version},\n\"checksum\": \"{Checksum(text)}\",\n\"content\": {text}\n}}\n");
    }

    /// <summary>The content alone, for the database and to compare.</summary>
    public static string WriteContent<T>(T content) => JsonSerializer.Serialize(content, Json);

    public static BackupContent ReadContent(string content) => JsonSerializer.Deserialize<BackupContent>(content, Json)!;

    /// <param name="bytes">Null where the file is too large, or did not come.</param>
    public static BackupReadResult Read(byte[]? bytes)
    {
        if (bytes is null || bytes.Length > MaxBytes)
        {
            return new BackupReadResult.Faulty(new BackupFault("size"));
        }

        try
        {
            using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = MaxDepth, AllowDuplicateProperties = false });
            return Read(document.RootElement);
        }
        catch (JsonException)
        {
            return new BackupReadResult.Faulty(new BackupFault("json"));
        }
    }

    private static BackupReadResult Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object
            || !root.TryGetProperty("summarybot", out var version) || version.ValueKind != JsonValueKind.Number
            || !root.TryGetProperty("checksum", out var checksum) || checksum.ValueKind != JsonValueKind.String
            || !root.TryGetProperty("content", out var content) || content.ValueKind != JsonValueKind.Object)
        {
            return new BackupReadResult.Faulty(new BackupFault("json"));
        }

        if (!version.TryGetInt32(out var number) || number != Version)
        {
            return new BackupReadResult.Faulty(new BackupFault("version", ("version", version.GetRawText())));
        }

        var text = content.GetRawText();
        return !string.Equals(checksum.GetString(), Checksum(text), StringComparison.Ordinal) ? new BackupReadResult.Faulty(new BackupFault("checksum"))
            : HasHoles(content) ? new BackupReadResult.Faulty(new BackupFault("json"))
            : new BackupReadResult.Read(ReadContent(text));
    }

    /// <summary>Lists with nothing in a place: no list of a backup has that.</summary>
    private static bool HasHoles(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().Any(it => it.ValueKind == JsonValueKind.Null || HasHoles(it)),
        JsonValueKind.Object => element.EnumerateObject().Any(it => HasHoles(it.Value)),
        _ => false,
    };

    private static string Checksum(string content) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))}";
}

public abstract record BackupReadResult
{
    public sealed record Read(BackupContent Content) : BackupReadResult;

    public sealed record Faulty(BackupFault Fault) : BackupReadResult;
}

/// <summary>Why a file is refused.</summary>
/// <param name="Code">Of the text <c>backup.fault.CODE</c>.</param>
/// <param name="Values">Of that text.</param>
public sealed record BackupFault(string Code, params IReadOnlyList<(string Name, object? Value)> Values);
