using Microsoft.Extensions.Options;
using SummaryBot.Chat;
using SummaryBot.Commands.Shape;
using SummaryBot.Language;
using SummaryBot.Sources;
using SummaryBot.Sources.Visits;
using SummaryBot.Undo;

namespace SummaryBot.Commands.Sources;

/// <summary>What the buttons below a notice of failing sources do: look again now, pause, read another address. They touch what the server reads itself, in the operator's admin channel what is everybody's too.</summary>
public sealed class SourceFixes(SubscriptionStore subscriptions, SourceLookup lookup, VisitPool visits, UndoLog undo, IOptions<OutboxOptions> outbox, TimeProvider time)
{
    private const string ReplaceForm = "srepf";
    private const string Url = "url";

    /// <summary>What takes longer goes on by itself.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public IEnumerable<ActionSpec> Actions =>
    [
        new ActionSpec(NoticeButtons.Retry, ActionAnswer.Private, RetryAsync) { Audience = CommandAudience.Admin, Cooldown = new Cooldown(5, 10, TimeSpan.FromMinutes(1)) },
        new ActionSpec(NoticeButtons.Pause, ActionAnswer.Private, PauseAsync) { Audience = CommandAudience.Admin },
        new ActionSpec(NoticeButtons.Replace, ActionAnswer.Private, ReplaceAsync) { Audience = CommandAudience.Admin, OpenAsync = OpenAsync },
        new ActionSpec(ReplaceForm, ActionAnswer.Private, ReplaceAsync) { Audience = CommandAudience.Admin, IsForm = true },
    ];

    private async Task<Reply> RetryAsync(CommandCall call, ActionInput input, CancellationToken cancellationToken)
    {
        var found = await FindAsync(call, input.Payload, cancellationToken);
        if (found.Count == 0)
        {
            return Reply.Fail(call.Words, ErrorCode.NoticeOutdated);
        }

        var ids = found.Select(it => it.SourceId).Distinct().ToList();
        await subscriptions.RetryAsync(ids, cancellationToken);
        await VisitAsync(ids, cancellationToken);
        var now = await FindAsync(call, input.Payload, cancellationToken);
        return new Reply { Title = call.Words.Of("source.retried"), Lines = [.. now.DistinctBy(it => it.SourceId).Select(it => SourceText.Line(call.Words, it))] };
    }

    private async Task<Reply> PauseAsync(CommandCall call, ActionInput input, CancellationToken cancellationToken)
    {
        var found = await FindAsync(call, input.Payload, cancellationToken);
        if (found.Count == 0)
        {
            return Reply.Fail(call.Words, ErrorCode.NoticeOutdated);
        }

        var names = string.Join(", ", found.Select(it => it.Name));
        var (_, undoId) = await undo.KeepAsync(
            call,
            call.Words.Plain("source.undo.paused", ("name", names)),
            [.. found.SelectMany(SourceChanges.Rows).DistinctBy(rows => (rows.Table, rows.Key))],
            async () =>
            {
                foreach (var it in found)
                {
                    await subscriptions.PauseAsync(it.Id, cancellationToken);
                }

                return true;
            },
            cancellationToken);
        return Reply.Say(call.Words.Of("source.paused", ("name", names))) with { Buttons = UndoCommands.Button(call.Words, undoId) };
    }

    private async Task<Form> OpenAsync(CommandCall call, ActionInput input, CancellationToken cancellationToken)
    {
        var found = await FindAsync(call, input.Payload, cancellationToken);
        var source = found.Count > 0 ? found[0] : null;
        return new Form(call.Words.Plain("source.replace.title"), ReplaceForm, input.Payload,
        [
            new FormField.TextField(Url, call.Words.Plain("source.replace.url"), source?.Address, Min: 4, Max: 2048) { Description = source is null ? null : call.Words.Plain("source.replace.of", ("name", source.Name)) },
        ]);
    }

    private async Task<Reply> ReplaceAsync(CommandCall call, ActionInput input, CancellationToken cancellationToken)
    {
        if (await FindAsync(call, input.Payload, cancellationToken) is not [var source, ..])
        {
            return Reply.Fail(call.Words, ErrorCode.NoticeOutdated);
        }

        var (found, problem) = await lookup.FindAsync(call.Words, input.Field(Url) ?? "", choice: null, cancellationToken);
        return found switch
        {
            FoundSource.Feed(var at, var feed) => await ReplaceAsync(
                call, source, new NewSubscription(SourceKind.Feed, at, source.Name) { Guild = source.Guild, Title = feed.Title }, feed.Items.Count, cancellationToken),
            FoundSource.Several(var feeds) => new Reply
            {
                Error = ErrorCode.SourceUnreadable,
                Title = call.Words.Of("source.test.several", ("count", feeds.Count)),
                Lines = [.. feeds.Select(feed => (ReplyText)feed.Address.AbsoluteUri)],
                Note = call.Words.Of("source.test.one"),
            },
            FoundSource.Page(var at, _) => SourceLookup.WithoutFeed(call.Words, at),
            _ => problem!,
        };
    }

    private async Task<Reply> ReplaceAsync(CommandCall call, SubscriptionRecord source, NewSubscription by, int items, CancellationToken cancellationToken)
    {
        var (known, undoId) = await undo.KeepAsync(
            call,
            call.Words.Plain("source.undo.edited", ("name", source.Name)),
            [new UndoRows("subscriptions", "id = @key", source.Id, "id") { Moving = ["news_from"] }], // the new address stays known: its articles are no news should it come back
            () => subscriptions.ReplaceAsync(source, by, cancellationToken),
            cancellationToken);
        return known is not null ? Reply.Fail(call.Words, ErrorCode.SourceKnown, ("name", known)) : new Reply
        {
            Title = call.Words.Of("source.replaced", ("name", source.Name)),
            Lines = [call.Words.Of("source.items", ("address", ReplyText.Link(by.Url.Host, by.Url)), ("count", items))],
            Buttons = UndoCommands.Button(call.Words, undoId),
        };
    }

    private async Task VisitAsync(IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await visits.VisitAllAsync(ids, report: null, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // the next round visits them
        }
    }

    private Task<IReadOnlyList<SubscriptionRecord>> FindAsync(CommandCall call, string payload, CancellationToken cancellationToken)
    {
        var isOperators = outbox.Value.AdminChannel is { Scheme: ChannelAddress.Discord } admin && string.Equals(admin.Target, call.Channel, StringComparison.Ordinal);
        return subscriptions.OfSourcesAsync(isOperators ? [call.Guild, ""] : [call.Guild], NoticeButtons.Read(payload), cancellationToken);
    }
}
