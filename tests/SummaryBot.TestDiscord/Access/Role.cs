using System.Text.Json.Nodes;

namespace SummaryBot.TestDiscord.Access;

/// <summary>A role of the server.</summary>
/// <param name="IsMentionable">Whether everybody may ping it.</param>
/// <param name="IsManaged">Whether it came with the bot.</param>
public sealed record Role(string Id, string Name, ulong Permissions, bool IsMentionable = false, bool IsManaged = false)
{
    public JsonObject ToJson(int position) => new()
    {
        ["id"] = Id,
        ["name"] = Name,
        ["permissions"] = PermissionBits.Text(Permissions),
        ["position"] = position,
        ["color"] = 0,
        ["colors"] = new JsonObject { ["primary_color"] = 0, ["secondary_color"] = null, ["tertiary_color"] = null },
        ["hoist"] = false,
        ["managed"] = IsManaged,
        ["mentionable"] = IsMentionable,
        ["icon"] = null,
        ["unicode_emoji"] = null,
        ["flags"] = 0,
    };
}

/// <summary>What a channel gives to and takes from a role or a member.</summary>
public sealed record Overwrite(string Id, bool IsForMember, ulong Allow, ulong Deny)
{
    public JsonObject ToJson() => new()
    {
        ["id"] = Id,
        ["type"] = IsForMember ? 1 : 0,
        ["allow"] = PermissionBits.Text(Allow),
        ["deny"] = PermissionBits.Text(Deny),
    };
}
