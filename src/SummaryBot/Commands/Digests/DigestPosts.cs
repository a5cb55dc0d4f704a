using System.Globalization;
using NodaTime;
using SummaryBot.Commands.Shape;
using SummaryBot.Digests;

namespace SummaryBot.Commands.Digests;

/// <summary>Shows and posts editions.</summary>
public sealed class DigestPosts(DigestDispatcher dispatcher, SendNowCheck check, DigestFinder finder, TimeProvider time)
{
    /// <summary>Of the button that posts all the same.</summary>
    public const string Kind = "dsend";

    /// <summary>The very message, and nothing changes.</summary>
    public async Task<Reply> PreviewAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var (digest, refusal) = await finder.FindAsync(call, call.Text("name"), cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var asked = call.Text("as_of");
        if (asked is not null && DigestTimes.TryParse(asked, digest!.Digest.Schedule.Zone, now) is null)
        {
            return FaultReply.Of(call.Words, "as_of", asked);
        }

        var at = asked is null ? now : DigestTimes.TryParse(asked, digest!.Digest.Schedule.Zone, now)!.Value;
        var draft = await dispatcher.PreviewAsync(digest!, at, cancellationToken);
        return new Reply { Message = draft.Message, Note = call.Words.Of("digest.previewed", ("channel", DigestWords.Channel(digest!.Digest.Channel))) };
    }

    /// <summary>Asks first where something speaks against it.</summary>
    public async Task<Reply> SendNowAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var (digest, refusal) = await finder.FindAsync(call, call.Text("name"), cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        return await check.AskAsync(digest!, call.Words, cancellationToken) is { } question
            ? Reply.Say(question) with { Buttons = [new ReplyButton(call.Words.Plain("digest.sendAnyway"), Kind, digest!.Id.ToString(CultureInfo.InvariantCulture)) { Look = ButtonLook.Main }] }
            : await PostAsync(call, digest!, cancellationToken);
    }

    public async Task<Reply> PostAnywayAsync(CommandCall call, ActionInput input, CancellationToken cancellationToken)
    {
        var (digest, refusal) = await finder.FindAsync(call, long.TryParse(input.Payload, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0, cancellationToken);
        return refusal ?? await PostAsync(call, digest!, cancellationToken);
    }

    public async Task<Reply> PostAsync(CommandCall call, StoredDigest digest, CancellationToken cancellationToken) =>
        await dispatcher.DispatchNowAsync(digest, cancellationToken) is { } message
            ? Reply.Say(call.Words.Of("digest.posted", ("count", message.Stories.Count), ("channel", DigestWords.Channel(digest.Digest.Channel))))
            : Reply.Fail(call.Words, ErrorCode.NothingToSend, ("name", digest.Digest.Name));
}
