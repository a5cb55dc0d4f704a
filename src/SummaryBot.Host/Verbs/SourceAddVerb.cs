using System.CommandLine;
using SummaryBot.Commands.Shape;
using SummaryBot.Commands.Sources;
using SummaryBot.Host.Verbs.Twins;
using SummaryBot.Language;
using SummaryBot.Sources;

namespace SummaryBot.Host.Verbs;

internal static class SourceAddVerb
{
    private static readonly Argument<string> Url = new("URL") { Description = "The address of a feed, or of a page that names one." };
    private static readonly Option<int?> Feed = new("--feed") { Description = "Which of the feeds that a page names, as they are listed.", HelpName = "N" };
    private static readonly Option<bool> Page = new("--page") { Description = "Watch the page itself: one article, taken now and again when it changes." };
    private static readonly Option<string?> Digest = new("--digest") { Description = "The only digest that it feeds; all of the server unless told.", HelpName = "NAME" };
    private static readonly SourceArguments Arguments = new();

    public static Command Command()
    {
        var command = new Command("add", "Read a feed, a page's feed, or with --page one page.") { Url, Feed, Page, Digest, Common.Json };
        Arguments.AddTo(command);
        command.SetAction(AddAsync);
        return command;
    }

    private static async Task<int> AddAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var address = SourceVerbs.Address(parsed.GetValue(Url)!);
        _ = Arguments.Read(parsed, SourceKind.Feed, address, title: null); // says what is wrong before anything is fetched
        await using var services = await BotServices.OpenAsync(Common.Load(parsed), cancellationToken);
        var finder = services.GetRequiredService<SourceFinder>();
        var found = parsed.GetValue(Page)
            ? await finder.FindPageAsync(address, cancellationToken)
            : await finder.FindAsync(address, parsed.GetValue(Feed), cancellationToken);
        var (wanted, items) = Wanted(parsed, address, found);
        wanted = wanted with { DigestId = await DigestAsync(services, parsed, cancellationToken) };
        if (parsed.GetValue(Common.Json))
        {
            var added = await KeepAsync(services.GetRequiredService<SubscriptionStore>(), wanted, Arguments.HasName(parsed), cancellationToken);
            Common.WriteJson(new { added.Name, Url = wanted.Url.AbsoluteUri, Kind = Digests.ChoiceText.Of(wanted.Kind), wanted.Title, Items = items, IsNew = added.IsNewSource });
            return Exit.Done;
        }

        var reply = await services.GetRequiredService<SourceAdding>().KeepAsync(SourceVerbs.Call(parsed), wanted, items, Arguments.HasName(parsed), cancellationToken);
        var code = await TwinAnswer.WriteAsync(reply, output: null, Words.English, cancellationToken);
        if (code == Exit.Done)
        {
            Notes.Write("A bot that runs visits it by itself; to do so now: summarybot source visit NAME");
        }

        return code;
    }

    private static async Task<long?> DigestAsync(IServiceProvider services, ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(Digest) is not { } name)
        {
            return null;
        }

        var all = await services.GetRequiredService<SourceDigests>().OfAsync(SourceArguments.GuildOf(parsed), cancellationToken);
        return (all.FirstOrDefault(it => string.Equals(it.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? throw SourceVerbs.Failed(Reply.Fail(Words.English, ErrorCode.NoSuchDigest, ("name", name)))).Id;
    }

    private static (NewSubscription Wanted, int Items) Wanted(ParseResult parsed, Uri address, FoundSource found)
    {
        switch (found)
        {
            case FoundSource.Feed(var at, var feed):
                return (Arguments.Read(parsed, SourceKind.Feed, at, feed.Title), feed.Items.Count);
            case FoundSource.Page(var at, var page) when parsed.GetValue(Page):
                return (Arguments.Read(parsed, SourceKind.Page, at, page.Headline), 1);
            case FoundSource.Page:
                throw new VerbException($"{address} is a page without a feed. To watch that page itself: summarybot source add {address} --page");
            case FoundSource.Several(var feeds):
                Listing.Write(["--feed", "title", "address"], feeds.Select((feed, i) => new[] { $"{i + 1}", feed.Title ?? "", feed.Address.AbsoluteUri }));
                throw new VerbException($"{address} names {feeds.Count} feeds. Choose one: summarybot source add {address} --feed 1") { ExitCode = Exit.WrongUse };
            case FoundSource.Unusable unusable:
                throw SourceVerbs.Failed(SourceLookup.Problem(Words.English, address, unusable));
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static async Task<SubscribeResult.Added> KeepAsync(SubscriptionStore store, NewSubscription wanted, bool hasName, CancellationToken cancellationToken) =>
        (hasName ? await store.AddAsync(wanted, cancellationToken) : await store.AddNumberedAsync(wanted, cancellationToken)) switch
        {
            SubscribeResult.Added added => added,
            SubscribeResult.Known(var name) => throw SourceVerbs.Failed(Reply.Fail(Words.English, ErrorCode.SourceKnown, ("name", name))),
            _ => throw SourceVerbs.Failed(Reply.Fail(Words.English, ErrorCode.SourceNameTaken, ("name", wanted.Name))),
        };
}
