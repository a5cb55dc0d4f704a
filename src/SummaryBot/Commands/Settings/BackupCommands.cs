using System.Globalization;
using SummaryBot.Commands.Shape;
using SummaryBot.Language;
using SummaryBot.Settings.Backups;
using SummaryBot.Undo;

namespace SummaryBot.Commands.Settings;

/// <summary><c>/settings backup</c> and <c>restore</c>: what a server has set up as a file, and back again after a look at what that changes.</summary>
public sealed class BackupCommands(GuildBackup backup, GuildRestore restore, RestoreDrafts drafts, UndoLog undo, TimeProvider time) : ICommandModule
{
    /// <summary>The field of the form, and the option of the command line.</summary>
    public const string File = "file";

    private const string Upload = "rsup";
    private const string Restore = "rsgo";
    private const string Cancel = "rsno";
    private const int MostNames = 8;

    public IEnumerable<CommandSpec> Commands =>
    [
        new("settings backup", CommandAudience.Admin, [], BackupAsync) { Example = "--output backup.json" },
        new("settings restore", CommandAudience.Admin, [], ShowAsync) { OpenAsync = (call, _) => Task.FromResult(Form(call.Words)), HasOwnVerb = true },
    ];

    public IEnumerable<ActionSpec> Actions =>
    [
        new(Upload, ActionAnswer.Private, (call, _, token) => ShowAsync(call, token)) { Audience = CommandAudience.Admin, IsForm = true },
        new(Restore, ActionAnswer.Update, (call, input, token) => RestoreAsync(call, input.Payload, token)) { Audience = CommandAudience.Admin },
        new(Cancel, ActionAnswer.Update, (call, input, token) => CancelAsync(call, input.Payload, token)) { Audience = CommandAudience.Admin },
    ];

    private static Form Form(Words words) => new(
        words.Plain("backup.form.title"), Upload, "", [new FormField.UploadField(File, words.Plain("backup.form.file")) { Description = words.Plain("backup.form.about") }]);

    public async Task<Reply> BackupAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var (words, setup) = (call.Words, await backup.ReadAsync(call.Guild, cancellationToken));
        var (content, keyed) = (setup.Content, setup.KeyedSources.Concat(setup.KeyedDigests).ToList());
        return new Reply
        {
            Title = words.Of("backup.title"),
            Lines = [words.Of("backup.counts", ("sources", content.Sources.Count), ("digests", content.Digests.Count), ("filters", content.Digests.Sum(it => it.Options.Editing.Filters.Count)))],
            Note = keyed.Count == 0 ? words.Of("backup.pure") : words.Of("backup.without", ("names", NameList.Of(words, keyed, MostNames))),
            File = new ReplyFile($"summarybot-{time.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.json", BackupFile.Write(content)),
        };
    }

    /// <summary>What a file would change, with buttons to do it.</summary>
    public async Task<Reply> ShowAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var file = call.File(File);
        var bytes = file is null || file.Size > BackupFile.MaxBytes ? null : await file.ReadAsync(BackupFile.MaxBytes, cancellationToken);
        var read = BackupFile.Read(bytes);
        if (read is BackupReadResult.Faulty faulty)
        {
            return Refused(call.Words, faulty.Fault);
        }

        var content = ((BackupReadResult.Read)read).Content;
        var (plan, fault) = await restore.PlanAsync(call, content, cancellationToken);
        if (plan is null)
        {
            return Refused(call.Words, fault!);
        }

        if (plan.IsEmpty)
        {
            return Reply.Say(call.Words.Of("backup.same"));
        }

        var id = await drafts.AddAsync(call, content, cancellationToken);
        return new Reply
        {
            Title = call.Words.Of("backup.diff.title"),
            Lines = [.. Diff(call.Words, plan)],
            Note = call.Words.Of("backup.diff.until", ("time", time.GetUtcNow() + RestoreDrafts.Kept)),
            Buttons =
            [
                new ReplyButton(call.Words.Plain("backup.restore"), Restore, id) { Look = plan.Digests.Removed.Count + plan.Sources.Removed.Count > 0 ? ButtonLook.Danger : ButtonLook.Main },
                new ReplyButton(call.Words.Plain("backup.cancel"), Cancel, id),
            ],
        };
    }

    /// <summary>Does what was shown, as things are now.</summary>
    /// <param name="draft">The payload of the button.</param>
    public async Task<Reply> RestoreAsync(CommandCall call, string draft, CancellationToken cancellationToken)
    {
        if (await drafts.TakeAsync(call, draft, cancellationToken) is not { } content)
        {
            return Reply.Fail(call.Words, ErrorCode.DraftGone);
        }

        var (plan, fault) = await restore.PlanAsync(call, content, cancellationToken);
        if (plan is null)
        {
            return Refused(call.Words, fault!);
        }

        var (taken, undoId) = await undo.KeepAsync(
            call, call.Words.Plain("settings.undo.restore"), GuildRestore.Rows(call.Guild, plan), () => restore.ApplyAsync(call.Guild, plan, cancellationToken), cancellationToken);
        var done = call.Words.Of(
            "backup.done",
            ("added", plan.Sources.Added.Count + plan.Digests.Added.Count - taken.Count),
            ("changed", plan.Sources.Changed.Count + plan.Digests.Changed.Count + plan.Settings.Count),
            ("removed", plan.Sources.Removed.Count + plan.Digests.Removed.Count));
        return new Reply { Lines = [done, .. taken.Select(name => call.Words.Of("backup.fault.taken", ("name", name)))], Buttons = UndoCommands.Button(call.Words, undoId) };
    }

    public async Task<Reply> CancelAsync(CommandCall call, string draft, CancellationToken cancellationToken)
    {
        await drafts.TakeAsync(call, draft, cancellationToken);
        return Reply.Say(call.Words.Of("backup.canceled"));
    }

    private static Reply Refused(Words words, BackupFault fault) => Reply.Fail(
        words, ErrorCode.BadBackup, ("reason", words.Plain($"backup.fault.{fault.Code}", [.. fault.Values])));

    private static IEnumerable<ReplyText> Diff(Words words, RestorePlan plan) =>
    [
        .. Diff(words, "sources", plan.Sources),
        .. Diff(words, "digests", plan.Digests),
        .. Lines(words, "settings", "changed", [.. plan.Settings.Select(it => words.Plain($"settings.undo.{it}"))]),
    ];

    private static IEnumerable<ReplyText> Diff<T>(Words words, string of, RestoreDiff<T> diff) =>
    [
        .. Lines(words, of, "added", [.. diff.Added.Select(diff.Name)]),
        .. Lines(words, of, "changed", [.. diff.Changed.Select(diff.Name)]),
        .. Lines(words, of, "removed", [.. diff.Removed.Select(diff.Name)]),
    ];

    private static IEnumerable<ReplyText> Lines(Words words, string of, string change, IReadOnlyList<string> names) => names.Count == 0 ? [] :
        [words.Of($"backup.diff.{change}", ("of", words.Plain($"backup.diff.{of}")), ("count", names.Count), ("names", NameList.Of(words, names, MostNames)))];
}
