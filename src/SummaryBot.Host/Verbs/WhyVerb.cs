using System.CommandLine;
using SummaryBot.Articles;
using SummaryBot.Digests.Why;

namespace SummaryBot.Host.Verbs;

/// <summary>Why an article is, or is not, in the digests.</summary>
internal static class WhyVerb
{
    private static readonly Argument<string[]> Article = new("ARTICLE") { Description = "An article's id, its address, or a few words of it.", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string?> Digest = new("--digest") { Description = "Only this digest; all but personal ones unless told.", HelpName = "NAME" };

    public static Command Command()
    {
        var command = new Command("why", "Tell for an article of the last 30 days why it is, or is not, in each digest.") { Article, Digest, Common.Json };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var services = await BotServices.OpenAsync(Common.Load(parsed), cancellationToken);
        var result = await services.GetRequiredService<ArticleWhy>().AskAsync(
            string.Join(' ', parsed.GetValue(Article)!), parsed.GetValue(Digest), cancellationToken);
        if (parsed.GetValue(Common.Json))
        {
            return WriteJson(result);
        }

        switch (result)
        {
            case WhyResult.Found found:
                Write(found);
                return Exit.Done;
            case WhyResult.Several(var matches):
                Notes.Write($"{matches.Count} articles match. Ask for one by its id.");
                ArticleVerbs.List(matches);
                return Exit.Failed;
            case WhyResult.NotStored missing:
                throw new VerbException(string.Join($"{Environment.NewLine}summarybot: ", [$"{missing.Cause} {missing.NextStep}", .. missing.Failing]));
            case WhyResult.NoDigest(var name):
                throw new VerbException($"There is no digest \"{name}\". See: summarybot digest list");
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static void Write(WhyResult.Found found)
    {
        var article = found.Article.Article;
        Common.WriteLine(Chat.Printable.Of($"{article.Id} {article.Source ?? ""}: {Listing.Opening(article.Headline ?? article.Text)}"));
        found.Notes.ToList().ForEach(Common.WriteLine);
        Listing.Write(["digest", "stage", "cause", "next", "sent (UTC)", "link"], found.Answers.Select(answer => new[]
        {
            answer.Digest,
            Words(answer.Stage),
            answer.Cause,
            answer.NextStep ?? "",
            Listing.Time(answer.SentAt?.ToUnixTimeMilliseconds()),
            answer.Link?.AbsoluteUri ?? "",
        }));
    }

    private static int WriteJson(WhyResult result)
    {
        Common.WriteJson(result switch
        {
            WhyResult.Found found => new
            {
                Article = Describe(found.Article),
                found.Notes,
                Digests = found.Answers.Select(answer => new { answer.Digest, Stage = Words(answer.Stage), answer.Cause, answer.NextStep, answer.Edition, answer.SentAt, answer.Link }),
            },
            WhyResult.Several(var matches) => new { Matches = matches.Select(Describe) },
            WhyResult.NotStored missing => new { Stage = "not stored", missing.Cause, missing.NextStep, missing.Failing },
            WhyResult.NoDigest(var name) => new { Stage = "no digest", Cause = $"There is no digest \"{name}\"." },
            _ => throw new System.Diagnostics.UnreachableException(),
        });
        return result is WhyResult.Found ? Exit.Done : Exit.Failed;
    }

    private static object Describe(StoredArticle stored) => new { stored.Article.Id, stored.Article.Headline, stored.Article.Source, stored.Article.Url, stored.FirstSeenAt };

    /// <summary>As it is written: <c>waiting for story</c>.</summary>
    private static string Words(WhyStage stage) => string.Concat(stage.ToString().Select((c, i) => char.IsUpper(c) ? $"{(i == 0 ? "" : " ")}{char.ToLowerInvariant(c)}" : $"{c}"));
}
