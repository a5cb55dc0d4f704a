using System.Text.Json.Nodes;
using SummaryBot.Commands;
using SummaryBot.Summarization;

namespace SummaryBot.Discord.Interactions;

/// <summary>
/// "Summarise links" in the menu of a message: private summaries of the stored articles that it links to. Discord hands over the message that was chosen, so no
/// privileged intent is needed.
/// </summary>
internal sealed class LinksInteraction(SummaryCommand command, InteractionReplies replies, ComponentKey key) : IInteractionModule
{
    public const string Name = "Summarise links";

    private const string Pick = "pick";

    public IEnumerable<JsonObject> Commands => [CommandJson.OnMessage(Name, "links")];

    public IEnumerable<InteractionRoute> Routes =>
    [
        InteractionRoute.OnMessage(Name, FirstAnswer.Private, AnswerAsync),
        InteractionRoute.Component(Pick, FirstAnswer.Private, ChooseAsync),
    ];

    private async Task AnswerAsync(Interaction interaction, Asked.OnMessage asked, CancellationToken cancellationToken)
    {
        var linked = await command.LinkedAsync(MessageLinks.In(asked.Message), cancellationToken);
        var stored = linked.Where(link => link.Choice is not null).Select(link => link.Choice!).DistinctBy(choice => choice.ArticleId, StringComparer.Ordinal).ToList();
        var missing = linked.Where(link => link.Choice is null).Select(link => link.Link).ToList();
        if (stored is [var only])
        {
            await ShowAsync(interaction, [only.ArticleId], missing, cancellationToken);
            return;
        }

        var menu = (await key.LoadAsync(cancellationToken)).Write(new ComponentId(Pick, interaction.UserId, ""));
        await replies.EditAsync(interaction, LinksRenderer.Render(stored, missing, menu), cancellationToken);
    }

    private Task ChooseAsync(Interaction interaction, Asked.Component asked, ComponentId id, CancellationToken cancellationToken) =>
        ShowAsync(interaction, [.. asked.Values.Distinct(StringComparer.Ordinal).Take(MessageLinks.Most)], missing: [], cancellationToken);

    /// <summary>The first summary stands where "is thinking…" was, each other one below it.</summary>
    private async Task ShowAsync(Interaction interaction, IReadOnlyList<string> articleIds, List<Uri> missing, CancellationToken cancellationToken)
    {
        var buttons = CardButtons.For(interaction, await key.LoadAsync(cancellationToken), isPrivate: true);
        foreach (var (id, i) in articleIds.Select((id, i) => (id, i)))
        {
            var body = await command.AnswerAsync(new SummaryRequest(id, SummaryLength.Medium, Sentences: null), cancellationToken) switch
            {
                SummaryReply.Shown(var card) => CardRenderer.Render(card, buttons),
                SummaryReply.NotFound(var message) => LinksRenderer.Say(message),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
            await (i == 0 ? replies.EditAsync(interaction, body, cancellationToken) : replies.FollowUpAsync(interaction, body, cancellationToken));
        }

        if (missing.Count > 0)
        {
            await replies.FollowUpAsync(interaction, LinksRenderer.Render([], missing, menu: ""), cancellationToken);
        }
    }
}
