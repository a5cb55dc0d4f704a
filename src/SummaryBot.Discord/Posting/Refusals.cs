using System.Diagnostics;
using SummaryBot.Chat;
using SummaryBot.Discord.Rest;

namespace SummaryBot.Discord.Posting;

/// <summary>Says what a request to post came to, and what a channel that refuses lacks.</summary>
internal sealed class Refusals(DiscordRest rest, ChannelSearch search)
{
    private readonly ChannelAccess _access = new(rest);

    /// <summary>The same without asking Discord for more.</summary>
    public static SendOutcome Outcome(RestResult result) => result switch
    {
        RestResult.Done done => new SendOutcome.Sent(ChannelSearch.Text(done.Body, "id") ?? ""),
        RestResult.AskedToWait wait => new SendOutcome.AskedToWait(wait.Delay, wait.Reason, wait.IsGlobal),
        RestResult.Unknown unknown => new SendOutcome.Unknown(unknown.Reason),
        RestResult.Refused
        {
            Code: DiscordCode.UnknownChannel or DiscordCode.UnknownGuild or DiscordCode.NoTextChannel or DiscordCode.ThreadArchived or DiscordCode.ThreadLocked,
        } gone => new SendOutcome.Gone(gone.Reason),
        RestResult.Refused { Code: DiscordCode.CannotMessageUser } closed => new SendOutcome.Closed(closed.Reason),
        RestResult.Refused refused => new SendOutcome.Refused(refused.Reason),
        _ => throw new UnreachableException(),
    };

    /// <param name="channel">Whose missing permissions are asked for and named.</param>
    public async Task<SendOutcome> OutcomeAsync(string channel, RestResult result, CancellationToken cancellationToken)
    {
        if (result is not RestResult.Refused { Code: DiscordCode.MissingAccess or DiscordCode.MissingPermissions })
        {
            return Outcome(result);
        }

        var missing = await search.OwnIdAsync(cancellationToken) is { } own
            ? await _access.MissingAsync(channel, own, cancellationToken)
            : ["View Channel", "Send Messages", "Embed Links"];
        return new SendOutcome.MissingPermissions(
            missing, $"The bot may not post in the channel {channel}: give it there {string.Join(" and ", missing)}.");
    }
}
