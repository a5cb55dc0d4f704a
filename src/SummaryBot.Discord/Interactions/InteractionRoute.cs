using SummaryBot.Commands.Shape;

namespace SummaryBot.Discord.Interactions;

/// <summary>One handler: what it is for, how it is acknowledged, who may use it.</summary>
/// <param name="Kind">The case of <see cref="Interactions.Asked"/>.</param>
/// <param name="Name">A command's path, or the kind of a button, menu or form.</param>
internal sealed record InteractionRoute(
    Type Kind, string Name, FirstAnswer First, Func<Interaction, ComponentId?, CancellationToken, Task> AnswerAsync)
{
    /// <summary>Checked before anything else happens; see <see cref="InteractionAccess"/>.</summary>
    public Func<InteractionPlace, ErrorCode?> Access { get; init; } = _ => null;

    public static InteractionRoute Command(string path, FirstAnswer first, Func<Interaction, Asked.Command, CancellationToken, Task> answer) =>
        new(typeof(Asked.Command), path, first, (interaction, _, token) => answer(interaction, (Asked.Command)interaction.Asked, token));

    public static InteractionRoute Typing(string path, Func<Interaction, Asked.Typing, CancellationToken, Task> answer) =>
        new(typeof(Asked.Typing), path, FirstAnswer.None, (interaction, _, token) => answer(interaction, (Asked.Typing)interaction.Asked, token));

    public static InteractionRoute OnMessage(string name, FirstAnswer first, Func<Interaction, Asked.OnMessage, CancellationToken, Task> answer) =>
        new(typeof(Asked.OnMessage), name, first, (interaction, _, token) => answer(interaction, (Asked.OnMessage)interaction.Asked, token));

    public static InteractionRoute Component(
        string kind, FirstAnswer first, Func<Interaction, Asked.Component, ComponentId, CancellationToken, Task> answer) =>
        new(typeof(Asked.Component), kind, first, (interaction, id, token) => answer(interaction, (Asked.Component)interaction.Asked, id!, token));

    public static InteractionRoute Modal(string kind, FirstAnswer first, Func<Interaction, Asked.Modal, ComponentId, CancellationToken, Task> answer) =>
        new(typeof(Asked.Modal), kind, first, (interaction, id, token) => answer(interaction, (Asked.Modal)interaction.Asked, id!, token));
}
