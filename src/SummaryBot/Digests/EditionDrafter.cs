using SummaryBot.Articles;
using SummaryBot.Chat;
using SummaryBot.Operations;

namespace SummaryBot.Digests;

/// <summary>Selects, summarizes and writes editions; changes nothing.</summary>
public sealed class EditionDrafter(EditionStore editions, ArticleStore articles, IEnumerable<IChat> chats, Brands brands)
{
    /// <summary>How many of the newest articles an edition chooses among.</summary>
    private const int PoolSize = 500;

    private readonly Dictionary<string, ChatLimits> _limits = chats.ToDictionary(
        chat => chat.Scheme, chat => chat.Limits, StringComparer.Ordinal);

    /// <summary>Drafts editions in the order asked for. Digests that choose the same article share the work on it.</summary>
    public async Task<IReadOnlyList<EditionDraft>> DraftAsync(IReadOnlyList<EditionAsk> asks, CancellationToken cancellationToken)
    {
        var pool = await articles.NewestHeadsAsync(PoolSize, cancellationToken);
        var shown = await editions.ShownAsync(asks.Select(ask => ask.Digest.Id), pool.Select(article => article.Id), cancellationToken);
        var selection = new StorySelection(pool);
        var selections = asks.Select(ask => selection.Select(shown[ask.Digest.Id].ToHashSet(StringComparer.Ordinal), ask.Digest.Digest.MaxStories)).ToList();
        var ids = selections.SelectMany(selection => selection.Stories).Select(story => story.ArticleId).Distinct(StringComparer.Ordinal).ToList();
        var blocks = new StoryBlocks(await articles.ReadAsync(ids, cancellationToken));
        return SideBySide.Select([.. asks.Zip(selections)], it => Draft(it.First, it.Second, blocks));
    }

    private EditionDraft Draft(EditionAsk ask, SelectedStories selection, StoryBlocks blocks)
    {
        var digest = ask.Digest.Digest;
        var stories = selection.Stories.Select(story => blocks.Of(story, digest.Length)).ToList();
        var edition = new Edition(digest.Name, ask.Due, digest.Layout, stories, selection.KeptCount, ask.Lateness, brands.PostingOf(digest));
        var written = EditionWriter.Write(edition, LimitsOf(digest.Channel));
        return new EditionDraft(ask, written.Message, [.. selection.Stories.Take(written.StoryCount).Select(story => story.ArticleId)]);
    }

    /// <summary>A chat that is not set up here may be in another instance, or later: its messages are written to the strictest limits.</summary>
    private ChatLimits LimitsOf(ChannelAddress channel) =>
        _limits.GetValueOrDefault(channel.Scheme) ?? _limits.Values.MinBy(limits => limits.MaxCharacters)!;
}

/// <param name="Lateness">Why it is late; null where it is on time.</param>
public sealed record EditionAsk(StoredDigest Digest, Due Due, string? Lateness);

/// <param name="ArticleIds">The articles that the message shows, in order.</param>
public sealed record EditionDraft(EditionAsk Ask, ChatMessage Message, IReadOnlyList<string> ArticleIds)
{
    public NewEdition As(EditionStatus status) => new(Ask.Digest.Id, Ask.Due, status, ArticleIds);

    public NewDelivery ToDelivery() =>
        new(Ask.Digest.Id, Ask.Due.LocalText, Ask.Due.At.ToUnixTimeMilliseconds(), Ask.Digest.Digest.Channel, Message);
}
