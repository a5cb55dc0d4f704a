using System.Text.Json.Nodes;
using SummaryBot.Chat;
using SummaryBot.Discord.Rendering;

namespace SummaryBot.Discord.Interactions;

/// <summary>The buttons below an edition. Whoever sees it may press them; the answers are for that person alone.</summary>
/// <param name="ids">Writes what they remember.</param>
public sealed class EditionButtons(ComponentIds ids)
{
    internal const string Why = "ewhy";
    internal const string Useful = "euse";
    internal const string NotUseful = "enot";

    /// <summary>One row: four components with its buttons.</summary>
    internal JsonNode RowOf(EditionKey edition) =>
        Components.Row(Button("Why these?", Why, edition), Button("Useful", Useful, edition), Button("Not useful", NotUseful, edition));

    private JsonNode Button(string label, string kind, EditionKey edition) =>
        Components.Button(label, ids.Write(new ComponentId(kind, UserId: null, new EditionState(edition).Payload)));
}
