using SummaryBot.Sources;

namespace SummaryBot.Digests.Selection;

/// <summary>What a server wishes of an outlet: its source's settings.</summary>
/// <param name="Trust">Null where nothing is said.</param>
/// <param name="Most">Its stories in one edition at most, 1 or more, however empty the edition is; null for the digest's own limit, which may be filled up.</param>
public sealed record OutletWish(string Outlet, SourceTrust? Trust, int? Most)
{
    /// <summary>As much as one filter hit.</summary>
    private const double TrustPoints = 0.5;

    public static IReadOnlyDictionary<string, OutletWish> None { get; } = new Dictionary<string, OutletWish>(StringComparer.OrdinalIgnoreCase);

    /// <summary>What its stories gain or lose in rank.</summary>
    public double Points => Trust switch
    {
        SourceTrust.High => TrustPoints,
        SourceTrust.Low => -TrustPoints,
        _ => 0,
    };
}
