using System.Text.Json.Nodes;
using SummaryBot.TestDiscord.Rules;

namespace SummaryBot.TestDiscord.Rest;

/// <summary>The bot's commands: everywhere, and in the server alone.</summary>
/// <remarks><see href="https://discord.com/developers/docs/interactions/application-commands#bulk-overwrite-global-application-commands"/></remarks>
internal sealed class CommandEndpoints(World world)
{
    private const int MostCreatesPerDay = 200;
    private readonly List<DateTimeOffset> _creates = [];

    /// <param name="guildId">Null for those that stand everywhere.</param>
    public RestReply List(string? guildId) => Elsewhere(guildId) ?? RestReply.Ok(Of(guildId).DeepClone());

    public RestReply Overwrite(string? guildId, JsonNode? body)
    {
        if (Elsewhere(guildId) is { } elsewhere)
        {
            return elsewhere;
        }

        if (body is not JsonArray commands)
        {
            return RestError.NoJson;
        }

        var errors = BodyRules.Committed.Check("put /applications/{application_id}/commands", WithNumbers(commands)).Concat(CommandRules.Check(commands)).ToList();
        if (errors.Count > 0)
        {
            return RestError.InvalidForm(errors);
        }

        var registered = commands.Select(command => Registered(command!.AsObject(), guildId)).ToList();
        if (IsOneCreateTooMany(registered.Count(command => Known(command, guildId) is null)))
        {
            return RestError.Of(400, 30034, $"Max number of daily application command creates has been reached ({MostCreatesPerDay})");
        }

        Keep(guildId, new JsonArray([.. registered]));
        return RestReply.Ok(Of(guildId).DeepClone());
    }

    private RestReply? Elsewhere(string? guildId) => guildId is null || guildId == world.GuildId ? null : RestError.MissingAccess;

    private JsonArray Of(string? guildId) => guildId is null ? world.Commands : world.GuildCommands;

    private void Keep(string? guildId, JsonArray commands)
    {
        world.Registrations++;
        if (guildId is null)
        {
            world.Commands = commands;
        }
        else
        {
            world.GuildCommands = commands;
        }
    }

    private bool IsOneCreateTooMany(int created)
    {
        _creates.RemoveAll(at => world.Now - at > TimeSpan.FromDays(1));
        if (_creates.Count + created > MostCreatesPerDay)
        {
            return true;
        }

        _creates.AddRange(Enumerable.Repeat(world.Now, created));
        return false;
    }

    private JsonObject? Known(JsonObject command, string? guildId) => Of(guildId).OfType<JsonObject>()
        .FirstOrDefault(it => it["name"]!.ToString() == command["name"]!.ToString() && it["type"]!.ToString() == command["type"]!.ToString());

    /// <summary>With what Discord adds. A command of a known name and type keeps its id.</summary>
    private JsonObject Registered(JsonObject command, string? guildId)
    {
        var registered = new JsonObject(command.Where(field => field.Value is not null).Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone())));
        registered["type"] ??= 1;
        registered["id"] = Known(registered, guildId)?["id"]?.DeepClone() ?? world.NewId();
        registered["application_id"] = world.ApplicationId;
        registered["version"] = world.NewId();
        registered["description"] ??= "";
        registered["default_member_permissions"] = registered["default_member_permissions"]?.ToString();
        if (guildId is not null)
        {
            registered["guild_id"] = guildId;
        }
        else
        {
            registered["integration_types"] ??= new JsonArray(0);
        }

        return registered;
    }

    /// <summary>Permissions come as texts in practice, though the document says numbers.</summary>
    private static JsonArray WithNumbers(JsonArray commands)
    {
        var copy = commands.DeepClone().AsArray();
        foreach (var command in copy.OfType<JsonObject>())
        {
            if (command["default_member_permissions"] is JsonValue value && value.TryGetValue<string>(out var text)
                && long.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var bits))
            {
                command["default_member_permissions"] = bits;
            }
        }

        return copy;
    }
}
