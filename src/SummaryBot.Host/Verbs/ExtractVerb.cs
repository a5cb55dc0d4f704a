using System.CommandLine;
using SummaryBot.Articles.Extraction;

namespace SummaryBot.Host.Verbs;

internal static class ExtractVerb
{
    private static readonly Argument<string?> Page = new("FILE|URL")
    {
        Description = "A page as a file (.gz too), or its address.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string?> Address = new("--url") { Description = "Where the page of FILE was found.", HelpName = "URL" };
    private static readonly Option<string?> In = new("--jsonl") { Description = "JSON Lines: rows {id, path, url}, path relative to the file of the rows.", HelpName = "IN" };
    private static readonly Option<string?> Out = new("--out") { Description = "Where to write rows {id, headline, byline, publishedAt, source, language, text}; - for standard output.", HelpName = "OUT" };
    private static readonly Option<int> Jobs = Common.Number("--jobs", "Processes to read pages side by side.", Environment.ProcessorCount, 64);

    public static Command Command()
    {
        var command = new Command("extract", "Read the article of a page, or of many with --jsonl IN --out OUT.") { Page, Address, Common.Json, In, Out, Jobs };
        command.Validators.Add(result =>
        {
            if (result.GetResult(In) is { Implicit: false } != result.GetResult(Out) is { Implicit: false })
            {
                result.AddError("--jsonl IN and --out OUT go together.");
            }
            else if (result.GetResult(Page) is null or { Tokens.Count: 0 } == result.GetResult(In) is null or { Implicit: true })
            {
                result.AddError("Name one page FILE or URL, or a file of pages with --jsonl IN --out OUT.");
            }
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var extractor = new PageExtractor(new ExtractionOptions { Workers = parsed.GetValue(Jobs) }, TimeProvider.System);
            return parsed.GetValue(Page) is { } page
                ? await ReadOneAsync(extractor, page, parsed, cancellationToken)
                : await PageRows.RunAsync(extractor, parsed.GetValue(In)!, parsed.GetValue(Out)!, parsed.GetValue(Jobs), cancellationToken);
        });
        return command;
    }

    private static async Task<int> ReadOneAsync(PageExtractor extractor, string page, ParseResult parsed, CancellationToken cancellationToken)
    {
        var (body, charset, address) = await PageSource.ReadAsync(page, parsed.GetValue(Address), cancellationToken);
        switch (await extractor.ExtractAsync(body, charset, address, cancellationToken))
        {
            case PageResult.Read read when parsed.GetValue(Common.Json):
                Common.WriteJson(PageText.Describe(read.Page));
                return Exit.Done;
            case PageResult.Read read:
                Common.Write(PageText.Write(read.Page));
                return Exit.Done;
            case PageResult.Refused refused:
                throw new VerbException($"{page} is not read. {refused.Reason}");
            default:
                throw new InvalidOperationException();
        }
    }
}
