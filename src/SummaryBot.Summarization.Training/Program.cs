using System.Diagnostics;
using SummaryBot.Summarization.Training;
using SummaryBot.Summarization.Training.Stages;

if (args is not ["--data", var folder])
{
    await Console.Error.WriteLineAsync("Usage: dotnet run -c Release --project src/SummaryBot.Summarization.Training -- --data FOLDER");
    return 2;
}

var clock = Stopwatch.StartNew();
var count = Corpus.Read(Path.Combine(folder, "cnndm_train.jsonl")).AsParallel().AsOrdered().Select(a => new TrainingText(a, budget: false)).ToArray();
var budget = Corpus.Read(Path.Combine(folder, "inshorts_train.jsonl")).AsParallel().AsOrdered().Select(a => new TrainingText(a, budget: true)).ToArray();
Console.WriteLine($"read {count.Length} + {budget.Length} after {clock.Elapsed.TotalSeconds:F0} s");
var priors = new TermPriors([.. count, .. budget]);
foreach (var (name, texts) in new[] { ("3 sentences", count), ("60 words", budget) })
{
    new Trainer(priors, texts).Train();
    Report.Print(name, texts);
    Console.WriteLine($"{clock.Elapsed.TotalSeconds:F0} s");
}

return 0;
