using SummaryBot.Chat;
using SummaryBot.Discord.Posting;
using SummaryBot.Discord.Rendering;
using SummaryBot.Discord.Rest;

namespace SummaryBot.Discord;

/// <summary>Posts editions to Discord channels.</summary>
public sealed class DiscordChat : IChat
{
    private readonly Poster _poster;

    internal DiscordChat(Poster poster) => _poster = poster;

    public string Scheme => ChannelAddress.Discord;

    public ChatLimits Limits => MessageRenderer.Limits;

    public Task<SendOutcome> SendAsync(Delivery delivery, CancellationToken cancellationToken) => _poster.SendAsync(delivery, cancellationToken);

    public Task<FindOutcome> FindAsync(Delivery delivery, CancellationToken cancellationToken) => _poster.FindAsync(delivery, cancellationToken);

    internal static SendOutcome Outcome(RestResult result) => result switch
    {
        RestResult.Done done => new SendOutcome.Sent(ChannelSearch.Text(done.Body, "id") ?? ""),
        RestResult.AskedToWait wait => new SendOutcome.AskedToWait(wait.Delay, wait.Reason),
        RestResult.Unknown unknown => new SendOutcome.Unknown(unknown.Reason),
        RestResult.Refused refused => new SendOutcome.Refused(refused.Reason),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
