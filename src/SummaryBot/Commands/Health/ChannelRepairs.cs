using System.Data.Common;
using Dapper;
using SummaryBot.Chat;
using SummaryBot.Commands.Shape;
using SummaryBot.Digests;
using SummaryBot.Health;
using SummaryBot.Language;
using SummaryBot.Storage;
using SummaryBot.Undo;

namespace SummaryBot.Commands.Health;

/// <summary>Gets messages on their way again.</summary>
public sealed class ChannelRepairs(
    Database database, HealthStore store, OutboxStore outbox, Outbox sender, DigestStore digests, IEnumerable<IChannelInspector> inspectors, UndoLog undo, TimeProvider time)
{
    /// <summary>What is not sent by then goes on behind the answer.</summary>
    private static readonly TimeSpan SendWithin = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(250);

    /// <summary>Asks for a channel.</summary>
    public static Reply Ask(CommandCall call, Finding finding) => new()
    {
        Lines = [call.Words.Of("health.pick", ("names", finding.Of))],
        Menus =
        [
            new ReplyMenu(HealthCommands.ChannelKind, $"{Repair.Pick} {finding.Code} {finding.Subject}", call.Words.Plain("health.pick.placeholder"), [])
            {
                ChannelTypes = [ChannelType.Text, ChannelType.Announcement, ChannelType.PublicThread, ChannelType.Forum],
            },
        ],
    };

    /// <summary>Tries to post in the channel of a finding.</summary>
    public async Task<ReplyText> AgainAsync(CommandCall call, HealthFacts facts, Finding finding, CancellationToken cancellationToken)
    {
        var channel = facts.Digests.Single(digest => digest.Stored.Id == finding.Id).Stored.Digest.Channel;
        await outbox.RetryBlockedAsync([channel], cancellationToken);
        var count = await DrainAsync(call.Guild, cancellationToken);
        return call.Words.Of("health.done.permission", ("channel", channel.ToString()), ("count", count));
    }

    /// <summary>Sends what waits, whatever its next try.</summary>
    public async Task<ReplyText> SendAsync(CommandCall call, CancellationToken cancellationToken)
    {
        await store.HurryAsync(call.Guild, cancellationToken);
        return call.Words.Of("health.done.sent", ("count", await DrainAsync(call.Guild, cancellationToken)));
    }

    /// <summary>A channel that was picked, if the bot may post there and it is of the caller's server; else null.</summary>
    public async Task<(ChannelAddress Channel, string Name)?> TargetAsync(CommandCall call, string picked, CancellationToken cancellationToken) =>
        ChannelAddress.TryParse(picked) is { } channel
        && inspectors.FirstOrDefault(it => string.Equals(it.Scheme, channel.Scheme, StringComparison.Ordinal)) is { } inspector
        && await inspector.LookAsync(channel, cancellationToken) is ChannelFinding.Open open
        && (call.IsOperator || string.Equals(open.Guild, call.Guild, StringComparison.Ordinal))
            ? (channel, open.Name is { } name ? $"#{name}" : channel.ToString()) : null;

    /// <summary>Moves all digests of the server that go to the channel of a finding, with their messages that are not sent.</summary>
    /// <returns>How many messages were sent there, and what undoes it. Messages that were moved are not moved back.</returns>
    public async Task<(int Sent, string? UndoId)> MoveAsync(
        CommandCall call, HealthFacts facts, Finding finding, ChannelAddress channel, CancellationToken cancellationToken)
    {
        var from = facts.Digests.Single(digest => digest.Stored.Id == finding.Id).Stored.Digest.Channel;
        var ids = facts.Digests.Where(digest => digest.Stored.Digest.Channel == from).Select(digest => digest.Stored.Id).ToList();
        var (_, undoId) = await undo.KeepAsync(
            call,
            call.Words.Plain("health.undo.channel", ("names", finding.Of)),
            [.. ids.Select(SourceRepairs.DigestRows)],
            async () =>
            {
                foreach (var id in ids)
                {
                    await digests.ChangeAsync(id, digest => digest with { Channel = channel }, cancellationToken);
                }

                return true;
            },
            cancellationToken);
        await database.WriteAsync(transaction => MoveAsync(transaction, call.Guild, ids, from, channel, cancellationToken), cancellationToken);
        return (await DrainAsync(call.Guild, cancellationToken), undoId);
    }

    /// <summary>The digests stay the server's own, whatever is known of the new channel.</summary>
    private async Task<int> MoveAsync(
        DbTransaction transaction, string guild, IReadOnlyList<long> ids, ChannelAddress from, ChannelAddress to, CancellationToken cancellationToken)
    {
        var sql = $"""
            UPDATE digests SET guild = @guild WHERE guild IS NULL AND @guild <> '' AND {database.Dialect.IsOneOf("id", "@ids")};
            UPDATE deliveries SET channel = @to, state = CASE WHEN next_try_at = @Never THEN state ELSE 'waiting' END,
                next_try_at = CASE WHEN next_try_at = @Never THEN next_try_at ELSE @now END
            WHERE state <> 'sent' AND channel = @from AND {database.Dialect.IsOneOf("digest_id", "@ids")};
            DELETE FROM blocked_channels WHERE channel = @shown AND NOT EXISTS (SELECT 1 FROM deliveries WHERE channel = @from AND state = 'blocked')
            """;
        var values = new
        {
            guild,
            ids = database.Dialect.List(ids),
            from = from.Stored,
            shown = from.ToString(),
            to = to.Stored,
            now = time.GetUtcNow().ToUnixTimeMilliseconds(),
            Never = long.MaxValue,
        };
        return await transaction.Connection!.ExecuteAsync(new CommandDefinition(sql, values, transaction, cancellationToken: cancellationToken));
    }

    /// <summary>Sends, here or where the outbox is at work already, and returns how many messages of the server went out.</summary>
    private async Task<int> DrainAsync(string guild, CancellationToken cancellationToken)
    {
        var before = await WaitingAsync(guild, cancellationToken);
        using var limit = new CancellationTokenSource(SendWithin, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        await sender.DrainAsync(either.Token);
        while (!either.IsCancellationRequested && await store.IsSendingAsync(guild, cancellationToken))
        {
            await Task.Delay(Moment, time, cancellationToken);
        }

        return Math.Max(0, before - await WaitingAsync(guild, cancellationToken));
    }

    private async Task<int> WaitingAsync(string guild, CancellationToken cancellationToken) =>
        (await store.DeliveriesAsync(guild, cancellationToken)).Values.Sum(it => it.Waiting);
}
