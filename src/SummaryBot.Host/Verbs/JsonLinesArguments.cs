using System.CommandLine;
using System.Text.Json.Nodes;

namespace SummaryBot.Host.Verbs;

/// <summary>The options of verbs that answer a file of rows.</summary>
internal sealed class JsonLinesArguments(string rows)
{
    private readonly Option<string?> _out = new("--out") { Description = "Where to write the answers, one JSON object a line; - for standard output.", HelpName = "OUT" };

    private readonly Option<int> _threads = Common.Number("--threads", "Rows to work on side by side.", Environment.ProcessorCount, 256);

    public Option<string?> In { get; } = new("--jsonl") { Description = $"JSON Lines: {rows}; - for standard input.", HelpName = "IN" };

    public void AddTo(Command command, bool isRequired)
    {
        In.Required = isRequired;
        _out.Required = isRequired;
        command.Add(In);
        command.Add(_out);
        command.Add(_threads);
        command.Validators.Add(result =>
        {
            if (result.GetResult(In) is { Implicit: false } != result.GetResult(_out) is { Implicit: false })
            {
                result.AddError("--jsonl IN and --out OUT go together.");
            }
        });
    }

    public Task<int> RunAsync(ParseResult parsed, Func<JsonObject, JsonObject> answer, CancellationToken cancellationToken) =>
        Task.Run(
            () => JsonLines.Run(parsed.GetValue(In)!, parsed.GetValue(_out)!, parsed.GetValue(_threads), answer, cancellationToken),
            cancellationToken);
}
