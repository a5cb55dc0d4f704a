using SummaryBot.TestDiscord.Access;

namespace SummaryBot.TestDiscord.Inspection;

/// <summary>Members, roles, rights and private channels, from outside this process.</summary>
internal static class AccessEndpoints
{
    public static void MapAccess(this RouteGroupBuilder test, TestDiscordServer discord)
    {
        var world = discord.World;
        test.MapGet("/members", () => Locked(world, () => world.Guild.MemberIds.ToList()));
        test.MapPost("/members", (Joining it) => Locked(world, () => world.Guild.Join(it.UserId, it.Roles ?? [])));
        test.MapDelete("/members/{id}", (string id) => Locked(world, () => world.Guild.Leave(id)));
        test.MapGet("/roles", () => Locked(world, () => Results.Content(world.Guild.RolesJson().ToJsonString(), "application/json")));
        test.MapPost("/roles", (NewRole it) => Locked(world, () => AddRole(world, it)));
        test.MapPost("/roles/{id}", (string id, string[] permissions) => Locked(world, () => world.Guild.Change(id, PermissionBits.Of(permissions))));
        test.MapPost(
            "/channels/{id}/overwrites",
            (string id, Change it) => Locked(world, () => discord.Overwrite(id, it.Id, it.IsMember, it.Allow ?? [], it.Deny ?? [])));
        test.MapGet(
            "/channels/{id}/permissions",
            (string id, string? userId) => Locked(world, () => PermissionBits.NamesOf(world.PermissionsIn(world.Channels[id], userId ?? world.ApplicationId)).ToList()));
        test.MapPost("/direct-channels", (Talk it) => Locked(world, () => new { world.DirectChannel(it.UserId, it.OtherId ?? world.ApplicationId).Id }));
        test.MapPost("/locale", (Languages it) => Locked(world, () => (world.Locale, world.GuildLocale) = (it.Locale, it.GuildLocale ?? it.Locale)));
        test.MapPost("/unreachable", (Talk it) => Locked(world, () => it.IsReachable ? world.Unreachable.Remove(it.UserId) : world.Unreachable.Add(it.UserId)));
    }

    private static object AddRole(World world, NewRole it)
    {
        var role = new Role(world.NewId(), it.Name, PermissionBits.Of(it.Permissions ?? []), it.IsMentionable);
        world.Guild.Roles.Add(role);
        return new { role.Id };
    }

    private static IResult Locked(World world, Action action) => Locked(world, () =>
    {
        action();
        return Results.NoContent();
    });

    /// <summary>404 for an id that is not there, 400 for a permission that Discord does not have.</summary>
    private static IResult Locked<T>(World world, Func<T> read)
    {
        try
        {
            lock (world.Gate)
            {
                return read() is var found && found is IResult result ? result : Results.Ok(found);
            }
        }
        catch (ArgumentException e)
        {
            return Results.BadRequest(e.Message);
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException)
        {
            return Results.NotFound();
        }
    }

    private sealed record Languages(string Locale, string? GuildLocale);

    private sealed record Joining(string UserId, string[]? Roles);

    private sealed record NewRole(string Name, string[]? Permissions, bool IsMentionable = false);

    private sealed record Change(string Id, bool IsMember, string[]? Allow, string[]? Deny);

    private sealed record Talk(string UserId, string? OtherId, bool IsReachable = false);
}
