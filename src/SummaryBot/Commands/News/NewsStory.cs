using SummaryBot.Commands.Shape;
using SummaryBot.Digests.Kinds;
using SummaryBot.Language;

namespace SummaryBot.Commands.News;

/// <summary>A story sentence by sentence, the oldest first.</summary>
internal sealed class NewsStory(StoryHistory history)
{
    /// <summary>Null where the server may see nothing of it, or there is none.</summary>
    public async Task<NewsList?> ListAsync(CommandCall call, long id, CancellationToken cancellationToken)
    {
        if (await history.FindAsync(id, call.Guild, cancellationToken) is not { Timeline: { Lines.Count: > 0 } timeline } story)
        {
            return null;
        }

        var words = call.Words;
        ReplyText?[] notes = [words.Of("news.story.note"), timeline.NothingNew == 0 ? null : words.Of("news.story.nothingNew", ("count", timeline.NothingNew))];
        return new NewsList(
            words.Of("news.story.title"),
            [.. timeline.Lines.Select(line => new NewsLine(Line(line, story.Editions[line.Article.Id], words)))],
            ReplyText.Join(" ", notes.OfType<ReplyText>()));
    }

    /// <summary>The sentence as it stands in its article; a line break is white space in it.</summary>
    private static ReplyText Line(TimelineLine line, IEnumerable<ShownEdition> editions, Words words)
    {
        var told = words.Of(
            "news.story.line",
            ("at", line.DatedAt),
            ("article", ArticleEntry.Linked(line.Article, ArticleEntry.SourceOf(line.Article, words))),
            ("sentence", Chat.QuoteOrigin.Shown(line.Article.Text, line.Start, line.End)));
        var shown = editions.Where(it => it.Link is not null).Select(it => words.Of("news.story.shown", ("edition", ReplyText.Link($"{it.Digest} {it.DueLocal.Replace('T', ' ')}", it.Link!))));
        return ReplyText.Join(" · ", shown.Prepend(told));
    }
}
