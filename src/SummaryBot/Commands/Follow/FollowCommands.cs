using SummaryBot.Commands.Digests;
using SummaryBot.Commands.Shape;
using SummaryBot.Digests.Kinds;
using SummaryBot.Undo;

namespace SummaryBot.Commands.Follow;

/// <summary><c>/follow</c>: a person's own digest, in direct messages.</summary>
public sealed class FollowCommands(Following following, UndoLog undo, UndoCommands undoing, TimeProvider time) : ICommandModule
{
    private const string UndoKind = "fundo";
    private const string ResumeKind = "fgoon";
    private const int MaxPauseDays = 60;

    public IEnumerable<CommandSpec> Commands =>
    [
        Spec("add", AddAsync, Topic, DigestOptionSpecs.Text("time", 5) with { HasAutocomplete = true }, DigestOptionSpecs.Text("timezone", 64) with { HasAutocomplete = true }) with
        {
            SuggestAsync = SuggestAsync, Example = "123456789012345678 \"climate summit\" --time 07:30 --zone Europe/London",
        },
        Spec("list", ListAsync) with { Example = "123456789012345678" },
        Spec("remove", RemoveAsync, Topic with { HasAutocomplete = true }) with { SuggestAsync = SuggestAsync, Example = "123456789012345678 \"climate summit\"" },
        Spec("pause", PauseAsync, DigestOptionSpecs.Number("days", 1, MaxPauseDays)) with { Example = "123456789012345678 --days 7" },
    ];

    public IEnumerable<ActionSpec> Actions =>
    [
        new ActionSpec(UndoKind, ActionAnswer.Update, (call, input, token) => undoing.UndoAsync(call, input.Payload, token)),
        new ActionSpec(ResumeKind, ActionAnswer.Update, (call, _, token) => ResumeAsync(call, token)),
    ];

    private static OptionSpec Topic => DigestOptionSpecs.Text("topic", Following.MaxTopicLength) with { IsRequired = true };

    private static CommandSpec Spec(string name, Func<CommandCall, CancellationToken, Task<Reply>> answerAsync, params IReadOnlyList<OptionSpec> options) =>
        new($"follow {name}", CommandAudience.Reader, options, answerAsync) { Places = CommandPlaces.Guild | CommandPlaces.BotDm, HasOwnVerb = true };

    private async Task<IReadOnlyList<Choice>> SuggestAsync(CommandCall call, TypedOption option, CancellationToken cancellationToken) => option.Name switch
    {
        "time" => TimeSuggestions.Of(option.Typed),
        "timezone" => ZoneSuggestions.Of(option.Typed, call.Locale, time.GetUtcNow()),
        _ => [.. (await following.FindAsync(call.UserId, cancellationToken))?.Topics.Where(it => it.Contains(option.Typed.Trim(), StringComparison.OrdinalIgnoreCase)).Select(it => new Choice(it, it)) ?? []],
    };

    private async Task<Reply> AddAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var known = await following.FindAsync(call.UserId, cancellationToken);
        var request = new FollowRequest(call.UserId, [call.Text("topic") ?? ""])
        {
            Time = call.Text("time"),
            Zone = call.Text("timezone") ?? (known is null ? ZoneSuggestions.Only(call.Locale) : null),
            Guild = call.Guild.Length == 0 ? null : call.Guild,
            Footer = call.Words.Plain("follow.footer"),
        };
        var (result, undoId) = await KeepAsync(call, known, () => following.AddAsync(request, cancellationToken), cancellationToken);
        return result switch
        {
            FollowResult.Done(var followed) => FollowWords.Of(call, followed) with { Title = call.Words.Of("follow.added", ("topic", request.Topics[0])), Buttons = Undo(call, undoId) },
            FollowResult.TooMany => Reply.Fail(call.Words, ErrorCode.TooManyTopics, ("most", Following.MaxTopics)),
            FollowResult.Faulty(var faults) => FaultReply.Of(call.Words, faults),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private async Task<Reply> ListAsync(CommandCall call, CancellationToken cancellationToken) =>
        await following.FindAsync(call.UserId, cancellationToken) is { } followed ? Shown(call, followed) : Nothing(call);

    private async Task<Reply> RemoveAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (await following.FindAsync(call.UserId, cancellationToken) is not { } known)
        {
            return Nothing(call);
        }

        var topic = call.Text("topic") ?? "";
        var (isDone, undoId) = await KeepAsync(call, known, () => following.RemoveAsync(call.UserId, topic, cancellationToken), cancellationToken);
        if (!isDone)
        {
            return Reply.Fail(call.Words, ErrorCode.NotFollowed, ("topic", topic));
        }

        var left = await following.FindAsync(call.UserId, cancellationToken);
        var told = left is null ? Reply.Say(call.Words.Of("follow.nothing")) : FollowWords.Of(call, left);
        return told with { Title = call.Words.Of("follow.removed", ("topic", topic)), Buttons = Undo(call, undoId) };
    }

    private async Task<Reply> PauseAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (await following.FindAsync(call.UserId, cancellationToken) is not { } known)
        {
            return Nothing(call);
        }

        var (_, undoId) = await KeepAsync(call, known, () => following.PauseAsync(call.UserId, call.Integer("days"), cancellationToken), cancellationToken);
        return await following.FindAsync(call.UserId, cancellationToken) is { } paused
            ? FollowWords.Of(call, paused) with { Buttons = [GoOn(call), .. Undo(call, undoId)] }
            : Nothing(call);
    }

    private async Task<Reply> ResumeAsync(CommandCall call, CancellationToken cancellationToken) =>
        await following.ResumeAsync(call.UserId, cancellationToken) && await following.FindAsync(call.UserId, cancellationToken) is { } followed ? Shown(call, followed) : Nothing(call);

    private static Reply Shown(CommandCall call, Followed followed) =>
        FollowWords.Of(call, followed) with { Buttons = followed.PausedUntil is null ? [] : [GoOn(call)] };

    private static Reply Nothing(CommandCall call) => Reply.Fail(call.Words, ErrorCode.FollowsNothing);

    private static ReplyButton GoOn(CommandCall call) => new(call.Words.Plain("follow.goOn"), ResumeKind, "") { Look = ButtonLook.Main };

    /// <summary>It is his own to undo, whatever he may do in a server.</summary>
    private static IReadOnlyList<ReplyButton> Undo(CommandCall call, string? undoId) => undoId is null ? [] : [new ReplyButton(call.Words.Plain("undo.button"), UndoKind, undoId)];

    private Task<(T Result, string? UndoId)> KeepAsync<T>(CommandCall call, Followed? known, Func<Task<T>> change, CancellationToken cancellationToken) => undo.KeepAsync(
        call,
        call.Words.Plain("follow.undo"),
        known is null ? [DigestUndo.Own(call.UserId)] : DigestUndo.All(known.Digest),
        change,
        cancellationToken);
}
