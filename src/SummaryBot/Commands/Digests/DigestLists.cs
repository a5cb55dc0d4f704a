using System.Globalization;
using NodaTime;
using SummaryBot.Commands.Shape;
using SummaryBot.Digests;
using SummaryBot.Language;

namespace SummaryBot.Commands.Digests;

/// <summary>Lists digests, their settings and their editions.</summary>
public sealed class DigestLists(EditionStore editions, DigestFinder finder, TimeProvider time)
{
    /// <summary>Of the buttons that turn the pages of a history.</summary>
    public const string Kind = "dhist";

    private const int PageSize = 10;

    /// <summary>Editions that can be paged through.</summary>
    private const int MostEditions = 1000;

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    public async Task<Reply> ListAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var found = await finder.ListAsync(call, cancellationToken);
        return found.Count == 0
            ? Reply.Say(call.Words.Of("digest.none"))
            : new Reply { Title = call.Words.Of("digest.listed", ("count", found.Count)), Lines = [.. found.Select(digest => Row(call, digest))] };
    }

    public async Task<Reply> ShowAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var (digest, refusal) = await finder.FindAsync(call, call.Text("name"), cancellationToken);
        return refusal ?? new Reply { Title = ReplyText.Strong(digest!.Digest.Name), Lines = [Row(call, digest), .. DigestSettingLines.Of(call.Words, digest.Digest)] };
    }

    public async Task<Reply> HistoryAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var (digest, refusal) = await finder.FindAsync(call, call.Text("name"), cancellationToken);
        return refusal ?? await HistoryAsync(call, digest!, call.Text("status") ?? "", page: 0, cancellationToken);
    }

    public async Task<Reply> TurnAsync(CommandCall call, ActionInput input, CancellationToken cancellationToken)
    {
        if (input.Payload.Split('|') is not [var id, var page, var status])
        {
            return Reply.Fail(call.Words, ErrorCode.StaleButton);
        }

        var (digest, refusal) = await finder.FindAsync(call, long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0, cancellationToken);
        _ = int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var at);
        return refusal ?? await HistoryAsync(call, digest!, status, Math.Min(at, (MostEditions / PageSize) - 1), cancellationToken);
    }

    private async Task<Reply> HistoryAsync(CommandCall call, StoredDigest digest, string status, int page, CancellationToken cancellationToken)
    {
        EditionStatus? only = ChoiceText.TryParse<EditionStatus>(status, out var asked) ? asked : null;
        var found = await editions.HistoryAsync(digest.Id, ((page + 1) * PageSize) + 1, only, cancellationToken);
        if (found.Count == 0)
        {
            return Reply.Say(call.Words.Of("digest.historyNone", ("name", digest.Digest.Name)));
        }

        var shown = found.Skip(page * PageSize).Take(PageSize).Select(edition => Row(call.Words, edition));
        return new Reply
        {
            Title = call.Words.Of("digest.historyOf", ("name", digest.Digest.Name)),
            Lines = [.. shown],
            Note = call.Words.Of("digest.page", ("page", page + 1)),
            Buttons = page == 0 && found.Count <= PageSize ? [] : [Turn("digest.newer", page - 1, page == 0), Turn("digest.older", page + 1, found.Count <= (page + 1) * PageSize)],
        };

        ReplyButton Turn(string key, int to, bool isDisabled) => new(
            call.Words.Plain(key), Kind, string.Create(CultureInfo.InvariantCulture, $"{digest.Id}|{Math.Max(0, to)}|{status}"))
        {
            IsDisabled = isDisabled,
        };
    }

    private ReplyText Row(CommandCall call, StoredDigest digest)
    {
        var state = DigestWords.State(call.Words, digest, Now);
        return call.Words.Of(
            state.Length == 0 ? "digest.row" : "digest.rowResting",
            ("name", new ReplyPart.Strong(digest.Digest.Name)),
            ("channel", DigestWords.Channel(digest.Digest.Channel)),
            ("schedule", DigestWords.Schedule(call.Words, digest.Digest)),
            ("next", DigestWords.Next(call, digest)),
            ("state", state));
    }

    private static ReplyText Row(Words words, EditionRecord edition)
    {
        var isPosted = edition.Delivery is null or "sent";
        var fate = words.Plain(isPosted ? $"digest.option.status.{edition.Status}" : $"digest.delivery.{edition.Delivery}");
        return words.Of(
            edition.Stories > 0 ? "digest.edition" : "digest.editionEmpty",
            ("time", DateTimeOffset.FromUnixTimeMilliseconds(edition.DueAt)),
            ("fate", isPosted || edition.Reason is null ? fate : ReplyText.Join(": ", [fate, StoredReason.Of(words, edition.Reason)])),
            ("count", edition.Stories));
    }
}
