using SummaryBot.Chat;
using SummaryBot.Commands.Shape;
using SummaryBot.Digests;
using SummaryBot.Language;
using SummaryBot.Sources;
using SummaryBot.Sources.Visits;
using SummaryBot.Undo;

namespace SummaryBot.Commands.Setup;

/// <summary>Sets a first digest up with its source, and posts its first edition at once: whoever sets it up wants to see it.</summary>
public sealed class SetupStart(
    SubscriptionStore subscriptions, SourceStore sources, VisitPool visits, DigestStore digests, DigestDispatcher dispatcher, SetupPreview preview, UndoLog undo, TimeProvider time)
{
    /// <summary>Of digests of one name.</summary>
    private const int MostNamesakes = 100;

    /// <summary>For the first visit; where it takes longer the first edition comes at its time.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Of a digest; the bot moves them on.</summary>
    private static readonly string[] Moving = ["next_due_at", "next_due_local", "skips", "waits", "selection", "paused_until", "paused_reason"];

    internal async Task<Reply> StartAsync(CommandCall call, SetupDraft draft, FoundSource.Feed feed, CancellationToken cancellationToken)
    {
        var words = call.Words;
        UndoRows[] rows =
        [
            new UndoRows("subscriptions", "guild = @key", call.Guild, "id") { Moving = ["news_from"] },
            new UndoRows("digests", call.Guild.Length > 0 ? "guild = @key" : "guild IS NULL AND @key = ''", call.Guild, "id") { Moving = Moving },
        ];
        var ((digest, source), undoId) = await undo.KeepAsync(call, words.Plain("setup.undo"), rows, () => KeepAsync(call, draft, feed, cancellationToken), cancellationToken);
        if (digest is null)
        {
            return Reply.Fail(words, ErrorCode.DigestNameTaken, ("name", words.Plain("setup.digest")));
        }

        await VisitAsync(source, cancellationToken);
        var posted = await dispatcher.DispatchNowAsync(digest, cancellationToken);
        return new Reply
        {
            Title = words.Of("setup.started", ("name", digest.Digest.Name)),
            Lines =
            [
                posted is null ? words.Of("setup.started.waits") : words.Of("setup.started.now", ("count", posted.Stories.Count), ("channel", Place(call, draft))),
                words.Of("setup.started.next", ("time", digest.NextDue.At.ToDateTimeOffset())),
            ],
            Note = words.Of("setup.started.more"),
            Buttons = UndoCommands.Button(words, undoId),
        };
    }

    /// <summary>The channel, as a link where it is one of a server.</summary>
    internal static ReplyText Place(CommandCall call, SetupDraft draft) => call.Guild.Length > 0 && ChannelAddress.IsSnowflake(draft.Channel)
        ? ReplyText.Link($"#{draft.ChannelName ?? draft.Channel}", new Uri($"https://discord.com/channels/{call.Guild}/{draft.Channel}"))
        : draft.ChannelName ?? draft.Channel;

    private async Task<(StoredDigest? Digest, long Source)> KeepAsync(CommandCall call, SetupDraft draft, FoundSource.Feed feed, CancellationToken cancellationToken)
    {
        var digest = await AddAsync(call, draft, cancellationToken);
        if (digest is null)
        {
            return (null, 0);
        }

        var wanted = new NewSubscription(SourceKind.Feed, feed.Address, NewSubscription.NameFor(feed.What.Title, feed.Address))
        {
            Guild = call.Guild,
            Title = feed.What.Title,
            Backfill = preview.BackfillOf(feed.What),
        };
        return (digest, await subscriptions.AddNumberedAsync(wanted, cancellationToken) switch
        {
            SubscribeResult.Added added => added.SourceId,
            SubscribeResult.Known(var name) when await subscriptions.FindAsync(call.Guild, name, cancellationToken) is { } known => known.SourceId,
            _ => 0,
        });
    }

    /// <summary>Under a name that no other digest has.</summary>
    private async Task<StoredDigest?> AddAsync(CommandCall call, SetupDraft draft, CancellationToken cancellationToken)
    {
        var name = call.Words.Plain("setup.digest");
        StoredDigest? added = null;
        for (var i = 1; added is null && i <= MostNamesakes; i++)
        {
            if (DigestReader.Read(draft.ToOptions(i == 1 ? name : $"{name} {i}", call.Guild)) is not DigestReadResult.Read(var digest))
            {
                return null;
            }

            added = await digests.AddAsync(digest, cancellationToken);
        }

        return added;
    }

    private async Task VisitAsync(long source, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await visits.VisitAllAsync(await sources.MakeDueAsync([source], either.Token), report: null, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // the next round visits it, and the edition comes at its time
        }
    }
}
