namespace SummaryBot.Sources.Feeds;

/// <summary>A feed that a page names or that may be there.</summary>
/// <param name="Address">http or https.</param>
/// <param name="Title">One line; null where the page gives none.</param>
public sealed record FeedLink(Uri Address, string? Title);
