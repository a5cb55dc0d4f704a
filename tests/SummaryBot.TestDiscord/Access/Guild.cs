using System.Text.Json.Nodes;

namespace SummaryBot.TestDiscord.Access;

/// <summary>Who is in the server, with which roles, and what they may do.</summary>
public sealed class Guild
{
    private readonly Dictionary<string, HashSet<string>> _rolesOf = new(StringComparer.Ordinal);
    private readonly string _id;

    internal Guild(string id, string ownerId, string botId, string botRoleId)
    {
        (_id, OwnerId) = (id, ownerId);
        Roles.Add(new Role(id, "@everyone", PermissionBits.Usual));
        Roles.Add(new Role(botRoleId, "SummaryBot", PermissionBits.All & ~PermissionBits.Administrator, IsManaged: true));
        (_rolesOf[ownerId], _rolesOf[botId]) = ([], [botRoleId]);
    }

    /// <summary>May do everything.</summary>
    public string OwnerId { get; }

    /// <summary>The first is that of everybody.</summary>
    public IList<Role> Roles { get; } = [];

    public IEnumerable<string> MemberIds => _rolesOf.Keys;

    public bool Has(string userId) => _rolesOf.ContainsKey(userId);

    public void Join(string userId, params IEnumerable<string> roleIds) => _rolesOf[userId] = [.. roleIds];

    public void Leave(string userId) => _rolesOf.Remove(userId);

    /// <summary>Gives a role other permissions.</summary>
    public void Change(string roleId, ulong permissions)
    {
        var at = Roles.IndexOf(Roles.First(role => role.Id == roleId));
        Roles[at] = Roles[at] with { Permissions = permissions };
    }

    /// <summary>Nothing for whom is no member.</summary>
    public ulong PermissionsOf(string userId) => Has(userId) ? PermissionRules.OfMember(userId == OwnerId, RolesOf(userId)) : 0;

    /// <param name="parent">Whose overwrites count: a thread has none of its own.</param>
    public ulong PermissionsIn(Channel channel, Channel parent, string userId) => Has(userId)
        ? PermissionRules.InChannel(PermissionsOf(userId), userId, _id, _rolesOf[userId], parent.Overwrites, isThread: channel.Thread is not null)
        : 0;

    public JsonArray RolesJson() => new([.. Roles.Select((role, i) => (JsonNode)role.ToJson(i))]);

    public JsonObject MemberJson(JsonObject user) => new()
    {
        ["user"] = user,
        ["nick"] = null,
        ["avatar"] = null,
        ["banner"] = null,
        ["roles"] = new JsonArray([.. _rolesOf[user["id"]!.GetValue<string>()].Select(id => (JsonNode)id)]),
        ["joined_at"] = "2026-01-01T00:00:00.000000+00:00",
        ["premium_since"] = null,
        ["deaf"] = false,
        ["mute"] = false,
        ["pending"] = false,
        ["flags"] = 0,
        ["communication_disabled_until"] = null,
    };

    private IEnumerable<Role> RolesOf(string userId) => Roles.Where(role => role.Id == _id || _rolesOf[userId].Contains(role.Id));
}
