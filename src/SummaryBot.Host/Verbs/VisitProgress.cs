using Spectre.Console;
using SummaryBot.Sources.Visits;

namespace SummaryBot.Host.Verbs;

/// <summary>How far visits are, on standard error: a bar for a person at a terminal, a line now and then for anybody else.</summary>
internal static class VisitProgress
{
    private const int LineEvery = 100;

    /// <param name="count">How many there will be; null where that is not known.</param>
    /// <param name="work">Calls its argument after each visit.</param>
    public static Task ShowAsync(int? count, Func<Action<VisitReport>, Task> work) =>
        Console.IsErrorRedirected || count is null or < 2 ? LinesAsync(count, work) : BarAsync(count.Value, work);

    private static Task BarAsync(int count, Func<Action<VisitReport>, Task> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(async context =>
            {
                var bar = context.AddTask("visiting", maxValue: count);
                await work(_ => bar.Increment(1));
            });
    }

    private static Task LinesAsync(int? count, Func<Action<VisitReport>, Task> work)
    {
        var done = 0;
        return work(_ =>
        {
            if (++done % LineEvery == 0)
            {
                Notes.Write(count is { } all ? $"{done} of {all} visited …" : $"{done} visited …");
            }
        });
    }
}
