namespace SummaryBot.Articles.Search;

/// <summary>Who is shown something.</summary>
/// <param name="Guild">The id of a Discord server; empty for what everybody may see.</param>
/// <param name="User">The id of a person, who is also shown what he alone may see; null for nobody in particular.</param>
public sealed record Viewer(string Guild, string? User = null);
