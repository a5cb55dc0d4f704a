namespace SummaryBot.Articles.Search;

/// <summary>A term of <see cref="SearchTerms"/> to look for.</summary>
/// <param name="IsPrefix">Any longer term that begins with it will do.</param>
public readonly record struct SearchTerm(string Text, bool IsPrefix = false);
