using System.Text.Json.Nodes;

namespace SummaryBot.TestDiscord.Rules;

/// <summary>Which addresses may stand where; the document says only that they are addresses.</summary>
/// <remarks><see href="https://discord.com/developers/docs/reference#editing-message-attachments-using-attachments-within-embeds"/></remarks>
internal static class LinkRules
{
    private static readonly string[] Web = ["http", "https"];
    private static readonly string[] Buttons = ["http", "https", "discord"];
    private static readonly string[] Media = ["http", "https", "attachment"];

    public static IEnumerable<BodyError> Check(JsonObject body, IReadOnlyList<(string Path, JsonObject Component)> components) =>
        (body["embeds"] as JsonArray ?? []).OfType<JsonObject>().SelectMany((embed, i) => Embed(embed, $"embeds.{i}")).Concat(components.SelectMany(Component))
            .Where(it => !Fits(it.Url, it.Schemes))
            .Select(it => new BodyError(it.Path, "URL_TYPE_INVALID_SCHEME", $"Scheme is not supported. Scheme must be one of ({string.Join(", ", it.Schemes)})."))
            .Concat(Missing(body, components));

    private static IEnumerable<(string Path, JsonNode? Url, string[] Schemes)> Embed(JsonObject embed, string path) =>
    [
        ($"{path}.url", embed["url"], Web),
        ($"{path}.author.url", Field(embed["author"], "url"), Web),
        ($"{path}.author.icon_url", Field(embed["author"], "icon_url"), Media),
        ($"{path}.footer.icon_url", Field(embed["footer"], "icon_url"), Media),
        ($"{path}.image.url", Field(embed["image"], "url"), Media),
        ($"{path}.thumbnail.url", Field(embed["thumbnail"], "url"), Media),
    ];

    private static IEnumerable<(string Path, JsonNode? Url, string[] Schemes)> Component((string Path, JsonObject Component) it)
    {
        yield return ($"{it.Path}.url", it.Component["url"], Buttons);
        yield return ($"{it.Path}.media.url", Field(it.Component["media"], "url"), Media);
        foreach (var (item, i) in (it.Component["items"] as JsonArray ?? []).Select((item, i) => (item, i)))
        {
            yield return ($"{it.Path}.items.{i}.media.url", Field(Field(item, "media"), "url"), Media);
        }
    }

    /// <summary>A component that shows a file of the message names one that is sent with it.</summary>
    private static IEnumerable<BodyError> Missing(JsonObject body, IEnumerable<(string Path, JsonObject Component)> components)
    {
        const string Scheme = "attachment://";
        var sent = (body["attachments"] as JsonArray ?? []).Select(it => Field(it, "filename")?.ToString()).ToHashSet(StringComparer.Ordinal);
        return components.SelectMany(it => (it.Component["items"] as JsonArray ?? []).Select(item => Field(item, "media")).Append(it.Component["media"]).Append(it.Component["file"])
                .Select(media => (it.Path, Url: Field(media, "url")?.ToString())))
            .Where(it => it.Url?.StartsWith(Scheme, StringComparison.Ordinal) == true && !sent.Contains(it.Url[Scheme.Length..]))
            .Select(it => new BodyError(it.Path, "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND", "The referenced attachment was not found."));
    }

    private static JsonNode? Field(JsonNode? node, string name) => (node as JsonObject)?[name];

    private static bool Fits(JsonNode? url, string[] schemes) => url is not JsonValue value || !value.TryGetValue<string>(out var text) || text.Trim().Length == 0
        || !Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address) || schemes.Contains(address.Scheme, StringComparer.Ordinal);
}
