using SummaryBot.Articles;
using SummaryBot.Articles.Extraction;
using SummaryBot.Sources.Fetching;

namespace SummaryBot.Sources.Visits;

/// <summary>Gets the text behind a teaser from the item's page.</summary>
public sealed class FullText(Fetch fetch, ExtractPage extract, HostGate gate, HostStore hosts, TimeProvider time)
{
    /// <summary>The article with the page's text, or as it was where the page has no more.</summary>
    public async Task<IncomingArticle> CompleteAsync(IncomingArticle teaser, CancellationToken cancellationToken) =>
        teaser.Article.Url is { } address && await PageAsync(address, cancellationToken) is { } page ? Complete(teaser, page) : teaser;

    private async Task<Page?> PageAsync(Uri address, CancellationToken cancellationToken)
    {
        var host = Source.HostOf(address);
        using var turn = await gate.EnterAsync(host, cancellationToken);
        if (turn is null)
        {
            return null;
        }

        var outcome = await fetch(new FetchRequest(address, FetchKind.Page), cancellationToken);
        turn.Dispose();
        if (outcome is FetchOutcome.AskAgain(var after, _))
        {
            await hosts.CloseAsync(host, VisitTimes.AfterWait(time.GetUtcNow(), after), cancellationToken);
        }

        return outcome is FetchOutcome.Fetched fetched
            && await extract(fetched.Body, fetched.Charset, fetched.Address, cancellationToken) is PageResult.Read(var page) ? page : null;
    }

    /// <summary>A page that keeps its text back may still have more of it than the feed.</summary>
    private static IncomingArticle Complete(IncomingArticle teaser, Page page)
    {
        var article = teaser.Article;
        var text = FeedItems.Text(page.Blocks, article.Headline);
        teaser = teaser with { Categories = teaser.Categories.Count > 0 ? teaser.Categories : page.Categories, Picture = teaser.Picture ?? page.Picture };
        return text.Length <= article.Text.Length
            ? teaser with { TeaserOnly = page.TeaserOnly }
            : teaser with
            {
                TeaserOnly = page.TeaserOnly,
                Byline = teaser.Byline ?? page.Byline,
                Article = article with
                {
                    Headline = article.Headline ?? page.Headline,
                    Language = page.Language ?? article.Language,
                    PublishedAt = article.PublishedAt ?? page.PublishedAt,
                    Text = text,
                },
            };
    }
}
