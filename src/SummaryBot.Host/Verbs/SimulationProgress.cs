using System.Diagnostics;
using System.Globalization;
using Spectre.Console;
using SummaryBot.Host.Simulation;

namespace SummaryBot.Host.Verbs;

/// <summary>How far a simulation is, on standard error: a bar for a person at a terminal, a line now and then for anybody else.</summary>
internal static class SimulationProgress
{
    private static readonly TimeSpan LineEvery = TimeSpan.FromSeconds(5);

    public static Task<SimulationEnd> ShowAsync(VirtualRun run, Func<Action<SimulationStep>, Task<SimulationEnd>> work) =>
        Console.IsErrorRedirected ? LinesAsync(work) : BarAsync(run, work);

    private static Task<SimulationEnd> BarAsync(VirtualRun run, Func<Action<SimulationStep>, Task<SimulationEnd>> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(async context =>
            {
                var bar = context.AddTask("simulating", maxValue: (run.To - run.From).TotalMinutes);
                return await work(step => bar.Value = (step.Time - run.From).TotalMinutes);
            });
    }

    private static Task<SimulationEnd> LinesAsync(Func<Action<SimulationStep>, Task<SimulationEnd>> work)
    {
        var watch = Stopwatch.StartNew();
        var next = LineEvery;
        return work(step =>
        {
            if (watch.Elapsed >= next)
            {
                next = watch.Elapsed + LineEvery;
                Notes.Write(string.Create(CultureInfo.InvariantCulture, $"{step.Time.UtcDateTime:yyyy-MM-dd}: {step.Editions} editions of {step.Articles} articles …"));
            }
        });
    }
}
