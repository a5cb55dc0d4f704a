using System.Text.Json.Nodes;

namespace SummaryBot.Discord.Interactions;

/// <summary>Commands that belong together, with their buttons and forms.</summary>
internal interface IInteractionModule
{
    /// <summary>As they are registered with Discord.</summary>
    IEnumerable<JsonObject> Commands { get; }

    IEnumerable<InteractionRoute> Routes { get; }
}
