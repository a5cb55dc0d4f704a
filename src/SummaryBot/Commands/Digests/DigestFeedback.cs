using SummaryBot.Commands.Shape;
using SummaryBot.Digests.Feedback;
using SummaryBot.Undo;

namespace SummaryBot.Commands.Digests;

/// <summary>What readers of a digest make of each outlet, and forgetting it.</summary>
public sealed class DigestFeedback(FeedbackStore store, DigestFinder finder, UndoLog undo)
{
    public async Task<Reply> AnswerAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var (digest, refusal) = await finder.FindAsync(call, call.Text("name"), cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        var name = digest!.Digest.Name;
        if (call.Text("reset") is { } outlet)
        {
            var what = call.Words.Plain("digest.undo.feedback", ("name", name), ("outlet", outlet));
            var (forgotten, undoId) = await undo.KeepAsync(
                call, what, [DigestUndo.Feedback(digest.Id)], () => store.ResetAsync(digest.Id, outlet, cancellationToken), cancellationToken);
            return Reply.Say(call.Words.Of("digest.forgotten", ("count", forgotten), ("name", name), ("outlet", outlet))) with { Buttons = UndoCommands.Button(call.Words, undoId) };
        }

        var outlets = await store.ListAsync(digest.Id, cancellationToken);
        return outlets.Count == 0 ? Reply.Say(call.Words.Of("digest.feedbackNone", ("name", name))) : new Reply
        {
            Title = call.Words.Of("digest.feedbackOf", ("name", name)),
            Lines = [.. outlets.Select(it => call.Words.Of(
                "digest.feedbackRow",
                ("outlet", it.Outlet),
                ("useful", it.Useful),
                ("notUseful", it.NotUseful),
                ("points", it.Points.ToString("+0.0;-0.0;0", System.Globalization.CultureInfo.InvariantCulture))))],
        };
    }
}
