using SummaryBot.Commands.Shape;

namespace SummaryBot.Discord.Interactions;

/// <summary>Finds the handler of an interaction, or why there is none for it. The one place where rights are checked.</summary>
internal sealed class InteractionRouter(IEnumerable<IInteractionModule> modules)
{
    private readonly Dictionary<(Type, string), InteractionRoute> _routes =
        modules.SelectMany(module => module.Routes).ToDictionary(route => (route.Kind, route.Name));

    public Routing Find(Interaction interaction, ComponentIds ids)
    {
        var customId = interaction.Asked switch { Asked.Component it => it.CustomId, Asked.Modal it => it.CustomId, _ => null };
        var id = customId is null ? null : ids.Read(customId);
        var name = interaction.Asked switch
        {
            Asked.Command it => it.Path,
            Asked.Typing it => it.Path,
            Asked.OnMessage it => it.Name,
            _ => id?.Kind ?? "",
        };
        return (interaction.Asked, customId, id) switch
        {
            (Asked.Unreadable { Problem: var problem }, _, _) => new Routing.Refused(ErrorCode.Unreadable, problem),
            (_, not null, null) => new Routing.Refused(ErrorCode.StaleButton, "its custom_id is stale or not ours"),
            (_, _, { UserId: { } owner }) when !string.Equals(owner, interaction.UserId, StringComparison.Ordinal) => new Routing.Refused(ErrorCode.NotYours, "its custom_id belongs to somebody else"),
            _ when !_routes.TryGetValue((interaction.Asked.GetType(), name), out var route) => new Routing.Refused(ErrorCode.UnknownCommand, "nothing here answers it"),
            _ => Check(interaction, _routes[(interaction.Asked.GetType(), name)], id),
        };
    }

    private static Routing Check(Interaction interaction, InteractionRoute route, ComponentId? id) =>
        route.Access(interaction.Place) is { } refusal ? new Routing.Refused(refusal, "the person lacks the right") : new Routing.Found(route, id);
}
