namespace SummaryBot.Articles;

/// <summary>The picture of an article.</summary>
/// <param name="Url">http or https.</param>
/// <param name="Alt">What it shows, as the publisher says it, one line; null where nobody says.</param>
public sealed record ArticlePicture(Uri Url, string? Alt);
