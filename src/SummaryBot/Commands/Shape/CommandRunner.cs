using System.Data.Common;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using SummaryBot.Language;

namespace SummaryBot.Commands.Shape;

/// <summary>Runs commands and buttons for every way in, and says no where they may not be run: wrong values, no right, too often. What fails ends in an answer too.</summary>
public sealed partial class CommandRunner(TimeProvider time, ILogger<CommandRunner> logger)
{
    /// <summary>Over all commands and buttons, beside what each of them says.</summary>
    private static readonly Cooldown Usual = new(Most: 30, MostInGuild: 300, TimeSpan.FromMinutes(1));

    private readonly CooldownWindows _windows = new(time);

    public Task<Reply> RunAsync(CommandSpec spec, CommandCall call, CancellationToken cancellationToken) =>
        Refuse(spec, call) is { } refusal ? Task.FromResult(refusal) : GuardAsync(call, () => spec.AnswerAsync(call, cancellationToken), cancellationToken);

    public Task<Reply> RunAsync(ActionSpec spec, CommandCall call, ActionInput input, CancellationToken cancellationToken) =>
        Refuse(spec, call, input) is { } refusal ? Task.FromResult(refusal) : GuardAsync(call, () => spec.AnswerAsync(call, input, cancellationToken), cancellationToken);

    /// <summary>The form of a command that has one.</summary>
    /// <returns>The form, or why it is not shown.</returns>
    public Task<OpenedForm> OpenAsync(CommandSpec spec, CommandCall call, CancellationToken cancellationToken) =>
        OpenAsync(call, Refuse(spec, call), () => spec.OpenAsync!(call, cancellationToken), cancellationToken);

    /// <summary>The form of a button that has one.</summary>
    /// <returns>The form, or why it is not shown.</returns>
    public Task<OpenedForm> OpenAsync(ActionSpec spec, CommandCall call, ActionInput input, CancellationToken cancellationToken) =>
        OpenAsync(call, Refuse(spec, call, input), () => spec.OpenAsync!(call, input, cancellationToken), cancellationToken);

    /// <summary>Suggestions while somebody types; none where the person may not use the command.</summary>
    public static async Task<IReadOnlyList<Choice>> SuggestAsync(CommandSpec spec, CommandCall call, TypedOption typed, CancellationToken cancellationToken) =>
        Rights.Refuse(spec.Audience, call) is null ? await spec.SuggestAsync!(call, typed, cancellationToken) : [];

    private Reply? Refuse(CommandSpec spec, CommandCall call) =>
        Rights.Refuse(spec.Audience, call) ?? OptionCheck.Refuse(spec, call) ?? TooOften(spec.Path, spec.Cooldown, call);

    private Reply? Refuse(ActionSpec spec, CommandCall call, ActionInput input) =>
        Rights.Refuse(spec.Audience, call) ?? OptionCheck.Refuse(call, input) ?? TooOften(spec.Kind, spec.Cooldown, call);

    private Reply? TooOften(string name, Cooldown? own, CommandCall call)
    {
        if (call.IsOperator)
        {
            return null;
        }

        IEnumerable<CooldownWindow> windows = own is not null && own.AppliesTo?.Invoke(call) != false ? [.. WindowsOf(name, own, call), .. WindowsOf("", Usual, call)] : WindowsOf("", Usual, call);
        return _windows.TryTake([.. windows]) is { } wait
            ? Reply.Fail(call.Words, ErrorCode.Cooldown, ("time", new ReplyPart.Time(time.GetUtcNow() + wait, TimeStyle.Relative)))
            : null;
    }

    private static IEnumerable<CooldownWindow> WindowsOf(string name, Cooldown cooldown, CommandCall call)
    {
        yield return new CooldownWindow($"person {name}", call.UserId, cooldown.Most, cooldown.Within);
        if (call.Guild.Length > 0)
        {
            yield return new CooldownWindow($"server {name}", call.Guild, cooldown.MostInGuild, cooldown.Within);
        }
    }

    private async Task<OpenedForm> OpenAsync(CommandCall call, Reply? refusal, Func<Task<Form>> open, CancellationToken cancellationToken)
    {
        Form? form = null;
        var failure = refusal ?? await GuardAsync(
            call,
            async () =>
            {
                form = await open();
                return new Reply();
            },
            cancellationToken);
        return form is null ? new OpenedForm(null, failure) : new OpenedForm(form, null);
    }

    /// <summary>Whoever gave up waiting for it, or stops the bot, says so himself.</summary>
    private async Task<Reply> GuardAsync(CommandCall call, Func<Task<Reply>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await work();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // whatever it is, the person gets an answer with the id of the log's line
        catch (Exception e)
#pragma warning restore CA1031
        {
            var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
            var code = CodeOf(e);
            Log.Failed(logger, code, id, e);
            return Reply.Fail(call.Words, code, ("id", id));
        }
    }

    private static ErrorCode CodeOf(Exception e) => e switch
    {
        TimeoutException or OperationCanceledException => ErrorCode.TooLong,
        DbException => ErrorCode.Database,
        _ => ErrorCode.Defect,
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A command failed: {Code} (error {ErrorId}).")]
        public static partial void Failed(ILogger logger, ErrorCode code, string errorId, Exception exception);
    }
}

/// <summary>A form to show, or why there is none; one of the two.</summary>
public sealed record OpenedForm(Form? Form, Reply? Refusal);
