using System.Text.Json.Nodes;
using SummaryBot.Commands;
using SummaryBot.Commands.Shape;
using SummaryBot.Discord.Interactions;
using SummaryBot.Discord.Interactions.Commands;
using SummaryBot.Language;

namespace SummaryBot.Discord.Tests.Interactions;

/// <summary>Buttons of one key, for tests that need no database.</summary>
internal static class Buttons
{
    public static ComponentIds Ids { get; } = new(new byte[32]);

    /// <summary>A card with as many buttons as a card can have.</summary>
    public static JsonObject Render(SummaryCard card) => new ReplyRenderer(Ids, "18446744073709551615", Words.English).Render(new Reply
    {
        Card = card,
        Buttons = [.. new[] { "less", "more", "why", "full", "share" }.Select((kind, i) => new ReplyButton($"Button {i}", kind, $"{card.ArticleId}.m.{new string('x', 48)}"))],
    });
}
