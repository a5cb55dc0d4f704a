using System.Data.Common;
using SummaryBot.Language;
using SummaryBot.Operations;
using SummaryBot.Settings;
using SummaryBot.Storage;

namespace SummaryBot.Chat;

/// <summary>Tells administrators, once for each, which channels take no messages any more, and why.</summary>
public sealed class AdminNotes(Database database, BlockedChannelStore store, AdminChannels admins, NoteOutbox outbox, Secrets secrets)
{
    /// <summary>What does not fit into one note comes in the next.</summary>
    private const int MostLines = 10;

    private const int MostAtOnce = 1000;

    public async Task TellAsync(CancellationToken cancellationToken)
    {
        var untold = await store.UntoldAsync(MostAtOnce, cancellationToken);
        foreach (var place in await admins.GroupAsync(untold, it => it.Guild, cancellationToken))
        {
            foreach (var blocked in place.Chunk(MostLines))
            {
                await database.WriteAsync(transaction => TellAsync(transaction, place.Key, blocked, cancellationToken), cancellationToken);
            }
        }

        await outbox.SendAsync(cancellationToken);
    }

    private async Task<bool> TellAsync(DbTransaction transaction, AdminPlace place, IReadOnlyList<BlockedChannel> blocked, CancellationToken cancellationToken)
    {
        var open = await store.RecordToldAsync(transaction, blocked, cancellationToken);
        if (open.Count > 0)
        {
            await outbox.AddAsync(transaction, place, Note(place, [.. blocked.Where(it => open.Contains(it.Nonce))]), cancellationToken);
        }

        return true;
    }

    private ChatMessage Note(AdminPlace place, IReadOnlyList<BlockedChannel> blocked) => new(
        place.Words.Plain("note.blocked.title", ("count", blocked.Count)),
        [.. blocked.Select(it => secrets.Redact(place.Words.Plain("note.blocked.line", ("channel", it.Channel), ("reason", StoredReason.Plain(place.Words, it.Reason)))))],
        [],
        [place.Words.Plain("note.blocked.foot")],
        MessageLayout.Compact);
}
