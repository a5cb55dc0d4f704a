namespace SummaryBot.Stories;

/// <summary>An article as the clusterer sees it; a pure function of the candidate.</summary>
/// <param name="Language">Null where unknown.</param>
/// <param name="Shingles">Hashes of the runs of five words of the text, ascending, each once.</param>
internal sealed record StoryText(string? Language, StoryTerm[] Terms, uint[] Shingles);

/// <summary>A stem of an article.</summary>
/// <param name="Weight">Its share of the article: the squares of all weights sum to about 256².</param>
internal readonly record struct StoryTerm(string Stem, int Weight, TermTraits Traits);
