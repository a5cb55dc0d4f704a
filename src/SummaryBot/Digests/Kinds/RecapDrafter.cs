using Dapper;
using SummaryBot.Chat;
using SummaryBot.Digests.Selection;
using SummaryBot.Storage;
using SummaryBot.Stories;

namespace SummaryBot.Digests.Kinds;

/// <summary>Drafts weekly recaps: the top stories of the seven days before, each as it stands in its message now. Changes nothing.</summary>
public sealed class RecapDrafter(
    Database database, DigestStore digests, SentStore sent, StoryStore stories, EditionStore editions, ChannelLimits limits, Brands brands)
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    public async Task<IReadOnlyList<EditionDraft>> DraftAsync(IReadOnlyList<EditionAsk> asks, CancellationToken cancellationToken)
    {
        var drafts = new List<EditionDraft>();
        var all = asks.Count == 0 ? [] : await digests.ListAsync(cancellationToken);
        var byName = all.ToLookup(digest => digest.Digest.Name, StringComparer.Ordinal);
        var byChannel = all.Where(digest => digest.Digest.Editing.Kind is DigestKind.Normal).ToLookup(digest => digest.Digest.Channel);
        foreach (var ask in asks)
        {
            var names = ask.Digest.Digest.Editing.RecapOf;
            var of = names.Count == 0 ? byChannel[ask.Digest.Digest.Channel] : names.Select(name => RecapNames.Find(byName[name], ask.Digest.Digest)).OfType<StoredDigest>();
            drafts.Add(await DraftAsync(ask, [.. of.Where(digest => MaySee(ask.Digest.Digest, digest.Digest)).Select(digest => digest.Id)], cancellationToken));
        }

        return drafts;
    }

    /// <summary>A server's digest shows its own sources' news, which are for nobody else.</summary>
    private static bool MaySee(Digest recap, Digest other) =>
        other.Editing.Kind is DigestKind.Normal or DigestKind.Urgent && (other.Guild is null || string.Equals(other.Guild, recap.Guild, StringComparison.Ordinal));

    private async Task<EditionDraft> DraftAsync(EditionAsk ask, IReadOnlyList<long> digestIds, CancellationToken cancellationToken)
    {
        var digest = ask.Digest.Digest;
        var to = ask.Due.At.ToDateTimeOffset();
        var week = (await sent.ListAsync(digestIds, to - Week, to, cancellationToken))
            .Where(edition => string.Equals(edition.State, DeliveryState.Sent, StringComparison.Ordinal)).ToList();
        var articles = await ArticlesAsync(digestIds, to - Week, to, cancellationToken);
        var quoted = week.SelectMany(edition => edition.Message.Stories).Select(story => story.ArticleId).OfType<string>();
        var storyOf = await stories.OfAsync(quoted.Concat(articles.Select(it => it.ArticleId)).Distinct(StringComparer.Ordinal), cancellationToken);
        var ranked = Recap.Of(week, storyOf, articles);
        var top = ranked.Take(digest.MaxStories).Select(story => story.ToBlock(ask.Frame)).ToList();
        var written = Write(ask, top);
        var shown = written.Stories.SelectMany(story => story.Sentences.Select(sentence => sentence.Origin?.ArticleId).Append(story.ArticleId)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        shown.ExceptWith((await editions.ShownAsync([ask.Digest.Id], shown, cancellationToken))[ask.Digest.Id]); // last week's recap may have had it
        return KindRecord.With(new EditionDraft(ask, written, [.. shown]), [.. Verdicts(ask.Due, ranked, written, storyOf)]);
    }

    private static IEnumerable<StoryVerdict> Verdicts(Due due, IReadOnlyList<RecapStory> ranked, ChatMessage message, IReadOnlyDictionary<string, long> storyOf)
    {
        var reason = $"{(message.Stories.Count == 1 ? "another story" : $"{message.Stories.Count} other stories")} of the week had more outlets or more articles";
        return ranked.Select((story, i) => i < message.Stories.Count
            ? KindRecord.Shown(due, message.Stories[i], IdOf(story), story.ArticleIds)
            : KindRecord.GivenUp(due, reason, IdOf(story), story.ArticleIds));

        long? IdOf(RecapStory story) => storyOf.TryGetValue(story.Block.ArticleId!, out var id) ? id : null;
    }

    /// <summary>What does not fit is left out: a recap keeps nothing for the next one.</summary>
    private ChatMessage Write(EditionAsk ask, List<StoryBlock> blocks)
    {
        var digest = ask.Digest.Digest;
        var edition = new Edition(digest.Name, ask.Due, digest.Layout, blocks, KeptCount: 0, ask.Lateness, brands.PostingOf(digest)) { Frame = ask.Frame };
        var written = EditionWriter.Write(edition, limits.Of(digest.Channel));
        return written.StoryCount == blocks.Count
            ? written.Message
            : EditionWriter.Write(edition with { Stories = [.. blocks.Take(written.StoryCount)] }, limits.Of(digest.Channel)).Message;
    }

    /// <summary>All articles of the stories that digests have shown in a time, with their outlets.</summary>
    private async Task<IReadOnlyList<(string ArticleId, string? Source)>> ArticlesAsync(
        IReadOnlyList<long> digestIds, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var sql = $"""
            SELECT DISTINCT a.id, a.source FROM editions AS e
            JOIN edition_articles AS s ON s.digest_id = e.digest_id AND s.due_local = e.due_local JOIN articles AS a ON a.id = s.article_id
            WHERE {database.Dialect.IsOneOf("e.digest_id", "@ids")} AND e.due_at >= @from AND e.due_at < @to ORDER BY a.id
            """;
        var values = new { ids = database.Dialect.List(digestIds), from = from.ToUnixTimeMilliseconds(), to = to.ToUnixTimeMilliseconds() };
        await using var connection = await database.OpenAsync(cancellationToken);
        return [.. await connection.QueryAsync<(string, string?)>(new CommandDefinition(sql, values, cancellationToken: cancellationToken))];
    }
}
