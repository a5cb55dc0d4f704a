using SummaryBot.Sources.Fetching;

namespace SummaryBot.Sources.Visits;

/// <summary>Fetches something from outside, guarded: <see cref="Fetcher.FetchAsync"/>.</summary>
public delegate Task<FetchOutcome> Fetch(FetchRequest request, CancellationToken cancellationToken);
