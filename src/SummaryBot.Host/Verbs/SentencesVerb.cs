using System.CommandLine;
using System.Text.Json.Nodes;
using SummaryBot.Summarization.Text;

namespace SummaryBot.Host.Verbs;

internal static class SentencesVerb
{
    private static readonly JsonLinesArguments Lines = new("rows {id, text, language?}");

    public static Command Command()
    {
        var command = new Command("sentences", "Split the texts of a file into sentences.");
        Lines.AddTo(command, isRequired: true);
        command.SetAction((parsed, cancellationToken) => Lines.RunAsync(parsed, Answer, cancellationToken));
        return command;
    }

    private static JsonObject Answer(JsonObject row)
    {
        var text = row["text"]?.GetValue<string>() ?? throw new FormatException("it has no \"text\"");
        var sentences = SentenceSplitter.Split(text, row["language"]?.GetValue<string>())
            .Select(span => (JsonNode)new JsonObject { ["start"] = span.Start, ["end"] = span.End, ["text"] = text[span.Start..span.End] });
        return new JsonObject
        {
            ["id"] = row["id"]?.DeepClone() ?? throw new FormatException("it has no \"id\""),
            ["sentences"] = new JsonArray([.. sentences]),
        };
    }
}
