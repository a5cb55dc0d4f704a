using System.Globalization;
using SummaryBot.Chat;
using SummaryBot.Sources.Feeds;

namespace SummaryBot.Host.Verbs;

/// <summary>A feed for a person: what it is, then its items.</summary>
internal static class FeedListing
{
    public static void Write(string path, FeedResult result)
    {
        if (result is not FeedResult.Read(var feed))
        {
            Notes.Write(Printable.Of($"{path}: {((FeedResult.Refused)result).Reason}"));
            return;
        }

        Common.WriteLine(Printable.Of($"{path}: {feed.Title ?? "(no title)"}, {feed.Kind}, {Count(feed)}{Language(feed)}, {feed.Link?.AbsoluteUri ?? "no page"}"));
        Listing.Write(["date", "title", "link"], feed.Items.Select(item => new[] { Date(item), Opening(item), item.Link?.AbsoluteUri ?? "" }));
    }

    private static string Count(Feed feed) => $"{feed.Items.Count} {(feed.Items.Count == 1 ? "item" : "items")}{(feed.LeftOut > 0 ? $" and {feed.LeftOut} left out" : "")}";

    private static string Language(Feed feed) => feed.Language is { } language ? $", {language}" : "";

    private static string Opening(FeedItem item) => Listing.Opening(item.Title ?? item.Summary.Concat(item.Content).FirstOrDefault()?.Text ?? "");

    private static string Date(FeedItem item) => (item.PublishedAt ?? item.UpdatedAt)?.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture) ?? "";
}
