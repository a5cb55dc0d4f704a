using System.Text.Json;
using SummaryBot.Stories;

namespace SummaryBot.Tests.Stories;

/// <summary>An article of the labelled set with the event that it tells.</summary>
/// <remarks>
/// All texts were made up for this set. The same event told in another language is labelled as another event: the clusterer does not join languages.
/// The rules were tuned on development.jsonl alone; held.jsonl was written after them. See StoryRule.
/// </remarks>
internal sealed record LabelledArticle(string Id, string Title, string Text, DateTimeOffset Date, string Source, string Event)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public StoryCandidate Candidate { get; } = new(Id, Title, Text, Date, Source, Language: null);

    /// <summary>The articles of some parts in time order.</summary>
    public static List<LabelledArticle> Read(params string[] parts) =>
    [
        .. parts.SelectMany(part => File.ReadLines(Path.Combine(Repository.Root, "tests", "SummaryBot.Tests", "Stories", $"{part}.jsonl")))
            .Select(line => JsonSerializer.Deserialize<LabelledArticle>(line, Options)!)
            .OrderBy(article => article.Date).ThenBy(article => article.Id, StringComparer.Ordinal),
    ];
}
