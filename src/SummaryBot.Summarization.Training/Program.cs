using System.Diagnostics;
using SummaryBot.Summarization.Models;
using SummaryBot.Summarization.Training;

const string Usage = """
    Trains the weights of the summarizer and prints how good they are in cross-validation. The same data give the same bytes.

    Usage: dotnet run -c Release --project src/SummaryBot.Summarization.Training -- --data FOLDER --out FILE
      --data FOLDER  holds cnndm_train.jsonl and inshorts_train.jsonl
      --out FILE     where to write the weights: src/SummaryBot.Summarization/weights.bin
    """;

if (args is ["--help"] or ["-h"])
{
    Console.WriteLine(Usage);
    return 0;
}

if (args is not ["--data", var folder, "--out", var file])
{
    await Console.Error.WriteLineAsync(Usage);
    return 2;
}

string[] paths = [Path.Combine(folder, "cnndm_train.jsonl"), Path.Combine(folder, "inshorts_train.jsonl")];
if (Array.Find(paths, path => !File.Exists(path)) is { } missing)
{
    await Console.Error.WriteLineAsync($"{missing} is absent: name the folder of the evaluation data with --data.");
    return 1;
}

var clock = Stopwatch.StartNew();
void Tell(string what) => Console.Error.WriteLine(FormattableString.Invariant($"{clock.Elapsed.TotalSeconds,5:F0} s  {what}"));

CorpusArticle[] articles = [.. paths.SelectMany(Corpus.Read)];
Console.WriteLine("English");
var (vocabulary, english, texts) = ModelTraining.English(articles, Tell, Report.Print);
Report.Evidence(texts);
Report.Prices(texts);
Console.WriteLine("other languages");
var (other, unknown) = ModelTraining.Other(articles, Tell, Report.Print);
Report.Evidence(unknown);
await using var stream = File.Create(file);
ModelFile.Write(stream, new TrainedModels(vocabulary, english, other));
Tell($"{file}: {stream.Length} bytes");
return 0;
