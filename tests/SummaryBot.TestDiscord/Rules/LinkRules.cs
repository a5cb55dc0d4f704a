using System.Text.Json.Nodes;

namespace SummaryBot.TestDiscord.Rules;

/// <summary>Which addresses may stand where; the document says only that they are addresses.</summary>
/// <remarks><see href="https://discord.com/developers/docs/reference#editing-message-attachments-using-attachments-within-embeds"/></remarks>
internal static class LinkRules
{
    private static readonly string[] Web = ["http", "https"];
    private static readonly string[] Buttons = ["http", "https", "discord"];
    private static readonly string[] Media = ["http", "https", "attachment"];

    public static IEnumerable<BodyError> Check(JsonObject body, IEnumerable<(string Path, JsonObject Component)> components) =>
        (body["embeds"] as JsonArray ?? []).OfType<JsonObject>().SelectMany((embed, i) => Embed(embed, $"embeds.{i}")).Concat(components.SelectMany(Component))
            .Where(it => !Fits(it.Url, it.Schemes))
            .Select(it => new BodyError(it.Path, "URL_TYPE_INVALID_SCHEME", $"Scheme is not supported. Scheme must be one of ({string.Join(", ", it.Schemes)})."));

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

    private static JsonNode? Field(JsonNode? node, string name) => (node as JsonObject)?[name];

    private static bool Fits(JsonNode? url, string[] schemes) => url is not JsonValue value || !value.TryGetValue<string>(out var text) || text.Trim().Length == 0
        || !Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address) || schemes.Contains(address.Scheme, StringComparer.Ordinal);
}
