namespace SummaryBot.TestDiscord.Access;

/// <summary>What a member may do in a channel.</summary>
/// <remarks><see href="https://discord.com/developers/docs/topics/permissions#permission-overwrites"/></remarks>
public static class PermissionRules
{
    private static readonly ulong NeedSending = PermissionBits.Of("MENTION_EVERYONE", "SEND_TTS_MESSAGES", "ATTACH_FILES", "EMBED_LINKS");

    /// <summary>By the roles alone, without a channel.</summary>
    /// <param name="roles">Those of the member, and the one of everybody.</param>
    public static ulong OfMember(bool isOwner, IEnumerable<Role> roles)
    {
        var permissions = roles.Aggregate(0UL, (all, role) => all | role.Permissions);
        return isOwner || (permissions & PermissionBits.Administrator) != 0 ? PermissionBits.All : permissions;
    }

    /// <param name="permissions">Of <see cref="OfMember"/>.</param>
    /// <param name="everyoneId">The id of the role of everybody, which is the server's.</param>
    /// <param name="isThread">In threads another permission decides about sending.</param>
    public static ulong InChannel(
        ulong permissions, string memberId, string everyoneId, IReadOnlyCollection<string> roleIds, IReadOnlyCollection<Overwrite> overwrites, bool isThread = false)
    {
        if ((permissions & PermissionBits.Administrator) != 0)
        {
            return PermissionBits.All;
        }

        permissions = Apply(permissions, overwrites.Where(it => !it.IsForMember && it.Id == everyoneId));
        permissions = Apply(permissions, overwrites.Where(it => !it.IsForMember && it.Id != everyoneId && roleIds.Contains(it.Id)));
        permissions = Apply(permissions, overwrites.Where(it => it.IsForMember && it.Id == memberId));
        return Implied(permissions, isThread);
    }

    /// <summary>Of several overwrites all denials come first, then all that is allowed.</summary>
    private static ulong Apply(ulong permissions, IEnumerable<Overwrite> overwrites)
    {
        var (allow, deny) = overwrites.Aggregate((Allow: 0UL, Deny: 0UL), (all, it) => (all.Allow | it.Allow, all.Deny | it.Deny));
        return (permissions & ~deny) | allow;
    }

    private static ulong Implied(ulong permissions, bool isThread)
    {
        var sends = isThread ? PermissionBits.Of("SEND_MESSAGES_IN_THREADS") : PermissionBits.SendMessages;
        return (permissions & PermissionBits.ViewChannel) == 0 ? 0
            : (permissions & sends) == 0 ? permissions & ~NeedSending
            : permissions;
    }
}
