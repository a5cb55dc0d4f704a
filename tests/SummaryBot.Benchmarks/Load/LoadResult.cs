namespace SummaryBot.Benchmarks.Load;

/// <summary>What a load run came to.</summary>
/// <param name="Taken">From the first edition of the minute to its last.</param>
/// <param name="LateMost">After the minute when all were due; the dispatch itself looks every 15 s.</param>
/// <param name="LimitsExceeded">Requests sent sooner than the headers or a 429 allowed, as TestDiscord counted them; the global ones are among them.</param>
/// <param name="PeakMegabytes">Of the bot's process alone, resident; 0 where the system does not tell.</param>
/// <param name="Shards">Connections to the gateway at the end; the channels are spread over a server of each.</param>
internal sealed record LoadResult(
    int Expected,
    int Lost,
    int Doubles,
    int OutOfOrder,
    TimeSpan Taken,
    TimeSpan LateP50,
    TimeSpan LateP99,
    TimeSpan LateMost,
    int GlobalLimitsExceeded,
    int LimitsExceeded,
    int Requests,
    int Faults,
    long PeakMegabytes,
    int Shards);
