using Microsoft.Extensions.Options;
using SummaryBot.Commands.Shape;
using SummaryBot.Digests;
using SummaryBot.Sources;
using SummaryBot.Undo;

namespace SummaryBot.Commands.Sources;

/// <summary><c>/source edit</c>, <c>pause</c>, <c>resume</c> and <c>remove</c>; each can be undone.</summary>
public sealed class SourceChanges(SubscriptionStore subscriptions, UndoLog undo, IOptions<SourceOptions> options)
{
    /// <summary>Of a source; visits move them on.</summary>
    private static readonly string[] Moving =
    [
        "title", "language", "next_visit_at", "interval_seconds", "leased_until", "visited_at", "etag", "last_modified", "body_hash", "timing", "failures", "failing_since",
        "missing_since", "failure", "told_at", "ended",
    ];

    /// <summary>A subscription and its source, as undoing restores them.</summary>
    public static IReadOnlyList<UndoRows> Rows(SubscriptionRecord source) =>
    [
        new UndoRows("sources", "id = @key", source.SourceId, "id") { Moving = Moving },
        new UndoRows("subscriptions", "id = @key", source.Id, "id") { Moving = ["news_from"] },
    ];

    public Task<Reply> RemoveAsync(CommandCall call, CancellationToken cancellationToken) =>
        ChangeAsync(call, "removed", it => subscriptions.RemoveAsync(it.Id, cancellationToken), cancellationToken);

    public Task<Reply> PauseAsync(CommandCall call, CancellationToken cancellationToken) =>
        ChangeAsync(call, "paused", it => subscriptions.PauseAsync(it.Id, cancellationToken), cancellationToken);

    public Task<Reply> ResumeAsync(CommandCall call, CancellationToken cancellationToken) =>
        ChangeAsync(call, "resumed", it => subscriptions.ResumeAsync(it.Id, cancellationToken), cancellationToken);

    public async Task<Reply> EditAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var (words, asked) = (call.Words, call.Text("source") ?? "");
        if (await subscriptions.FindAsync(call.Guild, asked, cancellationToken) is not { } source)
        {
            return Reply.Fail(words, ErrorCode.NoSuchSource, ("name", asked));
        }

        var change = new SubscriptionChange
        {
            Name = call.Text("name")?.Trim(),
            Interval = call.Integer("interval"),
            Trust = ChoiceText.TryParse<SourceTrust>(call.Text("trust") ?? "", out var trust) ? trust : null,
            MaxPerDigest = call.Integer("max_per_digest"),
        };
        if (change == new SubscriptionChange())
        {
            return Reply.Fail(words, ErrorCode.NothingToChange, ("example", "/source edit max_per_digest:2"));
        }

        if (change.Name is { } name && !NewSubscription.IsName(name))
        {
            return Reply.Fail(words, ErrorCode.BadOption, ("option", words.Plain("source.option.name.name")), ("value", name), ("remedy", words.Plain("source.name.remedy", ("count", NewSubscription.MaxNameLength))));
        }

        var (isDone, undoId) = await undo.KeepAsync(
            call, words.Plain("source.undo.edited", ("name", source.Name)), Rows(source), () => subscriptions.EditAsync(source, change, cancellationToken), cancellationToken);
        return isDone ? await EditedAsync(call, change.Name ?? source.Name, change, undoId, cancellationToken) : Reply.Fail(words, ErrorCode.SourceNameTaken, ("name", change.Name));
    }

    private async Task<Reply> EditedAsync(CommandCall call, string name, SubscriptionChange change, string? undoId, CancellationToken cancellationToken)
    {
        var least = (int)options.Value.MinInterval.TotalMinutes;
        var source = await subscriptions.FindAsync(call.Guild, name, cancellationToken);
        return new Reply
        {
            Title = call.Words.Of("source.edited", ("name", name)),
            Lines = source is null ? [] : [.. SourceText.Settings(call.Words, source)],
            Note = change.Interval < least ? call.Words.Of("source.interval.least", ("minutes", least)) : null,
            Buttons = UndoCommands.Button(call.Words, undoId),
        };
    }

    private async Task<Reply> ChangeAsync(CommandCall call, string what, Func<SubscriptionRecord, Task> change, CancellationToken cancellationToken)
    {
        var asked = call.Text("source") ?? "";
        if (await subscriptions.FindAsync(call.Guild, asked, cancellationToken) is not { } source)
        {
            return Reply.Fail(call.Words, ErrorCode.NoSuchSource, ("name", asked));
        }

        var (_, undoId) = await undo.KeepAsync(
            call,
            call.Words.Plain($"source.undo.{what}", ("name", source.Name)),
            Rows(source),
            async () =>
            {
                await change(source);
                return true;
            },
            cancellationToken);
        return Reply.Say(call.Words.Of($"source.{what}", ("name", source.Name))) with { Buttons = UndoCommands.Button(call.Words, undoId) };
    }
}
