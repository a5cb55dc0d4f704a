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
}

public abstract record SendOutcome
{
    /// <summary>It stands in the channel.</summary>
    public sealed record Sent(string MessageId) : SendOutcome;

    /// <summary>It was not posted; try again no sooner than after the delay. The reason is one sentence for the operator.</summary>
    public sealed record AskedToWait(TimeSpan Delay, string Reason) : SendOutcome;

    /// <summary>Nobody knows whether it was posted: the connection broke or the chat failed after it may have taken the message.</summary>
    public sealed record Unknown(string Reason) : SendOutcome;

    /// <summary>It was not posted, and will not be until somebody changes something. The reason says what, in one sentence.</summary>
    public sealed record Refused(string Reason) : SendOutcome;

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
