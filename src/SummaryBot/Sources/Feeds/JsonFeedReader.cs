using System.Globalization;
using System.Text;
using System.Text.Json;
using SummaryBot.Articles.Markup;

namespace SummaryBot.Sources.Feeds;

/// <summary>Reads JSON Feed 1.0 and 1.1 (jsonfeed.org). What has another type than it should counts as absent.</summary>
internal static class JsonFeedReader
{
    private const int MaxDepth = 64;
    private const int MaxTags = 50;
    private const int MaxTag = 200;

    private static readonly string[] Pictures = ["image", "banner_image"];

    public static FeedResult Read(string json, Uri? address)
    {
        try
        {
            using var document = JsonDocument.Parse(
                Whole(json), new JsonDocumentOptions { MaxDepth = MaxDepth, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            var root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object && (Text(root, "version")?.Contains("jsonfeed.org", StringComparison.OrdinalIgnoreCase) == true || List(root, "items").Any())
                ? new FeedResult.Read(Read(root, address))
                : new FeedResult.Refused("It is JSON, but no JSON Feed: it has neither such a \"version\" nor \"items\".");
        }
        catch (JsonException e)
        {
            return new FeedResult.Refused($"Its JSON is broken in line {e.LineNumber + 1}, or nested more than {MaxDepth} deep.");
        }
    }

    private static Feed Read(JsonElement root, Uri? address)
    {
        var text = new FeedText();
        var link = WebAddress.Of(Text(root, "home_page_url"), address);
        var language = FeedNode.LanguageOf(Text(root, "language"));
        var relativeTo = address ?? WebAddress.Of(Text(root, "feed_url"), null) ?? link;
        var author = Authors(root);
        var items = List(root, "items").ToList();
        return new Feed(
            FeedKind.Json,
            Line(text, Text(root, "title")),
            link,
            language,
            FeedTiming.Any,
            [.. items.Take(FeedReader.MaxItems).Where(it => it.ValueKind == JsonValueKind.Object).Select(it => Item(it, text, relativeTo, author, language))])
        {
            LeftOut = Math.Max(0, items.Count - FeedReader.MaxItems),
        };
    }

    private static FeedItem Item(JsonElement item, FeedText text, Uri? relativeTo, string? author, string? language)
    {
        var id = FeedText.Word(Text(item, "id"), FeedText.MaxId);
        var link = WebAddress.Of(Text(item, "url"), relativeTo) ?? WebAddress.Of(Text(item, "external_url"), relativeTo) ?? WebAddress.Of(id, null);
        var title = Line(text, Text(item, "title"));
        IReadOnlyList<TextBlock> content = Text(item, "content_html") is { } html ? text.Html(html) : Text(item, "content_text") is { } plain ? FeedText.Plain(plain) : [];
        IReadOnlyList<TextBlock> summary = Text(item, "summary") is { } shorter ? text.Guess(shorter) : [];
        return new FeedItem(
            id,
            link,
            title,
            FeedDate.Parse(Text(item, "date_published")),
            FeedDate.Parse(Text(item, "date_modified")),
            Authors(item) ?? author,
            summary,
            content,
            [.. List(item, "tags").Take(MaxTags).Select(Text).OfType<string>().Select(FeedText.OneLine).Where(it => it.Length is > 0 and <= MaxTag).Distinct(StringComparer.Ordinal)],
            Enclosures(item, relativeTo),
            FeedNode.LanguageOf(Text(item, "language")) ?? language);
    }

    private static string? Line(FeedText text, string? written) => text.GuessedLine(written);

    /// <summary>1.1 has a list of authors, 1.0 one.</summary>
    private static string? Authors(JsonElement parent)
    {
        var authors = List(parent, "authors").ToList();
        if (authors.Count == 0 && Property(parent, "author") is { } author)
        {
            authors.Add(author);
        }

        return FeedPeople.Join(authors.Select(it => it.ValueKind == JsonValueKind.Object ? Text(it, "name") : Text(it)).OfType<string>().Select(FeedText.OneLine));
    }

    private static IReadOnlyList<FeedEnclosure> Enclosures(JsonElement item, Uri? relativeTo)
    {
        var attached = List(item, "attachments").Take(EnclosureReader.MaxEnclosures).Where(it => it.ValueKind == JsonValueKind.Object)
            .Select(it => Enclosure(Text(it, "url"), Text(it, "mime_type"), Text(it, "size_in_bytes"), Text(it, "title")));
        var pictures = Pictures.Select(name => Enclosure(Text(item, name), EnclosureReader.AnyPicture, null, null));
        return EnclosureReader.Distinct(pictures.Concat(attached));

        FeedEnclosure? Enclosure(string? written, string? type, string? bytes, string? title) => WebAddress.Of(written, relativeTo) is { } address
            ? new FeedEnclosure(address, EnclosureReader.MediaType(type), EnclosureReader.Bytes(bytes)) { Alt = EnclosureReader.Alt(title) }
            : null;
    }

    private static JsonElement.ArrayEnumerator List(JsonElement parent, string name) =>
        Property(parent, name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : default;

    private static JsonElement? Property(JsonElement parent, string name) => parent.TryGetProperty(name, out var value) ? value : (JsonElement?)null;

    private static string? Text(JsonElement parent, string name) => Property(parent, name) is { } value ? Text(value) : null;

    /// <summary>A string, or a number as it is written; null where it is blank or something else.</summary>
    private static string? Text(JsonElement value)
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!.Trim(),
            JsonValueKind.Number => value.GetRawText(),
            _ => "",
        };
        return text.Length > 0 ? text : null;
    }

    /// <summary>The same JSON with U+FFFD in place of escapes that stand for half a character, which no reader takes: texts cut by their bytes end so.</summary>
    private static string Whole(string json)
    {
        if (!json.Contains("\\ud", StringComparison.OrdinalIgnoreCase))
        {
            return json;
        }

        var result = new StringBuilder(json.Length);
        for (var at = 0; at < json.Length;)
        {
            var length = json[at] != '\\' ? 1 : Escape(json, at) is null ? 2 : 6;
            var isFirstHalf = length == 6 && char.IsHighSurrogate((char)Escape(json, at)!) && Escape(json, at + 6) is { } second && char.IsLowSurrogate((char)second);
            length = Math.Min(isFirstHalf ? 12 : length, json.Length - at);
            var isHalf = length == 6 && Escape(json, at) is { } code && char.IsSurrogate((char)code);
            _ = isHalf ? result.Append("\\ufffd") : result.Append(json, at, length);
            at += length;
        }

        return result.ToString();
    }

    /// <summary>The number of a \u escape that begins there; null where none does.</summary>
    private static int? Escape(string json, int at) =>
        at + 6 <= json.Length && json[at] == '\\' && json[at + 1] == 'u' && int.TryParse(json.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) ? code : null;
}
