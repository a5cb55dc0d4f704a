using SummaryBot.Chat;

namespace SummaryBot.Digests.Kinds;

/// <summary>Drafts urgent editions; changes nothing.</summary>
public sealed class UrgentDrafter(UrgentStore store, UrgentReader reader, EditionStore editions, ChannelLimits limits, Brands brands, TimeProvider time)
{
    /// <summary>Drafts editions of what waits for each digest.</summary>
    internal async Task<IReadOnlyList<UrgentDraft>> DraftAsync(
        IReadOnlyList<(EditionAsk Ask, List<WaitingArticle> Waiting)> asks, CancellationToken cancellationToken)
    {
        var stories = await reader.StoriesAsync([.. asks.SelectMany(it => it.Waiting).Select(it => it.ArticleId).Distinct(StringComparer.Ordinal)], cancellationToken);
        var shown = await editions.ShownAsync(asks.Select(it => it.Ask.Digest.Id), stories.ArticleIds, cancellationToken);
        var sights = await reader.SightsAsync(asks.Select(it => it.Ask.Digest), cancellationToken);
        var news = new UrgentNews();
        return [.. asks.Select(it => Draft(it.Ask, it.Waiting, stories, [.. shown[it.Ask.Digest.Id]], sights[it.Ask.Digest.Digest.Guild ?? ""], news))];
    }

    /// <summary>What an urgent digest would post if it had not posted yet: the last day's stories that its filters let through and that it has not shown. Nobody is pinged.</summary>
    public async Task<EditionDraft> PreviewAsync(EditionAsk ask, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var sights = await reader.SightsAsync([ask.Digest], cancellationToken);
        var seen = await store.SeenSinceAsync(now - UrgentNews.Freshness, cancellationToken);
        var articles = await reader.ArticlesAsync([.. seen.Select(it => it.ArticleId).Distinct(StringComparer.Ordinal)], cancellationToken);
        var found = new UrgentNews().For(ask.Digest, articles, sights[ask.Digest.Digest.Guild ?? ""], after: 0, now)
            .OrderByDescending(it => it.DatedAt).ThenBy(it => it.Article.Id, StringComparer.Ordinal)
            .Select(it => new WaitingArticle(ask.Digest.Id, it.Article.Id, now.ToUnixTimeMilliseconds())).ToList();
        var draft = (await DraftAsync([(ask, found)], cancellationToken))[0].Draft;
        return draft with { Message = Silent(draft.Message) };
    }

    /// <summary>The same message without its ping.</summary>
    internal static ChatMessage Silent(ChatMessage message)
    {
        var posting = message.Posting is { } loud ? loud with { MentionRole = null } : null;
        return message with { Posting = posting?.IsPlain == false ? posting : null };
    }

    /// <summary>Each story once, in the order found; one that the digest has shown is done, and so is what has become too old while it waited.</summary>
    private UrgentDraft Draft(EditionAsk ask, List<WaitingArticle> waiting, UrgentStories stories, HashSet<string> told, Sight sight, UrgentNews news)
    {
        var digest = ask.Digest.Digest;
        var oldest = (time.GetUtcNow() - UrgentNews.Freshness).ToUnixTimeMilliseconds();
        var groups = waiting.GroupBy(it => stories.KeyOf(it.ArticleId) ?? "", StringComparer.Ordinal)
            .Select(story => (Waiting: story.ToList(), ArticleIds: story.Key.Length == 0 ? [] : stories.Seen(story.Key, sight))).ToList();
        var open = groups.Where(it => it.ArticleIds.Count > 0 && it.Waiting.Max(article => article.FoundAt) >= oldest && !it.ArticleIds.Any(told.Contains)).ToList();
        var blocks = open.Take(digest.MaxStories).Select(it => stories.Block(it.ArticleIds, digest.Length, Why(it.Waiting), ask.Frame)).ToList();
        var edition = new Edition(digest.Name, ask.Due, digest.Layout, blocks, open.Count - blocks.Count, ask.Lateness, brands.PostingOf(digest)) { Frame = ask.Frame };
        var written = EditionWriter.Write(edition, limits.Of(digest.Channel));
        var kept = open.Skip(written.StoryCount).SelectMany(it => it.Waiting).ToHashSet();
        var shown = open.Take(written.StoryCount).ToList();
        var draft = new EditionDraft(ask, written.Message, [.. shown.SelectMany(it => it.ArticleIds)]);
        var verdicts = written.Message.Stories.Zip(shown, (block, it) => KindRecord.Shown(ask.Due, block, stories.IdOf(it.Waiting[0].ArticleId), it.ArticleIds));
        return new UrgentDraft(KindRecord.With(draft, [.. verdicts]), [.. waiting.Where(it => !kept.Contains(it))]);

        string? Why(List<WaitingArticle> of) => of.Select(it => stories.Find(it.ArticleId)).OfType<UrgentArticle>().Select(it => news.Why(digest, it.Text, ask.Frame)).FirstOrDefault();
    }
}

/// <param name="Done">What waits no more once the edition is written.</param>
internal sealed record UrgentDraft(EditionDraft Draft, IReadOnlyList<WaitingArticle> Done);
