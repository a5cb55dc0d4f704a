using System.Text.Json.Nodes;

namespace SummaryBot.TestDiscord;

/// <summary>Components as the API gives them back: with an id each, and with what was left to Discord.</summary>
/// <remarks><see href="https://discord.com/developers/docs/components/reference#anatomy-of-a-component"/></remarks>
internal static class ComponentJson
{
    public static JsonArray Of(JsonNode? sent, string messageId)
    {
        var ids = new Ids(sent);
        return new JsonArray([.. MessageJson.Objects(sent).Select(component => (JsonNode)Complete(component, ids, messageId))]);
    }

    private static JsonObject Complete(JsonObject sent, Ids ids, string messageId)
    {
        var component = new JsonObject(sent.Where(field => field.Value is not null).Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone())));
        component["id"] = ids.Of(component);
        foreach (var (field, value) in Defaults(component["type"]!.GetValue<int>()))
        {
            if (!component.ContainsKey(field))
            {
                component[field] = value;
            }
        }

        if (component["components"] is JsonArray nested)
        {
            component["components"] = new JsonArray([.. MessageJson.Objects(nested).Select(it => (JsonNode)Complete(it, ids, messageId))]);
        }

        if (component["accessory"] is JsonObject accessory)
        {
            component["accessory"] = Complete(accessory, ids, messageId);
        }

        CompleteMedia(component, messageId);
        return component;
    }

    private static IEnumerable<(string Field, JsonNode? Value)> Defaults(int type) => type switch
    {
        2 => [("disabled", false)],
        3 or 5 or 6 or 7 or 8 => [("min_values", 1), ("max_values", 1), ("disabled", false)],
        11 => [("description", null), ("spoiler", false)],
        13 => [("name", null), ("size", null), ("spoiler", false)],
        14 => [("spacing", 1), ("divider", true)],
        17 => [("accent_color", null), ("spoiler", false)],
        _ => [],
    };

    private static void CompleteMedia(JsonObject component, string messageId)
    {
        foreach (var item in MessageJson.Objects(component["items"]))
        {
            (item["description"], item["spoiler"]) = (item["description"]?.DeepClone(), item["spoiler"]?.DeepClone() ?? false);
        }

        var media = MessageJson.Objects(component["items"]).Select(item => item["media"]).Append(component["media"]).Append(component["file"]);
        foreach (var it in media.OfType<JsonObject>())
        {
            (it["id"], it["proxy_url"]) = (messageId, EmbedJson.ProxyUrl(messageId));
        }
    }

    /// <summary>Numbers from 1 for those without one of their own.</summary>
    private sealed class Ids(JsonNode? sent)
    {
        private readonly HashSet<long> _taken = [.. Rules.MessageRules.Components(sent).Select(it => Own(it.Component))];
        private long _last;

        public long Of(JsonObject component)
        {
            if (Own(component) is > 0 and var own)
            {
                return own;
            }

            do
            {
                _last++;
            }
            while (_taken.Contains(_last));
            return _last;
        }

        private static long Own(JsonObject component) => component["id"] is JsonValue value && value.TryGetValue<long>(out var id) ? id : 0;
    }
}
