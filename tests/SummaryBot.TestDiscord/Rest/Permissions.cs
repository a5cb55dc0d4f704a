using System.Globalization;
using System.Text.Json.Nodes;

namespace SummaryBot.TestDiscord.Rest;

/// <summary>The bot's permissions as the API tells them: everything by the server's one role, less what a channel takes away.</summary>
internal static class Permissions
{
    private const long Everything = 2248473465835073;

    /// <remarks><see href="https://discord.com/developers/docs/topics/permissions"/></remarks>
    private static readonly Dictionary<string, int> Bits = new(StringComparer.Ordinal)
    {
        ["VIEW_CHANNEL"] = 10,
        ["SEND_MESSAGES"] = 11,
        ["EMBED_LINKS"] = 14,
        ["ATTACH_FILES"] = 15,
        ["READ_MESSAGE_HISTORY"] = 16,
        ["SEND_MESSAGES_IN_THREADS"] = 38,
    };

    public static JsonArray Roles(World world) => new(new JsonObject
    {
        ["id"] = world.GuildId,
        ["name"] = "@everyone",
        ["color"] = 0,
        ["hoist"] = false,
        ["position"] = 0,
        ["permissions"] = Text(Everything),
        ["managed"] = false,
        ["mentionable"] = false,
        ["flags"] = 0,
    });

    public static JsonObject Bot(World world) => new()
    {
        ["user"] = world.Bot(),
        ["nick"] = null,
        ["avatar"] = null,
        ["roles"] = new JsonArray(),
        ["joined_at"] = "2026-01-01T00:00:00.000000+00:00",
        ["deaf"] = false,
        ["mute"] = false,
        ["flags"] = 0,
    };

    public static JsonArray Overwrites(string applicationId, IEnumerable<string> denied)
    {
        var bits = denied.Aggregate(0L, (all, name) => all | (1L << Bits[name]));
        return bits == 0 ? [] : [new JsonObject { ["id"] = applicationId, ["type"] = 1, ["allow"] = "0", ["deny"] = Text(bits) }];
    }

    private static string Text(long bits) => bits.ToString(CultureInfo.InvariantCulture);
}
