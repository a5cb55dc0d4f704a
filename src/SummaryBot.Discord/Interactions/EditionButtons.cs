using System.Text.Json.Nodes;
using SummaryBot.Chat;
using SummaryBot.Discord.Rendering;

namespace SummaryBot.Discord.Interactions;

/// <summary>The buttons below an edition or a note. Whoever sees it may press them; the answers are for that person alone. Only the person whose digest it is can stop it.</summary>
/// <param name="ids">Writes what they remember.</param>
public sealed class EditionButtons(ComponentIds ids)
{
    internal const string Why = "ewhy";
    internal const string Useful = "euse";
    internal const string NotUseful = "enot";
    internal const string Stop = "estop";

    /// <summary>One row, of five components at most with its buttons; null where the message has none.</summary>
    internal JsonNode? RowOf(ChatMessage message)
    {
        if (message.Buttons is { Count: > 0 } own)
        {
            return Components.Row([.. own.Select(it => Components.Button(it.Label, ids.Write(new ComponentId(it.Kind, UserId: null, it.Payload))))]);
        }

        if (message.Edition is not { } edition)
        {
            return null;
        }

        var buttons = new List<JsonNode>();
        if (message.Stories.Count > 0)
        {
            buttons.AddRange([Button("Why these?", Why, edition), Button("Useful", Useful, edition), Button("Not useful", NotUseful, edition)]);
        }

        if (message.IsPersonal)
        {
            buttons.Add(Button("Stop", Stop, edition));
        }

        return buttons.Count == 0 ? null : Components.Row([.. buttons]);
    }

    private JsonNode Button(string label, string kind, EditionKey edition) =>
        Components.Button(label, ids.Write(new ComponentId(kind, UserId: null, new EditionState(edition).Payload)));
}
