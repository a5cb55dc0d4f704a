using System.Text.Json.Nodes;
using SummaryBot.Commands;
using SummaryBot.Discord.Rendering;
using SummaryBot.Summarization;

namespace SummaryBot.Discord.Interactions;

/// <summary>The buttons below a card.</summary>
/// <param name="ids">Writes what they remember.</param>
/// <param name="userId">Who may use those that change the card.</param>
/// <param name="maySend">Whether the card is private and the person could post it here.</param>
public sealed class CardButtons(ComponentIds ids, string userId, bool maySend)
{
    internal const string Shorter = "less";
    internal const string Longer = "more";
    internal const string Why = "why";
    internal const string Share = "share";

    private const int MaxUrl = 512;

    /// <summary>For a card that this interaction shows.</summary>
    internal static CardButtons For(Interaction interaction, ComponentIds ids, bool isPrivate) =>
        new(ids, interaction.UserId, isPrivate && InteractionAccess.Share(interaction.Place) is null);

    /// <summary>Five at most.</summary>
    internal List<JsonNode> Of(SummaryCard card)
    {
        var buttons = new List<JsonNode>();
        if (card.Url is { } url && url.AbsoluteUri.Length <= MaxUrl)
        {
            buttons.Add(Components.Link("Open article", url));
        }

        if (!CardState.CanHold(card.Asked))
        {
            return buttons; // they would forget the question
        }

        var state = new CardState(card.ArticleId, card.Length ?? SummaryLength.Medium, card.Length is null ? card.SentencesAsked : null, card.Asked);
        if (card.Length is { } length)
        {
            buttons.Add(Other("Shorter", Shorter, length - 1));
            buttons.Add(Other("Longer", Longer, length + 1));
        }

        // what answers a question was chosen because it does
        if (card.Asked is null)
        {
            buttons.Add(Components.Button("Why these?", ids.Write(new ComponentId(Why, UserId: null, state.Payload))));
        }

        if (maySend)
        {
            buttons.Add(Components.Button("Share here", ids.Write(new ComponentId(Share, userId, state.Payload))));
        }

        return buttons;

        JsonNode Other(string label, string kind, SummaryLength other)
        {
            var isThere = Enum.IsDefined(other);
            return Components.Button(label, ids.Write(new ComponentId(kind, userId, (isThere ? state with { Length = other } : state).Payload)), disabled: !isThere);
        }
    }
}
