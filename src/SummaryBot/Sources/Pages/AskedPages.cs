using SummaryBot.Articles;
using SummaryBot.Articles.Extraction;
using SummaryBot.Sources.Fetching;
using SummaryBot.Sources.Visits;

namespace SummaryBot.Sources.Pages;

/// <summary>Fetches pages that people ask for, and keeps their articles for whoever asked.</summary>
public sealed class AskedPages(Fetch fetch, ExtractPage extract, HostGate gate, HostStore hosts, AskedArticles articles, TimeProvider time)
{
    /// <summary>Fewer than people are answered at a time, so that slow sites keep nobody else waiting.</summary>
    public const int SideBySide = 16;

    /// <summary>For the wait for the host's turn, the fetch and the reading together.</summary>
    public static readonly TimeSpan Within = TimeSpan.FromSeconds(20);

    private int _running;

    /// <summary>Fetches a page. Whatever the other side does, the answer comes within <see cref="Within"/>.</summary>
    /// <param name="reader">Whom its article is kept for: see <see cref="AskedArticles.KeepAsync"/>.</param>
    public async Task<AskedPage> FetchAsync(Uri address, string reader, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Within, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return Interlocked.Increment(ref _running) > SideBySide ? new AskedPage.Failed(PageFault.TooMany)
                : await ReadAsync(address, both.Token) is var (page, fault) && page is null ? new AskedPage.Failed(fault)
                : await articles.KeepAsync(page, reader, cancellationToken) is { } id ? new AskedPage.Kept(id)
                : new AskedPage.Unkept(page.Article);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new AskedPage.Failed(PageFault.TooSlow);
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }

    private async Task<(IncomingArticle? Page, PageFault Fault)> ReadAsync(Uri address, CancellationToken cancellationToken)
    {
        var host = Source.HostOf(address);
        using var turn = await gate.EnterAsync(host, cancellationToken);
        if (turn is null)
        {
            return (null, PageFault.Busy);
        }

        var outcome = await fetch(new FetchRequest(address, FetchKind.Page), cancellationToken);
        turn.Dispose();
        if (outcome is FetchOutcome.AskAgain(var after, _))
        {
            await hosts.CloseAsync(host, VisitTimes.AfterWait(time.GetUtcNow(), after), cancellationToken);
        }

        return outcome is not FetchOutcome.Fetched fetched ? (null, FaultOf(outcome))
            : await extract(fetched.Body, fetched.Charset, fetched.Address, cancellationToken) is PageResult.Read({ Text.Length: > 0 } page) ? (Article(fetched.Address, page), default)
            : (null, PageFault.NoArticle);
    }

    /// <summary>Known by where it was found, whatever address it claims for itself.</summary>
    private static IncomingArticle Article(Uri address, Page page) => new(
        AskedArticles.SourceId, Guid: null, new Article(page.Headline, page.Source ?? Source.HostOf(address), address, page.Language, page.PublishedAt, page.Text))
    {
        Byline = page.Byline,
        TeaserOnly = page.TeaserOnly,
        Categories = page.Categories,
        Picture = page.Picture,
    };

    private static PageFault FaultOf(FetchOutcome outcome) => outcome switch
    {
        FetchOutcome.Gone => PageFault.NotFound,
        FetchOutcome.AskAgain => PageFault.Busy,
        FetchOutcome.Refused { What: FetchRefusal.Address } => PageFault.Refused,
        FetchOutcome.Refused { What: FetchRefusal.Size } => PageFault.TooBig,
        FetchOutcome.Refused => PageFault.NoArticle,
        FetchOutcome.Failed { IsTimeout: true } => PageFault.TooSlow,
        _ => PageFault.Broken,
    };
}
