using System.CommandLine;
using System.Diagnostics;
using SummaryBot.Host.Simulation;

namespace SummaryBot.Host.Verbs;

internal static class SimulateVerb
{
    private static readonly Option<string> From = Required("--from", "When the digests are set up: a day, or a time such as 2026-03-29T02:30; UTC unless it names a zone (+02:00).", "DATE");
    private static readonly Option<string> To = Required("--to", "When it ends: editions due before are written.", "DATE");

    private static readonly Option<string> Articles = Required(
        "--articles", "JSON Lines: rows {id, title, text, source, url?, publishedAt, seenAt?, author?, categories?, language?}; - for standard input.", "IN");

    private static readonly Option<string> Digests = Required("--digests", "A list of digests, or a file with \"digests\", as config/summarybot.json has them.", "DIGESTS");

    private static readonly Option<string> Out = Required(
        "--out", "Where to write the editions and what became of each article in each, one JSON object a line; - for standard output.", "OUT");

    private static readonly Option<int> Seed = new("--seed") { Description = "Of all that is random; the same seed gives the same bytes. 0 unless told." };

    public static Command Command()
    {
        var command = new Command("simulate", "Run digests over a time on a virtual clock, with articles of a file; posts nothing and keeps nothing.")
        {
            From, To, Articles, Digests, Out, Seed,
        };
        command.Validators.Add(result =>
        {
            if (Time(result.GetValue(From)) is not { } from || Time(result.GetValue(To)) is not { } to)
            {
                result.AddError("--from and --to: write a day or a time, such as 2026-03-29 or 2026-03-29T02:30.");
            }
            else if (from >= to)
            {
                result.AddError("--to must be later than --from.");
            }
        });
        command.SetAction((parsed, cancellationToken) => Task.Run(() => RunAsync(parsed, cancellationToken), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (from, to) = (Time(parsed.GetValue(From))!.Value, Time(parsed.GetValue(To))!.Value);
        var digests = SimulationInput.Digests(parsed.GetValue(Digests)!);
        var (articles, bad) = SimulationInput.Articles(parsed.GetValue(Articles)!, cancellationToken);
        var run = new VirtualRun(from, to, articles, digests, parsed.GetValue(Seed));
        var watch = Stopwatch.StartNew();
        await using var writer = JsonLines.Writer(parsed.GetValue(Out)!);
        var end = await SimulationProgress.ShowAsync(
            run, tell => run.RunAsync(row => writer.WriteLine(row.ToJsonString(Common.JsonOptions)), tell, cancellationToken));
        foreach (var problem in end.Unsent)
        {
            Notes.Write(problem);
        }

        var unseen = articles.Count - end.Articles;
        Notes.Write(
            $"{end.Editions} editions of {end.Articles} articles in {watch.Elapsed.TotalSeconds:F1} s; {unseen} articles came after the last; {bad} bad rows.");
        return bad > 0 || end.Unsent.Count > 0 ? Exit.Failed : Exit.Done;
    }

    private static DateTimeOffset? Time(string? text) => IsoTime.TryParse(text)?.ToUniversalTime();

    private static Option<string> Required(string name, string description, string help) => new(name) { Description = description, HelpName = help, Required = true };
}
