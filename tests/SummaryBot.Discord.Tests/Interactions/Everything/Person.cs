using System.Text.Json.Nodes;
using SummaryBot.TestDiscord.Access;

namespace SummaryBot.Discord.Tests.Interactions.Everything;

/// <summary>Somebody, somewhere.</summary>
/// <param name="Rights">What he may do there; of no matter in private channels.</param>
internal sealed record Person(string Id, ulong Rights, Place At)
{
    private static readonly ulong ManageGuild = PermissionBits.Of("MANAGE_GUILD");

    public static Person Admin(string id, Place at) => new(id, PermissionBits.Usual | ManageGuild, at);

    public static Person Reader(string id, Place at) => new(id, PermissionBits.Usual, at);

    /// <summary>Writes into an interaction who he is and where.</summary>
    public void Sign(JsonObject interaction)
    {
        if (At.GuildId is { } guild)
        {
            interaction["guild_id"] = guild;
            interaction["guild"]!["id"] = guild;
            interaction["channel"]!["guild_id"] = guild;
            interaction["member"]!["permissions"] = PermissionBits.Text(Rights);
            interaction["authorizing_integration_owners"] = new JsonObject { ["0"] = guild };
        }

        if (!At.HasBot)
        {
            interaction["authorizing_integration_owners"] = new JsonObject { ["1"] = Id };
        }
    }
}

/// <summary>A channel where somebody asks.</summary>
/// <param name="GuildId">Null for a private one.</param>
internal sealed record Place(string ChannelId, string? GuildId)
{
    /// <summary>Whether the bot was added there; where it was not, the person brought it.</summary>
    public bool HasBot { get; init; } = true;
}
