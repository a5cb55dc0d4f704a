namespace SummaryBot.Operations;

/// <summary>Pure work on many things: on every core where there is much of it, and without the cost of that where there is not.</summary>
internal static class SideBySide
{
    private const int Much = 200;

    /// <summary>The results in the order of the things.</summary>
    public static IReadOnlyList<TResult> Select<T, TResult>(IReadOnlyList<T> things, Func<T, TResult> work) =>
        things.Count < Much ? [.. things.Select(work)] : OnEveryCore(things, work);

    private static TResult[] OnEveryCore<T, TResult>(IReadOnlyList<T> things, Func<T, TResult> work) =>
        [.. things.AsParallel().AsOrdered().Select(work)];
}
