using SummaryBot.Commands.Shape;
using SummaryBot.Language;
using SummaryBot.Settings;
using SummaryBot.Undo;

namespace SummaryBot.Commands;

/// <summary>The Undo button below what a command took away or changed, and its twin on the command line.</summary>
public sealed class UndoCommands(UndoLog log, GuildSettingsStore settings) : ICommandModule
{
    private const string Kind = "undo";

    public IEnumerable<CommandSpec> Commands => [];

    public IEnumerable<ActionSpec> Actions =>
        [new ActionSpec(Kind, ActionAnswer.Update, (call, input, token) => UndoAsync(call, input.Payload, token)) { Audience = CommandAudience.Admin }];

    /// <summary>To stand below an answer.</summary>
    /// <param name="undoId">As <see cref="UndoLog.KeepAsync"/> returned it; null for no button.</param>
    public static IReadOnlyList<ReplyButton> Button(Words words, string? undoId) =>
        undoId is null ? [] : [new ReplyButton(words.Plain("undo.button"), Kind, undoId)];

    /// <param name="id">Null for the last change of that person.</param>
    public async Task<Reply> UndoAsync(CommandCall call, string? id, CancellationToken cancellationToken)
    {
        var result = await log.UndoAsync(call, id, cancellationToken);
        settings.Forget(call.Guild);
        return result switch
        {
            UndoResult.Undone(var what) => Reply.Say(call.Words.Of("undo.done", ("what", what))),
            UndoResult.ChangedSince(var what) => Reply.Fail(call.Words, ErrorCode.ChangedSince, ("what", what)),
            _ => Reply.Fail(call.Words, ErrorCode.NothingToUndo),
        };
    }
}
