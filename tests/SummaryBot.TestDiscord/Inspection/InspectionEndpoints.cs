using System.Text.Json;
using System.Text.Json.Nodes;

namespace SummaryBot.TestDiscord.Inspection;

/// <summary>Looks at everything and plays the person, for tests and programs outside this process.</summary>
internal static class InspectionEndpoints
{
    public static void MapInspection(this WebApplication app, TestDiscordServer discord)
    {
        var test = app.MapGroup("/_test");
        test.MapGet("/state", () => new
        {
            discord.Token,
            discord.World.ApplicationId,
            discord.World.GuildId,
            discord.ChannelIds,
            discord.World.UserId,
            discord.ApiBaseAddress,
        });
        test.MapGet(
            "/channels/{id}/messages",
            (string id) => Known(discord, id) ? Json(new JsonArray([.. discord.Messages(id)])) : Results.NotFound());
        test.MapGet(
            "/channels/{id}",
            (string id) => Known(discord, id)
                ? Results.Content(ChannelPage.Write(discord, id), "text/html; charset=utf-8")
                : Results.NotFound());
        test.MapPost("/channels/{id}/permissions", (string id, Denial denial) => discord.Deny(id, denial.Deny));
        test.MapPost("/channels", () => new { discord.World.AddChannel(discord.World.NewId()).Id });
        test.MapDelete("/messages/{id}", (string id) => Delete(discord, id));
        test.MapGet("/requests", () => discord.Log.Entries);
        test.MapGet(
            "/refusals",
            () => Json(new JsonArray([.. discord.Log.Refusals.Select(refusal => new JsonObject { ["request"] = refusal.Request, ["errors"] = refusal.Errors.DeepClone() })])));
        test.MapGet("/pings", () => discord.World.Pings);
        test.MapGet("/commands", () => Json(discord.World.Commands.DeepClone()));
        test.MapGet("/registrations", () => new { discord.World.Registrations });
        test.MapGet(
            "/gateway",
            () => new { discord.Gateway.Connected, discord.Gateway.Identifies, discord.Gateway.Resumes, Closes = discord.Gateway.Closes.ToArray() });
        test.MapPost("/gateway", (GatewayOrder order) => Order(discord, order));
        test.MapPost("/faults", async (HttpRequest request) => await AddFaultsAsync(discord, request));
        test.MapDelete("/faults", discord.Faults.Clear);
        test.MapGet("/own-faults", () => discord.Log.OwnFaults);
        test.MapGet("/", () => ControlPage.Text);
        test.MapPeople(discord);
        test.MapAccess(discord);
    }

    private static bool Known(TestDiscordServer discord, string channelId) => discord.World.Channels.ContainsKey(channelId);

    private static IResult Json(JsonNode node) => Results.Content(node.ToJsonString(), "application/json");

    private static IResult Delete(TestDiscordServer discord, string messageId)
    {
        lock (discord.World.Gate)
        {
            var message = discord.World.Channels.Values.SelectMany(channel => channel.Messages).FirstOrDefault(it => it.Id == messageId);
            message?.IsDeleted = true;
            return message is null ? Results.NotFound() : Results.NoContent();
        }
    }

    private static IResult Order(TestDiscordServer discord, GatewayOrder order)
    {
        Action? action = order.Do switch
        {
            "disconnect" => discord.Gateway.Disconnect,
            "reconnect" => discord.Gateway.AskToReconnect,
            "invalid-session" => discord.Gateway.Invalidate,
            "zombie" => () => discord.Gateway.IsZombie = true,
            "heal" => () => discord.Gateway.IsZombie = false,
            _ => null,
        };
        action?.Invoke();
        return action is null ? Results.BadRequest("disconnect, reconnect, invalid-session, zombie or heal") : Results.NoContent();
    }

    private static async Task<IResult> AddFaultsAsync(TestDiscordServer discord, HttpRequest request)
    {
        try
        {
            using var reader = new StreamReader(request.Body);
            discord.Faults.Add(await reader.ReadToEndAsync());
            return Results.NoContent();
        }
        catch (JsonException e)
        {
            return Results.BadRequest(e.Message);
        }
    }

    private sealed record Denial(string[] Deny);

    private sealed record GatewayOrder(string Do);
}
