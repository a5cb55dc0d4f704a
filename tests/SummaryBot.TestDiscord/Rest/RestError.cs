using System.Text.Json.Nodes;
using SummaryBot.TestDiscord.Rules;

namespace SummaryBot.TestDiscord.Rest;

/// <summary>Answers of the REST API that are no success.</summary>
/// <remarks><see href="https://discord.com/developers/docs/topics/opcodes-and-status-codes#json"/></remarks>
internal static class RestError
{
    public static RestReply Of(int status, int code, string message) =>
        new(status, new JsonObject { ["message"] = message, ["code"] = code });

    public static RestReply Unauthorized { get; } = Of(401, 0, "401: Unauthorized");

    public static RestReply UnknownChannel { get; } = Of(404, 10003, "Unknown Channel");

    public static RestReply UnknownMessage { get; } = Of(404, 10008, "Unknown Message");

    public static RestReply UnknownInteraction { get; } = Of(404, 10062, "Unknown interaction");

    public static RestReply MissingAccess { get; } = Of(403, 50001, "Missing Access");

    public static RestReply MissingPermissions { get; } = Of(403, 50013, "Missing Permissions");

    public static RestReply WrongChannelType { get; } = Of(400, 50024, "Cannot execute action on this channel type");

    public static RestReply NoTextChannel { get; } = Of(400, 50008, "Cannot send messages in a non-text channel");

    public static RestReply ArchivedThread { get; } = Of(400, 50083, "Thread is archived");
    public static RestReply TooManyOldEdits { get; } = Of(
        429, 30046, "Maximum number of edits to messages older than 1 hour reached. Try again later.");

    public static RestReply EmptyMessage { get; } = Of(400, 50006, "Cannot send an empty message");

    public static RestReply NoJson { get; } = Of(400, 50109, "The request body contains invalid JSON.");

    public static RestReply InvalidForm(IEnumerable<BodyError> errors) => new(400, new JsonObject
    {
        ["message"] = "Invalid Form Body",
        ["code"] = 50035,
        ["errors"] = BodyError.Nest(errors),
    });
}

/// <summary>What the API answers.</summary>
internal sealed record RestReply(int Status, JsonNode? Body)
{
    public static RestReply NoContent { get; } = new(204, null);

    /// <summary>A page of the network in front of Discord, which knows no JSON.</summary>
    public string? Page { get; private init; }

    public static RestReply Ban(int status) => new(status, null)
    {
        Page = "<!doctype html><title>Access denied</title><h1>Error 1015</h1><p>You are being rate limited.</p>",
    };

    public static RestReply Ok(JsonNode body) => new(200, body);
}
