using SummaryBot.Commands.Shape;
using SummaryBot.Commands.Summaries;
using SummaryBot.Summarization;

namespace SummaryBot.Commands;

/// <summary>The summary of an article that was chosen from a list.</summary>
public sealed class ArticleCards(SummaryAnswers answers)
{
    public Task<Reply> AnswerAsync(CommandCall call, string articleId, CancellationToken cancellationToken) =>
        answers.ShowAsync(call, new SummaryRequest(articleId, SummaryLength.Medium, Sentences: null), cancellationToken);
}
