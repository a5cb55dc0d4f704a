namespace SummaryBot.TestDiscord.Rest;

/// <summary>Publishing messages of announcement channels to the channels that follow them.</summary>
internal sealed class Crossposts(World world, Messages messages, TestDiscordOptions options)
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);
    private readonly Dictionary<string, List<DateTimeOffset>> _times = new(StringComparer.Ordinal);

    public RestReply Create(string channelId, string messageId, IHeaderDictionary headers)
    {
        if (messages.Refuse(channelId, "SEND_MESSAGES") is { } refused)
        {
            return refused;
        }

        var channel = world.Find(channelId)!;
        if (channel.Type != ChannelTypes.Announcement)
        {
            return RestError.WrongChannelType;
        }

        if (channel.Messages.FirstOrDefault(it => it.Id == messageId && !it.IsDeleted) is not { } message)
        {
            return RestError.UnknownMessage;
        }

        if ((message.Flags & Message.Crossposted) != 0)
        {
            return RestError.Of(400, 40033, "This message has already been crossposted.");
        }

        if (Wait(channelId) is { } wait)
        {
            return RateLimiter.TooMany(wait, "shared", headers);
        }

        message.Flags |= Message.Crossposted;
        return RestReply.Ok(message.ToJson(world, withNonce: false));
    }

    /// <summary>Ten an hour, by users' reports.</summary>
    private TimeSpan? Wait(string channelId)
    {
        var times = _times.TryGetValue(channelId, out var known) ? known : _times[channelId] = [];
        times.RemoveAll(at => world.Now - at >= Window);
        if (times.Count >= options.CrosspostsPerHour)
        {
            return times[0] + Window - world.Now;
        }

        times.Add(world.Now);
        return null;
    }
}
