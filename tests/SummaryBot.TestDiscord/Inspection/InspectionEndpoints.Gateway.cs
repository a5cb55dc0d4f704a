using SummaryBot.TestDiscord.Gateway;

namespace SummaryBot.TestDiscord.Inspection;

/// <summary>The gateway: its state, and faults on order, by script or drawn by a seed.</summary>
internal static partial class InspectionEndpoints
{
    private static void MapGateway(RouteGroupBuilder test, TestDiscordServer discord)
    {
        var hub = discord.Gateway;
        test.MapGet("/gateway", () => new
        {
            hub.Connected,
            hub.Identifies,
            hub.IdentifiesTooSoon,
            hub.Resumes,
            Closes = hub.Closes.ToArray(),
            Ended = hub.Ended.Values.ToArray(),
            Shards = hub.Identities.Select(it => new[] { it.Identity.Shard, it.Identity.Shards }),
            Intents = hub.Identities.Select(it => it.Identity.Intents),
        });
        test.MapPost("/gateway", (GatewayStep step) => Run(discord, [step]));
        test.MapPost("/gateway/script", (GatewayStep[] steps) => Run(discord, steps));
        test.MapPost("/gateway/chaos", (Chaos it) => Run(
            discord,
            GatewayStep.Draw(it.Seed, it.Shards, TimeSpan.FromSeconds(it.Seconds), TimeSpan.FromSeconds(it.Every), TimeSpan.FromSeconds(it.Longest))));
        test.MapPost("/gateway/dispatch", (Happening it) => new { Sessions = hub.Publish(it.Name, it.Data) });
    }

    private static IResult Run(TestDiscordServer discord, IReadOnlyList<GatewayStep> steps)
    {
        if (steps.FirstOrDefault(step => !GatewayStep.Kinds.Contains(step.Do)) is not null)
        {
            return Results.BadRequest($"The steps are {string.Join(", ", GatewayStep.Kinds)}.");
        }

        _ = RunQuietlyAsync(discord, steps);
        return Results.Ok(new { Steps = steps.Count });
    }

    private static async Task RunQuietlyAsync(TestDiscordServer discord, IReadOnlyList<GatewayStep> steps)
    {
        try
        {
            await discord.Gateway.RunAsync(steps, discord.Stopping);
        }
        catch (OperationCanceledException)
        {
            // the server ends before the script
        }
    }

    private sealed record Chaos(int Seed = 1, int Shards = 1, double Seconds = 60, double Every = 1.5, double Longest = 3);

    private sealed record Happening(string Name, System.Text.Json.Nodes.JsonObject Data);
}
