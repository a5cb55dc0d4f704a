using System.Globalization;
using SummaryBot.Chat;
using SummaryBot.Commands.Editions;
using SummaryBot.Commands.Shape;
using SummaryBot.Digests;
using SummaryBot.Digests.Archive;
using SummaryBot.Language;

namespace SummaryBot.Commands.News;

/// <summary>Editions as they were sent: those of the server's digests in channels that the person may read and, in direct messages, of the person's own.</summary>
internal sealed class NewsDigests(DigestStore digests, EditionArchive archive, IEnumerable<IChannelReaders> readers)
{
    private const int MostOffered = 25;

    /// <summary>By name.</summary>
    public async Task<IReadOnlyList<StoredDigest>> VisibleAsync(CommandCall call, CancellationToken cancellationToken) => call is { Guild: "", IsOperator: false }
        ? await digests.OfChannelAsync(new ChannelAddress(ChannelAddress.Direct, call.UserId), cancellationToken)
        : await ReadableAsync(call, await digests.OfGuildAsync(call.Guild, cancellationToken), cancellationToken);

    /// <summary>Whoever manages the server sets all its digests up. Where a webhook posts is known to nobody else.</summary>
    private async Task<IReadOnlyList<StoredDigest>> ReadableAsync(CommandCall call, IReadOnlyList<StoredDigest> all, CancellationToken cancellationToken)
    {
        if (call.IsOperator || call.MayManage)
        {
            return all;
        }

        var here = call.Channel is { } id ? ChannelAddress.TryParse(id) : null;
        var (reader, readable) = (new ChannelReader(call.UserId, call.Guild, call.Roles.ToHashSet(StringComparer.Ordinal)), new HashSet<ChannelAddress>());
        foreach (var chat in readers)
        {
            string[] asked = [.. all.Select(it => it.Digest.Channel).Where(it => it != here && string.Equals(it.Scheme, chat.Scheme, StringComparison.Ordinal)).Select(it => it.Target)];
            readable.UnionWith(asked.Length == 0 ? [] : (await chat.ReadableAsync(reader, asked, cancellationToken)).Select(it => new ChannelAddress(chat.Scheme, it)));
        }

        return [.. all.Where(it => it.Digest.Channel == here || readable.Contains(it.Digest.Channel))];
    }

    /// <summary>The last issues, of one digest where its name is typed.</summary>
    public async Task<IReadOnlyList<Choice>> SuggestAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var visible = await VisibleAsync(call, cancellationToken);
        var asked = call.Text("name") is { } name ? visible.Where(it => IsNamed(it, name)) : visible;
        return [.. (await archive.ListAsync(asked, ArchiveDays.All, MostOffered, cancellationToken)).Select(it => new Choice(
            call.Words.Plain("news.digest.choice", ("digest", it.Digest), ("due", Due(it)), ("count", it.Message.Stories.Count)),
            string.Create(CultureInfo.InvariantCulture, $"{it.DigestId}/{it.DueLocal}")))];
    }

    public async Task<Reply> ShowAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var (name, date, visible) = (call.Text("name"), call.Text("date")?.Trim(), await VisibleAsync(call, cancellationToken));
        StoredDigest[] asked = [.. name is null ? visible : visible.Where(it => IsNamed(it, name))];
        if (name is not null && asked.Length == 0)
        {
            return Reply.Fail(call.Words, ErrorCode.NoSuchDigest, ("name", name));
        }

        return await FindAsync(asked, date, cancellationToken) is { } sent ? Shown(call, sent)
            : date is null ? Reply.Fail(call.Words, ErrorCode.NoEditions)
            : Reply.Fail(call.Words, ErrorCode.NoSuchEdition, ("asked", date));
    }

    private static bool IsNamed(StoredDigest digest, string name) => string.Equals(digest.Digest.Name, name.Trim(), StringComparison.OrdinalIgnoreCase);

    /// <param name="date">As it is offered, a local day, or the time of an edition; null for the last one.</param>
    private async Task<SentEdition?> FindAsync(IReadOnlyCollection<StoredDigest> asked, string? date, CancellationToken cancellationToken)
    {
        var (id, due) = date?.Split('/', 2) is [var before, var behind] ? (before, behind) : (null, date);
        if (due is not null && ArchiveDays.TryParse(due.Split('T')[0]) is null)
        {
            return null;
        }

        var day = due is null ? null : ArchiveDays.TryParse(due.Split('T')[0]);
        var of = id is null ? asked : asked.Where(it => string.Equals(it.Id.ToString(CultureInfo.InvariantCulture), id, StringComparison.Ordinal));
        var found = await archive.ListAsync(of, new ArchiveDays(day, day), due is null ? 1 : MostOffered, cancellationToken);
        return found.FirstOrDefault(it => due is null || it.DueLocal.StartsWith(due, StringComparison.Ordinal));
    }

    /// <summary>Nobody is called by it again, and what stands below it is for this answer.</summary>
    private static Reply Shown(CommandCall call, SentEdition sent)
    {
        var (words, edition) = (call.Words, new EditionKey(sent.DigestId, sent.DueLocal));
        var menu = EditionControls.MenuOf(sent.Message, edition, words);
        ReplyText?[] lines =
        [
            words.Of("news.digest.sent", ("digest", ReplyText.Strong(sent.Digest)), ("due", Due(sent)), ("at", DateTimeOffset.FromUnixTimeMilliseconds(sent.SentAt!.Value))),
            sent.Link is { } link ? ReplyText.Link(words.Plain("news.digest.link"), link) : null,
        ];
        return new Reply
        {
            Message = sent.Message with { Edition = null, IsPersonal = false, Posting = sent.Message.Posting?.Brand is { } brand ? new Posting(brand) : null },
            Lines = [.. lines.OfType<ReplyText>()],
            Menus = menu is null ? [] : [menu with { IsForAll = !call.IsPrivate }],
        };
    }

    private static string Due(SentEdition sent) => sent.DueLocal.Replace('T', ' ');
}
