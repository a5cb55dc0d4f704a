using System.Globalization;
using SummaryBot.Benchmarks;
using SummaryBot.Benchmarks.Answers;
using SummaryBot.Benchmarks.Load;
using SummaryBot.Benchmarks.Pages;
using SummaryBot.Benchmarks.Quality;
using SummaryBot.Benchmarks.Search;
using SummaryBot.Benchmarks.Speed;
using SummaryBot.Benchmarks.Visits;

const string Usage = """
    Usage: dotnet run -c Release --project tests/SummaryBot.Benchmarks -- VERB
      dispatch                       10,000 digests due in one minute
      select                         one digest chooses among 10,000 candidate stories
      load [--channels N] [--faults] 10,000 channels sent to TestDiscord at 50 requests a second; with --faults it also makes requests fail
      answers                        how soon 20 people are answered while 20 others wait for a site that never answers
      start                          time until the bot is ready, memory while it rests
      speed [--data FOLDER]          summaries a second, allocations, long articles, the first summary; of made-up articles without --data
      bombs                          an answer that unpacks to 1 GiB
      chaos [--minutes 10] [--seed N]  the gateway client through cuts, silent peers and orders to leave
      visits [--feeds 1000]          a round of visits to a local web of feeds, some broken, slow or busy; a second; one killed in the middle
      search [--articles 1000000] [--postgresql CONNECTION] [--typing]  search and autocomplete among many articles, on SQLite or in a PostgreSQL database,
                                     empty or filled by an earlier run; with --typing only what 20 people are offered who type at once
      stories [--articles N]         100,000 articles of 90 days put into stories: articles a second and memory
      filters                        1,000 filters of digests on 1,000 articles, words and regular expressions; patterns made to explode
      quality --data FOLDER [--all]  ROUGE beside LEAD and others, on the validation part or on all articles
      pages --data FOLDER [LABELS]   the articles of pages beside SmartReader: F1, time, memory; with LABELS, rows {id, title, date}, titles and dates too
    FOLDER holds, for pages, the article-extraction-benchmark; else cnndm_train.jsonl and, for quality, inshorts_train.jsonl.
    """;

// Each benchmark prints its figures beside those of something simpler done in the same run, because machines differ and are shared.
switch (args)
{
    case ["dispatch"]:
        await DispatchBenchmark.RunAsync();
        return 0;
    case ["select"]:
        return SelectBenchmark.Run();
    case ["load", .. var options] when LoadOptions(options) is (var channels, var withFaults):
        return await LoadBenchmark.RunAsync(channels, withFaults);
    case ["bombs"]:
        await BombBenchmark.RunAsync();
        return 0;
    case ["answers"]: return await AnswersBenchmark.RunAsync();
    case ["start"]:
        await StartBenchmark.RunAsync();
        return 0;
    case ["speed"]:
        return await SpeedBenchmark.RunAsync(folder: null);
    case ["speed", "--data", var folder]:
        return await SpeedBenchmark.RunAsync(folder);
    case ["chaos", .. var options]: return await ChaosBenchmark.RunAsync(options);
    case ["visits"]:
        return await VisitsBenchmark.RunAsync(1000);
    case ["visits", "--feeds", var text]:
        return await VisitsBenchmark.RunAsync(int.Parse(text, CultureInfo.InvariantCulture));
    case ["search", .. var options]: return await SearchBenchmark.RunAsync(options);
    case ["stories"]:
        return StoriesBenchmark.Run(100_000);
    case ["stories", "--articles", var text] when int.TryParse(text, CultureInfo.InvariantCulture, out var articles) && articles > 0:
        return StoriesBenchmark.Run(articles);
    case ["filters"]: return FiltersBenchmark.Run();
    case ["quality", "--data", var folder]:
        return QualityBenchmark.Run(folder, all: false);
    case ["quality", "--data", var folder, "--all"]:
        return QualityBenchmark.Run(folder, all: true);
    case ["pages", "--data", var folder]:
        return PagesBenchmark.Run(folder, labels: null);
    case ["pages", "--data", var folder, var labels]:
        return PagesBenchmark.Run(folder, labels);
    case [FirstSummary.Verb]:
        FirstSummary.Run();
        return 0;
    default:
        await Console.Error.WriteLineAsync(Usage);
        return 2;
}

static (int Channels, bool WithFaults)? LoadOptions(string[] options) => options switch
{
    [] => (10_000, false),
    ["--faults"] => (10_000, true),
    ["--channels", var text] when int.TryParse(text, CultureInfo.InvariantCulture, out var channels) && channels > 0 => (channels, false),
    ["--channels", var text, "--faults"] when int.TryParse(text, CultureInfo.InvariantCulture, out var channels) && channels > 0 => (channels, true),
    _ => null,
};
