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
    private static readonly Argument<string> Id = new("ID") { Description = "An article's id, as listed." };
    private static readonly Option<int> Limit = Common.Limit(20);

    public static Command Command()
    {
        var import = new Command("import", "Store articles; a text that is stored already is stored once.") { Paths };
        import.SetAction(ImportAsync);
        var list = new Command("list", "List the newest articles.") { Limit, Common.Json };
        list.SetAction(ListAsync);
        var show = new Command("show", "Show a stored article whole.") { Id, Common.Json };
        show.SetAction(ShowAsync);
        return new Command("article", "Stored articles.") { import, list, show };
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

        Listing.Write(["id", "date (UTC)", "source", "opening"], articles.Select(stored => new[]
        {
            stored.Article.Id,
            stored.DatedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            stored.Article.Source ?? "",
            Listing.Opening(stored.Article.Headline ?? stored.Article.Text),
        }));
        return Exit.Done;
    }

    private static async Task<int> ShowAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var id = parsed.GetValue(Id)!;
        await using var services = await BotServices.OpenAsync(Common.Load(parsed), cancellationToken);
        var stored = await services.GetRequiredService<ArticleStore>().FindAsync(id, cancellationToken)
            ?? throw new VerbException($"No stored article has the id {id}. See: summarybot article list");
        if (parsed.GetValue(Common.Json))
        {
            var stories = await services.GetRequiredService<StoryStore>().OfAsync([id], cancellationToken);
            Common.WriteJson(Describe(stored, stories));
            return Exit.Done;
        }

        var article = stored.Article;
        var facts = new[] { article.Source, article.PublishedAt is { } published ? StoryLines.Date(published) : null, article.Url?.AbsoluteUri };
        Common.WriteLine(Printable.Of(article.Headline ?? $"({article.Id})"));
        Common.WriteLine(Printable.Of(string.Join(" · ", facts.OfType<string>())));
        Common.WriteLine("");
        Array.ForEach(article.Text.Split('\n'), line => Common.WriteLine(Printable.Of(line)));
        return Exit.Done;
    }

    private static object Describe(StoredArticle stored, IReadOnlyDictionary<string, long> stories) => new
    {
        stored.Article.Id,
        stored.Article.Headline,
        stored.Article.Source,
        stored.Article.Url,
        stored.Article.Language,
        stored.Article.PublishedAt,
        stored.FirstSeenAt,
        Story = stories.TryGetValue(stored.Article.Id, out var story) ? story : (long?)null,
        stored.Article.Text,
    };
}
