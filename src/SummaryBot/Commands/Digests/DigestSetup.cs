using SummaryBot.Commands.Shape;
using SummaryBot.Digests;
using SummaryBot.Undo;

namespace SummaryBot.Commands.Digests;

/// <summary>Sets digests up, changes and deletes them.</summary>
public sealed class DigestSetup(DigestStore digests, DigestEditing editing, DigestFinder finder, ChannelCheck channels, UndoLog undo)
{
    public async Task<Reply> CreateAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var options = new DigestOptions { Name = call.Text("name") ?? "", Guild = call.Guild };
        DigestChanges.Apply(call, options);
        return await channels.RefuseAsync(call, cancellationToken) ?? await CreateAsync(call, options, cancellationToken);
    }

    public async Task<Reply> CreateAsync(CommandCall call, DigestOptions options, CancellationToken cancellationToken)
    {
        if (DigestReader.Read(options) is not DigestReadResult.Read(var digest))
        {
            return FaultReply.Of(call.Words, ((DigestReadResult.Faulty)DigestReader.Read(options)).Faults);
        }

        var (stored, undoId) = await undo.KeepAsync(
            call, What(call, "created", digest.Name), DigestUndo.New(digest), () => digests.AddAsync(digest, cancellationToken), cancellationToken);
        return stored is null ? Reply.Fail(call.Words, ErrorCode.DigestNameTaken, ("name", digest.Name)) : Say(call, "digest.created", stored, undoId);
    }

    public Task<Reply> EditAsync(CommandCall call, CancellationToken cancellationToken) => WithAsync(
        call,
        async digest => call.Options.Keys.All(it => it is "name") ? Reply.Fail(call.Words, ErrorCode.NothingToChange, ("example", "/digest edit max_stories:6"))
            : await channels.RefuseAsync(call, cancellationToken) ?? await EditAsync(call, digest, options => DigestChanges.Apply(call, options), cancellationToken),
        cancellationToken);

    /// <param name="change">What is asked for; the rest stays as it is.</param>
    public async Task<Reply> EditAsync(CommandCall call, StoredDigest digest, Action<DigestOptions> change, CancellationToken cancellationToken)
    {
        var recaps = await editing.RecapsAsync(digest, change, cancellationToken);
        var (result, undoId) = await undo.KeepAsync(
            call,
            What(call, "changed", digest.Digest.Name),
            [.. DigestUndo.Settings(digest.Id), .. recaps.Where(it => it.Id != digest.Id).Select(it => DigestUndo.Digest(it.Id))],
            () => editing.EditAsync(digest, change, cancellationToken),
            cancellationToken);
        return result switch
        {
            DigestEditResult.Edited(var edited) => Say(call, "digest.changed", edited, undoId),
            DigestEditResult.Taken(var name) => Reply.Fail(call.Words, ErrorCode.DigestNameTaken, ("name", name)),
            DigestEditResult.Faulty(var faults) => FaultReply.Of(call.Words, faults),
            _ => DigestFinder.Missing(call, digest.Digest.Name),
        };
    }

    /// <summary>Whether threads are opened.</summary>
    public Task<Reply> ThreadAsync(CommandCall call, CancellationToken cancellationToken) => WithAsync(
        call,
        digest => EditAsync(call, digest, options => options.Thread = call.Text("mode") switch { "per-digest" => "digest", "per-story" => "story", _ => "none" }, cancellationToken),
        cancellationToken);

    /// <summary>Sets a section, in its place where it is there already; takes it away where it has no terms.</summary>
    public Task<Reply> SectionAsync(CommandCall call, CancellationToken cancellationToken) => WithAsync(
        call,
        digest => EditAsync(call, digest, options => DigestChanges.SetSection(options.Editing.Sections, call.Text("section") ?? "", call.Text("terms")), cancellationToken),
        cancellationToken);

    public Task<Reply> DeleteAsync(CommandCall call, CancellationToken cancellationToken) =>
        WithAsync(call, digest => DeleteAsync(call, digest, cancellationToken), cancellationToken);

    public async Task<Reply> DeleteAsync(CommandCall call, StoredDigest digest, CancellationToken cancellationToken)
    {
        var name = digest.Digest.Name;
        var (_, undoId) = await undo.KeepAsync(
            call, What(call, "deleted", name), DigestUndo.All(digest), () => digests.DeleteAsync(digest.Id, cancellationToken), cancellationToken);
        return Reply.Say(call.Words.Of("digest.deleted", ("name", name), ("channel", DigestWords.Channel(digest.Digest.Channel)))) with
        {
            Buttons = UndoCommands.Button(call.Words, undoId),
        };
    }

    private async Task<Reply> WithAsync(CommandCall call, Func<StoredDigest, Task<Reply>> answerAsync, CancellationToken cancellationToken)
    {
        var (digest, refusal) = await finder.FindAsync(call, call.Text("name"), cancellationToken);
        return refusal ?? await answerAsync(digest!);
    }

    private static string What(CommandCall call, string what, string name) => call.Words.Plain($"digest.undo.{what}", ("name", name));

    private static Reply Say(CommandCall call, string key, StoredDigest digest, string? undoId) =>
        Reply.Say(call.Words.Of(key, ("name", digest.Digest.Name), ("channel", DigestWords.Channel(digest.Digest.Channel)), ("next", DigestWords.Next(call, digest)))) with
        {
            Buttons = UndoCommands.Button(call.Words, undoId),
        };
}
