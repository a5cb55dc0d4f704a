using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SummaryBot.Discord.Gateway;
using SummaryBot.TestDiscord;
using SummaryBot.TestDiscord.Gateway;

namespace SummaryBot.Discord.Tests.Gateway;

/// <summary>The client and TestDiscord in one process, faults drawn by a seed, interactions all the while; then the balance.</summary>
internal sealed class GatewayChaos
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(30);
    private static readonly TimeProvider Time = TimeProvider.System;

    private readonly ChaosOptions _options;
    private readonly TestDiscordServer _server;
    private readonly int[] _handled; // times, by number: made at the start, so that the memory measured later is the client's and the peer's
    private readonly List<(int Number, IReadOnlyList<string> Sessions)> _outstanding = [];
    private readonly long[] _touchedAt;
    private readonly List<long> _memory = [];
    private int _dispatched;
    private TimeSpan _longestBack;

    private GatewayChaos(ChaosOptions options, TestDiscordServer server)
    {
        (_options, _server) = (options, server);
        _handled = new int[(int)((options.Duration + TimeSpan.FromMinutes(5)) / Tick)];
        _touchedAt = [.. Enumerable.Repeat(Time.GetTimestamp(), options.Shards)];
    }

    private GatewayHub Hub => _server.Gateway;

    private bool IsHealthy => Hub.Faults is { IsDown: false, IsSilent: false, IsZombie: false, IsDeaf: false, AckDelay.Ticks: 0 };

    public static async Task<ChaosReport> RunAsync(ChaosOptions options, CancellationToken cancellationToken)
    {
        var gateway = new GatewayOptions { Guilds = 8 * options.Shards, Shards = options.Shards, ReplayEvents = 2000 };
        await using var server = await TestDiscordServer.StartAsync(
            new TestDiscordOptions { Seed = options.Seed, HeartbeatInterval = options.Heartbeat, Gateway = gateway }, cancellationToken);
        return await new GatewayChaos(options, server).RunAsync(cancellationToken);
    }

    private async Task<ChaosReport> RunAsync(CancellationToken cancellationToken)
    {
        await using var services = new ServiceCollection().AddSingleton(Time).AddLogging()
            .AddDiscord(new DiscordOptions { Token = _server.Token, ApiBaseAddress = _server.ApiBaseAddress }).AddDiscordGateway()
            .AddSingleton<GatewayHandler>(Note)
            .BuildServiceProvider();
        var client = services.GetServices<IHostedService>().Single();
        await client.StartAsync(cancellationToken);
        await UntilAsync(AllAreLive, cancellationToken);
        var steps = GatewayStep.Draw(_options.Seed, _options.Shards, _options.Duration, _options.Every, _options.LongestAway);
        await DisturbAsync(steps, cancellationToken);
        Hub.Faults.Heal();
        await UntilAsync(() => AllAreLive() && Missing().Lost == 0, cancellationToken);
        Measure();
        await client.StopAsync(CancellationToken.None);
        return Report(steps);
    }

    private Task Note(GatewayEvent happened, CancellationToken cancellationToken)
    {
        if (happened.Name == "INTERACTION_CREATE")
        {
            Interlocked.Increment(ref _handled[int.Parse(happened.Data["id"]!.GetValue<string>(), CultureInfo.InvariantCulture)]);
        }

        return Task.CompletedTask;
    }

    private async Task DisturbAsync(IEnumerable<GatewayStep> steps, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task[] beside = [DispatchAsync(over.Token), WatchAsync(over.Token), MeasureAsync(over.Token)];
        await Task.WhenAll(steps.Select(step => DoAsync(step, cancellationToken)));
        await Task.Delay(TimeSpan.FromSeconds(15), Time, cancellationToken); // whoever is away must be back by then
        await over.CancelAsync();
        await Task.WhenAll(beside);
    }

    private async Task DoAsync(GatewayStep step, CancellationToken cancellationToken)
    {
        await Task.Delay(TimeSpan.FromSeconds(step.At), Time, cancellationToken);
        Touch(step.Shard);
        await Hub.RunAsync([step with { At = 0 }], cancellationToken);
        Touch(step.For is null ? step.Shard : null);
    }

    private void Touch(int? shard)
    {
        foreach (var i in Enumerable.Range(0, _options.Shards).Where(i => shard is null || shard == i))
        {
            Interlocked.Exchange(ref _touchedAt[i], Time.GetTimestamp());
        }
    }

    private async Task DispatchAsync(CancellationToken cancellationToken)
    {
        var first = ulong.Parse(_server.World.GuildId, CultureInfo.InvariantCulture);
        for (var i = 0; await PauseAsync(cancellationToken); i++)
        {
            var guild = (first + ((ulong)(i % (8 * _options.Shards)) << 22)).ToString(CultureInfo.InvariantCulture);
            var happened = new JsonObject { ["id"] = i.ToString(CultureInfo.InvariantCulture), ["guild_id"] = guild };
            if (Hub.Publish("INTERACTION_CREATE", happened) is { Count: > 0 } sessions)
            {
                _dispatched++;
                _outstanding.Add((i, sessions));
                _outstanding.RemoveAll(it => Volatile.Read(ref _handled[it.Number]) > 0);
            }
        }
    }

    /// <summary>Watches how long shards stay away while nothing keeps them.</summary>
    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        while (await PauseAsync(cancellationToken))
        {
            foreach (var i in Enumerable.Range(0, _options.Shards).Where(i => IsHealthy && !Hub.IsLive(i)))
            {
                var away = Time.GetElapsedTime(Interlocked.Read(ref _touchedAt[i]));
                _longestBack = away > _longestBack ? away : _longestBack;
            }
        }
    }

    private async Task MeasureAsync(CancellationToken cancellationToken)
    {
        Measure();
        var start = Time.GetTimestamp();
        while (await PauseAsync(cancellationToken))
        {
            if (_memory.Count == 1 && Time.GetElapsedTime(start) > _options.Duration / 2)
            {
                Measure();
            }
        }
    }

    private void Measure() => _memory.Add(GC.GetTotalMemory(forceFullCollection: true));

    private bool AllAreLive() => Enumerable.Range(0, _options.Shards).All(Hub.IsLive);

    /// <summary>What did not come, by whether its session could have been resumed.</summary>
    private (int Lost, int Excused) Missing()
    {
        var missing = _outstanding.Where(it => _handled[it.Number] == 0).ToList();
        var excused = missing.Count(it => it.Sessions.All(id => Hub.Ended.TryGetValue(id, out var reason) && reason == "it was called invalid"));
        return (missing.Count - excused, excused);
    }

    private ChaosReport Report(IReadOnlyList<GatewayStep> steps)
    {
        var (lost, excused) = Missing();
        var identifies = Hub.Identities.Select(it => it.At).ToList();
        return new ChaosReport(
            steps.GroupBy(step => step.Do).ToDictionary(group => group.Key, group => group.Count()),
            _longestBack,
            _dispatched,
            lost,
            excused,
            _handled.Count(times => times > 1),
            Hub.Identifies,
            Hub.Resumes,
            identifies.Max(at => identifies.Count(other => other >= at && other < at.AddSeconds(5))),
            [.. Hub.Closes],
            _memory);
    }

    private static async Task<bool> PauseAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(Tick, Time, cancellationToken);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static async Task UntilAsync(Func<bool> condition, CancellationToken cancellationToken)
    {
        var start = Time.GetTimestamp();
        while (!condition() && Time.GetElapsedTime(start) < Settle)
        {
            await Task.Delay(Tick, Time, cancellationToken);
        }
    }
}

/// <param name="Heartbeat">What TestDiscord asks for; Discord itself asks for 41.25 s, so that a silent peer is noticed later there.</param>
/// <param name="Every">Between two faults on average.</param>
/// <param name="LongestAway">How long a peer stays away or silent.</param>
internal sealed record ChaosOptions(int Seed, TimeSpan Duration, TimeSpan Heartbeat, TimeSpan Every, TimeSpan LongestAway, int Shards = 2);

/// <param name="LongestBack">From a peer that works again, or from the last fault, until the shard was there again.</param>
/// <param name="Lost">Dispatches that never came although their session could be resumed.</param>
/// <param name="Excused">Dispatches that never came and whose session Discord called over.</param>
/// <param name="Twice">Dispatches that were handled more than once.</param>
/// <param name="MostIdentifies">In any five seconds.</param>
/// <param name="MemoryBytes">After a collection: at the start, in the middle, at the end.</param>
internal sealed record ChaosReport(
    IReadOnlyDictionary<string, int> Faults, TimeSpan LongestBack, int Dispatched, int Lost, int Excused, int Twice, int Identifies, int Resumes, int MostIdentifies,
    IReadOnlyList<int> Closes, IReadOnlyList<long> MemoryBytes);
