using SummaryBot.Commands.Shape;
using SummaryBot.Digests;
using SummaryBot.Digests.Filters;
using SummaryBot.Health;
using SummaryBot.Language;
using SummaryBot.Undo;

namespace SummaryBot.Commands.Health;

/// <summary>What the buttons below <c>/health</c> do. Each acts on a finding that the caller's server has right now, then looks again and says whether that helped.</summary>
public sealed class HealthRepairs(
    HealthCheck check, HealthMemory memory, HealthWriter writer, UndoLog undo, BotRepairs bot, SourceRepairs sources, ChannelRepairs channels,
    DigestStore digests, DigestBreaks breaks, FilterEditor filters, DigestDispatcher dispatcher)
{
    /// <param name="payload">The repair, the fault and what it is of: <c>Retry FeedDead s5</c>.</param>
    public async Task<Reply> RepairAsync(CommandCall call, string payload, CancellationToken cancellationToken)
    {
        if (Read(payload) is not var (repair, code, subject))
        {
            return Reply.Fail(call.Words, ErrorCode.FaultGone);
        }

        var report = await check.CheckAsync(call.Guild, cancellationToken);
        return report.Find(code, subject) is { } finding ? await RepairAsync(call, report.Facts, finding, repair, cancellationToken)
            : repair is Repair.Again or Repair.Check or Repair.Retry or Repair.Send ? writer.After(call, report, Healed(call.Words, code), [])
            : Reply.Fail(call.Words, ErrorCode.FaultGone);
    }

    /// <summary>The next edition of a digest as it would be.</summary>
    public async Task<Reply> PreviewAsync(CommandCall call, string payload, CancellationToken cancellationToken)
    {
        var report = Read(payload) is not null ? await check.CheckAsync(call.Guild, cancellationToken) : null;
        return Read(payload) is var (_, code, subject) && report?.Find(code, subject) is { } finding && report.Facts.Digests.FirstOrDefault(it => it.Stored.Id == finding.Id) is { } digest
            ? new Reply { Message = (await dispatcher.PreviewAsync(digest.Stored, cancellationToken)).Message }
            : Reply.Fail(call.Words, ErrorCode.FaultGone);
    }

    /// <summary>Moves the digests of a channel to one that was picked.</summary>
    public async Task<Reply> MoveAsync(CommandCall call, string payload, string picked, CancellationToken cancellationToken)
    {
        var report = await check.CheckAsync(call.Guild, cancellationToken);
        return Read(payload) is var (_, code, subject) && report.Find(code, subject) is { } finding
            ? await MoveAsync(call, report.Facts, finding, picked, cancellationToken)
            : Reply.Fail(call.Words, ErrorCode.FaultGone);
    }

    /// <summary>As <see cref="RepairAsync(CommandCall, string, CancellationToken)"/>, by the number that the summary gives a finding: <c>1 retry</c>, or <c>2 pick CHANNEL</c>.</summary>
    public async Task<Reply> RepairNumberAsync(CommandCall call, string asked, CancellationToken cancellationToken)
    {
        var words = asked.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var report = await check.CheckAsync(call.Guild, cancellationToken);
        if (words.Length < 2 || !int.TryParse(words[0], System.Globalization.CultureInfo.InvariantCulture, out var number)
            || report.Findings.ElementAtOrDefault(number - 1) is not { } finding || !ChoiceText.TryParse<Repair>(words[1], out var repair))
        {
            return Reply.Fail(call.Words, ErrorCode.FaultGone);
        }

        return repair != Repair.Pick ? await RepairAsync(call, report.Facts, finding, repair, cancellationToken)
            : finding.Repairs.Contains(repair) && words.Length == 3 ? await MoveAsync(call, report.Facts, finding, words[2], cancellationToken)
            : Reply.Fail(call.Words, ErrorCode.NotThatChannel, ("channel", ""));
    }

    internal static (Repair Repair, FaultCode Code, string Subject)? Read(string payload) =>
        payload.Split(' ') is [var repair, var code, { Length: > 1 } subject] && Enum.TryParse<Repair>(repair, out var how) && Enum.TryParse<FaultCode>(code, out var what)
            ? (how, what, subject) : null;

    /// <summary>A repair of a finding that was just found.</summary>
    internal async Task<Reply> RepairAsync(CommandCall call, HealthFacts facts, Finding finding, Repair repair, CancellationToken cancellationToken) => repair switch
    {
        _ when !finding.Repairs.Contains(repair) => Reply.Fail(call.Words, ErrorCode.FaultGone),
        Repair.Again => await AfterAsync(call, finding, await channels.AgainAsync(call, facts, finding, cancellationToken), [], cancellationToken),
        Repair.Pick => ChannelRepairs.Ask(call, finding),
        Repair.Retry => await AfterAsync(call, finding, await sources.RetryAsync(call, facts, finding, cancellationToken), [], cancellationToken),
        Repair.Look => await LookAsync(call, facts, finding, cancellationToken),
        Repair.Use or Repair.Pause => await SourceAsync(call, facts, finding, repair, cancellationToken),
        Repair.Send => await AfterAsync(call, finding, await channels.SendAsync(call, cancellationToken), [], cancellationToken),
        Repair.Forget => await AfterAsync(call, finding, await bot.ForgetAsync(call.Words, cancellationToken), [], cancellationToken),
        Repair.Connect or Repair.Register => await AfterAsync(call, finding, await bot.AskDiscordAsync(call.Words, finding, repair, cancellationToken), [], cancellationToken),
        Repair.Loosen or Repair.Unfilter => await LoosenAsync(call, finding, cancellationToken),
        Repair.Resume => await ResumeAsync(call, finding, cancellationToken),
        Repair.Keep => await KeepAsync(call, finding, cancellationToken),
        Repair.Preview => await PreviewAsync(call, $"{repair} {finding.Code} {finding.Subject}", cancellationToken),
        _ => await AfterAsync(call, finding, Healed(call.Words, finding.Code), [], cancellationToken),
    };

    private async Task<Reply> MoveAsync(CommandCall call, HealthFacts facts, Finding finding, string picked, CancellationToken cancellationToken)
    {
        if (await channels.TargetAsync(call, picked, cancellationToken) is not var (channel, name))
        {
            return Reply.Fail(call.Words, ErrorCode.NotThatChannel, ("channel", picked));
        }

        var (count, undoId) = await channels.MoveAsync(call, facts, finding, channel, cancellationToken);
        var outcome = call.Words.Of("health.done.moved", ("names", finding.Of), ("channel", name), ("count", count));
        return await AfterAsync(call, finding, outcome, UndoCommands.Button(call.Words, undoId), cancellationToken);
    }

    private async Task<Reply> LookAsync(CommandCall call, HealthFacts facts, Finding finding, CancellationToken cancellationToken)
    {
        var found = await sources.LookAsync(facts, finding, cancellationToken);
        var outcome = found is null ? call.Words.Of("health.still.nofeed") : call.Words.Of("health.done.found", ("address", found.AbsoluteUri));
        return writer.After(call, await check.CheckAsync(call.Guild, cancellationToken), outcome, []);
    }

    private async Task<Reply> SourceAsync(CommandCall call, HealthFacts facts, Finding finding, Repair repair, CancellationToken cancellationToken)
    {
        var (outcome, undoId) = repair == Repair.Use
            ? await sources.UseAsync(call, facts, finding, cancellationToken) : await sources.PauseAsync(call, finding, cancellationToken);
        return await AfterAsync(call, finding, outcome, UndoCommands.Button(call.Words, undoId), cancellationToken);
    }

    private async Task<Reply> LoosenAsync(CommandCall call, Finding finding, CancellationToken cancellationToken)
    {
        if (finding.Loosening is not { } loosening)
        {
            return Reply.Fail(call.Words, ErrorCode.FaultGone);
        }

        var (_, undoId) = await undo.KeepAsync(
            call,
            call.Words.Plain("health.undo.settings", ("name", finding.Of)),
            [SourceRepairs.DigestRows(finding.Id)],
            async () =>
            {
                await LoosenAsync(finding.Id, loosening, cancellationToken);
                return true;
            },
            cancellationToken);
        await memory.LoosenedAsync(call.Guild, finding.Id, cancellationToken);
        var outcome = call.Words.Of("health.done.loosened", ("name", finding.Of), ("what", HealthWriter.What(call.Words, loosening)));
        return await AfterAsync(call, finding, outcome, UndoCommands.Button(call.Words, undoId), cancellationToken);
    }

    private async Task LoosenAsync(long digest, Loosening loosening, CancellationToken cancellationToken)
    {
        if (loosening is Loosening.RemoveFilter(var rule))
        {
            await filters.RemoveAsync(digest, rule.Id, cancellationToken);
        }
        else
        {
            await digests.ChangeAsync(digest, it => it with { Editing = it.Editing with { RepeatDays = 1 } }, cancellationToken);
        }
    }

    private async Task<Reply> ResumeAsync(CommandCall call, Finding finding, CancellationToken cancellationToken)
    {
        var isDigest = finding.Subject[0] == 'd';
        var (_, undoId) = await undo.KeepAsync(
            call,
            call.Words.Plain("health.undo.pause", ("name", finding.Of)),
            [isDigest ? SourceRepairs.DigestRows(finding.Id) : SourceRepairs.SubscriptionRows(finding.Id), SourceRepairs.PauseRows(isDigest, finding.Id)],
            async () =>
            {
                await (isDigest ? breaks.ResumeAsync(finding.Id, cancellationToken) : sources.ResumeAsync(finding.Id, cancellationToken));
                await memory.NotePausesAsync(cancellationToken);
                return true;
            },
            cancellationToken);
        if (isDigest)
        {
            await memory.LoosenedAsync(call.Guild, finding.Id, cancellationToken);
        }

        return await AfterAsync(call, finding, call.Words.Of("health.done.resumed", ("name", finding.Of)), UndoCommands.Button(call.Words, undoId), cancellationToken);
    }

    private async Task<Reply> KeepAsync(CommandCall call, Finding finding, CancellationToken cancellationToken)
    {
        await memory.SilenceAsync(call.Guild, finding, cancellationToken);
        return writer.After(call, await check.CheckAsync(call.Guild, cancellationToken), call.Words.Of("health.done.kept"), []);
    }

    /// <summary>Looks again: what is still wrong with the same thing was not repaired.</summary>
    private async Task<Reply> AfterAsync(CommandCall call, Finding finding, ReplyText outcome, IReadOnlyList<ReplyButton> buttons, CancellationToken cancellationToken)
    {
        var report = await check.CheckAsync(call.Guild, cancellationToken);
        var still = report.Findings.FirstOrDefault(it => string.Equals(it.Subject, finding.Subject, StringComparison.Ordinal));
        return writer.After(
            call, report, still is null ? outcome : call.Words.Of("health.still", ("fault", HealthWriter.Name(call.Words, still))), buttons);
    }

    private static ReplyText Healed(Words words, FaultCode code) =>
        words.Of("health.done.healed", ("fault", words.Plain($"health.fault.{code}.name")));
}
