using System.CommandLine;
using System.Globalization;
using SummaryBot.Articles;
using SummaryBot.Digests;
using SummaryBot.Stories;

namespace SummaryBot.Host.Verbs;

internal static class StoryVerbs
{
    /// <summary>Of a story that is told by more, the newest articles are shown.</summary>
    private const int MaxShown = 1000;

    private static readonly Argument<long> Id = new("ID") { Description = "A story's number, as listed." };
    private static readonly Option<int> Limit = Common.Limit(20);
    private static readonly Option<bool> Timeline = new("--timeline") { Description = "How the story went on: one sentence of each article that says something new, the oldest first." };

    public static Command Command()
    {
        var list = new Command("list", "List the stories with the newest articles.") { Limit, Common.Json };
        list.SetAction(ListAsync);
        var show = new Command("show", "Show the articles of a story, the newest first.") { Id, Timeline, Common.Json };
        show.SetAction(ShowAsync);
        return new Command("story", "Articles that tell one story.") { list, show };
    }

    private static async Task<int> ListAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var services = await BotServices.OpenAsync(Common.Load(parsed), cancellationToken);
        await services.GetRequiredService<StoryAssigner>().AssignAsync(cancellationToken);
        var store = services.GetRequiredService<StoryStore>();
        var rows = new List<(StoryRecord Record, ReadStory Story)>();
        foreach (var record in await store.NewestAsync(parsed.GetValue(Limit), cancellationToken))
        {
            if (await ReadAsync(services, record.Id, cancellationToken) is { } story)
            {
                rows.Add((record, story));
            }
        }

        if (parsed.GetValue(Common.Json))
        {
            Common.WriteJson(rows.Select(it => Describe(it.Story)));
            return Exit.Done;
        }

        Listing.Write(["story", "newest (UTC)", "articles", "outlets", "opening"], rows.Select(it => new[]
        {
            it.Record.Id.ToString(CultureInfo.InvariantCulture),
            Listing.Time(it.Record.LastAt),
            it.Record.Articles.ToString(CultureInfo.InvariantCulture),
            string.Join(", ", it.Story.Outlets),
            Opening(it.Story.Center),
        }));
        return Exit.Done;
    }

    private static async Task<int> ShowAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var id = parsed.GetValue(Id);
        await using var services = await BotServices.OpenAsync(Common.Load(parsed), cancellationToken);
        await services.GetRequiredService<StoryAssigner>().AssignAsync(cancellationToken);
        if (parsed.GetValue(Timeline))
        {
            return await StoryTimelineVerb.ShowAsync(services, id, parsed.GetValue(Common.Json), cancellationToken);
        }

        var story = await ReadAsync(services, id, cancellationToken) ?? throw new VerbException($"There is no story {id}. See: summarybot story list");
        if (parsed.GetValue(Common.Json))
        {
            Common.WriteJson(Describe(story));
            return Exit.Done;
        }

        Listing.Write(["article", "date (UTC)", "source", "center", "opening"], story.Articles.Select(stored => new[]
        {
            stored.Article.Id,
            Listing.Time(stored.DatedAt.ToUnixTimeMilliseconds()),
            stored.Article.Source ?? "",
            stored == story.Center ? "yes" : "",
            Opening(stored),
        }));
        return Exit.Done;
    }

    private static async Task<ReadStory?> ReadAsync(IServiceProvider services, long id, CancellationToken cancellationToken)
    {
        if (await services.GetRequiredService<StoryStore>().FindAsync(id, cancellationToken) is not { ArticleIds.Count: > 0 } found)
        {
            return null;
        }

        var articles = (await services.GetRequiredService<ArticleStore>().ReadAsync([.. found.ArticleIds.Take(MaxShown)], cancellationToken))
            .OrderByDescending(stored => stored.DatedAt).ThenBy(stored => stored.Article.Id, StringComparer.Ordinal).ToList();
        var center = StoryCenter.Of([.. articles.Select(stored => new ReadArticle(stored).Candidate)]).ArticleId;
        return new ReadStory(
            found.Id,
            articles,
            articles.Find(stored => string.Equals(stored.Article.Id, center, StringComparison.Ordinal))!,
            Outlets.Distinct(articles.Select(stored => stored.Article.Source)));
    }

    private static string Opening(StoredArticle stored) => Listing.Opening(stored.Article.Headline ?? stored.Article.Text);

    private static object Describe(ReadStory story) => new
    {
        story.Id,
        Center = story.Center.Article.Id,
        story.Outlets,
        Articles = story.Articles.Select(stored => new
        {
            stored.Article.Id,
            stored.Article.Headline,
            stored.Article.Source,
            stored.Article.Url,
            stored.Article.PublishedAt,
            stored.DatedAt,
        }),
    };

    /// <param name="Articles">Newest first.</param>
    /// <param name="Center">The article that says best what all say.</param>
    private sealed record ReadStory(long Id, IReadOnlyList<StoredArticle> Articles, StoredArticle Center, IReadOnlyList<string> Outlets);
}
