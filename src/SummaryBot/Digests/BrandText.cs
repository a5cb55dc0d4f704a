using System.Text.Json;
using SummaryBot.Chat;

namespace SummaryBot.Digests;

/// <summary>A server's brand as the database keeps it.</summary>
public static class BrandText
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Null where nothing is set.</summary>
    public static string? Write(BrandOptions brand) =>
        brand is { Name: "", Avatar: "", Color: "", Footer: "" } ? null : JsonSerializer.Serialize(brand, Json);

    /// <param name="json">Null where nothing is set.</param>
    public static BrandOptions Read(string? json) => json is null ? new BrandOptions() : JsonSerializer.Deserialize<BrandOptions>(json, Json)!;

    /// <summary>Null where nothing is set.</summary>
    internal static Brand? BrandOf(string? json) => json is null ? null : BrandReader.Read(Read(json), []);
}
