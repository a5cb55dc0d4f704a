using SummaryBot.Articles.Extraction;
using SummaryBot.Sources.Feeds;
using SummaryBot.Sources.Fetching;
using SummaryBot.Sources.Visits;

namespace SummaryBot.Sources;

/// <summary>Finds out what can be read at an address: the feed itself, the feeds of a page, or the page.</summary>
public sealed class SourceFinder(Fetch fetch, ExtractPage extract)
{
    /// <summary>Addresses that are tried where a page names no feed.</summary>
    private const int MostGuesses = 8;

    /// <param name="address">http or https.</param>
    /// <param name="choice">Which of a page's feeds, 1 or more; null where the person has not chosen.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<FoundSource> FindAsync(Uri address, int? choice, CancellationToken cancellationToken)
    {
        var outcome = await fetch(new FetchRequest(address, FetchKind.Feed), cancellationToken);
        return outcome is not FetchOutcome.Fetched fetched ? Unusable(outcome)
            : Read(address, fetched) is { } feed ? feed
            : await AmongAsync(fetched, choice, cancellationToken);
    }

    /// <summary>A page as an article; null where it is none.</summary>
    public async Task<FoundSource> FindPageAsync(Uri address, CancellationToken cancellationToken)
    {
        var outcome = await fetch(new FetchRequest(address, FetchKind.Page), cancellationToken);
        return outcome is FetchOutcome.Fetched fetched ? await PageAsync(fetched, cancellationToken) : Unusable(outcome);
    }

    /// <summary>One sentence: why nothing came back.</summary>
    public static string Reason(FetchOutcome outcome) => outcome switch
    {
        FetchOutcome.Gone(var status) => $"It is not there ({status}).",
        FetchOutcome.AskAgain(var after, var status) => after is { } wait
            ? $"The host asks for patience ({status}); try again in {Math.Ceiling(wait.TotalMinutes):F0} minutes."
            : $"The host asks for patience ({status}); try again later.",
        FetchOutcome.Refused(var reason) => reason,
        FetchOutcome.Failed it => it.Reason,
        _ => "It has nothing new.",
    };

    private static FoundSource.Unusable Unusable(FetchOutcome outcome) => new(Reason(outcome)) { IsOfAddress = outcome is FetchOutcome.Refused { IsOfAddress: true } };

    private static FoundSource.Feed? Read(Uri address, FetchOutcome.Fetched fetched) =>
        FeedReader.Read(fetched.Body, fetched.MediaType, fetched.Charset, fetched.Address) is FeedResult.Read(var feed)
            ? new FoundSource.Feed(fetched.MovedTo ?? address, feed) : null;

    private async Task<FoundSource> AmongAsync(FetchOutcome.Fetched page, int? choice, CancellationToken cancellationToken)
    {
        var links = FeedDiscovery.In(page.Body, page.Charset, page.Address);
        if (links.Count == 0)
        {
            return await AtCommonPathAsync(page.Address, cancellationToken) ?? await PageAsync(page, cancellationToken);
        }

        if (choice is { } number && number > links.Count)
        {
            return new FoundSource.Unusable($"The page names {links.Count} feeds, and there is no number {number}.");
        }

        if (choice is null && links.Count > 1)
        {
            return new FoundSource.Several(links);
        }

        var address = links[(choice ?? 1) - 1].Address;
        var outcome = await fetch(new FetchRequest(address, FetchKind.Feed), cancellationToken);
        return outcome is not FetchOutcome.Fetched fetched ? Unusable(outcome) with { Reason = $"The page names the feed {address}, but: {Reason(outcome)}" }
            : Read(address, fetched) is { } feed ? feed
            : new FoundSource.Unusable($"The page names the feed {address}, but that is none.");
    }

    private async Task<FoundSource.Feed?> AtCommonPathAsync(Uri page, CancellationToken cancellationToken)
    {
        foreach (var address in FeedDiscovery.Guesses(page).Take(MostGuesses))
        {
            var outcome = await fetch(new FetchRequest(address, FetchKind.Feed), cancellationToken);
            if (outcome is FetchOutcome.Fetched fetched && Read(address, fetched) is { } feed)
            {
                return feed;
            }

            if (outcome is FetchOutcome.AskAgain)
            {
                break;
            }
        }

        return null;
    }

    private async Task<FoundSource> PageAsync(FetchOutcome.Fetched fetched, CancellationToken cancellationToken) =>
        await extract(fetched.Body, fetched.Charset, fetched.Address, cancellationToken) switch
        {
            PageResult.Read(var page) when page.Text.Length > 0 => new FoundSource.Page(fetched.Address, page),
            PageResult.Refused(var reason) => new FoundSource.Unusable($"It is no feed, and as a page it is not read: {reason}"),
            _ => new FoundSource.Unusable("It is neither a feed, nor a page that names one or that holds an article."),
        };
}

public abstract record FoundSource
{
    /// <param name="Address">Where to visit it from now on.</param>
    public sealed record Feed(Uri Address, Feeds.Feed What) : FoundSource;

    /// <summary>A page that names several feeds.</summary>
    public sealed record Several(IReadOnlyList<FeedLink> Feeds) : FoundSource;

    /// <summary>A page without a feed.</summary>
    public sealed record Page(Uri Address, Articles.Extraction.Page What) : FoundSource;

    /// <summary>One sentence.</summary>
    public sealed record Unusable(string Reason) : FoundSource
    {
        /// <summary>Whether the address itself is not fetched from: only the operator can allow it.</summary>
        public bool IsOfAddress { get; init; }
    }
}
