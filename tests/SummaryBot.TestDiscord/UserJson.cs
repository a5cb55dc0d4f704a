using System.Text.Json.Nodes;

namespace SummaryBot.TestDiscord;

/// <summary>Users as the API gives them.</summary>
internal static class UserJson
{
    public static JsonObject Of(string id, string name, bool isBot) => new()
    {
        ["id"] = id,
        ["username"] = name,
        ["discriminator"] = isBot ? "0001" : "0",
        ["global_name"] = name,
        ["avatar"] = null,
        ["avatar_decoration_data"] = null,
        ["primary_guild"] = null,
        ["bot"] = isBot,
        ["system"] = false,
        ["public_flags"] = 0,
        ["flags"] = 0,
    };

    /// <summary>With what the user alone gets to know of itself.</summary>
    public static JsonObject Self(JsonObject user)
    {
        (user["mfa_enabled"], user["verified"], user["email"], user["locale"]) = (false, true, null, "en-US");
        return user;
    }
}
