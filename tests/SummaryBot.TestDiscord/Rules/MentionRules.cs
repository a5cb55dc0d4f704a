using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SummaryBot.TestDiscord.Access;

namespace SummaryBot.TestDiscord.Rules;

/// <summary>Whom a message pings.</summary>
/// <remarks><see href="https://discord.com/developers/docs/resources/message#allowed-mentions-object"/></remarks>
internal static class MentionRules
{
    private static readonly Regex Mention = new("@everyone|@here|<@!?[0-9]+>|<@&[0-9]+>", RegexOptions.NonBacktracking);

    public static IEnumerable<BodyError> Check(JsonNode? allowed) => new[] { "users", "roles" }
        .Where(kind => Texts(Field(allowed, "parse")).Contains(kind) && Field(allowed, kind) is JsonArray { Count: > 0 })
        .Select(kind => new BodyError(
            $"allowed_mentions.{kind}",
            "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
            $"parse:[\"{kind}\"] and {kind}: [ids...] are mutually exclusive."));

    /// <summary>As the text names them. Without allowed_mentions everybody who is named; embeds never ping, and everyone and roles only with the right.</summary>
    public static IReadOnlyList<string> Pinged(JsonObject body, ulong permissions, IEnumerable<Role> roles)
    {
        var mayPingAll = (permissions & PermissionBits.Of("MENTION_EVERYONE")) != 0;
        var mentionable = roles.Where(role => role.IsMentionable).Select(role => $"<@&{role.Id}>").ToHashSet(StringComparer.Ordinal);
        var texts = MessageRules.Components(body["components"]).Select(it => it.Component["content"]).Append(body["content"]).OfType<JsonValue>();
        return
        [
            .. texts.SelectMany(text => Mention.Matches(text.GetValue<string>())).Select(match => match.Value)
                .Where(mention => mayPingAll || mention.StartsWith("<@", StringComparison.Ordinal) && (mention[2] != '&' || mentionable.Contains(mention)))
                .Where(mention => IsAllowed(mention, body["allowed_mentions"])),
        ];
    }

    private static bool IsAllowed(string mention, JsonNode? allowed)
    {
        var kind = mention[0] == '@' ? "everyone" : mention.Contains('&', StringComparison.Ordinal) ? "roles" : "users";
        return allowed is null || Texts(Field(allowed, "parse")).Contains(kind)
            || Texts(Field(allowed, kind)).Any(id => mention.Trim('<', '>', '@', '!', '&') == id);
    }

    private static IEnumerable<string> Texts(JsonNode? list) => (list as JsonArray ?? []).OfType<JsonValue>().Select(it => it.ToString());

    private static JsonNode? Field(JsonNode? node, string name) => (node as JsonObject)?[name];
}
