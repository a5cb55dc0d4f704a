using System.Text.Json.Nodes;
using SummaryBot.Discord.Rest;

namespace SummaryBot.Discord.Gateway;

/// <summary>Where the gateway is, how many shards Discord recommends and how often the bot may identify: GET /gateway/bot, kept for an hour.</summary>
internal sealed class GatewayDirectory(DiscordRest rest, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Keep = TimeSpan.FromHours(1);
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _asking = new(1);
    private GatewayPlace.Known? _known;

    public async Task<GatewayPlace> AskAsync(CancellationToken cancellationToken)
    {
        await _asking.WaitAsync(cancellationToken);
        try
        {
            if (_known is { } known && !IsOld(known))
            {
                return known;
            }

            var answer = await rest.SendAsync(HttpMethod.Get, "gateway/bot", body: null, cancellationToken);
            var place = Read(answer);
            _known = place as GatewayPlace.Known ?? _known;
            return place is GatewayPlace.Later && _known is { Remaining: > 0 } ? _known : place; // the place hardly ever changes
        }
        finally
        {
            _asking.Release();
        }
    }

    /// <summary>One identify less; Discord's own count is asked for now and then.</summary>
    public async Task CountIdentifyAsync()
    {
        await _asking.WaitAsync(CancellationToken.None);
        _known = _known is { } known ? known with { Remaining = known.Remaining - 1 } : null;
        _asking.Release();
    }

    public void Dispose() => _asking.Dispose();

    private bool IsOld(GatewayPlace.Known known)
    {
        var now = time.GetUtcNow();
        return now - known.AskedAt > Keep || now < known.AskedAt || now > known.ResetAt || known.Remaining <= 0;
    }

    private GatewayPlace Read(RestResult answer) => answer switch
    {
        RestResult.Done { Body: JsonObject body } when GatewaySession.SocketAddress(body["url"]) is { } address => Known(address, body),
        RestResult.Refused { Status: 401 } refused => new GatewayPlace.Never(refused.Reason),
        RestResult.Refused refused => new GatewayPlace.Later(Retry, refused.Reason),
        RestResult.AskedToWait wait => new GatewayPlace.Later(wait.Delay, wait.Reason),
        RestResult.Unknown unknown => new GatewayPlace.Later(Retry, unknown.Reason),
        _ => new GatewayPlace.Later(Retry, "Discord does not say where its gateway is."),
    };

    private GatewayPlace.Known Known(Uri address, JsonObject body)
    {
        var limit = body["session_start_limit"];
        var now = time.GetUtcNow();
        return new GatewayPlace.Known(
            address,
            Math.Clamp(GatewaySession.Number(body["shards"]) ?? 1, 1, DiscordOptions.MostShards),
            Math.Max(GatewaySession.Number(limit?["max_concurrency"]) ?? 1, 1),
            Math.Max(GatewaySession.Number(limit?["total"]) ?? 1000, 1),
            GatewaySession.Number(limit?["remaining"]) ?? 1000,
            now + TimeSpan.FromMilliseconds(Math.Max(GatewaySession.Number(limit?["reset_after"]) ?? 0, 0)),
            now);
    }
}

/// <summary>What is known of the gateway.</summary>
internal abstract record GatewayPlace
{
    /// <param name="Shards">How many Discord recommends.</param>
    /// <param name="MaxConcurrency">Identifies in five seconds, each of another shard_id % MaxConcurrency.</param>
    /// <param name="Total">Identifies until <paramref name="ResetAt"/>, of which <paramref name="Remaining"/> are left.</param>
    /// <remarks><see href="https://discord.com/developers/docs/events/gateway#session-start-limit-object"/></remarks>
    public sealed record Known(
        Uri Address, int Shards, int MaxConcurrency, int Total, int Remaining, DateTimeOffset ResetAt, DateTimeOffset AskedAt) : GatewayPlace;

    /// <summary>Discord did not say; ask again after the delay.</summary>
    public sealed record Later(TimeSpan Delay, string Reason) : GatewayPlace;

    /// <summary>Only a person can help.</summary>
    public sealed record Never(string Reason) : GatewayPlace;
}
