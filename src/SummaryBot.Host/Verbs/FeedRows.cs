using System.Text.Json;
using SummaryBot.Articles.Markup;
using SummaryBot.Sources.Feeds;

namespace SummaryBot.Host.Verbs;

/// <summary>Feeds as JSON.</summary>
internal static class FeedRows
{
    /// <summary>Dates in ISO 8601 with their offset; paragraphs separated by a blank line; null where something is absent.</summary>
    public static object Of(string path, FeedResult result) => new Row(
        path,
        result is FeedResult.Read,
        (result as FeedResult.Refused)?.Reason,
        Feed(result) is { } feed ? JsonNamingPolicy.CamelCase.ConvertName(feed.Kind.ToString()) : null,
        Feed(result)?.Title,
        Feed(result)?.Link?.AbsoluteUri,
        Feed(result)?.Items.Select(Item) ?? []);

    private static Feed? Feed(FeedResult result) => (result as FeedResult.Read)?.Feed;

    private static object Item(FeedItem item) => new
    {
        item.Id,
        Link = item.Link?.AbsoluteUri,
        item.Title,
        item.PublishedAt,
        item.UpdatedAt,
        item.Author,
        Summary = Text(item.Summary),
        Content = Text(item.Content),
    };

    private static string? Text(IReadOnlyList<TextBlock> blocks) => blocks.Count == 0 ? null : string.Join("\n\n", blocks.Select(block => block.Text));

    private sealed record Row(string Path, bool Ok, string? Error, string? Kind, string? Title, string? Link, IEnumerable<object> Items);
}
