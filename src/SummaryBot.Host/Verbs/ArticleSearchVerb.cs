using System.CommandLine;
using SummaryBot.Articles.Search;
using SummaryBot.Stories;

namespace SummaryBot.Host.Verbs;

/// <summary>Stored articles by their words.</summary>
internal static class ArticleSearchVerb
{
    private const int MaxDays = 36_500;

    private static readonly Argument<string[]> Words = new("WORDS") { Description = "Words that the article must have; case and accents do not matter.", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string?> Source = new("--source") { Description = "Only articles of this outlet.", HelpName = "NAME" };
    private static readonly Option<int> Days = Common.Number("--days", "Only articles of so many last days.", MaxDays, MaxDays);
    private static readonly Option<int> Limit = Common.Limit(20);

    public static Command Command()
    {
        var command = new Command("search", "Find articles by their words, the best first.") { Words, Source, Days, Limit, Common.Json };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var services = await BotServices.OpenAsync(Common.Load(parsed), cancellationToken);
        var days = parsed.GetValue(Days);
        var found = await services.GetRequiredService<ArticleSearch>().FindAsync(
            new ArticleQuery(string.Join(' ', parsed.GetValue(Words)!), parsed.GetValue(Limit))
            {
                Source = parsed.GetValue(Source),
                From = days == MaxDays ? null : services.GetRequiredService<TimeProvider>().GetUtcNow().AddDays(-days),
            },
            cancellationToken);
        if (found.Count == 0)
        {
            Notes.Write("No stored article holds these words. Write fewer of them, or look further back with --days.");
        }

        if (parsed.GetValue(Common.Json))
        {
            var stories = await services.GetRequiredService<StoryStore>().OfAsync([.. found.Select(it => it.Article.Id)], cancellationToken);
            Common.WriteJson(found.Select(it => ArticleVerbs.Describe(it, stories)));
        }
        else
        {
            ArticleVerbs.List(found);
        }

        return Exit.Done;
    }
}
