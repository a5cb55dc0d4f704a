namespace SummaryBot.TestDiscord.Faults;

/// <summary>What goes wrong, and when.</summary>
/// <param name="Route">Method and path with * for one part: <c>POST /channels/*/messages</c>; null hits every route.</param>
/// <param name="Kind">One of <see cref="Kinds"/>.</param>
/// <param name="Probability">0 to 1.</param>
/// <param name="Count">How many times at most; null is without end.</param>
/// <param name="RetryAfter">Seconds that a 429 asks to wait.</param>
/// <param name="DelayMs">How long a slow request takes.</param>
/// <param name="AfterSeconds">How long after it was ordered the fault begins.</param>
/// <param name="ForSeconds">How long it lasts from there; null is without end.</param>
public sealed record FaultRule(
    string? Route,
    string Kind,
    double Probability = 1,
    int? Count = null,
    double RetryAfter = 1,
    int DelayMs = 5000,
    double AfterSeconds = 0,
    double? ForSeconds = null)
{
    /// <summary>
    /// 429 is a shared limit and 429-user the bot's own; a ban is a page of the network in front. drop-before and drop-after-accept break the connection,
    /// silent leaves it open and answers never, half-open stops in the middle of an answer to a request that was done, slow answers late.
    /// </summary>
    public static IReadOnlyList<string> Kinds { get; } =
    [
        "429", "429-user", "429-global", "429-no-headers", "ban-429", "ban-403", "500", "502", "503", "504",
        "drop-before", "drop-after-accept", "silent", "half-open", "slow",
    ];

    /// <param name="age">Since the fault was ordered.</param>
    public bool IsOn(TimeSpan age) => age.TotalSeconds >= AfterSeconds && age.TotalSeconds - AfterSeconds < (ForSeconds ?? double.MaxValue);

    public bool Matches(string method, string path)
    {
        if (Route is null)
        {
            return true;
        }

        string[] rule = [.. Route.Split(' ', '/').Where(part => part.Length > 0)], actual = [method, .. path.Split('/').Where(part => part.Length > 0)];
        return rule.Length == actual.Length && rule.Zip(actual).All(
            pair => pair.First == "*" || string.Equals(pair.First, pair.Second, StringComparison.Ordinal));
    }
}
