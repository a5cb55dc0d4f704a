using SummaryBot.Benchmarks;
using SummaryBot.Benchmarks.Quality;

// Each benchmark prints its figures beside those of something simpler done in the same run, because machines differ and are shared.
switch (args)
{
    case ["dispatch"]:
        await DispatchBenchmark.RunAsync();
        return 0;
    case ["start"]:
        await StartBenchmark.RunAsync();
        return 0;
    case ["quality", "--data", var folder]:
        return QualityBenchmark.Run(folder, all: false);
    case ["quality", "--data", var folder, "--all"]:
        return QualityBenchmark.Run(folder, all: true);
    case ["summarize"]:
        SummarizeBenchmark.Run();
        return 0;
    default:
        await Console.Error.WriteLineAsync(
            "Usage: dotnet run -c Release --project tests/SummaryBot.Benchmarks -- dispatch|start|summarize");
        return 2;
}
