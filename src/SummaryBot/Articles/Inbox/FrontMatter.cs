using System.Globalization;

namespace SummaryBot.Articles.Inbox;

/// <summary>The lines between two lines of <c>---</c> at the top of a Markdown file: <c>title</c>, <c>date</c>, <c>url</c> (or <c>link</c>) and <c>source</c> (or <c>author</c>), each optional.</summary>
/// <param name="Problem">Why a line cannot be read; null where all can.</param>
internal sealed record FrontMatter(string? Title, DateTimeOffset? Date, Uri? Url, string? Source, string? Problem)
{
    private const int MaxLines = 100;

    private static readonly string[] Dates = ["yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss"];

    private static readonly string[] Zones = ["", "zzz", " zzz", "Z", "K"];

    /// <summary>Takes the lines off a text.</summary>
    /// <param name="text">Lines end with <c>\n</c>.</param>
    /// <param name="rest">What is below them; the whole text where there are none.</param>
    public static FrontMatter TakeFrom(string text, out string rest)
    {
        var lines = text.Split('\n', MaxLines + 1);
        var end = lines[0].TrimEnd() is "---" ? Array.FindIndex(lines, 1, line => line.TrimEnd() is "---" or "...") : -1;
        rest = end < 0 ? text : string.Join('\n', lines[(end + 1)..]);
        var values = (end < 0 ? [] : lines[1..end]).Select(Pair).OfType<(string Key, string Value)>().Where(pair => pair.Value.Length > 0)
            .DistinctBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase);
        return Of(values);
    }

    private static FrontMatter Of(Dictionary<string, string> values)
    {
        var (date, url) = (values.GetValueOrDefault("date"), values.GetValueOrDefault("url") ?? values.GetValueOrDefault("link"));
        var (readDate, readUrl) = (date is null ? null : ReadDate(date), url is null ? null : AddressLine.Parse($"url {url}"));
        var problem = date is not null && readDate is null ? "Its date cannot be read. Write it like: date: 2023-03-30T15:57+04:00"
            : url is not null && readUrl is null ? "Its address cannot be read. Write it like: url: https://example.com/news/harbor"
            : null;
        return new FrontMatter(Line(values.GetValueOrDefault("title")), readDate, readUrl, Line(values.GetValueOrDefault("source") ?? values.GetValueOrDefault("author")), problem);
    }

    private static (string Key, string Value)? Pair(string line) => line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
        ? (line[..colon].Trim(), Unquoted(line[(colon + 1)..].Trim()))
        : null;

    private static string Unquoted(string value) =>
        value is ['"', .., '"'] or ['\'', .., '\''] && value.Length > 1 ? value[1..^1] : value;

    private static string? Line(string? value) => value is null ? null : string.Concat(value.Where(letter => !char.IsControl(letter))).Trim() is { Length: > 0 } line ? line : null;

    /// <summary>Without a zone UTC, without a time the day's first instant.</summary>
    private static DateTimeOffset? ReadDate(string text) => DateTimeOffset.TryParseExact(
        text, [.. Dates.SelectMany(date => Zones.Select(zone => date + zone))], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
        ? date
        : null;
}
