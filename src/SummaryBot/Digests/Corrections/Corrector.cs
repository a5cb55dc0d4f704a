using NodaTime;
using SummaryBot.Articles;
using SummaryBot.Chat;

namespace SummaryBot.Digests.Corrections;

/// <summary>
/// Keeps messages true to their articles: those of the last 7 days get an edit where a sentence that they show is said no more, and those not sent yet are written anew.
/// </summary>
public sealed class Corrector(CorrectionStore store, ChangeStore changes, ArticleStore articles, IEnumerable<IChat> chats, TimeProvider time)
{
    private const int ArticlesAtOnce = 200;
    private const int DigestsAtOnce = 50;

    private static readonly TimeSpan Reach = TimeSpan.FromDays(7);

    /// <summary>What was written in a transaction that took long is seen the next time. To look twice changes nothing.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(2);

    private readonly Dictionary<string, IChat> _chats = chats.ToDictionary(chat => chat.Scheme, StringComparer.Ordinal);

    /// <summary>Asks for the edits that articles changed since the last time make necessary, and returns how many.</summary>
    public async Task<int> CheckAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var last = await store.CheckedAtAsync(cancellationToken) ?? DateTimeOffset.MinValue;
        var since = last > now - Reach ? last - Overlap : now - Reach;
        var count = 0;
        foreach (var ids in (await store.ChangedAsync(since, cancellationToken)).Chunk(ArticlesAtOnce))
        {
            foreach (var digests in (await store.DigestsAsync(ids, cancellationToken)).Chunk(DigestsAtOnce))
            {
                var shown = await store.MessagesAsync(digests, now - Reach, cancellationToken);
                count += await CorrectAsync([.. shown.Where(message => message.Names(ids))], cancellationToken);
            }
        }

        await store.RecordCheckedAsync(now, cancellationToken);
        return count;
    }

    /// <summary>A message that was never sent, true to its articles as they are now.</summary>
    public async Task<ChatMessage> RenewAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(delivery.Nonce, cancellationToken) is not { } shown)
        {
            return delivery.Message;
        }

        var check = await CheckOfAsync([delivery.Message], cancellationToken);
        var renewed = Correct(shown, delivery.Message, check, mark: null, _ => true).Message;
        await store.RenewAsync(delivery.Nonce, renewed, cancellationToken);
        return renewed;
    }

    private async Task<int> CorrectAsync(IReadOnlyList<ShownMessage> messages, CancellationToken cancellationToken)
    {
        var read = messages.Select(shown => (Shown: shown, Message: MessageJson.Read(shown.Wanted ?? shown.Message))).ToList();
        var check = await CheckOfAsync(read.Select(it => it.Message), cancellationToken);
        var (now, count) = (Instant.FromDateTimeOffset(time.GetUtcNow()), 0);
        foreach (var (shown, message) in read.Where(it => it.Message.Stories.Any(check.IsOutdated)))
        {
            var standing = MessageJson.Read(shown.Message);
            var correction = Correct(shown, message, check, stories => shown.Mark(now, stories, message.Frame), to => ChatOf(shown)?.CanEdit(standing, to) ?? true);
            if (correction.Changed)
            {
                await changes.AddAsync(new NewChange(shown.Nonce, shown.Message, shown.Version, correction.Message), cancellationToken);
                count++;
            }
        }

        return count;
    }

    private MessageCorrection Correct(
        ShownMessage shown, ChatMessage message, StoryCheck check, Func<IReadOnlyList<int>, Correction>? mark, Func<ChatMessage, bool> canEdit)
    {
        var limits = ChatOf(shown)?.Limits ?? _chats.Values.Select(chat => chat.Limits).MinBy(it => it.MaxCharacters)!;
        var rewriter = new StoryRewriter(check, shown.SummaryLength, limits);
        return MessageCorrection.Of(message, check, rewriter, mark, it => limits.Cost(it) <= limits.MaxCharacters && canEdit(it));
    }

    private IChat? ChatOf(ShownMessage shown) => _chats.GetValueOrDefault(shown.Address.Scheme);

    private async Task<StoryCheck> CheckOfAsync(IEnumerable<ChatMessage> messages, CancellationToken cancellationToken)
    {
        var ids = messages.SelectMany(message => message.Stories).SelectMany(story => story.ArticleIds).Distinct(StringComparer.Ordinal).ToList();
        var stored = ids.Count == 0 ? [] : await articles.ReadAsync(ids, cancellationToken);
        return new StoryCheck(stored.ToDictionary(it => it.Article.Id, it => new CurrentArticle(it), StringComparer.Ordinal));
    }
}
