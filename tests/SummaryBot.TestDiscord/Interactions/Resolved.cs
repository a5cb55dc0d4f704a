using System.Text.Json.Nodes;
using SummaryBot.TestDiscord.Access;

namespace SummaryBot.TestDiscord.Interactions;

/// <summary>What is known of the users, roles, channels and messages that an interaction names.</summary>
internal sealed class Resolved(World world)
{
    private readonly JsonObject _resolved = [];

    public bool User(string id)
    {
        if (id.Length == 0 || !id.All(char.IsAsciiDigit))
        {
            return false;
        }

        Part("users")[id] = id == world.ApplicationId ? world.Bot() : world.Person(id);
        if (world.Guild.Has(id))
        {
            var member = world.Guild.MemberJson(world.Person(id));
            member.Remove("user");
            member.Remove("deaf");
            member.Remove("mute");
            member["permissions"] = PermissionBits.Text(world.Guild.PermissionsOf(id));
            Part("members")[id] = member;
        }

        return true;
    }

    public bool Role(string id)
    {
        var at = world.Guild.Roles.ToList().FindIndex(role => role.Id == id);
        if (at >= 0)
        {
            Part("roles")[id] = world.Guild.Roles[at].ToJson(at);
        }

        return at >= 0;
    }

    /// <param name="types">The kinds that are taken; null for all.</param>
    public bool Channel(string id, IEnumerable<int>? types = null)
    {
        if (!world.Channels.TryGetValue(id, out var channel) || types?.Contains(channel.Type) == false)
        {
            return false;
        }

        var json = channel.ToJson(world.GuildId);
        json["permissions"] = PermissionBits.Text(world.PermissionsIn(channel, world.UserId));
        Part("channels")[id] = json;
        return true;
    }

    /// <summary>Uploads a file as Discord's own input does before it sends; nobody else sees it.</summary>
    /// <returns>Its id.</returns>
    /// <exception cref="ArgumentException">Discord would not take it.</exception>
    /// <remarks><see href="https://discord.com/developers/docs/resources/message#attachment-object"/></remarks>
    public string Attachment(SentFile file)
    {
        if (file.Content.Length > SentFile.MaxBytes || file.Name.Length is 0 or > 1024 || file.Name.Contains('/', StringComparison.Ordinal))
        {
            throw new ArgumentException($"Discord does not take the file {file.Name}.", nameof(file));
        }

        var id = world.NewId();
        world.Uploaded[id] = file;
        var path = $"ephemeral-attachments/{world.ApplicationId}/{id}/{Uri.EscapeDataString(file.Name)}";
        Part("attachments")[id] = new JsonObject
        {
            ["id"] = id,
            ["filename"] = file.Name,
            ["size"] = file.Content.Length,
            ["url"] = $"{world.Address}{path}",
            ["proxy_url"] = $"{world.Address}{path}",
            ["content_type"] = file.ContentType,
            ["ephemeral"] = true,
        };
        return id;
    }

    public void Message(Message message) => Part("messages")[message.Id] = message.ToJson(world, withNonce: false);

    public void AddTo(JsonObject data)
    {
        if (_resolved.Count > 0)
        {
            data["resolved"] = _resolved;
        }
    }

    private JsonObject Part(string name) => (JsonObject)(_resolved[name] ??= new JsonObject());
}
