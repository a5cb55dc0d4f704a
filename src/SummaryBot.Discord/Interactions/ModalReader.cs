using System.Text.Json.Nodes;

namespace SummaryBot.Discord.Interactions;

/// <summary>Reads a form that was sent: fields stand in labels (type 18) or, in older forms, in rows.</summary>
/// <remarks><see href="https://discord.com/developers/docs/components/reference#label"/></remarks>
internal static class ModalReader
{
    /// <summary>Discord's own limit of a message; a form has fewer.</summary>
    private const int MostComponents = 40;

    public static Asked Read(string customId, JsonNode? data, ResolvedData resolved)
    {
        var fields = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var inner = data.At("components").Objects(MostComponents)
            .SelectMany(outer => outer.At("component") is JsonObject labeled ? [labeled] : outer.At("components").Objects(MostComponents));
        foreach (var field in inner.Take(MostComponents))
        {
            if (AskedReader.CustomId(field) is not { } id || !fields.TryAdd(id, Values(field)))
            {
                return new Asked.Unreadable("a field of the form has no name, or another's");
            }
        }

        return new Asked.Modal(customId, fields, resolved);
    }

    private static IReadOnlyList<string> Values(JsonObject field) =>
        field.At("value").Text() is { } text ? [text]
        : field.At("value").Truth() is { } truth ? [truth ? "true" : "false"]
        : field.At("values").Texts();
}
