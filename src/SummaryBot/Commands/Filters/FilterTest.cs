using SummaryBot.Articles;
using SummaryBot.Articles.Search;
using SummaryBot.Commands.Digests;
using SummaryBot.Commands.Shape;
using SummaryBot.Digests;
using SummaryBot.Digests.Filters;
using SummaryBot.Language;

namespace SummaryBot.Commands.Filters;

/// <summary>Tells what each rule of a digest says of one article.</summary>
public sealed class FilterTest(DigestFinder finder, ArticleStore articles, ArticleSearch search)
{
    private const int MostOpening = 80;

    public async Task<Reply> AnswerAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var (digest, refusal) = await finder.FindAsync(call, call.Text("digest"), cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        var asked = call.Text("article")?.Trim() ?? "";
        return await FindAsync(call, asked, cancellationToken) is { } article
            ? Report(call.Words, digest!, article)
            : Reply.Fail(call.Words, ErrorCode.NoSuchArticle, ("asked", asked));
    }

    public static Reply Report(Words words, StoredDigest digest, StoredArticle article)
    {
        var report = new FilterSet(digest.Digest.Editing.Filters).Explain(FilterText.Of(article));
        var lines = report.Groups.SelectMany(group => group.Rules
            .Select(it => words.Of("filter.verdict", ("rule", RuleWords.Of(words, it.Rule)), ("holds", RuleWords.Holds(words, it.Holds)), ("found", RuleWords.Found(words, it.Found))))
            .Prepend(words.Of("filter.group", ("group", group.Group), ("holds", RuleWords.Holds(words, group.Holds)))));
        return new Reply { Title = TitleOf(article.Article), Lines = [.. lines, RuleWords.Reason(words, report)] };
    }

    /// <summary>By id, by address, else by words; only what the server may see.</summary>
    private async Task<StoredArticle?> FindAsync(CommandCall call, string asked, CancellationToken cancellationToken)
    {
        var isAddress = Uri.TryCreate(asked, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";
        IReadOnlyList<StoredArticle> found = isAddress ? await articles.AtAsync([address!], cancellationToken)
            : await articles.FindAsync(asked, cancellationToken) is { } byId ? [byId]
            : await search.FindAsync(new ArticleQuery(asked, 1) { Guild = call.IsOperator ? null : call.Guild }, cancellationToken);
        foreach (var article in found)
        {
            if (call.IsOperator || await articles.IsSeenAsync(article.Article.Id, call.Guild, cancellationToken))
            {
                return article;
            }
        }

        return null;
    }

    private static string TitleOf(Article article) =>
        article.Headline ?? WordCut.To(string.Join(' ', article.Text[..Math.Min(article.Text.Length, 4 * MostOpening)].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), MostOpening);
}
