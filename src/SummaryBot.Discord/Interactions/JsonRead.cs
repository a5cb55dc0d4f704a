using System.Globalization;
using System.Text.Json.Nodes;

namespace SummaryBot.Discord.Interactions;

/// <summary>Reads JSON that may lack anything or hold another type: what does not fit is null, never an exception.</summary>
internal static class JsonRead
{
    /// <summary>UTF-16 units; Discord sends no longer text in an interaction.</summary>
    public const int MostText = 6000;

    public static JsonNode? At(this JsonNode? node, string key) => node is JsonObject fields && fields.TryGetPropertyValue(key, out var value) ? value : null;

    public static string? Text(this JsonNode? node, int most = MostText)
    {
        try
        {
            return node is JsonValue value && value.TryGetValue<string>(out var text) && text.Length <= most ? text : null;
        }
        catch (InvalidOperationException)
        {
            return null; // half a character: "\ud800"
        }
    }

    /// <summary>A snowflake: <see href="https://discord.com/developers/docs/reference#snowflakes"/>.</summary>
    public static string? Id(this JsonNode? node) =>
        node.Text(most: 20) is { } text && ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? text : null;

    public static int? Whole(this JsonNode? node) => node is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;

    public static bool? Truth(this JsonNode? node) => node is JsonValue value && value.TryGetValue<bool>(out var truth) ? truth : null;

    /// <summary>A set of permissions, which Discord writes as a decimal in a string; none where it is unreadable.</summary>
    public static ulong Permissions(this JsonNode? node) =>
        ulong.TryParse(node.Text(most: 20), NumberStyles.None, CultureInfo.InvariantCulture, out var bits) ? bits : 0;

    /// <summary>The objects in a list; none where it is no list or a longer one.</summary>
    public static IEnumerable<JsonObject> Objects(this JsonNode? node, int most = 100) =>
        node is JsonArray list && list.Count <= most ? list.OfType<JsonObject>() : [];

    /// <summary>The texts in a list; none where it is no list or a longer one.</summary>
    public static IReadOnlyList<string> Texts(this JsonNode? node, int most = 25) =>
        node is JsonArray list && list.Count <= most ? [.. list.Select(item => item.Text()).OfType<string>()] : [];
}
