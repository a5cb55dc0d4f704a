using SummaryBot.Chat;

namespace SummaryBot.Digests.Feedback;

/// <summary>Takes what readers say of the stories of an edition. Only stories that its message shows are taken, and only with an outlet: it is the outlet's rank that changes.</summary>
public sealed class ReaderFeedback(SentStore editions, FeedbackStore opinions)
{
    /// <summary>The stories of an edition that an opinion can be had on, with their numbers in it, the first 1; null where the edition is not kept any more.</summary>
    public async Task<IReadOnlyList<(int Number, StoryBlock Story)>?> StoriesAsync(EditionKey edition, CancellationToken cancellationToken) =>
        await editions.FindAsync(edition.DigestId, edition.DueLocal, cancellationToken) is { } sent ? [.. Stories(sent)] : null;

    /// <summary>Keeps what a reader says of a story; what he said of it before counts no more.</summary>
    public Task<FeedbackReply> SayAsync(EditionKey edition, string articleId, string userId, bool useful, CancellationToken cancellationToken) => OnAsync(
        edition,
        articleId,
        async outlet => await opinions.RecordAsync(new Opinion(edition.DigestId, articleId, userId, outlet, useful), cancellationToken)
            ? new FeedbackReply.Noted(outlet, await opinions.OfAsync(edition.DigestId, outlet, cancellationToken))
            : new FeedbackReply.Forgotten(),
        cancellationToken);

    /// <summary>Forgets what a reader said of a story.</summary>
    public Task<FeedbackReply> TakeBackAsync(EditionKey edition, string articleId, string userId, CancellationToken cancellationToken) => OnAsync(
        edition,
        articleId,
        async outlet =>
        {
            await opinions.TakeBackAsync(edition.DigestId, articleId, userId, cancellationToken);
            return new FeedbackReply.TakenBack(outlet, await opinions.OfAsync(edition.DigestId, outlet, cancellationToken));
        },
        cancellationToken);

    private async Task<FeedbackReply> OnAsync(
        EditionKey edition, string articleId, Func<string, Task<FeedbackReply>> act, CancellationToken cancellationToken)
    {
        if (await editions.FindAsync(edition.DigestId, edition.DueLocal, cancellationToken) is not { } sent)
        {
            return new FeedbackReply.Forgotten();
        }

        var (_, story) = Stories(sent).FirstOrDefault(it => string.Equals(it.Story.ArticleId, articleId, StringComparison.Ordinal));
        return story is null ? new FeedbackReply.NoSuchStory() : await act(story.Source!);
    }

    private static IEnumerable<(int Number, StoryBlock Story)> Stories(SentEdition sent) => sent.Message.Stories
        .Select((story, i) => (Number: i + 1, Story: story))
        .Where(it => it.Story.ArticleId is not null && !string.IsNullOrWhiteSpace(it.Story.Source))
        .DistinctBy(it => it.Story.ArticleId, StringComparer.Ordinal);
}
