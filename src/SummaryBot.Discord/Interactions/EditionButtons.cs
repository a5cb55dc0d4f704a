using System.Text.Json.Nodes;
using SummaryBot.Chat;
using SummaryBot.Commands.Editions;
using SummaryBot.Discord.Interactions.Commands;
using SummaryBot.Language;

namespace SummaryBot.Discord.Interactions;

/// <summary>The menu and the buttons below an edition, of <see cref="EditionControls"/>.</summary>
/// <param name="ids">Writes what they remember.</param>
/// <param name="words">In the language of the channel's server.</param>
public sealed class EditionButtons(ComponentIds ids, Words words)
{
    /// <summary>A row with the menu and one with five buttons at most; empty where the message has none.</summary>
    internal IReadOnlyList<JsonNode> RowsOf(ChatMessage message) =>
        [.. new ReplyRenderer(ids, userId: "", words).Rows(EditionControls.MenuOf(message, words) is { } menu ? [menu] : [], EditionControls.ButtonsOf(message, words))];
}
