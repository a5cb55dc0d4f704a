namespace SummaryBot.Chat;

/// <summary>What becomes of a delivery that was not sent.</summary>
/// <param name="Delay">How long it rests before the next attempt; null where there is none ever.</param>
/// <param name="MayHaveArrived">Whether this or an earlier attempt may have left the message in the channel all the same.</param>
/// <param name="IsRefusal">Whether somebody has to change something first. It is tried now and then all the same, so it heals by itself, unless it is withheld.</param>
public sealed record DeliveryFailure(TimeSpan? Delay, string Reason, bool MayHaveArrived, bool IsRefusal)
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan RefusalDelay = TimeSpan.FromHours(1);

    /// <summary>The failure behind an outcome; null where it was sent.</summary>
    public static DeliveryFailure? Of(Delivery delivery, SendOutcome outcome) => outcome switch
    {
        SendOutcome.AskedToWait wait => new DeliveryFailure(
            Max(wait.Delay, FirstDelay), wait.Reason, delivery.MayHaveArrived, IsRefusal: false),
        SendOutcome.Unknown unknown => new DeliveryFailure(
            Growing(delivery.Attempts), unknown.Reason, MayHaveArrived: true, IsRefusal: false),
        SendOutcome.Refused refused => new DeliveryFailure(RefusalDelay, refused.Reason, delivery.MayHaveArrived, IsRefusal: true),
        SendOutcome.Withheld withheld => new DeliveryFailure(Delay: null, withheld.Reason, delivery.MayHaveArrived, IsRefusal: true),
        _ => null,
    };

    /// <summary>2, 4, 8 … seconds, 5 minutes at most.</summary>
    public static TimeSpan Growing(int attempts) =>
        attempts >= 8 ? LongestDelay : Min(FirstDelay * Math.Pow(2, attempts), LongestDelay);

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
