using System.Text.Json;

namespace SummaryBot.TestDiscord.Faults;

/// <summary>The faults in force. A seed makes the same requests fail each time.</summary>
public sealed class FaultList(int seed, TimeProvider time)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);
    private readonly Lock _gate = new();
    private readonly Random _random = new(seed);
    private readonly List<(FaultRule Rule, int Left, long Since)> _rules = [];

    public void Add(params FaultRule[] rules)
    {
        lock (_gate)
        {
            _rules.AddRange(rules.Select(rule => (rule, rule.Count ?? int.MaxValue, time.GetTimestamp())));
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _rules.Clear();
        }
    }

    /// <exception cref="JsonException">The text is no list of faults, or names a kind that does not exist.</exception>
    public void Add(string json)
    {
        var rules = JsonSerializer.Deserialize<FaultRule[]>(json, Options) ?? [];
        Add(Array.TrueForAll(rules, rule => FaultRule.Kinds.Contains(rule.Kind)) ? rules : throw new JsonException($"The kinds are {string.Join(", ", FaultRule.Kinds)}."));
    }

    internal FaultRule? Hit(string method, string path)
    {
        lock (_gate)
        {
            for (var i = 0; i < _rules.Count; i++)
            {
                var (rule, left, since) = _rules[i];
                if (left > 0 && rule.Matches(method, path) && rule.IsOn(time.GetElapsedTime(since)) && _random.NextDouble() < rule.Probability)
                {
                    _rules[i] = (rule, left - 1, since);
                    return rule;
                }
            }
        }

        return null;
    }
}
