using System.Text.Json.Nodes;

namespace SummaryBot.Discord.Interactions;

/// <summary>Commands that belong together, with their buttons and forms.</summary>
internal interface IInteractionModule
{
    /// <summary>As they are registered with Discord.</summary>
    IEnumerable<JsonObject> Commands { get; }

    /// <summary>As they are registered with the operator's own server alone.</summary>
    IEnumerable<JsonObject> OwnerCommands => [];

    IEnumerable<InteractionRoute> Routes { get; }
}
