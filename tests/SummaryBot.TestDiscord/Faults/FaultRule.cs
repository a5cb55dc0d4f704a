namespace SummaryBot.TestDiscord.Faults;

/// <summary>What goes wrong, and when.</summary>
/// <param name="Route">Method and path with * for one part: <c>POST /channels/*/messages</c>; null hits every route.</param>
/// <param name="Kind">429, 429-global, 429-no-headers, 500, 502, 503, drop-before, drop-after-accept or slow.</param>
/// <param name="Probability">0 to 1.</param>
/// <param name="Count">How many times at most; null is without end.</param>
/// <param name="RetryAfter">Seconds that a 429 asks to wait.</param>
/// <param name="DelayMs">How long a slow request takes.</param>
public sealed record FaultRule(
    string? Route, string Kind, double Probability = 1, int? Count = null, double RetryAfter = 1, int DelayMs = 5000)
{
    public static IReadOnlyList<string> Kinds { get; } = ["429", "429-global", "429-no-headers", "500", "502", "503", "drop-before", "drop-after-accept", "slow"];

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
