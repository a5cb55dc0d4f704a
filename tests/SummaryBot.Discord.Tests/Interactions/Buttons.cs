using System.Text.Json.Nodes;
using SummaryBot.Discord.Interactions;

namespace SummaryBot.Discord.Tests.Interactions;

/// <summary>Buttons of one key, for tests that need no database.</summary>
internal static class Buttons
{
    public static ComponentIds Ids { get; } = new(new byte[32]);

    public static CardButtons Bound(string userId) => new(Ids, userId, maySend: false);

    /// <summary>What the buttons of a message remember.</summary>
    public static IEnumerable<ComponentId> Of(JsonObject message) => message["components"]!.AsArray().Skip(1)
        .SelectMany(row => row!["components"]!.AsArray()).Select(button => button!["custom_id"]?.GetValue<string>()).OfType<string>().Select(id => Ids.Read(id)!);
}
