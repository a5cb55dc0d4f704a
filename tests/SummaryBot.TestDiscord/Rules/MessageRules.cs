using System.Text.Json.Nodes;

namespace SummaryBot.TestDiscord.Rules;

/// <summary>The rules of messages that Discord's document lacks.</summary>
/// <remarks><see href="https://discord.com/developers/docs/resources/message"/>, <see href="https://discord.com/developers/docs/components/reference"/></remarks>
internal static class MessageRules
{
    public const int IsComponentsV2 = 1 << 15;
    private const int MaxContent = 2000;
    private const int MaxEmbedText = 6000;
    private const int MaxRows = 5;
    private const int MaxComponents = 40;
    private const int MaxComponentText = 4000;
    private static readonly int[] Classic = [1, 2, 3, 5, 6, 7, 8];

    /// <param name="wasV2">Whether the message that is edited is made of components.</param>
    public static IEnumerable<BodyError> Check(JsonObject body, bool wasV2 = false)
    {
        var isV2 = IsV2(body) || wasV2;
        var components = Components(body["components"]).ToList();
        if (Length(body["content"]) > MaxContent)
        {
            yield return new BodyError("content", "BASE_TYPE_MAX_LENGTH", $"Must be {MaxContent} or fewer in length.");
        }

        if (Embeds(body).Sum(EmbedLength) > MaxEmbedText)
        {
            yield return new BodyError("embeds", "MAX_EMBED_SIZE_EXCEEDED", $"Embed size exceeds maximum size of {MaxEmbedText}");
        }

        var errors = (isV2 ? CheckV2(body, components, wasV2) : CheckClassic(body, components)).Concat(components.SelectMany(CheckComponent))
            .Concat(components.SelectMany(SelectRules.Check)).Concat(LinkRules.Check(body, components)).Concat(MentionRules.Check(body["allowed_mentions"]));
        foreach (var error in errors.Concat(CheckUnique(components, "custom_id")).Concat(CheckUnique(components, "id")))
        {
            yield return error;
        }
    }

    public static bool IsV2(JsonNode? body) =>
        body?["flags"] is JsonValue flags && flags.TryGetValue<int>(out var bits) && (bits & IsComponentsV2) != 0;

    /// <summary>Nothing to show: Discord's error 50006.</summary>
    public static bool IsEmpty(JsonObject body) =>
        Length(body["content"]) == 0 && Embeds(body).All(
            embed => EmbedLength(embed) == 0 && embed["image"] is null) && body["components"] is not JsonArray { Count: > 0 };

    /// <summary>Every component with its path, nested ones too.</summary>
    public static IEnumerable<(string Path, JsonObject Component)> Components(JsonNode? list, string path = "components")
    {
        foreach (var (component, i) in (list as JsonArray ?? []).OfType<JsonObject>().Select((component, i) => (component, i)))
        {
            yield return ($"{path}.{i}", component);
            foreach (var nested in Components(component["components"], $"{path}.{i}.components"))
            {
                yield return nested;
            }

            if (component["accessory"] is JsonObject accessory)
            {
                yield return ($"{path}.{i}.accessory", accessory);
            }
        }
    }

    private static IEnumerable<BodyError> CheckV2(JsonObject body, List<(string Path, JsonObject Component)> components, bool wasV2)
    {
        if (wasV2 && body["flags"] is JsonValue && !IsV2(body))
        {
            yield return new BodyError("flags", "MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG", "The IS_COMPONENTS_V2 flag cannot be removed.");
        }

        foreach (var field in new[] { "content", "embeds", "poll", "sticker_ids" }.Where(field => body[field] is JsonArray { Count: > 0 } or JsonObject || Length(body[field]) > 0))
        {
            yield return new BodyError(
                field,
                "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                $"The '{field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2");
        }

        if (components.Count > MaxComponents)
        {
            yield return new BodyError(
                "components",
                "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
                $"The total number of components cannot exceed {MaxComponents}; it is {components.Count}.");
        }

        var length = components.Where(it => Type(it.Component) == 10).Sum(it => Length(it.Component["content"]));
        if (length > MaxComponentText)
        {
            yield return new BodyError(
                "components",
                "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
                $"Total displayable text size cannot exceed {MaxComponentText}; it is {length}.");
        }
    }

    private static IEnumerable<BodyError> CheckClassic(JsonObject body, List<(string Path, JsonObject Component)> components)
    {
        var errors = components.Where(it => !Classic.Contains(Type(it.Component)))
            .Select(it => new BodyError($"{it.Path}.type", "UNION_TYPE_CHOICES", $"Value of field \"type\" must be one of (1,) without IS_COMPONENTS_V2."));
        return body["components"] is JsonArray { Count: > MaxRows }
            ? errors.Append(new BodyError("components", "BASE_TYPE_BAD_LENGTH", $"Must be between 1 and {MaxRows} in length."))
            : errors;
    }

    private static IEnumerable<BodyError> CheckComponent((string Path, JsonObject Component) it)
    {
        var (path, component) = it;
        var style = component["style"] is JsonValue value && value.TryGetValue<int>(out var number) ? number : 0;
        var (hasUrl, hasId) = (Length(component["url"]) > 0, Length(component["custom_id"]) > 0);
        if (Type(component) == 2 && style == 5 && (!hasUrl || hasId))
        {
            yield return new BodyError(path, "COMPONENT_CUSTOM_ID_XOR_URL", "A link button has a url and no custom_id.");
        }
        else if (Type(component) == 2 && style is >= 1 and <= 4 && (hasUrl || !hasId))
        {
            yield return new BodyError(path, "COMPONENT_CUSTOM_ID_XOR_URL", "A custom id is required, and no url.");
        }

        if (Type(component) == 2 && Length(component["label"]) == 0 && component["emoji"] is null)
        {
            yield return new BodyError($"{path}.label", "BUTTON_COMPONENT_REQUIRES_LABEL", "A button has a label or an emoji.");
        }

        var kinds = (component["components"] as JsonArray ?? []).OfType<JsonObject>().Select(Type).ToList();
        if (Type(component) == 1 && (kinds.Count > 5 || (kinds.Count > 1 && kinds.Exists(kind => kind != 2))))
        {
            yield return new BodyError($"{path}.components", "BASE_TYPE_BAD_LENGTH", "A row holds five buttons or one select menu.");
        }
    }

    private static IEnumerable<BodyError> CheckUnique(List<(string Path, JsonObject Component)> components, string field) => components
        .Where(it => it.Component[field] is JsonValue value && value.ToString() is not ("" or "0"))
        .GroupBy(it => it.Component[field]!.ToString(), StringComparer.Ordinal)
        .Where(group => group.Count() > 1)
        .Select(group => new BodyError($"{group.Last().Path}.{field}", $"COMPONENT_{field.ToUpperInvariant()}_DUPLICATED", $"Component {field} cannot be duplicated"));

    private static IEnumerable<JsonObject> Embeds(JsonObject body) => (body["embeds"] as JsonArray ?? []).OfType<JsonObject>();

    private static int EmbedLength(JsonObject embed) =>
        Length(embed["title"]) + Length(embed["description"]) + Length(embed["footer"]?["text"]) + Length(embed["author"]?["name"])
        + (embed["fields"] as JsonArray ?? []).Sum(field => Length(field?["name"]) + Length(field?["value"]));

    private static int Type(JsonObject component) =>
        component["type"] is JsonValue value && value.TryGetValue<int>(out var type) ? type : 0;

    private static int Length(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text.Trim().Length : 0;
}
