using System.CommandLine;
using System.Globalization;
using SummaryBot.Articles;
using SummaryBot.Chat;
using SummaryBot.Host.ConsoleChat;
using SummaryBot.Stories;

namespace SummaryBot.Host.Verbs;

internal static class ArticleVerbs
{
    private static readonly Argument<string[]> Paths = new("PATH") { Description = "Article files, or folders of .txt files.", Arity = ArgumentArity.OneOrMore };
    public static Argument<string> Id { get; } = new("ID") { Description = "An article's id, as listed." };
    private static readonly Option<int> Limit = Common.Limit(20);

    public static Command Command()
    {
        var import = new Command("import", "Store articles; a text that is stored already is stored once.") { Paths };
        import.SetAction(ImportAsync);
        var list = new Command("list", "List the newest articles.") { Limit, Common.Json };
        list.SetAction(ListAsync);
        var show = new Command("show", "Show a stored article whole.") { Id, Common.Json };
        show.SetAction(ShowAsync);
        return new Command("article", "Stored articles.") { import, list, show, ArticleVersionsVerb.Command(), ArticleSearchVerb.Command() };
    }

    private static async Task<int> ImportAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var services = await BotServices.OpenAsync(Common.Load(parsed), cancellationToken);
        var rejected = 0;
        await foreach (var result in services.GetRequiredService<ArticleImporter>().ImportAsync(parsed.GetValue(Paths)!, cancellationToken))
        {
            if (result is ImportResult.Rejected)
            {
                Notes.Write(ImportText.Of(result));
                rejected++;
            }
            else
            {
                Common.WriteLine(ImportText.Of(result));
            }
        }

        await services.GetRequiredService<StoryAssigner>().AssignAsync(cancellationToken);
        return rejected == 0 ? Exit.Done : Exit.Failed;
    }

    private static async Task<int> ListAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var services = await BotServices.OpenAsync(Common.Load(parsed), cancellationToken);
        var articles = await services.GetRequiredService<ArticleStore>().NewestAsync(parsed.GetValue(Limit), cancellationToken);
        if (parsed.GetValue(Common.Json))
        {
            var stories = await services.GetRequiredService<StoryStore>().OfAsync(articles.Select(stored => stored.Article.Id), cancellationToken);
            Common.WriteJson(articles.Select(stored => Describe(stored, stories)));
            return Exit.Done;
        }

        List(articles);
        return Exit.Done;
    }

    public static void List(IEnumerable<StoredArticle> articles) =>
        Listing.Write(["id", "date (UTC)", "source", "opening"], articles.Select(stored => new[]
        {
            stored.Article.Id,
            stored.DatedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            stored.Article.Source ?? "",
            Listing.Opening(stored.Article.Headline ?? stored.Article.Text),
        }));

    /// <exception cref="VerbException">There is none.</exception>
    public static async Task<StoredArticle> FindAsync(IServiceProvider services, string id, CancellationToken cancellationToken) =>
        await services.GetRequiredService<ArticleStore>().FindAsync(id, cancellationToken)
            ?? throw new VerbException($"No stored article has the id {id}. See: summarybot article list");

    private static async Task<int> ShowAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var services = await BotServices.OpenAsync(Common.Load(parsed), cancellationToken);
        var stored = await FindAsync(services, parsed.GetValue(Id)!, cancellationToken);
        if (parsed.GetValue(Common.Json))
        {
            var stories = await services.GetRequiredService<StoryStore>().OfAsync([stored.Article.Id], cancellationToken);
            Common.WriteJson(Describe(stored, stories));
            return Exit.Done;
        }

        var article = stored.Article;
        var facts = new[] { article.Source, article.PublishedAt is { } published ? StoryLines.Date(published) : null, article.Url?.AbsoluteUri };
        Common.WriteLine(Printable.Of(article.Headline ?? $"({article.Id})"));
        Common.WriteLine(Printable.Of(string.Join(" · ", facts.OfType<string>())));
        Array.ForEach([.. Notices(stored)], Common.WriteLine);
        Common.WriteLine("");
        Array.ForEach(article.Text.Split('\n'), line => Common.WriteLine(Printable.Of(line)));
        return Exit.Done;
    }

    private static IEnumerable<string> Notices(StoredArticle stored)
    {
        if (stored.GoneAt is { } gone)
        {
            yield return $"Its publisher deleted it; that was noticed on {StoryLines.Date(gone)}.";
        }

        if (stored.Version > 1)
        {
            yield return $"This is version {stored.Version}. What was changed: summarybot article versions {stored.Article.Id}";
        }

        if (stored.TeaserOnly)
        {
            yield return "Only its beginning could be had.";
        }
    }

    public static object Describe(StoredArticle stored, IReadOnlyDictionary<string, long> stories) => new
    {
        stored.Article.Id,
        stored.Article.Headline,
        stored.Article.Source,
        stored.Article.Url,
        stored.Article.Language,
        stored.Article.PublishedAt,
        stored.FirstSeenAt,
        stored.Byline,
        stored.Categories,
        stored.Picture,
        stored.Version,
        stored.TeaserOnly,
        stored.GoneAt,
        Story = stories.TryGetValue(stored.Article.Id, out var story) ? story : (long?)null,
        stored.Article.Text,
    };
}
