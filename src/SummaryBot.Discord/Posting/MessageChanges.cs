using System.Diagnostics;
using SummaryBot.Chat;
using SummaryBot.Discord.Rest;

namespace SummaryBot.Discord.Posting;

/// <summary>Edits messages that stand in channels, and takes them back.</summary>
internal sealed class MessageChanges(DiscordRest rest, ChannelBook channels, MessageThreads threads)
{
    public async Task<ChangeOutcome> EditAsync(SentMessage sent, ChatMessage message, CancellationToken cancellationToken)
    {
        var (info, _) = await channels.AskAsync(sent.Channel.Target, cancellationToken);
        return await PartEdits.MakeAsync(sent, message, part => EditAsync(PlaceOf(sent.Channel, info, part.FirstId), part, cancellationToken));
    }

    public async Task<ChangeOutcome> DeleteAsync(SentMessage sent, CancellationToken cancellationToken) =>
        Changed(await rest.SendAsync(HttpMethod.Delete, await PathAsync(sent, cancellationToken), body: null, cancellationToken)) switch
        {
            ChangeOutcome.Missing => new ChangeOutcome.Done(),
            var outcome => outcome,
        };

    /// <summary>What a request for a change came to.</summary>
    public static ChangeOutcome Changed(RestResult result) => result switch
    {
        RestResult.Done => new ChangeOutcome.Done(),
        RestResult.AskedToWait wait => new ChangeOutcome.AskedToWait(wait.Delay, wait.Reason),
        RestResult.Unknown unknown => new ChangeOutcome.Unknown(unknown.Reason),
        RestResult.Refused { Code: DiscordCode.UnknownMessage or DiscordCode.UnknownChannel } => new ChangeOutcome.Missing(),
        RestResult.Refused refused => new ChangeOutcome.Refused(refused.Reason),
        _ => throw new UnreachableException(),
    };

    /// <summary>Nothing in an archived thread can be edited; it is opened again.</summary>
    private async Task<ChangeOutcome> EditAsync(string channel, PartEdit part, CancellationToken cancellationToken)
    {
        var result = await PatchAsync();
        if (result is RestResult.Refused { Code: DiscordCode.ThreadArchived } && await threads.ReopenAsync(channel, cancellationToken) is RestResult.Done)
        {
            result = await PatchAsync();
        }

        return Changed(result);

        Task<RestResult> PatchAsync() => rest.SendAsync(HttpMethod.Patch, $"channels/{channel}/messages/{part.Id}", part.Body.DeepClone(), cancellationToken);
    }

    /// <summary>A forum's post is a thread with the id of its first message.</summary>
    private static string PlaceOf(ChannelAddress channel, ChannelInfo? info, string firstId) => info?.Kind == ChannelKind.Forum ? firstId : channel.Target;

    private async Task<string> PathAsync(SentMessage sent, CancellationToken cancellationToken)
    {
        var (info, _) = await channels.AskAsync(sent.Channel.Target, cancellationToken);
        return $"channels/{PlaceOf(sent.Channel, info, sent.MessageId)}/messages/{sent.MessageId}";
    }
}
