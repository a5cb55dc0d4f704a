using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SummaryBot.Stories;

namespace SummaryBot.Host.Verbs;

internal static class StoriesVerb
{
    private static readonly Option<string> In = new("--jsonl")
    {
        Description = "JSON Lines in time order: rows {id, title, text?, date, source?, language?}; - for standard input.",
        HelpName = "IN",
        Required = true,
    };

    private static readonly Option<string> Out = new("--out")
    {
        Description = "Where to write {id, story} for each, after the last; - for standard output.",
        HelpName = "OUT",
        Required = true,
    };

    public static Command Command()
    {
        var command = new Command("stories", "Tell which articles of a file tell one story.") { In, Out };
        command.SetAction((parsed, cancellationToken) =>
            Task.Run(() => Run(parsed.GetValue(In)!, parsed.GetValue(Out)!, cancellationToken), cancellationToken));
        return command;
    }

    private static int Run(string input, string output, CancellationToken cancellationToken)
    {
        using var writer = JsonLines.Writer(output);
        var watch = Stopwatch.StartNew();
        var stories = new StoryRows();
        var bad = 0;
        foreach (var (line, number) in JsonLines.Lines(input))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (JsonLines.Read(line, number, stories.Add) is (_, { } problem))
            {
                bad++;
                Notes.Write(problem);
            }
        }

        foreach (var row in stories.Answers())
        {
            writer.WriteLine(row.ToJsonString(Common.JsonOptions));
        }

        var (articles, found) = (stories.Count, stories.Stories);
        Notes.Write($"{articles} articles in {found} stories, {articles / watch.Elapsed.TotalSeconds:F0} articles/s; {bad} bad rows.");
        return articles == 0 && bad > 0 ? Exit.Failed : Exit.Done;
    }

    /// <summary>The rows so far, each with the story it is in by now.</summary>
    private sealed class StoryRows
    {
        private readonly StoryClusterer _clusterer = new();
        private readonly List<(JsonNode Id, long Story)> _rows = [];
        private readonly Dictionary<long, long> _mergedInto = [];
        private DateTimeOffset? _last;

        public int Count => _rows.Count;

        public int Stories => _rows.Select(row => Standing(row.Story)).Distinct().Count();

        public JsonNode Add(JsonObject row)
        {
            var id = row["id"]?.DeepClone() ?? throw new FormatException("it has no \"id\"");
            var date = Date(row["date"]) ?? _last ?? throw new FormatException("it has no \"date\"");
            // ids of a file may repeat; the place of a row does not
            var place = _rows.Count.ToString(CultureInfo.InvariantCulture);
            var assignment = _clusterer.Add(Candidate(place, row, date));
            _last = date;
            _rows.Add((id, assignment.Story));
            Follow(assignment);
            return id;
        }

        public IEnumerable<JsonObject> Answers() => _rows.Select(row => new JsonObject { ["id"] = row.Id, ["story"] = Standing(row.Story) });

        private static StoryCandidate Candidate(string place, JsonObject row, DateTimeOffset date) =>
            new(place, Text(row, "title"), Text(row, "text") ?? "", date, Text(row, "source"), Text(row, "language"));

        private static string? Text(JsonObject row, string name) => row[name]?.GetValue<string>();

        private static DateTimeOffset? Date(JsonNode? date) => date switch
        {
            null => null,
            _ when DateTimeOffset.TryParse(
                date.GetValue<string>(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var read) => read,
            _ => throw new FormatException($"its \"date\" {JsonSerializer.Serialize(date, Common.JsonOptions)} is no date; write 2026-11-01T10:00:00Z"),
        };

        private void Follow(StoryAssignment assignment)
        {
            foreach (var merged in assignment.Merged)
            {
                _mergedInto[merged] = assignment.Story;
            }

            foreach (var (article, _, to) in assignment.Moved)
            {
                var place = int.Parse(article, CultureInfo.InvariantCulture);
                _rows[place] = (_rows[place].Id, to);
            }
        }

        private long Standing(long story)
        {
            while (_mergedInto.TryGetValue(story, out var into))
            {
                story = into;
            }

            return story;
        }
    }
}
