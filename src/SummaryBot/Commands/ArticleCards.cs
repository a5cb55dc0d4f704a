using SummaryBot.Commands.Shape;
using SummaryBot.Summarization;

namespace SummaryBot.Commands;

/// <summary>The summary of an article that was chosen from a list.</summary>
public sealed class ArticleCards(SummaryCommand summaries)
{
    public async Task<Reply> AnswerAsync(CommandCall call, string articleId, CancellationToken cancellationToken) =>
        await summaries.AnswerAsync(new SummaryRequest(articleId, SummaryLength.Medium, Sentences: null) { Guild = call.Guild }, cancellationToken) switch
        {
            SummaryReply.Shown(var card) => new Reply { Card = card },
            SummaryReply.NotFound(var message) => Reply.Say(message) with { Error = ErrorCode.NoSuchArticle },
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
