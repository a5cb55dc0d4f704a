using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Extensions.Options;
using SummaryBot.Chat;
using SummaryBot.Digests;
using SummaryBot.Retention;

namespace SummaryBot.Health;

/// <summary>Looks at everything side by side, each for a short time, and says what is wrong with one server.</summary>
public sealed class HealthCheck(
    HealthStore store,
    HealthMemory memory,
    FeedLookup lookup,
    IEnumerable<IChannelInspector> inspectors,
    ClockWatch clock,
    ChatConnection connection,
    MeasureDatabase measure,
    ReadDatabaseClock readClock,
    IOptions<RetentionOptions> retention,
    TimeProvider time)
{
    /// <summary>What takes longer is said not to be checked.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(8);

    /// <summary>Of one channel or site among many.</summary>
    private static readonly TimeSpan LongestOfOne = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, IChannelInspector> _inspectors = inspectors.ToDictionary(inspector => inspector.Scheme, StringComparer.Ordinal);

    /// <param name="guild">Only what belongs to it, and the bot as a whole, is looked at.</param>
    public async Task<HealthReport> CheckAsync(string guild, CancellationToken cancellationToken)
    {
        var missed = new ConcurrentBag<Area>();
        await TryAsync(Area.Pauses, async token => await DoneAsync(memory.NotePausesAsync(token)), false);
        var digests = TryAsync(Area.Digests, token => DigestsAsync(guild, missed, token), new Digested([], []));
        var sources = TryAsync(Area.Sources, token => SourcesAsync(guild, missed, token), []);
        var queue = TryAsync(Area.Outbox, token => store.QueueAsync(guild, token), new QueueFacts(0, null, null));
        var space = TryAsync<DatabaseSpace?>(Area.Database, async token => await measure(token), null);
        var skew = TryAsync(Area.Clock, SkewAsync, null);
        await Task.WhenAll(digests, sources, queue, space, skew);
        var facts = new HealthFacts(time.GetUtcNow())
        {
            Channels = (await digests).Channels,
            Digests = (await digests).Digests,
            Sources = await sources,
            Queue = await queue,
            Space = await space,
            Clock = new ClockFacts(clock.Skew, await skew),
            ArticlesKept = retention.Value.Articles,
            Gateway = connection.Gateway,
            Commands = connection.Commands,
            Unchecked = [.. missed.Distinct().Order()],
        };
        var findings = await memory.RememberAsync(guild, HealthRules.Find(facts), Kept(facts.Unchecked), cancellationToken);
        return new HealthReport(facts, findings);

        Task<T> TryAsync<T>(Area area, Func<CancellationToken, Task<T>> probe, T otherwise) => ProbeAsync(area, Longest, missed, probe, otherwise, cancellationToken);
    }

    private async Task<T> ProbeAsync<T>(
        Area area, TimeSpan longest, ConcurrentBag<Area> missed, Func<CancellationToken, Task<T>> probe, T otherwise, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await probe(either.Token).WaitAsync(either.Token);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && e is OperationCanceledException or DbException or TimeoutException or IOException)
        {
            missed.Add(area);
            return otherwise;
        }
    }

    private async Task<Digested> DigestsAsync(string guild, ConcurrentBag<Area> missed, CancellationToken cancellationToken)
    {
        var facts = await store.DigestFactsAsync(guild, await store.DigestsAsync(guild, cancellationToken), cancellationToken);
        var running = facts.Select(it => it.Stored).Where(digest => !digest.IsPaused(NodaTime.Instant.FromDateTimeOffset(time.GetUtcNow())));
        var groups = running.GroupBy(digest => digest.Digest.Channel).ToList();
        var refusals = await store.RefusalsAsync(groups.Select(group => group.Key.ToString()), cancellationToken);
        var channels = await Task.WhenAll(groups.Select(group => ChannelAsync(group.Key, [.. group], refusals, missed, cancellationToken)));
        return new Digested(facts, channels);
    }

    private async Task<ChannelFacts> ChannelAsync(
        ChannelAddress channel,
        IReadOnlyList<StoredDigest> digests,
        IReadOnlyDictionary<string, (string Reason, DateTimeOffset? Since)> refusals,
        ConcurrentBag<Area> missed,
        CancellationToken cancellationToken)
    {
        var finding = _inspectors.TryGetValue(channel.Scheme, out var inspector)
            ? await ProbeAsync<ChannelFinding>(Area.Channels, LongestOfOne, missed, token => inspector.LookAsync(channel, token), new ChannelFinding.Unknown(""), cancellationToken)
            : null;
        if (finding is ChannelFinding.Unknown)
        {
            missed.Add(Area.Channels);
        }

        var known = refusals.TryGetValue(channel.ToString(), out var refusal);
        return new ChannelFacts(digests[0].Id, channel.ToString(), string.Join(", ", digests.Select(digest => digest.Digest.Name)), finding, known ? refusal.Reason : null)
        {
            HeldSince = known ? refusal.Since : null,
        };
    }

    private async Task<IReadOnlyList<SourceFacts>> SourcesAsync(string guild, ConcurrentBag<Area> missed, CancellationToken cancellationToken)
    {
        var sources = await store.SourcesAsync(guild, cancellationToken);
        var troubled = sources.Where(source => HealthRules.WantsNewAddress(source, time.GetUtcNow())).ToList();
        var unasked = await lookup.UnaskedAsync(troubled, cancellationToken);
        var found = await Task.WhenAll(unasked.Select(source => ProbeAsync(Area.Addresses, LongestOfOne, missed, token => lookup.LookAsync(source, token), null, cancellationToken)));
        var byId = unasked.Zip(found).ToDictionary(it => it.First.SourceId, it => it.Second);
        var read = sources.Select(source => source.Address).ToHashSet();
        return
        [
            .. sources.Select(source => byId.TryGetValue(source.SourceId, out var address) ? source with { NewAddress = address } : source)
                .Select(source => source.NewAddress is { } known && read.Contains(known) ? source with { NewAddress = null } : source),
        ];
    }

    private async Task<TimeSpan?> SkewAsync(CancellationToken cancellationToken) =>
        await readClock(cancellationToken) is { } there ? time.GetUtcNow() - there : null;

    private static async Task<bool> DoneAsync(Task work)
    {
        await work;
        return true;
    }

    /// <summary>Faults that nobody could look for.</summary>
    private static HashSet<FaultCode> Kept(IReadOnlyList<Area> missed) => [.. missed.SelectMany(area => area switch
    {
        Area.Channels => (FaultCode[])[FaultCode.NoPermission, FaultCode.ChannelGone],
        Area.Digests => [FaultCode.NoPermission, FaultCode.ChannelGone, FaultCode.QuietWeek, FaultCode.FilterDropsAll, FaultCode.PausedForgotten],
        Area.Sources => [FaultCode.FeedDead, FaultCode.FeedMoved, FaultCode.FeedEmpty, FaultCode.PausedForgotten],
        Area.Addresses => [FaultCode.FeedDead, FaultCode.FeedMoved, FaultCode.FeedEmpty],
        Area.Outbox => [FaultCode.QueueBehind],
        Area.Clock => [FaultCode.ClockSkew],
        Area.Database => [FaultCode.DatabaseFull],
        _ => [],
    })];

    private sealed record Digested(IReadOnlyList<DigestFacts> Digests, IReadOnlyList<ChannelFacts> Channels);
}

/// <param name="Findings">Those that somebody wants to hear of, what is broken first.</param>
public sealed record HealthReport(HealthFacts Facts, IReadOnlyList<Finding> Findings)
{
    public Finding? Find(FaultCode code, string subject) =>
        Findings.FirstOrDefault(finding => finding.Code == code && string.Equals(finding.Subject, subject, StringComparison.Ordinal));
}
