using SummaryBot.Articles;
using SummaryBot.Articles.Search;
using SummaryBot.Digests;
using SummaryBot.Digests.Filters;

namespace SummaryBot.Commands.News;

/// <summary>What <c>/news latest</c> can be narrowed to: the sections and the words of the server's digests, or any words.</summary>
internal sealed class NewsTopics(NewsDigests digests, ArticleSearch search)
{
    /// <summary>As many of the newest are looked through for a section.</summary>
    private const int MostRead = 300;

    private static readonly (string Prefix, FilterField Field)[] Fields =
        [("category:", FilterField.Category), ("source:", FilterField.Source), ("", FilterField.Any)];

    /// <summary>The names of sections, then words that filters ask for; each once.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(Shape.CommandCall call, CancellationToken cancellationToken)
    {
        var all = await digests.VisibleAsync(call, cancellationToken);
        return [.. all.SelectMany(it => it.Digest.Editing.Sections).Select(section => section.Name)
            .Concat(all.SelectMany(it => it.Digest.Editing.Filters).Where(rule => rule.Op == FilterOp.HasWord).Select(rule => rule.Value))
            .Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<StoredArticle>> FindAsync(Shape.CommandCall call, ArticleQuery query, string? topic, CancellationToken cancellationToken)
    {
        var section = topic is null ? null : (await digests.VisibleAsync(call, cancellationToken)).SelectMany(it => it.Digest.Editing.Sections)
            .FirstOrDefault(it => string.Equals(it.Name, topic, StringComparison.OrdinalIgnoreCase));
        if (section is null)
        {
            return Newest(await search.FindAsync(query with { Words = topic ?? "" }, cancellationToken));
        }

        var found = await search.FindAsync(query with { Limit = MostRead }, cancellationToken);
        return [.. Newest(found.Where(stored => IsIn(section, FilterText.Of(stored)))).Take(query.Limit)];
    }

    private static IReadOnlyList<StoredArticle> Newest(IEnumerable<StoredArticle> found) =>
        [.. found.OrderByDescending(it => it.DatedAt).ThenBy(it => it.Article.Id, StringComparer.Ordinal)];

    /// <summary>Groups of sources are known by sightings alone and are left out.</summary>
    private static bool IsIn(Section section, FilterText text) => section.Terms.Any(term =>
        Fields.First(it => term.StartsWith(it.Prefix, StringComparison.OrdinalIgnoreCase)) is var (prefix, field) && text.Has(field, term[prefix.Length..]));
}
