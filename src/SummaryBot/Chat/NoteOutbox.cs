using System.Data.Common;
using Dapper;
using Microsoft.Extensions.Logging;
using SummaryBot.Operations;
using SummaryBot.Settings;
using SummaryBot.Storage;

namespace SummaryBot.Chat;

/// <summary>
/// What is told to administrators, on its way: written in the transaction that notes that it is told, and sent once. What a server's own channel does not take
/// goes to the operator's.
/// </summary>
public sealed partial class NoteOutbox(
    Database database, IEnumerable<IChat> chats, AdminChannels admins, Secrets secrets, TimeProvider time, ILogger<NoteOutbox> logger)
{
    private const int AtOnce = 16;

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>What is not told after that is no news any more.</summary>
    private static readonly TimeSpan Stale = TimeSpan.FromDays(7);

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    public async Task AddAsync(DbTransaction transaction, AdminPlace place, ChatMessage message, CancellationToken cancellationToken)
    {
        const string Sql = """
            INSERT INTO notes (nonce, guild, channel, message, attempts, next_try_at, leased_until, may_have_arrived)
            VALUES (@nonce, @Guild, @channel, @message, 0, @Now, 0, 0)
            """;
        var values = new { nonce = Nonce.New(time.GetUtcNow()), place.Guild, channel = place.Channel.Stored, message = MessageJson.Write(message), Now };
        await ExecuteAsync(transaction, Sql, values, cancellationToken);
    }

    /// <summary>Sends what is due, those of one channel in their order.</summary>
    public async Task SendAsync(CancellationToken cancellationToken)
    {
        while (await AreDueAsync(cancellationToken))
        {
            var claimed = await ClaimAsync(cancellationToken);
            await Task.WhenAll(claimed.GroupBy(note => note.Channel, StringComparer.Ordinal).Select(async channel =>
            {
                foreach (var note in channel)
                {
                    await SendAsync(note, cancellationToken);
                }
            }));
        }
    }

    private const string Due = "next_try_at <= @now AND leased_until <= @now";

    private async Task<bool> AreDueAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            $"SELECT count(*) FROM (SELECT 1 AS one FROM notes WHERE {Due} LIMIT 1) AS due", new { now = Now }, cancellationToken: cancellationToken)) > 0;
    }

    private async Task<IReadOnlyList<Note>> ClaimAsync(CancellationToken cancellationToken)
    {
        var sql = $"""
            UPDATE notes SET attempts = attempts + 1, first_tried_at = coalesce(first_tried_at, @now), leased_until = @until,
                may_have_arrived = CASE WHEN leased_until > 0 THEN 1 ELSE may_have_arrived END
            WHERE nonce IN (SELECT nonce FROM notes WHERE {Due} ORDER BY nonce LIMIT @AtOnce {database.Dialect.SkipLocked})
            RETURNING nonce, guild, channel, message, attempts, first_tried_at, may_have_arrived
            """;
        await using var connection = await database.OpenAsync(cancellationToken);
        var notes = await connection.QueryAsync<Note>(new CommandDefinition(
            sql, new { now = Now, until = Now + (long)Lease.TotalMilliseconds, AtOnce }, cancellationToken: cancellationToken));
        return [.. notes.OrderBy(note => note.Nonce, StringComparer.Ordinal)];
    }

    private async Task SendAsync(Note note, CancellationToken cancellationToken)
    {
        var outcome = await OutcomeAsync(note, cancellationToken);
        var isStale = Now - note.FirstTriedAt > Stale.TotalMilliseconds;
        switch (outcome)
        {
            case SendOutcome.Sent:
                await ForgetAsync(note, CancellationToken.None);
                break;
            case SendOutcome.AskedToWait or SendOutcome.Unknown when !isStale:
                var delay = outcome is SendOutcome.AskedToWait wait && wait.Delay > Pause ? wait.Delay : Pause;
                await ReturnAsync(note, delay, outcome is SendOutcome.Unknown, CancellationToken.None);
                Log.NotTold(logger, note.Channel, delay);
                break;
            default:
                await PassOnAsync(note, CancellationToken.None);
                break;
        }
    }

    private async Task<SendOutcome> OutcomeAsync(Note note, CancellationToken cancellationToken)
    {
        if (ChannelAddress.TryParse(note.Channel) is not { } channel || chats.FirstOrDefault(it => string.Equals(it.Scheme, channel.Scheme, StringComparison.Ordinal)) is not { } chat)
        {
            return new SendOutcome.AskedToWait(Pause, $"Nothing here posts to {note.Channel}.");
        }

        var message = MessageJson.WithoutSecrets(MessageJson.Read(note.Message), secrets);
        var delivery = new Delivery(
            channel, message, note.Nonce, (int)note.Attempts - 1, DateTimeOffset.FromUnixTimeMilliseconds(note.FirstTriedAt), note.MayHaveArrived > 0);
        return (delivery.MayHaveArrived ? await chat.FindAsync(delivery, cancellationToken) : new FindOutcome.Missing()) switch
        {
            FindOutcome.Found found => new SendOutcome.Sent(found.MessageId),
            FindOutcome.Unreadable unreadable => new SendOutcome.Unknown(unreadable.Reason),
            _ => await chat.SendAsync(delivery, cancellationToken),
        };
    }

    /// <summary>A server's channel that takes nothing: the operator learns it instead. What he does not get either is gone.</summary>
    private async Task PassOnAsync(Note note, CancellationToken cancellationToken)
    {
        Log.Refused(logger, note.Channel);
        var other = note.Guild.Length == 0 ? null : await admins.OfAsync("", cancellationToken);
        await database.WriteAsync(
            async transaction =>
            {
                await ExecuteAsync(transaction, "DELETE FROM notes WHERE nonce = @Nonce", note, cancellationToken);
                if (other is not null)
                {
                    await AddAsync(transaction, other, MessageJson.Read(note.Message), cancellationToken);
                }

                return true;
            },
            cancellationToken);
    }

    private Task<int> ForgetAsync(Note note, CancellationToken cancellationToken) => database.WriteAsync(
        transaction => ExecuteAsync(transaction, "DELETE FROM notes WHERE nonce = @Nonce", note, cancellationToken), cancellationToken);

    private Task<int> ReturnAsync(Note note, TimeSpan delay, bool mayHaveArrived, CancellationToken cancellationToken) => database.WriteAsync(
        transaction => ExecuteAsync(
            transaction,
            "UPDATE notes SET leased_until = 0, next_try_at = @next, may_have_arrived = CASE WHEN @may = 1 THEN 1 ELSE may_have_arrived END WHERE nonce = @Nonce",
            new { note.Nonce, next = Now + (long)delay.TotalMilliseconds, may = mayHaveArrived ? 1 : 0 },
            cancellationToken),
        cancellationToken);

    private static Task<int> ExecuteAsync(DbTransaction transaction, string sql, object values, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(sql, values, transaction, cancellationToken: cancellationToken));

    private sealed class Note
    {
        public required string Nonce { get; init; }

        public required string Guild { get; init; }

        public required string Channel { get; init; }

        public required string Message { get; init; }

        public long Attempts { get; init; }

        public long FirstTriedAt { get; init; }

        public long MayHaveArrived { get; init; }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Channel} could not be told something; it is tried again in {Delay}.")]
        public static partial void NotTold(ILogger logger, string channel, TimeSpan delay);

        [LoggerMessage(2, LogLevel.Warning, "{Channel} takes no notes: what it was to be told goes to the operator's admin channel, if there is one.")]
        public static partial void Refused(ILogger logger, string channel);
    }
}
