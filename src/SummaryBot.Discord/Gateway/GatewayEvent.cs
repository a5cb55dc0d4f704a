using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace SummaryBot.Discord.Gateway;

/// <summary>Something that happened on Discord.</summary>
internal sealed record GatewayEvent(string Name, JsonObject Data)
{
    /// <summary>
    /// Whether anybody handles it. The rest never waits in the queue: thousands of GUILD_CREATE after a start would stand before the first
    /// command. READY of shard 0 stands for those of all: commands belong to the application, not to a shard.
    /// </summary>
    public static bool IsHandled(string name, ShardId shard) => name is "INTERACTION_CREATE" || (name is "READY" && shard.Index == 0);
}

/// <summary>Handles an event; many run side by side, none on the receiving loop of a connection.</summary>
internal delegate Task GatewayHandler(GatewayEvent happened, CancellationToken cancellationToken);

/// <param name="Index">From 0 to under <paramref name="Count"/>; shard 0 gets the direct messages.</param>
/// <param name="Count">Of all shards of the bot, at least 1.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ShardId(int Index, int Count)
{
    public override string ToString() => $"shard {Index} of {Count}";
}
