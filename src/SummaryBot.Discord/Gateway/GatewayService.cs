using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SummaryBot.Discord.Gateway;

/// <summary>All shards of the bot, and the handlers of what they hear.</summary>
internal sealed partial class GatewayService(
    DiscordOptions options, GatewayDirectory directory, GatewayState state, GatewayHandler handler, TimeProvider time, Random random, ILogger<GatewayService> logger)
    : BackgroundService
{
    /// <summary>Events that wait for a handler; when so many do, the connections stop reading until one is through.</summary>
    internal const int MostEvents = 1000;

    private const int SideBySide = 32;

    /// <summary>An interaction can be answered for that long; what still works on one has nobody to answer.</summary>
    private static readonly TimeSpan HandleWithin = TimeSpan.FromMinutes(15);

    private readonly Channel<GatewayEvent> _events = Channel.CreateBounded<GatewayEvent>(MostEvents);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        RunShardsAsync(stoppingToken),
        Parallel.ForEachAsync(
            _events.Reader.ReadAllAsync(stoppingToken),
            new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = stoppingToken },
            (happened, token) => new ValueTask(HandleAsync(happened, token))));

    private async Task RunShardsAsync(CancellationToken stoppingToken)
    {
        if (await CountShardsAsync(stoppingToken) is not { } count)
        {
            return; // digests go on; commands need a person first
        }

        state.Expect(count);
        var gate = new IdentifyGate(directory, time);
#pragma warning disable CA5394 // jitter guards no secret
        var shards = Enumerable.Range(0, count).Select(index => new GatewayShard(
            new ShardId(index, count), options.Token, directory, gate, state, _events.Writer, time, new Random(random.Next()), logger)).ToList();
#pragma warning restore CA5394
        await Task.WhenAll(shards.Select(shard => shard.RunAsync(stoppingToken)));
    }

    /// <summary>As many as configured, else as Discord recommends; null where Discord does not want the bot at all.</summary>
    private async Task<int?> CountShardsAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            switch (await directory.AskAsync(stoppingToken))
            {
                case GatewayPlace.Known known:
                    return options.Shards > 0 ? options.Shards : known.Shards;
                case GatewayPlace.Later(var delay, var reason):
                    state.Lost(reason);
                    await Task.Delay(delay, time, stoppingToken);
                    break;
                case GatewayPlace.Never(var reason):
                    state.Lost(reason);
                    Log.GaveUp(logger, reason);
                    return null;
            }
        }
    }

    private async Task HandleAsync(GatewayEvent happened, CancellationToken stoppingToken)
    {
        using var limit = new CancellationTokenSource(HandleWithin, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, limit.Token);
        try
        {
            await handler(happened, either.Token);
        }
#pragma warning disable CA1031 // one event that cannot be handled must not end the handling of all others
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.HandlerFailed(logger, happened.Name, e);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "No commands from Discord: {Reason}")]
        public static partial void GaveUp(ILogger logger, string reason);

        [LoggerMessage(2, LogLevel.Error, "An event of Discord ({Name}) could not be handled.")]
        public static partial void HandlerFailed(ILogger logger, string name, Exception exception);
    }
}
