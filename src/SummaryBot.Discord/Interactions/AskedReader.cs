using System.Text.Json.Nodes;

namespace SummaryBot.Discord.Interactions;

/// <summary>Reads what was asked.</summary>
internal static class AskedReader
{
    public const int Autocomplete = 4;

    private const int Command = 2;
    private const int Component = 3;
    private const int Modal = 5;
    private const int MostName = 32;
    private const int MostCustomId = 100;

    public static Asked Read(JsonObject interaction)
    {
        var data = interaction.At("data");
        var resolved = new ResolvedData(data.At("resolved"));
        return interaction.At("type").Whole() switch
        {
            Command when data.At("type").Whole() is 3 => OnMessage(data, resolved),
            Command or Autocomplete when data.At("type").Whole() is null or 1 => Typed(data, resolved, interaction.At("type").Whole() == Autocomplete),
            Component when CustomId(data) is { } id && data.At("component_type").Whole() is { } type => new Asked.Component(id, type, data.At("values").Texts(), resolved),
            Modal when CustomId(data) is { } id => ModalReader.Read(id, data, resolved),
            _ => new Asked.Unreadable("its type or its data are not known"),
        };
    }

    public static string? CustomId(JsonNode? data) => data.At("custom_id").Text(MostCustomId) is { Length: > 0 } id ? id : null;

    private static Asked OnMessage(JsonNode? data, ResolvedData resolved)
    {
        var id = data.At("target_id").Id();
        return data.At("name").Text(MostName) is { Length: > 0 } name && resolved.Message(id) is { } message
            ? new Asked.OnMessage(name, TargetMessageReader.Read(id!, message))
            : new Asked.Unreadable("the message that it is about is missing");
    }

    /// <summary>A command, and the group and sub-command in it.</summary>
    private static Asked Typed(JsonNode? data, ResolvedData resolved, bool isTyping)
    {
        if (data.At("name").Text(MostName) is not { Length: > 0 } path)
        {
            return new Asked.Unreadable("the command has no name");
        }

        var level = data;
        for (var depth = 0; depth < 2 && Nested(level) is { } inner; depth++)
        {
            (path, level) = ($"{path} {inner.At("name").Text(MostName)}", inner);
        }

        return Options(level) is { } options
            ? Typed(path, options, new InteractionOptions(options, resolved), isTyping)
            : new Asked.Unreadable("its options are not readable");
    }

    private static Asked Typed(string path, Dictionary<string, JsonObject> byName, InteractionOptions options, bool isTyping)
    {
        if (!isTyping)
        {
            return new Asked.Command(path, options);
        }

        var focused = byName.FirstOrDefault(option => option.Value.At("focused").Truth() == true);
        return focused.Key is null
            ? new Asked.Unreadable("nothing is being typed")
            : new Asked.Typing(path, options, focused.Key, focused.Value.At("value") is JsonValue value ? value.Text(100) ?? Number(value) : "");
    }

    /// <summary>A number that is being typed.</summary>
    private static string Number(JsonValue value) => value.GetValueKind() == System.Text.Json.JsonValueKind.Number ? value.ToJsonString() : "";

    private static JsonObject? Nested(JsonNode? level) =>
        level.At("options").Objects(most: 25).FirstOrDefault(
            option => option.At("type").Whole() is InteractionOptions.SubCommand or InteractionOptions.Group && option.At("name").Text(MostName) is not null);

    /// <summary>By name; null where one has none or is there twice, or they are too many.</summary>
    private static Dictionary<string, JsonObject>? Options(JsonNode? level)
    {
        var found = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        if (level.At("options") is { } node && (node is not JsonArray list || list.Count > 25))
        {
            return null;
        }

        return level.At("options").Objects(most: 25).All(option => option.At("name").Text(MostName) is { } name && found.TryAdd(name, option)) ? found : null;
    }
}
