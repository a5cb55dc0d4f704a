using NodaTime;
using SummaryBot.Commands.Shape;
using SummaryBot.Digests;
using SummaryBot.Undo;

namespace SummaryBot.Commands.Digests;

/// <summary>Lets editions go by: skips, pauses, quiet hours.</summary>
public sealed class DigestRests(DigestBreaks breaks, DigestSetup setup, DigestFinder finder, UndoLog undo, TimeProvider time)
{
    private const int MostDays = 366;

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    public Task<Reply> SkipAsync(CommandCall call, CancellationToken cancellationToken) => WithDayAsync(
        call,
        (digest, day) => SkipAsync(call, digest, day is { } until ? DigestBreaks.CountBefore(digest, until) : call.Integer("count") ?? 1, cancellationToken),
        cancellationToken);

    public Task<Reply> SkipAsync(CommandCall call, StoredDigest digest, int count, CancellationToken cancellationToken) =>
        ChangeAsync(call, digest, () => breaks.SkipAsync(digest.Id, count, cancellationToken), "digest.skips", cancellationToken);

    public Task<Reply> PauseAsync(CommandCall call, CancellationToken cancellationToken) => WithDayAsync(
        call,
        (digest, day) => PauseAsync(call, digest, day?.AtStartOfDayInZone(digest.Digest.Schedule.Zone).ToInstant() ?? Instant.MaxValue, cancellationToken),
        cancellationToken);

    /// <param name="until"><see cref="Instant.MaxValue"/> for until somebody resumes it.</param>
    public Task<Reply> PauseAsync(CommandCall call, StoredDigest digest, Instant until, CancellationToken cancellationToken) =>
        ChangeAsync(call, digest, () => breaks.PauseAsync(digest.Id, until, cancellationToken), "digest.paused", cancellationToken);

    public async Task<Reply> ResumeAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var (digest, refusal) = await finder.FindAsync(call, call.Text("name"), cancellationToken);
        return refusal ?? await ResumeAsync(call, digest!, cancellationToken);
    }

    public Task<Reply> ResumeAsync(CommandCall call, StoredDigest digest, CancellationToken cancellationToken) =>
        ChangeAsync(call, digest, () => breaks.ResumeAsync(digest.Id, cancellationToken), "digest.resumed", cancellationToken);

    public async Task<Reply> QuietAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var (digest, refusal) = await finder.FindAsync(call, call.Text("name"), cancellationToken);
        var quiet = new QuietOptions { From = call.Text("from") ?? "", To = call.Text("to") ?? "", Days = call.Text("days") ?? "daily" };
        return refusal ?? await setup.EditAsync(call, digest!, options => options.Editing.Quiet = quiet, cancellationToken);
    }

    private async Task<Reply> ChangeAsync(CommandCall call, StoredDigest digest, Func<Task<StoredDigest?>> change, string key, CancellationToken cancellationToken)
    {
        var what = call.Words.Plain("digest.undo.changed", ("name", digest.Digest.Name));
        var (changed, undoId) = await undo.KeepAsync(call, what, DigestUndo.Settings(digest.Id), change, cancellationToken);
        if (changed is null)
        {
            return DigestFinder.Missing(call, digest.Digest.Name);
        }

        var told = string.Equals(key, "digest.skips", StringComparison.Ordinal) && changed.Skips == 0 ? "digest.skipsNothing" : key;
        return Reply.Say(call.Words.Of(told, ("name", changed.Digest.Name), ("count", changed.Skips), ("next", DigestWords.Next(call, changed)))) with
        {
            Buttons = UndoCommands.Button(call.Words, undoId),
        };
    }

    /// <summary>Reads the day of <c>until</c>, in the digest's zone, from tomorrow on and within a year.</summary>
    private async Task<Reply> WithDayAsync(CommandCall call, Func<StoredDigest, LocalDate?, Task<Reply>> answerAsync, CancellationToken cancellationToken)
    {
        var (digest, refusal) = await finder.FindAsync(call, call.Text("name"), cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        var (text, today) = (call.Text("until"), Now.InZone(digest!.Digest.Schedule.Zone).Date);
        return text is null ? await answerAsync(digest, null)
            : DigestTimes.TryParseDay(text) is { } day && day > today && day <= today.PlusDays(MostDays) ? await answerAsync(digest, day)
            : FaultReply.Of(call.Words, "until", text);
    }
}
