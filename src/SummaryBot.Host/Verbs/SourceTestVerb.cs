using System.CommandLine;
using SummaryBot.Commands.Sources;
using SummaryBot.Host.Verbs.Twins;
using SummaryBot.Language;
using SummaryBot.Sources;
using SummaryBot.Sources.Feeds;
using SummaryBot.Summarization;

namespace SummaryBot.Host.Verbs;

internal static class SourceTestVerb
{
    private static readonly Argument<string> Url = new("URL") { Description = "The address of a feed, or of a page that names one." };

    private static readonly Option<int?> Choice = new("--feed") { Description = "Which of the feeds that a page names, as they are listed.", HelpName = "N" };

    public static Command Command()
    {
        var command = new Command("test", "Show what a source would give: its items, the newest one's text, and its summary. Stores nothing.") { Url, Choice, Common.Json };
        command.SetAction(TestAsync);
        return command;
    }

    private static async Task<int> TestAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var address = SourceVerbs.Address(parsed.GetValue(Url)!);
        await using var services = await BotServices.OpenAsync(Common.Load(parsed), cancellationToken);
        switch (await services.GetRequiredService<SourceFinder>().FindAsync(address, parsed.GetValue(Choice), cancellationToken))
        {
            case FoundSource.Feed(var at, var feed):
                return await TellAsync(parsed, at, feed, await services.GetRequiredService<SourceSampler>().OfAsync(at, feed, cancellationToken), cancellationToken);
            case FoundSource.Several(var feeds):
                Listing.Write(["--feed", "title", "address"], feeds.Select((feed, i) => new[] { $"{i + 1}", feed.Title ?? "", feed.Address.AbsoluteUri }));
                throw new VerbException($"{address} names {feeds.Count} feeds. Choose one: summarybot source test {address} --feed 1") { ExitCode = Exit.WrongUse };
            case FoundSource.Page:
                throw new VerbException($"{address} is a page without a feed. What its text would be: summarybot extract {address}");
            case FoundSource.Unusable unusable:
                throw SourceVerbs.Failed(SourceLookup.Problem(Words.English, address, unusable));
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static Task<int> TellAsync(ParseResult parsed, Uri address, Feed feed, SourceSample? sample, CancellationToken cancellationToken)
    {
        if (!parsed.GetValue(Common.Json))
        {
            return TwinAnswer.WriteAsync(SourceTesting.Tell(Words.English, address, feed, sample), output: null, Words.English, cancellationToken);
        }

        Common.WriteJson(Describe(address, feed, sample));
        return Task.FromResult(Exit.Done);
    }

    private static object Describe(Uri address, Feed feed, SourceSample? sample) => new
    {
        Url = address.AbsoluteUri,
        Kind = Digests.ChoiceText.Of(feed.Kind),
        feed.Title,
        feed.Language,
        Items = feed.Items.Count,
        Newest = sample is null ? null : new { Title = sample.Item.Article.Headline, Url = sample.Item.Article.Url?.AbsoluteUri, sample.Item.Article.PublishedAt },
        FullText = sample is null ? null : new { From = sample.IsFromPage ? "page" : sample.IsTeaser ? "teaser" : "feed", sample.Item.TeaserOnly, Words = WordCount(sample) },
        Summary = sample is null ? [] : Summarizer.Summarize(sample.Item.Article.Text, Options(sample)).Sentences.Select(it => sample.Item.Article.Text[it.Start..it.End]),
    };

    private static int WordCount(SourceSample sample) => sample.Item.Article.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    private static SummaryOptions Options(SourceSample sample) => new() { Title = sample.Item.Article.Headline, Language = sample.Item.Article.Language };
}
