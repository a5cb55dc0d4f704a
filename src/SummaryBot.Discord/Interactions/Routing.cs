using SummaryBot.Commands.Shape;

namespace SummaryBot.Discord.Interactions;

/// <summary>What becomes of an interaction.</summary>
internal abstract record Routing
{
    /// <param name="Id">Of a button, menu or form; its code was right.</param>
    public sealed record Found(InteractionRoute Route, ComponentId? Id) : Routing;

    /// <param name="Code">For the person.</param>
    /// <param name="Cause">For the log.</param>
    public sealed record Refused(ErrorCode Code, string Cause) : Routing;
}
