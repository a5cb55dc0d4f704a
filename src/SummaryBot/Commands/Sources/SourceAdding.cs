using System.Globalization;
using SummaryBot.Commands.Drafts;
using SummaryBot.Commands.Shape;
using SummaryBot.Digests;
using SummaryBot.Language;
using SummaryBot.Sources;
using SummaryBot.Undo;

namespace SummaryBot.Commands.Sources;

/// <summary><c>/source add</c>: a feed, the feed of a page, or one of a page's feeds, chosen in a menu.</summary>
public sealed class SourceAdding(SourceLookup lookup, SubscriptionStore subscriptions, SourceDigests digests, DraftStore drafts, UndoLog undo)
{
    public const string Chosen = "sadd";

    private const int MostFeeds = 25;

    public async Task<Reply> AddAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var name = call.Text("name")?.Trim();
        if (name is not null && !NewSubscription.IsName(name))
        {
            return Reply.Fail(call.Words, ErrorCode.BadOption, ("option", call.Words.Plain("source.option.name.name")), ("value", name), ("remedy", call.Words.Plain("source.name.remedy", ("count", NewSubscription.MaxNameLength))));
        }

        var digest = call.Text("digest") is { } asked ? (await digests.OfAsync(call.Guild, cancellationToken)).FirstOrDefault(it => string.Equals(it.Name, asked, StringComparison.OrdinalIgnoreCase)) : null;
        if (call.Text("digest") is { } wanted && digest is null)
        {
            return Reply.Fail(call.Words, ErrorCode.NoSuchDigest, ("name", wanted));
        }

        _ = ChoiceText.TryParse<Backfill>(call.Text("backfill") ?? "", out var backfill);
        return await AddAsync(call, call.Text("url") ?? "", new SourceWish(name, backfill, digest?.Id, []), cancellationToken);
    }

    /// <summary>One of the feeds that a page names.</summary>
    public async Task<Reply> ChooseAsync(CommandCall call, ActionInput input, CancellationToken cancellationToken) =>
        await drafts.FindAsync<SourceWish>(call.Guild, input.Payload, cancellationToken) is { } wish && input.Values is [var chosen, ..] && int.TryParse(chosen, CultureInfo.InvariantCulture, out var index) && index >= 0 && index < wish.Feeds.Count
            ? await AddAsync(call, wish.Feeds[index], wish, cancellationToken)
            : Reply.Fail(call.Words, ErrorCode.DraftExpired, ("command", "/source add"));

    /// <summary>Subscribes to a feed that was looked at.</summary>
    public async Task<Reply> KeepAsync(CommandCall call, NewSubscription wanted, int items, bool hasName, CancellationToken cancellationToken)
    {
        var (result, undoId) = await undo.KeepAsync(
            call,
            call.Words.Plain("source.undo.added", ("name", wanted.Name)),
            [new UndoRows("subscriptions", "guild = @key", call.Guild, "id") { Moving = ["news_from"] }],
            () => hasName ? subscriptions.AddAsync(wanted, cancellationToken) : subscriptions.AddNumberedAsync(wanted, cancellationToken),
            cancellationToken);
        return result switch
        {
            SubscribeResult.Added added => await TellAsync(call, wanted with { Name = added.Name }, items, undoId, cancellationToken),
            SubscribeResult.Known(var name) => Reply.Fail(call.Words, ErrorCode.SourceKnown, ("name", name)),
            _ => Reply.Fail(call.Words, ErrorCode.SourceNameTaken, ("name", wanted.Name)),
        };
    }

    private async Task<Reply> AddAsync(CommandCall call, string url, SourceWish wish, CancellationToken cancellationToken)
    {
        var (found, problem) = await lookup.FindAsync(call.Words, url, choice: null, cancellationToken);
        return found switch
        {
            FoundSource.Feed(var at, var feed) => await KeepAsync(
                call,
                new NewSubscription(SourceKind.Feed, at, wish.Name ?? NewSubscription.NameFor(feed.Title, at)) { Guild = call.Guild, Backfill = wish.Backfill, Title = feed.Title, DigestId = wish.DigestId },
                feed.Items.Count,
                wish.Name is not null,
                cancellationToken),
            FoundSource.Several(var feeds) => await OfferAsync(call, SourceLookup.AddressOf(url)!, wish with { Feeds = [.. feeds.Select(it => it.Address.AbsoluteUri)] }, feeds, cancellationToken),
            FoundSource.Page(var at, _) => SourceLookup.WithoutFeed(call.Words, at),
            _ => problem!,
        };
    }

    private async Task<Reply> OfferAsync(CommandCall call, Uri page, SourceWish wish, IReadOnlyList<SummaryBot.Sources.Feeds.FeedLink> feeds, CancellationToken cancellationToken)
    {
        var draft = await drafts.KeepAsync(call.Guild, wish, cancellationToken);
        var options = feeds.Take(MostFeeds).Select((feed, i) => new MenuOption(feed.Title ?? feed.Address.Host, $"{i}", feed.Address.AbsoluteUri)).ToList();
        var left = feeds.Count - options.Count;
        return new Reply
        {
            Lines = [call.Words.Of("source.choose", ("address", page.Host), ("count", feeds.Count)), .. left > 0 ? [call.Words.Of("source.choose.left", ("count", left))] : Array.Empty<ReplyText>()],
            Menus = [new ReplyMenu(Chosen, draft, call.Words.Plain("source.choose.placeholder"), options)],
        };
    }

    private async Task<Reply> TellAsync(CommandCall call, NewSubscription wanted, int items, string? undoId, CancellationToken cancellationToken)
    {
        var words = call.Words;
        var all = await digests.OfAsync(call.Guild, cancellationToken);
        var feeds = all.FirstOrDefault(it => it.Id == wanted.DigestId) is { } only ? words.Of("source.feeds.one", ("digest", only.Name), ("time", only.NextDue))
            : all.Count == 0 ? words.Of("source.feeds.none")
            : words.Of("source.feeds.all", ("count", all.Count));
        return new Reply
        {
            Title = words.Of("source.added", ("name", wanted.Name)),
            Lines = [words.Of("source.items", ("address", ReplyText.Link(wanted.Url.Host, wanted.Url)), ("count", items)), words.Of($"source.backfilled.{ChoiceText.Of(wanted.Backfill)}"), feeds],
            Buttons = UndoCommands.Button(words, undoId),
        };
    }
}

/// <summary>What somebody wants of a source that is still to be chosen.</summary>
/// <param name="Feeds">The addresses to choose among.</param>
internal sealed record SourceWish(string? Name, Backfill Backfill, long? DigestId, IReadOnlyList<string> Feeds);
