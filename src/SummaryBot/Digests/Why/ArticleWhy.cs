using SummaryBot.Articles;
using SummaryBot.Articles.Search;

namespace SummaryBot.Digests.Why;

/// <summary>Answers why an article is, or is not, in the digests.</summary>
public sealed class ArticleWhy(WhyStore store, DigestStore digests, ArticleStore articles, ArticleSearch search, TimeProvider time)
{
    private const int MaxMatches = 10;
    private const int MaxFailing = 5;

    /// <summary>Editions and their records are kept for as long at least.</summary>
    public static readonly TimeSpan Reach = TimeSpan.FromDays(30);

    /// <param name="asked">An article's id, its address, or a few words of it.</param>
    /// <param name="digest">The name of a digest; null for all but personal ones.</param>
    public async Task<WhyResult> AskAsync(string asked, string? digest, CancellationToken cancellationToken)
    {
        if (await DigestsAsync(digest, cancellationToken) is not { } about)
        {
            return new WhyResult.NoDigest(digest!);
        }

        return await AskAsync(asked, about, viewer: null, cancellationToken);
    }

    /// <param name="asked">An article's id, its address, or a few words of it.</param>
    /// <param name="about">The digests to answer for.</param>
    /// <param name="viewer">Who is told of articles that he may see alone; null is told of all.</param>
    public async Task<WhyResult> AskAsync(string asked, IReadOnlyList<StoredDigest> about, Viewer? viewer, CancellationToken cancellationToken)
    {
        var found = await FindAsync(asked.Trim(), viewer, cancellationToken);
        return found switch
        {
            [] => await NotStoredAsync(asked.Trim(), cancellationToken),
            [var article] => new WhyResult.Found(
                article, [.. Notes(article)], [.. (await store.FactsAsync(article, about, cancellationToken)).Select(WhyDecision.Of)]),
            _ => new WhyResult.Several(found),
        };
    }

    private async Task<IReadOnlyList<StoredDigest>?> DigestsAsync(string? name, CancellationToken cancellationToken) => name is null
        ? [.. (await digests.ListAsync(cancellationToken)).Where(it => it.Digest.Editing.Kind != DigestKind.Personal)]
        : await digests.NamedAsync(name, cancellationToken) is { Count: > 0 } named ? named : null;

    private async Task<IReadOnlyList<StoredArticle>> FindAsync(string asked, Viewer? viewer, CancellationToken cancellationToken)
    {
        if (await articles.FindAsync(asked, cancellationToken) is { } byId)
        {
            return await VisibleAsync([byId], viewer, cancellationToken);
        }

        if (Address(asked) is { } address)
        {
            return [.. (await VisibleAsync(await articles.AtAsync([address], cancellationToken), viewer, cancellationToken)).Take(1)];
        }

        var found = await search.FindAsync(new ArticleQuery(asked, MaxMatches) { Guild = viewer?.Guild, User = viewer?.User }, cancellationToken);
        var recent = found.Where(it => it.FirstSeenAt >= time.GetUtcNow() - Reach).ToList(); // seen, not dated: an old article may come in today
        var matches = recent.Count > 0 ? recent : found;
        var exact = matches.Where(it => string.Equals(it.Article.Headline, asked, StringComparison.OrdinalIgnoreCase)).ToList();
        return exact.Count == 1 ? exact : matches;
    }

    private async Task<IReadOnlyList<StoredArticle>> VisibleAsync(IReadOnlyList<StoredArticle> found, Viewer? viewer, CancellationToken cancellationToken)
    {
        var visible = viewer is null ? null : await search.VisibleAsync([.. found.Select(it => it.Article.Id)], viewer, cancellationToken);
        return visible is null ? found : [.. found.Where(it => visible.Contains(it.Article.Id))];
    }

    private async Task<WhyResult> NotStoredAsync(string asked, CancellationToken cancellationToken)
    {
        var address = Address(asked);
        string[] guids = address is null ? [asked] : [asked, address.AbsoluteUri, CanonicalUrl.Of(address).AbsoluteUri];
        if (await store.IsForgottenAsync(asked, cancellationToken) || await store.ShownAtAsync(guids, cancellationToken) is not null)
        {
            return new WhyResult.NotStored("It was seen, and is forgotten: it is older than articles are kept.", "Articles are kept for as long as retention.articles says.", []);
        }

        var failing = address is null ? [] : await store.FailingAsync(Sources.Source.HostOf(address), MaxFailing, cancellationToken);
        failing = failing.Count > 0 ? failing : await store.FailingAsync(null, MaxFailing, cancellationToken);
        return new WhyResult.NotStored(
            "No source has shown such an article, and nobody imported it.",
            failing.Count > 0 ? "These sources cannot be read; one of them may have it." : "Look for it with: summarybot article search WORDS; or add its source: summarybot source add URL",
            failing);
    }

    private IEnumerable<string> Notes(StoredArticle article)
    {
        if (article.TeaserOnly)
        {
            yield return "Only its beginning could be had, so there are few sentences to quote.";
        }

        if (article.Version > 1)
        {
            yield return $"It was changed since it was first seen; this is version {article.Version}.";
        }

        if (article.FirstSeenAt < time.GetUtcNow() - Reach)
        {
            yield return $"It was first seen more than {Reach.TotalDays:F0} days ago; what became of it may be forgotten.";
        }
    }

    private static Uri? Address(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;
}
