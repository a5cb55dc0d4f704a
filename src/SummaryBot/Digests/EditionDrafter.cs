using SummaryBot.Articles;
using SummaryBot.Chat;
using SummaryBot.Digests.Feedback;
using SummaryBot.Digests.Selection;
using SummaryBot.Operations;
using SummaryBot.Stories;

namespace SummaryBot.Digests;

/// <summary>Selects, summarizes and writes editions; changes nothing.</summary>
public sealed class EditionDrafter
{
    /// <summary>How far back articles are looked for that no edition has judged.</summary>
    public static readonly TimeSpan LookBack = TimeSpan.FromDays(30);

    private readonly EditionSelector _selector;
    private readonly StoryStore _stories;
    private readonly SentStore _sent;
    private readonly Brands _brands;
    private readonly TimeProvider _time;
    private readonly Dictionary<string, ChatLimits> _limits;

    public EditionDrafter(
        EditionStore editions,
        ArticleStore articles,
        StoryStore stories,
        SelectionStore selections,
        FeedbackStore feedback,
        SentStore sent,
        OutletWishStore wishes,
        IEnumerable<IChat> chats,
        Brands brands,
        TimeProvider time)
    {
        (_stories, _sent, _brands, _time) = (stories, sent, brands, time);
        _selector = new EditionSelector(editions, articles, stories, selections, feedback, wishes);
        _limits = chats.ToDictionary(chat => chat.Scheme, chat => chat.Limits, StringComparer.Ordinal);
    }

    private ChatLimits Strictest => _limits.Values.MinBy(limits => limits.MaxCharacters)!;

    /// <summary>Begins drafting with the news as they are now.</summary>
    public Task<EditionDrafting> BeginAsync(CancellationToken cancellationToken) =>
        BeginAsync(new Dictionary<string, long>(StringComparer.Ordinal), cancellationToken);

    /// <summary>Begins drafting with the news as they would be with other stories.</summary>
    /// <param name="foreseen">The stories of some articles, by the articles' ids; the others have those that are stored.</param>
    public async Task<EditionDrafting> BeginAsync(IReadOnlyDictionary<string, long> foreseen, CancellationToken cancellationToken) =>
        new(await _stories.PoolsAsync(_time.GetUtcNow() - LookBack, foreseen, cancellationToken), foreseen, new StoryBlocks(Strictest));

    /// <summary>Drafts editions in the order asked for. Digests that choose the same story share the work on it.</summary>
    public async Task<IReadOnlyList<EditionDraft>> DraftAsync(
        EditionDrafting drafting, IReadOnlyList<EditionAsk> asks, CancellationToken cancellationToken)
    {
        var groups = await _selector.SelectAsync(drafting, asks, cancellationToken);
        var updates = asks.Zip(groups).SelectMany(it => EarlierOf(it.Second).Select(due => (it.First.Digest.Id, due))).Distinct().ToList();
        var links = updates.Count == 0 ? EmptyLinks : await _sent.LinksAsync(updates, cancellationToken);
        return SideBySide.Select([.. asks.Zip(groups)], it => Draft(it.First, it.Second, drafting.Blocks, links));
    }

    private static readonly IReadOnlyDictionary<(long DigestId, string DueLocal), Uri> EmptyLinks = new Dictionary<(long, string), Uri>();

    private static IEnumerable<string> EarlierOf(EditionGroup group) =>
        group.Choice.Chosen.Select(chosen => chosen.Story.ShownBefore).OfType<NodaTime.LocalDateTime>().Select(Due.Text);

    private EditionDraft Draft(EditionAsk ask, EditionGroup group, StoryBlocks blocks, IReadOnlyDictionary<(long DigestId, string DueLocal), Uri> links)
    {
        var (digest, choice) = (ask.Digest.Digest, group.Choice);
        var stories = choice.Chosen.Zip(group.BlocksOf(blocks), (chosen, block) => chosen.Story.ShownBefore is { } before
            ? block with { Earlier = new EarlierMessage(ask.Frame.Day(before), links.GetValueOrDefault((ask.Digest.Id, Due.Text(before)))) }
            : block);
        var shown = digest.Editing.Pictures ? stories.Select(blocks.WithPicture) : stories;
        var edition = new Edition(digest.Name, ask.Due, digest.Layout, [.. shown], choice.KeptCount, ask.Lateness, _brands.PostingOf(digest))
        {
            Frame = ask.Frame,
            GivenUpCount = choice.GivenUpCount,
            CarryDays = digest.Editing.CarryDays,
            AreLastChances = [.. choice.Chosen.Select(chosen => chosen.IsLastChance)],
        };
        var written = EditionWriter.Write(edition, LimitsOf(digest.Channel));
        var (record, stored) = group.RecordOf(written.Message);
        return new EditionDraft(ask, written.Message, [.. choice.Chosen.Take(written.StoryCount).SelectMany(chosen => EditionGroup.IdsOf(chosen.Story))])
        {
            Record = record,
            Selection = stored,
        };
    }

    /// <summary>A chat that is not set up here may be in another instance, or later: its messages are written to the strictest limits.</summary>
    private ChatLimits LimitsOf(ChannelAddress channel) =>
        _limits.GetValueOrDefault(channel.Scheme) ?? Strictest;
}

/// <param name="Lateness">Why it is late; null where it is on time.</param>
public sealed record EditionAsk(StoredDigest Digest, Due Due, string? Lateness)
{
    /// <summary>The words around its stories.</summary>
    public FrameWords Frame { get; init; } = FrameWords.English;
}

/// <summary>The news as they were at one time, with all that editions share.</summary>
public sealed class EditionDrafting
{
    internal EditionDrafting(StoryPools pools, IReadOnlyDictionary<string, long> foreseen, StoryBlocks blocks) =>
        (Pools, Foreseen, Blocks) = (pools, foreseen, blocks);

    internal StoryPools Pools { get; }

    /// <summary>The stories of some articles, by the articles' ids, instead of those that are stored.</summary>
    internal IReadOnlyDictionary<string, long> Foreseen { get; }

    internal StoryBlocks Blocks { get; }
}

/// <param name="ArticleIds">All articles of the stories that the message shows, but those that the digest had shown before.</param>
public sealed record EditionDraft(EditionAsk Ask, ChatMessage Message, IReadOnlyList<string> ArticleIds)
{
    /// <summary>As it is sent: it knows which edition it is, and whether of one person's own digest.</summary>
    public ChatMessage Message { get; init; } = Message with
    {
        Edition = new EditionKey(Ask.Digest.Id, Ask.Due.LocalText),
        IsPersonal = Ask.Digest.Digest.Channel.Scheme is ChannelAddress.Direct,
    };

    /// <summary>What became of all candidates; empty where nothing was chosen.</summary>
    public SelectionRecord Record { get; init; } = new([]);

    /// <summary>The record as the database keeps it; null where nothing was chosen.</summary>
    public StoredSelection? Selection { get; init; }

    public NewEdition As(EditionStatus status) => new(Ask.Digest.Id, Ask.Due, status, Message.Stories.Count, ArticleIds) { Selection = Selection };

    public NewDelivery ToDelivery() =>
        new(Ask.Digest.Id, Ask.Due.LocalText, Ask.Due.At.ToUnixTimeMilliseconds(), Ask.Digest.Digest.Channel, Message);
}
