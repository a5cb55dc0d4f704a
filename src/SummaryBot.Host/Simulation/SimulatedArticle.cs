using System.Text.Json;
using System.Text.Json.Nodes;
using SummaryBot.Articles;

namespace SummaryBot.Host.Simulation;

/// <summary>An article of the input, as it is given.</summary>
/// <param name="Id">A text or a number.</param>
/// <param name="SeenAt">When it is taken in, UTC.</param>
internal sealed record SimulatedArticle(JsonValue Id, Article Article, DateTimeOffset SeenAt)
{
    /// <summary>UTF-16 units, as many as an article file may have bytes.</summary>
    private const int MaxText = PlainTextReader.MaxBytes;

    public string? Author { get; init; }

    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>What tells it from all others of the input.</summary>
    public string Key => Id.ToJsonString();

    /// <exception cref="FormatException">Something is missing or no such thing.</exception>
    public static SimulatedArticle Read(JsonObject row)
    {
        var published = Time(row, "publishedAt") ?? throw new FormatException("it has no \"publishedAt\"");
        return new SimulatedArticle(
            ReadId(row["id"]),
            new Article(Line(row, "title"), Line(row, "source"), Url(row), Language(row), published, BodyOf(row)),
            (Time(row, "seenAt") ?? published).ToUniversalTime())
        {
            Author = Line(row, "author"),
            Categories = ReadCategories(row["categories"]),
        };
    }

    private static JsonValue ReadId(JsonNode? id) => id switch
    {
        JsonValue value when value.GetValueKind() is JsonValueKind.String or JsonValueKind.Number => (JsonValue)value.DeepClone(),
        null => throw new FormatException("it has no \"id\""),
        _ => throw new FormatException("its \"id\" is no text and no number"),
    };

    private static string BodyOf(JsonObject row) => Text(row, "text") switch
    {
        null => throw new FormatException("it has no \"text\""),
        { Length: > MaxText } text => throw new FormatException($"its \"text\" has {text.Length} characters, more than {MaxText}"),
        var text when string.IsNullOrWhiteSpace(text) => throw new FormatException("its \"text\" is empty"),
        var text => text,
    };

    private static Uri? Url(JsonObject row) => Text(row, "url") switch
    {
        null => null,
        var text when Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" => url,
        var text => throw new FormatException($"its \"url\" {Quoted(text)} is no http or https address"),
    };

    private static string? Language(JsonObject row) => Text(row, "language") switch
    {
        null => null,
        { Length: 2 } code when code.All(char.IsAsciiLetterLower) => code,
        var text => throw new FormatException($"its \"language\" {Quoted(text)} is no code such as en"),
    };

    private static IReadOnlyList<string> ReadCategories(JsonNode? node) => node switch
    {
        null => [],
        JsonArray list => [.. list.Select(it => OneLine(it?.GetValue<string>() ?? "")).Where(name => name.Length > 0)],
        _ => throw new FormatException("its \"categories\" are no list of texts"),
    };

    private static DateTimeOffset? Time(JsonObject row, string name) => Text(row, name) is not { } text ? null
        : IsoTime.TryParse(text) ?? throw new FormatException($"its \"{name}\" {Quoted(text)} is no date; write 2026-11-01T10:00:00Z");

    private static string? Line(JsonObject row, string name) => Text(row, name) is { } text && OneLine(text) is { Length: > 0 } line ? line : null;

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string? Text(JsonObject row, string name) => row[name] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() is JsonValueKind.String => value.GetValue<string>(),
        _ => throw new FormatException($"its \"{name}\" is no text"),
    };

    private static string Quoted(string text) => JsonSerializer.Serialize(WordCut.To(text, 100), Verbs.Common.JsonOptions);
}
