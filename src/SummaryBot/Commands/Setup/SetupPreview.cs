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

/// <summary>Writes the first edition of a digest that is not set up yet, of what its source holds now. It is chosen and written as editions are; stories are not grouped, since there is one outlet. Nothing is stored.</summary>
public sealed class SetupPreview(FullText fullText, IEnumerable<IChat> chats, Brands brands, TimeProvider time)
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
        return Write(digest, articles);
    }

    private ChatMessage Write(Digest digest, IReadOnlyList<Article> articles)
    {
        var due = digest.Schedule.Now(Instant.FromDateTimeOffset(time.GetUtcNow()));
        var byId = articles.DistinctBy(article => article.Id, StringComparer.Ordinal).ToDictionary(article => article.Id, StringComparer.Ordinal);
        var request = new SelectionRequest(due, digest.MaxStories, digest.Editing, new Dictionary<string, OutletPoints>(StringComparer.Ordinal));
        var choice = StorySelector.Select([.. byId.Values.Select((article, i) => Candidate(article, due, isNewest: i == 0))], request, story => story.Passing[0].News.Outlet);
        var stories = choice.Chosen.Select(chosen => StoryBlockWriter.Write(byId[chosen.Story.Passing[0].News.Id], digest.Length) with { Why = choice.Why(chosen, chosen.Story.Passing[0].News.Id) });
        return EditionWriter.Write(new Edition(digest.Name, due, digest.Layout, [.. stories], choice.KeptCount, Lateness: null, brands.PostingOf(digest)), LimitsOf(digest.Channel)).Message;
    }

    private CandidateStory Candidate(Article article, Due due, bool isNewest)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var at = Math.Min(article.PublishedAt?.ToUnixTimeMilliseconds() ?? now, now);
        var news = new NewsArticle(article.Id, article.Source, StoryId: null, DatedAt: at, NewsAt: now, []);
        return new CandidateStory(null, [new CandidateArticle(news, CandidateState.Waiting, isNewest)], due.Local) { Length = article.Text.EnumerateRunes().Count() };
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
