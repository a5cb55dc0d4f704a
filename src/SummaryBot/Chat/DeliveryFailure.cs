namespace SummaryBot.Chat;

/// <summary>What becomes of a delivery that was not sent.</summary>
/// <param name="State">One of <see cref="DeliveryState"/>; all but waiting mean that somebody has to change something first.</param>
/// <param name="Delay">How long it rests before the next attempt; null where there is none ever.</param>
/// <param name="MayHaveArrived">Whether this or an earlier attempt may have left the message in the channel all the same.</param>
/// <param name="IsAttempt">Whether it counts as one; having to wait is none.</param>
public sealed record DeliveryFailure(string State, TimeSpan? Delay, string Reason, bool MayHaveArrived, bool IsAttempt = true)
{
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan RefusalDelay = TimeSpan.FromHours(1);

    /// <summary>The failure behind an outcome; null where it was sent.</summary>
    public static DeliveryFailure? Of(Delivery delivery, SendOutcome outcome) => outcome switch
    {
        SendOutcome.AskedToWait wait => new DeliveryFailure(
            DeliveryState.Waiting, wait.Delay > ShortestWait ? wait.Delay : ShortestWait, wait.Reason, delivery.MayHaveArrived, IsAttempt: false),
        SendOutcome.Unknown unknown => new DeliveryFailure(
            DeliveryState.Waiting, Growing(delivery.Attempts), unknown.Reason, MayHaveArrived: true),
        SendOutcome.Blocked blocked => new DeliveryFailure(DeliveryState.Blocked, RefusalDelay, blocked.Reason, delivery.MayHaveArrived),
        SendOutcome.Refused refused => new DeliveryFailure(DeliveryState.Refused, RefusalDelay, refused.Reason, delivery.MayHaveArrived),
        SendOutcome.Withheld withheld => new DeliveryFailure(DeliveryState.Refused, Delay: null, withheld.Reason, delivery.MayHaveArrived),
        _ => null,
    };

    /// <summary>2, 4, 8 … seconds, 5 minutes at most.</summary>
    public static TimeSpan Growing(int attempts) =>
        attempts >= 8 ? LongestDelay : Min(FirstDelay * Math.Pow(2, attempts), LongestDelay);

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
