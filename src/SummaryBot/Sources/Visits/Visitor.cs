using System.Security.Cryptography;
using SummaryBot.Articles;
using SummaryBot.Articles.Extraction;
using SummaryBot.Sources.Feeds;
using SummaryBot.Sources.Fetching;

namespace SummaryBot.Sources.Visits;

/// <summary>Looks at one source: asks whether anything changed, and reads it where it did. Writes nothing.</summary>
internal sealed class Visitor(Fetch fetch, ExtractPage extract, FullText fullText, HostGate gate, KnownItems known, TimeProvider time)
{
    /// <summary>Pages read in one visit for the text behind teasers; older items keep the teaser.</summary>
    private const int MostPages = 20;

    /// <returns>Null where the host is to be left alone.</returns>
    public async Task<Visit?> VisitAsync(Source source, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(source.Host, cancellationToken);
        if (turn is null)
        {
            return null;
        }

        var request = new FetchRequest(source.Url, source.Kind is SourceKind.Feed ? FetchKind.Feed : FetchKind.Page)
        {
            ETag = source.BodyHash is null ? null : source.ETag,
            LastModified = source.BodyHash is null ? null : source.LastModified,
        };
        var outcome = await fetch(request, cancellationToken);
        turn.Dispose(); // pages of the same host want a turn too
        return outcome switch
        {
            FetchOutcome.Fetched fetched => await ReadAsync(source, fetched, cancellationToken),
            FetchOutcome.NotModified it => new Visit.Unchanged(new Marks(source.ETag, source.LastModified, source.BodyHash), it.MovedTo, it.MaxAge),
            FetchOutcome.Gone(410) => new Visit.Ended(),
            FetchOutcome.Gone => new Visit.Missing(),
            FetchOutcome.AskAgain(var after, var status) => new Visit.AskedToWait(VisitTimes.AfterWait(time.GetUtcNow(), after), status),
            FetchOutcome.Refused(var reason) => new Visit.Failed(reason),
            FetchOutcome.Failed it => new Visit.Failed(it.Reason),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private async Task<Visit> ReadAsync(Source source, FetchOutcome.Fetched fetched, CancellationToken cancellationToken)
    {
        var marks = new Marks(fetched.ETag, fetched.LastModified, Convert.ToHexStringLower(SHA256.HashData(fetched.Body.Span)));
        return string.Equals(marks.BodyHash, source.BodyHash, StringComparison.Ordinal) ? new Visit.Unchanged(marks, fetched.MovedTo, fetched.MaxAge)
            : source.Kind is SourceKind.Page ? await ReadPageAsync(source, fetched, marks, cancellationToken)
            : FeedReader.Read(fetched.Body, fetched.MediaType, fetched.Charset, fetched.Address) switch
            {
                FeedResult.Read(var feed) => await ReadFeedAsync(source, feed, fetched, marks, cancellationToken),
                FeedResult.Refused(var reason) => new Visit.Failed(reason),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
    }

    private async Task<Visit> ReadFeedAsync(Source source, Feed feed, FetchOutcome.Fetched fetched, Marks marks, CancellationToken cancellationToken) => new Visit.Read(
        feed.Title, feed.Language, feed.Timing, feed.Items.Count, await ItemsAsync(source, feed, cancellationToken), marks, fetched.MovedTo, fetched.MaxAge);

    private async Task<Visit> ReadPageAsync(Source source, FetchOutcome.Fetched fetched, Marks marks, CancellationToken cancellationToken)
    {
        switch (await extract(fetched.Body, fetched.Charset, fetched.Address, cancellationToken))
        {
            case PageResult.Read(var page) when page.Text.Length > 0:
                var article = new Article(page.Headline, page.Source ?? source.Outlet, fetched.Address, page.Language, page.PublishedAt, page.Text);
                var item = new IncomingArticle(source.Id, source.Url.AbsoluteUri, article)
                {
                    Byline = page.Byline,
                    TeaserOnly = page.TeaserOnly,
                    Categories = page.Categories,
                    Picture = page.Picture,
                };
                return new Visit.Read(page.Headline, page.Language, FeedTiming.Any, 1, [item], marks, fetched.MovedTo, fetched.MaxAge);
            case PageResult.Refused(var reason):
                return new Visit.Failed(reason);
            default:
                return new Visit.Failed("The page holds no text.");
        }
    }

    /// <summary>The items, with the text of their pages where the newest new ones are teasers. A teaser that is known was completed when it was new, and is left out.</summary>
    private async Task<IReadOnlyList<IncomingArticle>> ItemsAsync(Source source, Feed feed, CancellationToken cancellationToken)
    {
        var entries = FeedItems.Of(source, feed);
        var old = await known.AmongAsync([.. entries.Select(entry => entry.Incoming)], cancellationToken);
        var toComplete = entries.Where(entry => entry.NeedsPage && !old.Contains(entry.Incoming))
            .OrderByDescending(entry => entry.Incoming.Article.PublishedAt ?? DateTimeOffset.MaxValue).Take(MostPages).ToHashSet();
        var items = new List<IncomingArticle>(entries.Count);
        foreach (var entry in entries.Where(entry => !entry.NeedsPage || !old.Contains(entry.Incoming)))
        {
            items.Add(toComplete.Contains(entry) ? await fullText.CompleteAsync(entry.Incoming, cancellationToken) : entry.Incoming);
        }

        return items;
    }
}
