using System.Diagnostics;
using System.Text.RegularExpressions;

namespace SummaryBot.Digests.Filters;

/// <summary>A regular expression of a filter, compiled once for all digests that have it, and bounded in time and memory whatever the pattern.</summary>
/// <remarks>
/// The engine reads each character once, but it makes its states while it reads, up to 10,000 of them, and goes on with sets of states after that
/// (Moseley et al., "Derivative Based Nonbacktracking Real-World Regex Matching with Backtracking Semantics", PLDI 2023). How dear one character can get is a
/// matter of the size of the automaton, so that is bounded; what states a pattern has made is dropped when it is much; and a pattern that is slow all the same is
/// set aside: ordinary ones take a few nanoseconds a character.
/// </remarks>
public sealed class FilterRegex
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>States: as many as the longest pattern without counted repetitions needs.</summary>
    private const int MaxAutomaton = 250;

    private const int MaxCached = 128;
    private const int MaxKnown = 10_000;
    private const long MaxGrowth = 8_000_000; // bytes
    private const long ReadBeforeJudged = 1_000_000; // characters: enough that a busy machine makes no ordinary pattern look slow
    private const double MaxNanoseconds = 2000; // for each character

    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(2); // for one text
    private static readonly Lock Gate = new();
    private static readonly Dictionary<string, FilterRegex> Cached = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, string?> Faults = new(StringComparer.Ordinal);

    private readonly string _pattern;
    private Regex? _regex;
    private long _growth;
    private long _read;
    private long _ticks;

    /// <summary>https://github.com/dotnet/runtime, SymbolicRegexThresholds; a test holds that it has its effect.</summary>
    static FilterRegex() => AppContext.SetData("REGEX_NONBACKTRACKING_MAX_AUTOMATA_SIZE", MaxAutomaton);

    private FilterRegex(string pattern) => _pattern = pattern;

    /// <summary>Whether it proved so slow that it is not looked for any more, until the program starts anew.</summary>
    public bool IsSetAside { get; private set; }

    /// <summary>What to write in place of a pattern that cannot be used; null where it can.</summary>
    public static string? FaultOf(string pattern)
    {
        lock (Gate)
        {
            if (!Faults.TryGetValue(pattern, out var fault))
            {
                fault = Check(pattern);
                Keep(Faults, MaxKnown, pattern, fault);
            }

            return fault;
        }
    }

    /// <exception cref="ArgumentException"><see cref="FaultOf"/> has something to say of the pattern.</exception>
    public static FilterRegex Of(string pattern)
    {
        if (FaultOf(pattern) is { } fault)
        {
            throw new ArgumentException(fault, nameof(pattern));
        }

        lock (Gate)
        {
            if (!Cached.TryGetValue(pattern, out var regex))
            {
                Keep(Cached, MaxCached, pattern, regex = new FilterRegex(pattern));
            }

            return regex;
        }
    }

    public bool IsMatch(string text) => Run(text, regex => regex.IsMatch(text));

    /// <summary>The first place that matches; null where none does.</summary>
    public string? Find(string text)
    {
        string? found = null;
        Run(text, regex => regex.Match(text) is { Success: true } match && (found = match.Value) is not null);
        return found;
    }

    private bool Run(string text, Func<Regex, bool> match)
    {
        if (IsSetAside)
        {
            return false;
        }

        var regex = _regex ??= new Regex(_pattern, Options, MaxTime);
        var (bytes, ticks) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
        try
        {
            return match(regex);
        }
        catch (RegexMatchTimeoutException)
        {
            SetAside();
            return false;
        }
        finally
        {
            Judge(GC.GetAllocatedBytesForCurrentThread() - bytes, text.Length, Stopwatch.GetTimestamp() - ticks);
        }
    }

    private void Judge(long bytes, int read, long ticks)
    {
        _growth += bytes;
        (_read, _ticks) = (_read + read, _ticks + ticks);
        if (_growth > MaxGrowth)
        {
            (_regex, _growth) = (null, 0);
        }

        if (_read > ReadBeforeJudged)
        {
            if (Stopwatch.GetElapsedTime(0, _ticks).TotalNanoseconds > MaxNanoseconds * _read)
            {
                SetAside();
            }

            (_read, _ticks) = (0, 0);
        }
    }

    internal void SetAside() => (IsSetAside, _regex) = (true, null);

    private static string? Check(string pattern)
    {
        try
        {
            _ = new Regex(pattern, Options);
            return null;
        }
        catch (NotSupportedException e) when (e.Message.Contains("automat", StringComparison.Ordinal))
        {
            return "a smaller regular expression, with smaller numbers in { } or fewer parts";
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return $"a regular expression without backreferences and look-around ({e.Message.TrimEnd('.')})";
        }
    }

    private static void Keep<T>(Dictionary<string, T> kept, int most, string pattern, T value)
    {
        if (kept.Count >= most)
        {
            kept.Clear();
        }

        kept[pattern] = value;
    }
}
