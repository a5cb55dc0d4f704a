using System.Text.Json;
using SummaryBot.TestDiscord.Interactions;

namespace SummaryBot.TestDiscord.Inspection;

/// <summary>Plays people from outside this process. 400 with the reason where Discord's own input would not let them.</summary>
internal static class PeopleEndpoints
{
    public static void MapPeople(this RouteGroupBuilder test, TestDiscordServer discord)
    {
        test.MapPost("/invoke", (Invocation it) => AskAsync(() => discord.User.InvokeAsync(it.Command, Values(it.Options), it.ChannelId, it.UserId, it.UserInstalled)));
        test.MapPost("/autocomplete", (Typing it) => AskAsync(() => discord.User.AutocompleteAsync(
            it.Command, it.Option, it.Typed, it.ChannelId, it.UserId, it.UserInstalled, Values(it.Options))));
        test.MapPost("/message-command", (OnMessage it) => AskAsync(() => discord.User.InvokeOnMessageAsync(it.Command, it.MessageId, it.UserId, it.UserInstalled)));
        test.MapPost("/user-command", (OnUser it) => AskAsync(() => discord.User.InvokeOnUserAsync(it.Command, it.TargetId, it.ChannelId, it.UserId, it.UserInstalled)));
        test.MapPost("/click", (Click it) => AskAsync(() => discord.User.ClickAsync(it.MessageId, it.CustomId, it.UserId)));
        test.MapPost("/choose", (Choice it) => AskAsync(() => discord.User.ChooseAsync(it.MessageId, it.CustomId, it.Values, it.UserId)));
        test.MapPost("/submit", (Form it) => AskAsync(() => discord.User.SubmitAsync(it.InteractionId, Values(it.Values))));
        test.MapPost("/say", (Words it) => Say(discord.World, it));
    }

    private static IResult Say(World world, Words words)
    {
        lock (world.Gate)
        {
            return world.Find(words.ChannelId) is null
                ? Results.NotFound()
                : Results.Content(world.Say(words.ChannelId, words.Content, words.UserId).ToJson(world, withNonce: false).ToJsonString(), "application/json");
        }
    }

    private static async Task<IResult> AskAsync(Func<Task<InteractionOutcome>> ask)
    {
        try
        {
            return Results.Ok(await ask());
        }
        catch (ArgumentException e)
        {
            return Results.BadRequest(e.Message);
        }
    }

    private static Dictionary<string, object> Values(Dictionary<string, JsonElement>? given) => (given ?? []).ToDictionary(entry => entry.Key, entry => entry.Value.ValueKind switch
    {
        JsonValueKind.Number => entry.Value.TryGetInt32(out var whole) ? whole : (object)entry.Value.GetDouble(),
        JsonValueKind.True or JsonValueKind.False => entry.Value.GetBoolean(),
        JsonValueKind.Array when entry.Value.EnumerateArray().FirstOrDefault().ValueKind == JsonValueKind.Object => entry.Value.EnumerateArray().Select(File).ToList(),
        JsonValueKind.Array => entry.Value.EnumerateArray().Select(it => it.ToString()).ToList(),
        JsonValueKind.Object => File(entry.Value),
        _ => entry.Value.ToString(),
    }, StringComparer.Ordinal);

    /// <summary>A file: <c>{"name": "feeds.opml", "text": "…"}</c>, or with its bytes as <c>base64</c>.</summary>
    private static SentFile File(JsonElement file) => new(
        file.GetProperty("name").ToString(),
        file.TryGetProperty("base64", out var bytes) ? bytes.GetBytesFromBase64() : System.Text.Encoding.UTF8.GetBytes(file.GetProperty("text").ToString()));

    private sealed record Invocation(string Command, Dictionary<string, JsonElement>? Options, string? ChannelId, string? UserId, bool UserInstalled = false);

    private sealed record Typing(
        string Command, string Option, string Typed, Dictionary<string, JsonElement>? Options, string? ChannelId, string? UserId, bool UserInstalled = false);

    private sealed record OnMessage(string Command, string MessageId, string? UserId, bool UserInstalled = false);

    private sealed record OnUser(string Command, string TargetId, string? ChannelId, string? UserId, bool UserInstalled = false);

    private sealed record Click(string MessageId, string CustomId, string? UserId);

    private sealed record Choice(string MessageId, string CustomId, string[] Values, string? UserId);

    private sealed record Form(string InteractionId, Dictionary<string, JsonElement>? Values);

    private sealed record Words(string ChannelId, string Content, string? UserId);
}
