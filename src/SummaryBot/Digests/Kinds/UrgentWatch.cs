using SummaryBot.Operations;
using SummaryBot.Storage;

namespace SummaryBot.Digests.Kinds;

/// <summary>Finds what is urgent among what is new since the last look.</summary>
public sealed class UrgentWatch(Database database, DigestStore digests, UrgentStore store, UrgentReader reader, BotStateStore state, TimeProvider time)
{
    private const string LookedAt = "urgent.looked_at";
    private const int PageSize = 500;

    /// <summary>A visit writes down what it saw when it ends; it does not last longer than that.</summary>
    private static readonly TimeSpan LateCommits = TimeSpan.FromHours(1);

    /// <summary>What was looked at since the start, by source; as old as a late commit may be.</summary>
    private readonly Dictionary<(string ArticleId, long SourceId), long> _looked = [];

    private DateTimeOffset? _from;

    /// <summary>Has each article that is urgent for a digest wait until it is posted.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        _from ??= Later(await LastLookAsync(cancellationToken) - LateCommits, now - UrgentNews.Freshness);
        var seen = await store.SeenSinceAsync(_from.Value, cancellationToken);
        var fresh = seen.Where(it => !_looked.ContainsKey((it.ArticleId, it.SourceId))).ToList();
        if (fresh.Count > 0)
        {
            using var activity = Activities.Start("urgent.look");
            await FindAsync([.. fresh.Select(it => it.ArticleId).Distinct(StringComparer.Ordinal)], now, cancellationToken);
            fresh.ForEach(it => _looked[(it.ArticleId, it.SourceId)] = it.SeenAt);
            await state.WriteAsync(LookedAt, $"{now.ToUnixTimeMilliseconds()}", cancellationToken);
        }

        _from = Later(_from.Value, now - LateCommits);
        Forget(_from.Value.ToUnixTimeMilliseconds());
    }

    private async Task FindAsync(IReadOnlyList<string> articleIds, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var urgent = await digests.ListAtOnceAsync(cancellationToken);
        var setUp = await store.SetUpAsync(cancellationToken);
        var sights = await reader.SightsAsync(urgent, cancellationToken);
        var news = new UrgentNews();
        foreach (var page in articleIds.Chunk(PageSize))
        {
            var articles = await reader.ArticlesAsync(page, cancellationToken);
            var found = urgent.SelectMany(digest => news.For(digest, articles, sights[digest.Digest.Guild ?? ""], setUp.GetValueOrDefault(digest.Id, long.MaxValue), now)
                .Select(article => new WaitingArticle(digest.Id, article.Article.Id, now.ToUnixTimeMilliseconds()))).ToList();
            if (found.Count > 0)
            {
                await database.WriteAsync(transaction => UrgentStore.AddWaitingAsync(transaction, found, cancellationToken), cancellationToken);
            }
        }
    }

    private async Task<DateTimeOffset> LastLookAsync(CancellationToken cancellationToken) =>
        await state.ReadAsync(LookedAt, cancellationToken) is { } text && long.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var at)
            ? DateTimeOffset.FromUnixTimeMilliseconds(at)
            : DateTimeOffset.UnixEpoch;

    private void Forget(long before)
    {
        if (_looked.Count > 0 && _looked.Values.Min() < before)
        {
            foreach (var (key, _) in _looked.Where(it => it.Value < before).ToList())
            {
                _looked.Remove(key);
            }
        }
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
