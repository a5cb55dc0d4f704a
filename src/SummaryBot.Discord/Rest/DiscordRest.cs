using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Polly.CircuitBreaker;
using Polly.Timeout;
using SummaryBot.Discord.Rest.RateLimits;

namespace SummaryBot.Discord.Rest;

/// <summary>Discord's REST API: a JSON body in, a result out. It keeps the limits, and repeats only what is harmless to repeat.</summary>
public sealed class DiscordRest
{
    /// <summary>Set on requests that Discord may get twice.</summary>
    internal static readonly HttpRequestOptionsKey<bool> IsRepeatable = new("SummaryBot.Discord.IsRepeatable");

    internal static readonly TimeSpan BreakDuration = TimeSpan.FromSeconds(30);

    /// <summary>A longer wait is handed back: whoever asked waits better.</summary>
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(5);

    /// <summary>Timers are no finer.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    private const int MostRounds = 4;

    private readonly HttpClient _http;
    private readonly GlobalGate _gate;
    private readonly Buckets _buckets;
    private readonly InvalidRequests _invalid;
    private readonly TimeProvider _time;

    /// <param name="http">Carries the address and the token.</param>
    internal DiscordRest(HttpClient http, GlobalGate gate, Buckets buckets, InvalidRequests invalid, TimeProvider time) =>
        (_http, _gate, _buckets, _invalid, _time) = (http, gate, buckets, invalid, time);

    /// <param name="path">Relative to the API's address, without a slash in front: <c>channels/1/messages</c>.</param>
    public async Task<RestResult> SendAsync(HttpMethod method, string path, JsonNode? body, CancellationToken cancellationToken)
    {
        var route = Route.Of(method, path);
        var bucket = _buckets.Of(route);
        await bucket.Turn.WaitAsync(cancellationToken);
        try
        {
            for (var round = 1; ; round++)
            {
                var result = await WaitAsync(route, cancellationToken) ?? await TryAsync(method, path, body, route, cancellationToken);
                if (result is not RestResult.AskedToWait { Delay: var delay } || delay > LongestSleep || round == MostRounds)
                {
                    return result;
                }
            }
        }
        finally
        {
            bucket.Turn.Release();
        }
    }

    private async Task<RestResult> TryAsync(
        HttpMethod method, string path, JsonNode? body, Route route, CancellationToken cancellationToken)
    {
        try
        {
            using var request = Request(method, path, body, route);
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            _buckets.Learn(route, response);
            _invalid.Count(response);
            return Read(route, response, await RestAnswer.ReadAsync(response, cancellationToken));
        }
        catch (BrokenCircuitException e)
        {
            return new RestResult.AskedToWait(e.RetryAfter ?? BreakDuration, "Discord has been failing; it is tried again in a moment.");
        }
        catch (Exception e) when (e is HttpRequestException or TimeoutRejectedException)
        {
            return new RestResult.Unknown($"Discord could not be reached: {e.Message}");
        }
    }

    /// <summary>Waits until a request may go out; hands a long wait back instead.</summary>
    private async Task<RestResult?> WaitAsync(Route route, CancellationToken cancellationToken)
    {
        while (Closed(route) is { } closed)
        {
            if (closed.Delay > LongestSleep)
            {
                return closed;
            }

            await Task.Delay(closed.Delay + Tick, _time, cancellationToken);
        }

        return null;
    }

    private RestResult.AskedToWait? Closed(Route route)
    {
        if (_invalid.Wait is { Ticks: > 0 } invalid)
        {
            return new RestResult.AskedToWait(
                invalid, "Discord refused too many requests; the bot rests before Discord bans its address. See: summarybot outbox list");
        }

        if (!route.IsInteraction && _gate.ClosedFor is var closed && closed > LongestSleep)
        {
            return new RestResult.AskedToWait(closed, "Discord asked all requests to wait.");
        }

        return _buckets.Of(route).Wait is { Ticks: > 0 } wait
            ? new RestResult.AskedToWait(wait, "Discord's limit for this route is used up.")
            : null;
    }

    private static HttpRequestMessage Request(HttpMethod method, string path, JsonNode? body, Route route)
    {
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Options.Set(GlobalGateHandler.IsFree, route.IsInteraction);
        request.Options.Set(IsRepeatable, method != HttpMethod.Post || body?["enforce_nonce"] is JsonValue nonce && nonce.GetValue<bool>());
        return request;
    }

    private RestResult Read(Route route, HttpResponseMessage response, RestAnswer answer)
    {
        if (response.IsSuccessStatusCode)
        {
            return new RestResult.Done(answer.Body);
        }

        if (response.StatusCode == HttpStatusCode.TooManyRequests)
        {
            return Wait(route, answer.RetryAfter(response), answer.IsGlobal);
        }

        return (int)response.StatusCode >= 500
            ? new RestResult.Unknown($"Discord answered {(int)response.StatusCode}.")
            : new RestResult.Refused((int)response.StatusCode, answer.Code, RefusalText.Of(response.StatusCode, answer));
    }

    private RestResult.AskedToWait Wait(Route route, TimeSpan delay, bool isGlobal)
    {
        if (isGlobal)
        {
            _gate.CloseFor(delay);
            return new RestResult.AskedToWait(delay, "Discord asked all requests to wait.");
        }

        _buckets.Of(route).CloseFor(delay);
        return new RestResult.AskedToWait(delay, "Discord asked this route to wait.");
    }
}
