using SummaryBot.Articles;
using SummaryBot.Chat;
using SummaryBot.Operations;
using SummaryBot.Stories;

namespace SummaryBot.Digests;

/// <summary>Selects, summarizes and writes editions; changes nothing.</summary>
public sealed class EditionDrafter(EditionStore editions, ArticleStore articles, StoryStore stories, IEnumerable<IChat> chats, Brands brands)
{
    private readonly Dictionary<string, ChatLimits> _limits = chats.ToDictionary(
        chat => chat.Scheme, chat => chat.Limits, StringComparer.Ordinal);

    private ChatLimits Strictest => _limits.Values.MinBy(limits => limits.MaxCharacters)!;

    /// <summary>Begins drafting with the news as they are now.</summary>
    public Task<EditionDrafting> BeginAsync(CancellationToken cancellationToken) =>
        BeginAsync(new Dictionary<string, long>(StringComparer.Ordinal), cancellationToken);

    /// <summary>Begins drafting with the news as they would be with other stories.</summary>
    /// <param name="foreseen">The stories of some articles, by the articles' ids; the others have those that are stored.</param>
    public async Task<EditionDrafting> BeginAsync(IReadOnlyDictionary<string, long> foreseen, CancellationToken cancellationToken) =>
        new(await stories.PoolsAsync(foreseen, cancellationToken), new StoryBlocks(Strictest));

    /// <summary>Drafts editions in the order asked for. Digests that choose the same story share the work on it.</summary>
    public async Task<IReadOnlyList<EditionDraft>> DraftAsync(
        EditionDrafting drafting, IReadOnlyList<EditionAsk> asks, CancellationToken cancellationToken)
    {
        var selections = await SelectAsync(drafting.Pools, asks, cancellationToken);
        await drafting.Blocks.LoadAsync(selections.SelectMany(selection => selection.Candidates), articles, cancellationToken);
        return SideBySide.Select([.. asks.Zip(selections)], it => Draft(it.First, it.Second, drafting.Blocks));
    }

    /// <summary>What each may choose among, in the order of the asks; those who see the same are asked about together.</summary>
    private async Task<IReadOnlyList<StorySelection>> SelectAsync(StoryPools pools, IReadOnlyList<EditionAsk> asks, CancellationToken cancellationToken)
    {
        var guilds = asks.Select(ask => ask.Digest.Digest.Guild).OfType<string>().Distinct(StringComparer.Ordinal);
        var own = (await stories.SubscriptionsAsync(guilds, cancellationToken)).ToLookup(it => it.Guild, StringComparer.Ordinal);
        var ofGuild = own.ToDictionary(it => it.Key, it => pools.Of([.. it]), StringComparer.Ordinal);
        var everybody = pools.Of([]);
        var selections = new Dictionary<EditionAsk, StorySelection>(ReferenceEqualityComparer.Instance);
        foreach (var group in asks.GroupBy(ask => ofGuild.GetValueOrDefault(ask.Digest.Digest.Guild ?? "") ?? everybody))
        {
            var shown = await editions.ShownAsync(group.Select(ask => ask.Digest.Id), group.Key.ArticleIds, cancellationToken);
            foreach (var ask in group)
            {
                selections[ask] = StorySelection.Of(group.Key, shown[ask.Digest.Id].ToHashSet(StringComparer.Ordinal), ask.Digest.Digest.MaxStories);
            }
        }

        return [.. asks.Select(ask => selections[ask])];
    }

    private EditionDraft Draft(EditionAsk ask, StorySelection selection, StoryBlocks blocks)
    {
        var digest = ask.Digest.Digest;
        var selected = selection.Select(blocks.CanShow);
        var shown = selected.Stories.Select(story => blocks.Of(story, digest.Length)).ToList();
        var edition = new Edition(digest.Name, ask.Due, digest.Layout, shown, selected.KeptCount, ask.Lateness, brands.PostingOf(digest));
        var written = EditionWriter.Write(edition, LimitsOf(digest.Channel));
        return new EditionDraft(ask, written.Message, [.. selected.Stories.Take(written.StoryCount).SelectMany(story => story.Unshown)]);
    }

    /// <summary>A chat that is not set up here may be in another instance, or later: its messages are written to the strictest limits.</summary>
    private ChatLimits LimitsOf(ChannelAddress channel) =>
        _limits.GetValueOrDefault(channel.Scheme) ?? Strictest;
}

/// <param name="Lateness">Why it is late; null where it is on time.</param>
public sealed record EditionAsk(StoredDigest Digest, Due Due, string? Lateness);

/// <summary>The news as they were at one time, with all that editions share.</summary>
public sealed class EditionDrafting
{
    internal EditionDrafting(StoryPools pools, StoryBlocks blocks) => (Pools, Blocks) = (pools, blocks);

    internal StoryPools Pools { get; }

    internal StoryBlocks Blocks { get; }
}

/// <param name="ArticleIds">All articles of the stories that the message shows, but those that the digest had shown before.</param>
public sealed record EditionDraft(EditionAsk Ask, ChatMessage Message, IReadOnlyList<string> ArticleIds)
{
    public NewEdition As(EditionStatus status) => new(Ask.Digest.Id, Ask.Due, status, Message.Stories.Count, ArticleIds);

    public NewDelivery ToDelivery() =>
        new(Ask.Digest.Id, Ask.Due.LocalText, Ask.Due.At.ToUnixTimeMilliseconds(), Ask.Digest.Digest.Channel, Message);
}
