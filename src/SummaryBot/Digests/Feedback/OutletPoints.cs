namespace SummaryBot.Digests.Feedback;

/// <summary>What readers make of an outlet in one digest.</summary>
/// <param name="Outlet">Its name in lower case, as <see cref="KeyOf"/> makes it.</param>
/// <param name="Useful">How many different readers found a story of it useful.</param>
/// <param name="NotUseful">How many did not.</param>
/// <param name="Points">What its stories gain or lose in rank.</param>
public sealed record OutletPoints(string Outlet, int Useful, int NotUseful, double Points)
{
    /// <summary>Fewer readers than these are no opinion.</summary>
    public const int LeastReaders = 3;

    /// <summary>The opinions of more readers than these count no more.</summary>
    private const int MostReaders = 10;

    private const double PointsOfReader = 0.1;

    public static OutletPoints Of(string outlet, int useful, int notUseful)
    {
        var balance = Math.Clamp(useful - notUseful, -MostReaders, MostReaders);
        return new OutletPoints(outlet, useful, notUseful, Math.Abs(balance) < LeastReaders ? 0 : Math.Round(balance * PointsOfReader, 1));
    }

    /// <summary>One outlet, however its name is spelled; as <see cref="Stories.Outlets.AreSame"/> compares names.</summary>
#pragma warning disable CA1308 // lower case is how it is kept
    public static string KeyOf(string outlet) => outlet.Trim().ToLowerInvariant();
#pragma warning restore CA1308
}
