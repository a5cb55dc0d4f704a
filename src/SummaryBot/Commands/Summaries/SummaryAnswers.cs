using SummaryBot.Articles;
using SummaryBot.Commands.Shape;
using SummaryBot.Language;
using SummaryBot.Summarization;

namespace SummaryBot.Commands.Summaries;

/// <summary>Answers with the card of an article and its buttons, wherever it was asked for.</summary>
public sealed class SummaryAnswers(SummaryCommand command, ArticleSight sight)
{
    /// <summary>The summary of medium length.</summary>
    /// <param name="article">An article's id, the address of a page, or words to find it by.</param>
    public Task<Reply> ShowAsync(CommandCall call, string article, CancellationToken cancellationToken) =>
        ShowAsync(call, new SummaryRequest(article, SummaryLength.Medium, Sentences: null), cancellationToken);

    /// <param name="request">Who asks, and where, is as the call says.</param>
    public async Task<Reply> ShowAsync(CommandCall call, SummaryRequest request, CancellationToken cancellationToken) =>
        await ReplyAsync(call, await FindAsync(call, request, cancellationToken), cancellationToken);

    internal Task<SummaryReply> FindAsync(CommandCall call, SummaryRequest request, CancellationToken cancellationToken) =>
        command.AnswerAsync(request with { Guild = GuildOf(call), User = UserOf(call) }, cancellationToken);

    internal async Task<Reply> ReplyAsync(CommandCall call, SummaryReply found, CancellationToken cancellationToken) => found switch
    {
        SummaryReply.Shown { Card.Why: { } why } => Why(call.Words, why),
        SummaryReply.Shown shown => new Reply
        {
            Card = shown.Card,
            Buttons = CardButtons.Of(call, shown, shown.IsStored && await sight.IsWholeAsync(shown.Card.ArticleId, GuildOf(call), cancellationToken)),
        },
        SummaryReply.Failed failed => Reply.Fail(call.Words, failed.Code, [.. failed.Values]),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The server whose sight counts; null for the operator, who sees all.</summary>
    internal static string? GuildOf(CommandCall call) => call is { IsOperator: true, Guild: "" } ? null : call.Guild;

    internal static string? UserOf(CommandCall call) => call.UserId.Length > 0 ? call.UserId : null;

    private static Reply Why(Words words, Summary summary) => new()
    {
        Title = words.Of("card.whyTitle"),
        Lines = [.. WhyLines.Of(summary, words).Select(ReplyText.FromString)],
        Note = words.Of("card.whyLegend"),
    };
}
