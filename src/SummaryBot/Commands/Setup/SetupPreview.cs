using NodaTime;
using SummaryBot.Articles;
using SummaryBot.Chat;
using SummaryBot.Digests;
using SummaryBot.Digests.Feedback;
using SummaryBot.Digests.Selection;
using SummaryBot.Sources;
using SummaryBot.Sources.Feeds;
using SummaryBot.Sources.Visits;
using SummaryBot.Stories;

namespace SummaryBot.Commands.Setup;

/// <summary>Writes the first edition of a digest that is not set up yet, of what its source holds now. It is grouped into stories, chosen and written as editions are. Nothing is stored.</summary>
public sealed class SetupPreview(FullText fullText, IEnumerable<IChat> chats, Brands brands, EditionLanguages languages, StoryStore stored, TimeProvider time)
{
    /// <summary>For the pages behind teasers; what does not come in time is shown as the feed has it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>How much of what a feed holds is news to a first edition: its last day, or its newest item where that brought nothing.</summary>
    public Backfill BackfillOf(Feed feed) => feed.Items.Any(item => IsOfToday(item.PublishedAt ?? item.UpdatedAt)) ? Backfill.Day : Backfill.Latest;

    /// <param name="name">Whom its articles are credited to.</param>
    public async Task<ChatMessage> WriteAsync(Digest digest, Uri address, Feed feed, string name, CancellationToken cancellationToken)
    {
        var entries = FeedItems.Of(new Source(0, SourceKind.Feed, address, Source.HostOf(address), name), feed);
        var isDay = BackfillOf(feed) is Backfill.Day;
        var news = isDay ? entries.Where(entry => IsOfToday(entry.Incoming.Article.PublishedAt)) : entries.OrderByDescending(entry => entry.Incoming.Article.PublishedAt ?? DateTimeOffset.MinValue).Take(1);
        var articles = await CompleteAsync([.. news.OrderByDescending(entry => entry.Incoming.Article.PublishedAt)], digest.MaxStories, cancellationToken);
        return Write(digest, articles, (await languages.ReadAsync(cancellationToken))(digest));
    }

    /// <summary>How many stories the first edition also chooses among: those that the server sees already.</summary>
    internal async Task<int> CountOthersAsync(string guild, CancellationToken cancellationToken)
    {
        var pools = await stored.PoolsAsync(time.GetUtcNow() - EditionDrafter.LookBack, new Dictionary<string, long>(StringComparer.Ordinal), cancellationToken);
        var own = guild.Length == 0 ? [] : await stored.SubscriptionsAsync([guild], cancellationToken);
        var seen = pools.Of([.. own.Where(it => it.DigestId is null)]).Articles;
        return seen.Count(it => it.StoryId is null) + seen.Select(it => it.StoryId).OfType<long>().Distinct().Count();
    }

    private ChatMessage Write(Digest digest, IReadOnlyList<Article> articles, FrameWords frame)
    {
        var due = digest.Schedule.Now(Instant.FromDateTimeOffset(time.GetUtcNow()));
        var byId = articles.DistinctBy(article => article.Id, StringComparer.Ordinal).ToDictionary(article => article.Id, StringComparer.Ordinal);
        var request = new SelectionRequest(due, digest.MaxStories, digest.Editing, new Dictionary<string, OutletPoints>(StringComparer.Ordinal)) { Frame = frame };
        var choice = StorySelector.Select([.. StoriesOf([.. byId.Values]).Select(story => Candidate(story, byId.Values.First(), due))], request, story => story.Passing[0].News.Outlet);
        var stories = choice.Chosen.Select(chosen => StoryBlockWriter.Write(byId[chosen.Story.Passing[0].News.Id], digest.Length) with { Why = choice.Why(chosen, chosen.Story.Passing[0].News.Id) });
        var edition = new Edition(digest.Name, due, digest.Layout, [.. stories], choice.KeptCount, Lateness: null, brands.PostingOf(digest)) { Frame = frame };
        return EditionWriter.Write(edition, LimitsOf(digest.Channel)).Message;
    }

    /// <summary>Articles that tell one story, the one that says best what all say first.</summary>
    private List<List<Article>> StoriesOf(IReadOnlyList<Article> articles)
    {
        var clusterer = new StoryClusterer();
        var storyOf = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var article in articles.OrderBy(article => article.PublishedAt ?? DateTimeOffset.MaxValue).ThenBy(article => article.Id, StringComparer.Ordinal))
        {
            var assignment = clusterer.Add(CandidateOf(article));
            storyOf[article.Id] = assignment.Story;
            foreach (var (id, story) in storyOf.Where(it => assignment.Merged.Contains(it.Value)).ToList())
            {
                storyOf[id] = assignment.Story;
            }

            foreach (var (moved, _, to) in assignment.Moved)
            {
                storyOf[moved] = to;
            }
        }

        return [.. articles.GroupBy(article => storyOf[article.Id]).Select(story => story.ToList()).Select(story =>
        {
            var lead = StoryCenter.Of([.. story.Select(CandidateOf)]).ArticleId;
            return story.OrderBy(article => string.Equals(article.Id, lead, StringComparison.Ordinal) ? 0 : 1).ToList();
        })];
    }

    private StoryCandidate CandidateOf(Article article) =>
        new(article.Id, article.Headline, article.Text, article.PublishedAt ?? time.GetUtcNow(), article.Source, article.Language);

    /// <param name="newest">Of all that is news.</param>
    private CandidateStory Candidate(List<Article> story, Article newest, Due due)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var articles = story.Select(article =>
        {
            var at = Math.Min(article.PublishedAt?.ToUnixTimeMilliseconds() ?? now, now);
            return new CandidateArticle(new NewsArticle(article.Id, article.Source, StoryId: null, DatedAt: at, NewsAt: now, []), CandidateState.Waiting, ReferenceEquals(article, newest));
        });
        return new CandidateStory(null, [.. articles], due.Local) { Length = story[0].Text.EnumerateRunes().Count() };
    }

    /// <summary>The articles, the first of them with their pages' text.</summary>
    private async Task<IReadOnlyList<Article>> CompleteAsync(IReadOnlyList<FeedEntry> entries, int most, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var pages = entries.Select((entry, i) => entry.NeedsPage && i < most ? CompleteAsync(entry, either.Token) : Task.FromResult(entry.Incoming)).ToList();
        var complete = await Task.WhenAll(pages);
        cancellationToken.ThrowIfCancellationRequested();
        return [.. complete.Select(it => it.Article)];
    }

    private async Task<IncomingArticle> CompleteAsync(FeedEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            return await fullText.CompleteAsync(entry.Incoming, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return entry.Incoming;
        }
    }

    private bool IsOfToday(DateTimeOffset? at) => at is { } when && when >= time.GetUtcNow() - Day && when <= time.GetUtcNow() + Day;

    private ChatLimits LimitsOf(ChannelAddress channel) =>
        (chats.FirstOrDefault(chat => string.Equals(chat.Scheme, channel.Scheme, StringComparison.Ordinal)) ?? chats.MinBy(chat => chat.Limits.MaxCharacters)!).Limits;
}
