using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using SummaryBot.Chat;
using SummaryBot.Discord.Rendering;
using SummaryBot.Discord.Rest;

namespace SummaryBot.Discord.Posting;

/// <summary>Posts to people's direct messages: opens the channel between the bot and the person once, and posts there as in any other.</summary>
/// <remarks><see href="https://discord.com/developers/docs/resources/user#create-dm"/></remarks>
internal sealed class DirectChat(DiscordRest rest, Poster poster, MessageChanges changes) : IChat
{
    /// <summary>At about 100 bytes each; beyond it everything is forgotten, which costs a request for each person.</summary>
    private const int MostChannels = 20_000;

    private const int UnknownUser = 10013;
    private const int InvalidRecipient = 50033;

    private readonly ConcurrentDictionary<string, ChannelAddress> _channels = new(StringComparer.Ordinal);

    public string Scheme => ChannelAddress.Direct;

    public ChatLimits Limits => MessageRenderer.Limits;

    public async Task<SendOutcome> SendAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var (channel, problem) = await OpenAsync(delivery.Channel.Target, cancellationToken);
        return channel is null ? Refused(problem!) : await poster.SendAsync(delivery with { Channel = channel }, cancellationToken);
    }

    public async Task<FindOutcome> FindAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var (channel, _) = await OpenAsync(delivery.Channel.Target, cancellationToken);
        return channel is null
            ? new FindOutcome.Unreadable("The direct messages cannot be read to see whether the message arrived; it is tried again.")
            : await poster.FindAsync(delivery with { Channel = channel }, cancellationToken);
    }

    public async Task<ChangeOutcome> EditAsync(SentMessage sent, ChatMessage message, CancellationToken cancellationToken)
    {
        var (channel, problem) = await OpenAsync(sent.Channel.Target, cancellationToken);
        return channel is null ? MessageChanges.Changed(problem!) : await changes.EditAsync(sent with { Channel = channel }, message, cancellationToken);
    }

    public async Task<ChangeOutcome> DeleteAsync(SentMessage sent, CancellationToken cancellationToken)
    {
        var (channel, problem) = await OpenAsync(sent.Channel.Target, cancellationToken);
        return channel is null ? MessageChanges.Changed(problem!) : await changes.DeleteAsync(sent with { Channel = channel }, cancellationToken);
    }

    private static SendOutcome Refused(RestResult problem) => problem is RestResult.Refused { Code: UnknownUser or InvalidRecipient } gone
        ? new SendOutcome.Closed(gone.Reason)
        : Refusals.Outcome(problem);

    /// <summary>Discord opens a channel once for two people, however often it is asked.</summary>
    private async Task<(ChannelAddress? Channel, RestResult? Problem)> OpenAsync(string userId, CancellationToken cancellationToken)
    {
        if (_channels.TryGetValue(userId, out var known))
        {
            return (known, null);
        }

        var answer = await rest.SendAsync(HttpMethod.Post, "users/@me/channels", new JsonObject { ["recipient_id"] = userId }, cancellationToken);
        if (answer is not RestResult.Done { Body: var body })
        {
            return (null, answer);
        }

        if (ChannelSearch.Text(body, "id") is not { } id)
        {
            return (null, new RestResult.Unknown("Discord's answer about the direct messages made no sense."));
        }

        if (_channels.Count >= MostChannels)
        {
            _channels.Clear();
        }

        return (_channels[userId] = new ChannelAddress(ChannelAddress.Discord, id), null);
    }
}
