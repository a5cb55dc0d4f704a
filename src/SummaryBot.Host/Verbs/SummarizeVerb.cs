using System.CommandLine;
using SummaryBot.Commands;
using SummaryBot.Host.ConsoleChat;
using SummaryBot.Summarization;

namespace SummaryBot.Host.Verbs;

internal static class SummarizeVerb
{
    private static readonly Argument<string?> File = new("FILE")
    {
        Description = "A plain-text article, or - for standard input.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<bool> Why = new("--why") { Description = "Tell why each sentence of FILE was chosen; --json always does." };
    private static readonly JsonLinesArguments Lines = new("rows {id, title?, language?, about?, text} or {id, title?, language?, about?, sents: [...]}");
    private static readonly SummaryArguments Summary = new();

    public static Command Command()
    {
        var command = new Command(
            "summarize", "Summarize an article, or a file of articles with --jsonl IN --out OUT.") { File, Common.Json, Why };
        Lines.AddTo(command, isRequired: false);
        Summary.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetResult(File) is null or { Tokens.Count: 0 } == result.GetResult(Lines.In) is null or { Implicit: true })
            {
                result.AddError("Name one article FILE (or -), or a file of articles with --jsonl IN --out OUT.");
            }
        });
        command.SetAction((parsed, cancellationToken) => parsed.GetValue(File) is { } file
            ? SummarizeAsync(file, parsed, cancellationToken)
            : Lines.RunAsync(parsed, SummaryRows.Answer(Summary.Read(parsed)), cancellationToken));
        return command;
    }

    private static async Task<int> SummarizeAsync(string file, ParseResult parsed, CancellationToken cancellationToken)
    {
        var article = await ArticleFile.ReadAsync(file, cancellationToken);
        var asked = Summary.Read(parsed);
        var options = asked with
        {
            Title = asked.Title ?? article.Headline,
            Language = asked.Language ?? article.Language,
            Why = parsed.GetValue(Why) || parsed.GetValue(Common.Json),
        };
        if (parsed.GetValue(Common.Json))
        {
            Common.WriteJson(SummaryRows.Describe(article with { Headline = options.Title }, options, Summarizer.Summarize(article.Text, options, cancellationToken)));
        }
        else
        {
            Common.Write(PlainCard.Write(SummaryCardWriter.Write(article with { Headline = options.Title }, options)));
        }

        return Exit.Done;
    }
}
