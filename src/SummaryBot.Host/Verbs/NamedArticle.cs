using SummaryBot.Articles;

namespace SummaryBot.Host.Verbs;

/// <summary>An article that somebody names by its id, its address or a file.</summary>
internal static class NamedArticle
{
    /// <exception cref="VerbException">There is none; the message says what was looked for.</exception>
    public static async Task<StoredArticle> FindAsync(IServiceProvider services, string named, CancellationToken cancellationToken)
    {
        var articles = services.GetRequiredService<ArticleStore>();
        if (Uri.TryCreate(named, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        {
            return await articles.AtAsync([address], cancellationToken) is [var newest, ..]
                ? newest
                : throw new VerbException($"No stored article has the address {named}. See: summarybot article list");
        }

        if (await articles.FindAsync(named, cancellationToken) is { } stored)
        {
            return stored;
        }

        if (named is not "-" && !File.Exists(named))
        {
            throw new VerbException($"{named} is neither the id of a stored article nor a file. See: summarybot article list");
        }

        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        return new StoredArticle(await ArticleFile.ReadAsync(named, cancellationToken), now, now);
    }
}
