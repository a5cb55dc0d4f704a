using System.Globalization;
using SummaryBot.Articles.Search;
using SummaryBot.Commands.Shape;
using SummaryBot.Commands.Summaries;
using SummaryBot.Stories;

namespace SummaryBot.Commands.News;

/// <summary>What is offered while somebody types.</summary>
internal sealed class NewsSuggestions(
    SummaryCommand summaries, NewsSources sources, NewsTopics topics, NewsDigests digests, ArticleSearch search, StoryStore stories)
{
    /// <summary>Several articles tell one story.</summary>
    private const int MostArticles = 50;

    public async Task<IReadOnlyList<Choice>> SuggestAsync(CommandCall call, TypedOption typed, CancellationToken cancellationToken) => typed.Name switch
    {
        "source" => Named((await sources.VisibleAsync(call, cancellationToken)).Select(it => it.Name), typed.Typed),
        "topic" => Named(await topics.ListAsync(call, cancellationToken), typed.Typed),
        "name" => Named((await digests.VisibleAsync(call, cancellationToken)).Select(it => it.Digest.Name), typed.Typed),
        "date" => [.. (await digests.SuggestAsync(call, cancellationToken)).Where(it => it.Label.Contains(typed.Typed.Trim(), StringComparison.OrdinalIgnoreCase))],
        "article" => [.. (await summaries.SuggestAsync(typed.Typed, SummaryAnswers.GuildOf(call), SummaryAnswers.UserOf(call), call.Words, cancellationToken)).Select(it => new Choice(it.Label, it.ArticleId))],
        "story" => await StoriesAsync(call, typed.Typed, cancellationToken),
        _ => [],
    };

    /// <summary>Those of whose words each one typed is a beginning.</summary>
    private static IReadOnlyList<Choice> Named(IEnumerable<string> names, string typed)
    {
        var words = SearchWords.In(typed).ToList();
        return [.. names.Distinct(StringComparer.OrdinalIgnoreCase)
            .Where(name => words.TrueForAll(word => SearchWords.In(name).Any(it => it.StartsWith(word, StringComparison.Ordinal))))
            .Take(SummaryCommand.MaxChoices).Select(name => new Choice(name, name))];
    }

    /// <summary>The stories of the newest articles, or of those that hold the words typed, each under its best article's headline.</summary>
    private async Task<IReadOnlyList<Choice>> StoriesAsync(CommandCall call, string typed, CancellationToken cancellationToken)
    {
        var found = await search.FindAsync(new ArticleQuery(typed, MostArticles) { IsTyping = true, Guild = call.Guild }, cancellationToken);
        var of = await stories.OfAsync(found.Select(it => it.Article.Id), cancellationToken);
        return [.. found.Where(it => it.GoneAt is null && of.ContainsKey(it.Article.Id)).DistinctBy(it => of[it.Article.Id]).Take(SummaryCommand.MaxChoices)
            .Select(it => new Choice(
                ArticleEntry.Label(it, call.Words), of[it.Article.Id].ToString(CultureInfo.InvariantCulture)))];
    }
}
