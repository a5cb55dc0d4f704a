using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace SummaryBot.Discord.Gateway;

/// <summary>Keeps the connection of one shard: resumes after a break, starts anew where it must, gives up where only a person can help.</summary>
internal sealed partial class GatewayShard(
    ShardId shard, string token, GatewayDirectory directory, IdentifyGate gate, GatewayState state, ChannelWriter<GatewayEvent> events, TimeProvider time, Random random, ILogger logger)
{
    /// <summary>A peer that takes longer to greet is dead.</summary>
    private static readonly TimeSpan HelloWithin = TimeSpan.FromSeconds(4);

    /// <summary>A shard is back soon after Discord is; an attempt to resume costs nothing of the day's identifies.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>A connection that lived as long was a good one.</summary>
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(10);

    private const int MostRefusedResumes = 3;

    private readonly GatewaySession _session = new();
    private int _failures;
    private int _refusedResumes;

    public async Task RunAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var start = time.GetTimestamp();
            var end = await ConnectAsync(stoppingToken);
            _failures = time.GetElapsedTime(start) > Long ? 0 : _failures + 1;
            switch (end)
            {
                case GatewayEnd.Stop:
                    return;
                case GatewayEnd.GiveUp(var reason, var code): // digests go on; commands need a person first
                    Log.GaveUp(logger, shard, reason);
                    await state.GaveUpAsync(shard, code, reason, stoppingToken);
                    _session.Forget();
                    break;
                default:
                    await RestAsync(end, stoppingToken);
                    break;
            }
        }
    }

    private async Task RestAsync(GatewayEnd end, CancellationToken stoppingToken)
    {
        _refusedResumes = end.IsInvalidSession ? _refusedResumes + 1 : _refusedResumes;
        if (end is GatewayEnd.Identify || _refusedResumes >= MostRefusedResumes)
        {
            _session.Forget();
            _refusedResumes = 0;
        }

        state.Lost(shard, end.Problem ?? "The connection to Discord broke; it is being made anew.");
        var pause = Pause(_failures);
        var wanted = end.IsInvalidSession ? TimeSpan.FromSeconds(1 + (4 * Jitter())) : TimeSpan.Zero;
        pause = pause > wanted ? pause : wanted;
        Log.Lost(logger, shard, _session.CanResume, pause);
        await Task.Delay(pause, time, stoppingToken);
    }

    private async Task<GatewayEnd> ConnectAsync(CancellationToken stoppingToken)
    {
        if (_session is { CanResume: true, ResumeAddress: { } address })
        {
            return await RunAsync(await ResumeAddressAsync(address, stoppingToken), turn: null, stoppingToken);
        }

        switch (await directory.AskAsync(stoppingToken))
        {
            case GatewayPlace.Known known:
                using (var turn = await gate.TakeAsync(shard, known, stoppingToken))
                {
                    return await WaitForBudgetAsync(stoppingToken) ?? await RunAsync(known.Address, turn, stoppingToken);
                }

            case GatewayPlace.Later(var delay, var reason):
                state.Lost(shard, reason);
                await Task.Delay(delay, time, stoppingToken);
                return new GatewayEnd.Resume { Problem = reason };
            case GatewayPlace.Never(var reason):
                return new GatewayEnd.GiveUp(reason);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>Where to resume: at the address of the session, and now and then at the gateway's own, in case that one is gone for good.</summary>
    private async Task<Uri> ResumeAddressAsync(Uri own, CancellationToken stoppingToken) =>
        _failures > 3 && _failures % 2 == 0 && await directory.AskAsync(stoppingToken) is GatewayPlace.Known known ? known.Address : own;

    private async Task<GatewayEnd?> WaitForBudgetAsync(CancellationToken stoppingToken)
    {
        if (await directory.AskAsync(stoppingToken) is not GatewayPlace.Known known)
        {
            return new GatewayEnd.Resume();
        }

        var now = time.GetUtcNow();
        if (IdentifyGate.BudgetWait(known, now) is { Ticks: > 0 } wait)
        {
            state.Lost(shard, $"The bot may start only {known.Remaining} more sessions of {known.Total} until {known.ResetAt:u}; commands wait until {now + wait:u}.");
            Log.BudgetUsed(logger, shard, known.Remaining, known.Total, known.ResetAt, now + wait);
            await Task.Delay(wait, time, stoppingToken);
        }

        return null;
    }

    private async Task<GatewayEnd> RunAsync(Uri address, IdentifyGate.Turn? turn, CancellationToken stoppingToken)
    {
        using var socket = new GatewaySocket(time);
        var connection = new GatewayConnection(socket, _session, shard, state, events, time, random);
        if (await GreetAsync(socket, connection, address, turn, stoppingToken) is not { } interval)
        {
            return socket.CloseCode is { } code ? GatewayEnd.Of(code) : new GatewayEnd.Resume();
        }

        turn?.Dispose();
        var end = await connection.RunAsync(interval, stoppingToken);
        _refusedResumes = connection.WasReady ? 0 : _refusedResumes;
        return end;
    }

    /// <summary>Connects and says who it is; null where nobody answers in time.</summary>
    private async Task<TimeSpan?> GreetAsync(
        GatewaySocket socket, GatewayConnection connection, Uri address, IdentifyGate.Turn? turn, CancellationToken stoppingToken)
    {
        using var limit = new CancellationTokenSource(HelloWithin, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, limit.Token);
        try
        {
            await socket.ConnectAsync(address, either.Token);
            var interval = await connection.GreetAsync(either.Token);
            if (interval is not null)
            {
                await IntroduceAsync(socket, turn, either.Token);
            }

            return interval;
        }
        catch (Exception e) when (GatewayConnection.IsBreak(e) || (e is OperationCanceledException && !stoppingToken.IsCancellationRequested))
        {
            return null;
        }
    }

    private async Task IntroduceAsync(GatewaySocket socket, IdentifyGate.Turn? turn, CancellationToken cancellationToken)
    {
        if (turn is null)
        {
            await socket.SendAsync(GatewayPayload.Resume(token, _session), cancellationToken);
            return;
        }

        await turn.UseAsync();
        await socket.SendAsync(GatewayPayload.Identify(token, shard), cancellationToken);
        turn.Sent();
    }

    /// <summary>1, 2, 4, 5 seconds, each between half and whole.</summary>
    private TimeSpan Pause(int failures)
    {
        var pause = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(failures, 10) - 1));
        return (pause < LongestPause ? pause : LongestPause) * (0.5 + (Jitter() / 2));
    }

#pragma warning disable CA5394 // jitter guards no secret
    private double Jitter() => random.NextDouble();
#pragma warning restore CA5394

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The connection of {Shard} to Discord ended (to resume: {Resumes}); the next attempt comes in {Pause}.")]
        public static partial void Lost(ILogger logger, ShardId shard, bool resumes, TimeSpan pause);

        [LoggerMessage(2, LogLevel.Error, "No commands from Discord for {Shard}: {Reason}")]
        public static partial void GaveUp(ILogger logger, ShardId shard, string reason);

        [LoggerMessage(3, LogLevel.Warning, "{Shard} may not start a session yet: {Remaining} of {Total} are left until {ResetAt:u}; it waits until {Until:u}.")]
        public static partial void BudgetUsed(ILogger logger, ShardId shard, int remaining, int total, DateTimeOffset resetAt, DateTimeOffset until);
    }
}
