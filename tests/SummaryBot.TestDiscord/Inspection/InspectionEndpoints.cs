using System.Text.Json;
using System.Text.Json.Nodes;

namespace SummaryBot.TestDiscord.Inspection;

/// <summary>Looks at everything and plays the person, for tests and programs outside this process.</summary>
internal static partial class InspectionEndpoints
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
            (string id, string? userId) => Known(discord, id)
                ? Json(new JsonArray([.. userId is null ? discord.Messages(id) : discord.HandMade.SeenBy(userId, id)]))
                : Results.NotFound());
        test.MapGet(
            "/channels/{id}",
            (string id, int? message, int? last) => Known(discord, id)
                ? Results.Content(ChannelPage.Write(discord, id, message, last), "text/html; charset=utf-8")
                : Results.NotFound());
        test.MapGet("/forms/{id}", (string id) => discord.World.Forms.TryGetValue(id, out var form) ? Results.Content(FormPage.Write(form), "text/html; charset=utf-8") : Results.NotFound());
        test.MapPost("/channels/{id}/permissions", (string id, Denial denial) => discord.Deny(id, denial.Deny));
        test.MapPost("/channels", (int? type) => new { discord.World.AddChannel(discord.World.NewId(), type ?? ChannelTypes.Text, "News").Id });
        test.MapPost("/channels/{id}/webhooks", (string id) => discord.World.AddWebhook(id));
        test.MapDelete("/messages/{id}", (string id) => Delete(discord, id));
        test.MapGet("/requests", () => discord.Log.Entries);
        test.MapGet(
            "/refusals",
            () => Json(new JsonArray([.. discord.Log.Refusals.Select(refusal => new JsonObject { ["request"] = refusal.Request, ["errors"] = refusal.Errors.DeepClone() })])));
        test.MapGet("/pings", () => discord.World.Pings);
        test.MapGet("/commands", () => Json(discord.World.Commands.DeepClone()));
        test.MapGet("/registrations", () => new { discord.World.Registrations });
        MapGateway(test, discord);
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
}
