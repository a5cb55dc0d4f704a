using System.Text.Json.Nodes;

namespace SummaryBot.TestDiscord.Interactions;

/// <summary>What Discord's own input makes of a typed command; it sends nothing that does not fit the command.</summary>
internal static class CommandInput
{
    public const int Subcommand = 1;
    public const int Group = 2;
    public const int Text = 3;
    public const int Integer = 4;
    public const int Truth = 5;
    public const int User = 6;
    public const int Channel = 7;
    public const int Role = 8;
    public const int Mentionable = 9;
    public const int Number = 10;
    public const int Attachment = 11;

    /// <param name="path">The names of the subcommand, if it has any.</param>
    /// <param name="focused">The option that is being typed into; null for a command that is sent.</param>
    /// <exception cref="ArgumentException">Discord's own input would not let it be sent.</exception>
    public static JsonObject Data(World world, JsonObject command, IReadOnlyList<string> path, IReadOnlyDictionary<string, object> given, string? focused)
    {
        var resolved = new Resolved(world);
        var data = new JsonObject
        {
            ["id"] = command["id"]!.DeepClone(),
            ["name"] = command["name"]!.DeepClone(),
            ["type"] = 1,
            ["options"] = Options(command, path, given, focused, resolved),
        };
        if (command["guild_id"] is { } guild)
        {
            data["guild_id"] = guild.DeepClone();
        }

        resolved.AddTo(data);
        return data;
    }

    /// <exception cref="ArgumentException">There is no such option.</exception>
    public static JsonObject Declared(JsonObject command, IReadOnlyList<string> path, string option) =>
        Options(path.Aggregate(command, Descend)).FirstOrDefault(it => it["name"]!.ToString() == option)
        ?? throw new ArgumentException($"There is no option {option}.", nameof(option));

    private static JsonArray Options(
        JsonObject declared, IReadOnlyList<string> path, IReadOnlyDictionary<string, object> given, string? focused, Resolved resolved)
    {
        if (path.Count > 0)
        {
            var next = Descend(declared, path[0]);
            return [new JsonObject
            {
                ["name"] = path[0],
                ["type"] = next["type"]!.DeepClone(),
                ["options"] = Options(next, [.. path.Skip(1)], given, focused, resolved),
            }];
        }

        var options = Options(declared).ToDictionary(option => option["name"]!.ToString(), StringComparer.Ordinal);
        if (options.Values.Any(option => (int)option["type"]! is Subcommand or Group))
        {
            throw new ArgumentException("A subcommand has to be chosen.", nameof(path));
        }

        var missing = options.Where(option => focused is null && (bool?)option.Value["required"] == true && !given.ContainsKey(option.Key)).Select(option => option.Key).ToList();
        if (missing.Count > 0)
        {
            throw new ArgumentException($"Required: {string.Join(", ", missing)}.", nameof(given));
        }

        return new JsonArray([.. given.Select(entry => (JsonNode)OptionInput.Of(
            options.GetValueOrDefault(entry.Key) ?? throw new ArgumentException($"There is no option {entry.Key}.", nameof(given)), entry.Value, entry.Key == focused, resolved))]);
    }

    private static JsonObject Descend(JsonObject declared, string name) =>
        Options(declared).FirstOrDefault(it => it["name"]!.ToString() == name && (int)it["type"]! is Subcommand or Group)
        ?? throw new ArgumentException($"There is no subcommand {name}.", nameof(name));

    private static IEnumerable<JsonObject> Options(JsonObject declared) => (declared["options"] as JsonArray ?? []).OfType<JsonObject>();
}
