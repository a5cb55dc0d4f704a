namespace SummaryBot.Chat;

/// <summary>A place that messages go to. Expected failures are outcomes; exceptions are defects.</summary>
public interface IChat
{
    /// <summary>The <see cref="ChannelAddress.Scheme"/> it serves.</summary>
    string Scheme { get; }

    ChatLimits Limits { get; }

    /// <summary>Posts the message once, under the delivery's nonce.</summary>
    Task<SendOutcome> SendAsync(Delivery delivery, CancellationToken cancellationToken);

    /// <summary>Looks in the channel for a message that an earlier attempt may have left there.</summary>
    Task<FindOutcome> FindAsync(Delivery delivery, CancellationToken cancellationToken);

    /// <summary>Puts another message in the place of one that was sent. Doing it twice changes nothing more.</summary>
    Task<ChangeOutcome> EditAsync(SentMessage sent, ChatMessage message, CancellationToken cancellationToken);

    /// <summary>Whether a message can take the place of one that was sent: some chats keep as many parts as there were.</summary>
    bool CanEdit(ChatMessage sent, ChatMessage wanted) => true;

    /// <summary>Takes back a message that was sent. One that is gone already counts as taken back.</summary>
    Task<ChangeOutcome> DeleteAsync(SentMessage sent, CancellationToken cancellationToken);
}

/// <summary>A message that stands in a channel.</summary>
/// <param name="MessageId">As <see cref="SendOutcome.Sent"/> told it.</param>
public sealed record SentMessage(ChannelAddress Channel, string MessageId)
{
    /// <summary>As <see cref="SendOutcome.Sent"/> told them; empty where it is one, or where nobody knows.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    /// <summary>What stands there; null where nobody knows.</summary>
    public ChatMessage? Shown { get; init; }

    /// <summary>How many parts were edited in an earlier attempt.</summary>
    public int PartsDone { get; init; }

    /// <summary>Whether every part is to be edited, not those alone that change.</summary>
    public bool IsWhole { get; init; }
}

public abstract record SendOutcome
{
    /// <summary>It stands in the channel.</summary>
    public sealed record Sent(string MessageId) : SendOutcome
    {
        /// <summary>The ids of all its messages in their order, an empty one where it is not known; empty where it is one message.</summary>
        public IReadOnlyList<string> Parts { get; init; } = [];
    }

    /// <summary>It was not posted; try again no sooner than after the delay. The reason is one sentence for the operator.</summary>
    /// <param name="IsForAll">Whether nothing can be posted to this chat so long, not to this channel alone.</param>
    public sealed record AskedToWait(TimeSpan Delay, string Reason, bool IsForAll = false) : SendOutcome;

    /// <summary>Nobody knows whether it was posted: the connection broke or the chat failed after it may have taken the message.</summary>
    public sealed record Unknown(string Reason) : SendOutcome;

    /// <summary>It was not posted, and will not be until somebody changes something about it. The reason says what, in one sentence.</summary>
    public sealed record Refused(string Reason) : SendOutcome;

    /// <summary>The channel takes nothing at all until somebody changes something. The reason says what, in one sentence.</summary>
    public abstract record Blocked(string Reason) : SendOutcome;

    /// <summary>The bot lacks permissions in the channel.</summary>
    /// <param name="Permissions">As the chat's own settings name them.</param>
    public sealed record MissingPermissions(IReadOnlyList<string> Permissions, string Reason) : Blocked(Reason);

    /// <summary>There is no such channel any more, or it is closed.</summary>
    public sealed record Gone(string Reason) : Blocked(Reason);

    /// <summary>The person takes no direct messages from the bot, which is for nobody else to change. The reason says so in one sentence.</summary>
    public sealed record Closed(string Reason) : SendOutcome;

    /// <summary>It must never be posted. The reason says why, in one or two sentences.</summary>
    public sealed record Withheld(string Reason) : SendOutcome;
}

public abstract record FindOutcome
{
    public sealed record Found(string MessageId) : FindOutcome;

    public sealed record Missing : FindOutcome;

    /// <summary>The channel could not be read, so nothing is known. The reason is one sentence for the operator.</summary>
    public sealed record Unreadable(string Reason) : FindOutcome;
}

public abstract record ChangeOutcome
{
    /// <summary>How many parts have been edited, in this attempt and those before it.</summary>
    public int PartsDone { get; init; }

    public sealed record Done : ChangeOutcome
    {
        /// <summary>What could not be changed, in one sentence; null where everything was.</summary>
        public string? Note { get; init; }
    }

    /// <summary>It was not changed; try again no sooner than after the delay. The reason is one sentence for the operator.</summary>
    public sealed record AskedToWait(TimeSpan Delay, string Reason) : ChangeOutcome;

    /// <summary>Nobody knows whether it was changed; it may be tried again.</summary>
    public sealed record Unknown(string Reason) : ChangeOutcome;

    /// <summary>The message is gone.</summary>
    public sealed record Missing : ChangeOutcome;

    /// <summary>It was not changed, and will not be as things are. The reason says why, in one sentence.</summary>
    public sealed record Refused(string Reason) : ChangeOutcome;
}
