using System.Globalization;
using System.Text.Json.Nodes;

namespace SummaryBot.EndToEnd.Tests.Simulation;

/// <summary>Articles of made-up words as rows of a simulation: stories of several outlets over days, some of which tell something new later.</summary>
/// <param name="random">Seeded: the same seed gives the same articles.</param>
internal sealed class RandomNews(Random random)
{
    private static readonly string[] Syllables = ["ba", "ke", "li", "mo", "ru", "ta", "ven", "sol", "dar", "nim", "por", "quel", "fis", "gra", "hul", "jen", "wic", "yor"];
    private static readonly string[] Outlets = ["Harbor Gazette", "Valley Courier", "Hill Post", "The Larch Echo", "Elm Herald", "Fen Times"];
    private static readonly string[] Verbs = ["opened", "closed", "sold", "bought", "planned", "built", "repaired", "found", "counted", "measured"];
    private static readonly string[] Categories = ["business", "sport", "culture"];
    private static readonly TimeSpan StoryLife = TimeSpan.FromDays(4);

    private readonly List<Story> _stories = [];
    private int _count;

    /// <summary>The next article, seen at a time not before those before it.</summary>
    public JsonObject Next(DateTimeOffset seenAt)
    {
        _stories.RemoveAll(story => seenAt - story.FirstAt > StoryLife);
        var isNew = _stories.Count == 0 || random.Next(100) < 60;
        var story = isNew ? NewStory(seenAt) : _stories[random.Next(_stories.Count)];
        var outlet = Of(Outlets);
        var sentences = isNew ? story.Sentences : story.Sentences.Select(told => random.Next(100) < 60 ? told : Sentence(story)).ToList();
        var id = (++_count).ToString("'n'0", CultureInfo.InvariantCulture);
        return new JsonObject
        {
            ["id"] = id,
            ["title"] = $"{story.Names[0]} {Of(Verbs)} the {string.Join(' ', Some(story.Words, 4))}",
            ["text"] = Paragraphs(sentences),
            ["source"] = outlet,
            ["url"] = $"https://{outlet.Replace(' ', '-')}.example/{id}",
            ["publishedAt"] = Iso(seenAt.AddMinutes(-random.Next(120))),
            ["seenAt"] = Iso(seenAt),
            ["categories"] = new JsonArray(Of(Categories)),
        };
    }

    /// <summary>A day's articles, in the order in which they are seen.</summary>
    public IReadOnlyList<JsonObject> Day(DateTimeOffset midnight, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => random.Next(24 * 60)).Order().Select(minute => Next(midnight.AddMinutes(minute)))];

    public static string Iso(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private Story NewStory(DateTimeOffset at)
    {
        var story = new Story(at, [.. Words(3).Select(word => char.ToUpperInvariant(word[0]) + word[1..])], [.. Words(12)], []);
        story.Sentences.AddRange(Enumerable.Range(0, random.Next(3, 8)).Select(_ => Sentence(story)));
        _stories.Add(story);
        return story;
    }

    private string Sentence(Story story)
    {
        var number = random.Next(100) < 40 ? $" {random.Next(2, 9000)}" : "";
        return $"{Of(story.Names)} {Of(Verbs)} the {string.Join(' ', Some(story.Words, random.Next(3, 7)).Concat(Words(random.Next(1, 4))))}{number} in {Of(story.Names)}.";
    }

    private string Paragraphs(List<string> sentences) =>
        string.Concat(sentences.Select((sentence, i) => i == 0 ? sentence : random.Next(3) == 0 ? $"\n\n{sentence}" : $" {sentence}"));

    private IEnumerable<string> Words(int count) =>
        [.. Enumerable.Range(0, count).Select(_ => string.Concat(Enumerable.Range(0, random.Next(2, 5)).Select(_ => Of(Syllables))))];

    private string[] Some(IReadOnlyList<string> words, int count) => [.. Enumerable.Range(0, count).Select(_ => Of(words))];

    private T Of<T>(IReadOnlyList<T> list) => list[random.Next(list.Count)];

    private sealed record Story(DateTimeOffset FirstAt, IReadOnlyList<string> Names, IReadOnlyList<string> Words, List<string> Sentences);
}
