using System.Text.Json.Nodes;
using SummaryBot.Chat;
using SummaryBot.Commands.Editions;
using SummaryBot.Discord.Interactions.Commands;
using SummaryBot.Discord.Rendering;
using SummaryBot.Language;

namespace SummaryBot.Discord.Interactions;

/// <summary>The buttons below an edition or a note. Whoever sees it may press them; the answers are for that person alone. Only the person whose digest it is can stop it.</summary>
/// <param name="ids">Writes what they remember.</param>
/// <param name="words">In the language of the channel's server.</param>
public sealed class EditionButtons(ComponentIds ids, Words words)
{
    /// <summary>A row with the menu and one with five buttons at most; empty where the message has none.</summary>
    internal IReadOnlyList<JsonNode> RowsOf(ChatMessage message) => message.Buttons is { Count: > 0 } own
        ? [Components.Row([.. own.Select(it => Components.Button(it.Label, ids.Write(new ComponentId(it.Kind, UserId: null, it.Payload))))])]
        : [.. new ReplyRenderer(ids, userId: "", words).Rows(EditionControls.MenuOf(message, words) is { } menu ? [menu] : [], EditionControls.ButtonsOf(message, words))];
}
