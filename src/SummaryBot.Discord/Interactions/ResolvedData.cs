using System.Text.Json.Nodes;

namespace SummaryBot.Discord.Interactions;

/// <summary>What the ids of an interaction stand for, as Discord tells beside them.</summary>
internal sealed class ResolvedData(JsonNode? resolved)
{
    public ResolvedChannel? Channel(string? id) =>
        Of("channels", id) is { } it && it.At("type").Whole() is { } type
            ? new ResolvedChannel(id!, it.At("name").Text(100) ?? "", type, it.At("permissions").Permissions())
            : null;

    public ResolvedRole? Role(string? id) => Of("roles", id) is { } it ? new ResolvedRole(id!, it.At("name").Text(100) ?? "") : null;

    public ResolvedUser? User(string? id) =>
        Of("users", id) is { } it ? new ResolvedUser(id!, it.At("username").Text(100) ?? "", it.At("bot").Truth() ?? false) : null;

    public ResolvedAttachment? Attachment(string? id) =>
        Of("attachments", id) is { } it && it.At("size") is JsonValue value && value.TryGetValue<long>(out var size) && size >= 0
        && Uri.TryCreate(it.At("url").Text(2048), UriKind.Absolute, out var url) && url.Scheme is "https" or "http"
            ? new ResolvedAttachment(id!, it.At("filename").Text(1024) ?? "", size, url)
            : null;

    public JsonObject? Message(string? id) => Of("messages", id);

    private JsonObject? Of(string kind, string? id) => id is null ? null : resolved.At(kind).At(id) as JsonObject;
}
