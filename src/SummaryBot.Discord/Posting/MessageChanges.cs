using System.Diagnostics;
using SummaryBot.Chat;
using SummaryBot.Discord.Rest;

namespace SummaryBot.Discord.Posting;

/// <summary>Edits messages that stand in channels, and takes them back.</summary>
internal sealed class MessageChanges(DiscordRest rest, ChannelBook channels, Posts posts)
{
    /// <summary>Only what is one message can be edited: a thread for each story, or long plain text, are several.</summary>
    public async Task<ChangeOutcome> EditAsync(SentMessage sent, ChatMessage message, CancellationToken cancellationToken) =>
        await posts.OfAsync(message, cancellationToken) is [var post]
            ? Changed(await rest.SendAsync(HttpMethod.Patch, await PathAsync(sent, cancellationToken), post.Body.DeepClone(), cancellationToken))
            : new ChangeOutcome.Refused("The edition was sent as several messages and is not edited.");

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

    /// <summary>A forum's post is a thread with the id of its first message.</summary>
    private async Task<string> PathAsync(SentMessage sent, CancellationToken cancellationToken)
    {
        var (info, _) = await channels.AskAsync(sent.Channel.Target, cancellationToken);
        var channel = info?.Kind == ChannelKind.Forum ? sent.MessageId : sent.Channel.Target;
        return $"channels/{channel}/messages/{sent.MessageId}";
    }
}
