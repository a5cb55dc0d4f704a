using System.Net;
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

    /// <summary>How long one attempt may take until its headers, and again until the end of its body.</summary>
    internal static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Timers are no finer.</summary>
    internal static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    /// <summary>A global wait up to that is sat out in place: nobody else could use it. It is also the most a request is patient for by itself.</summary>
    internal static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(5);

    /// <summary>A token that Discord does not know is tried once in that time; each try counts towards a ban.</summary>
    private static readonly TimeSpan BetweenRefusedTokens = TimeSpan.FromMinutes(1);

    private const int MostRounds = 4;

    private readonly HttpClient _http;
    private readonly GlobalGate _gate;
    private readonly Buckets _buckets;
    private readonly InvalidRequests _invalid;
    private readonly TimeProvider _time;
    private readonly Closing _refused;
    private RestResult.Refused? _tokenRefused;

    /// <param name="http">Carries the address and the token.</param>
    internal DiscordRest(HttpClient http, GlobalGate gate, Buckets buckets, InvalidRequests invalid, TimeProvider time)
    {
        (_http, _gate, _buckets, _invalid, _time) = (http, gate, buckets, invalid, time);
        _refused = new Closing(time);
    }

    /// <param name="path">Relative to the API's address, without a slash in front: <c>channels/1/messages</c>.</param>
    public Task<RestResult> SendAsync(HttpMethod method, string path, JsonNode? body, CancellationToken cancellationToken) =>
        SendAsync(new RestRequest(method, path, body), cancellationToken);

    public async Task<RestResult> SendAsync(RestRequest request, CancellationToken cancellationToken)
    {
        using var hold = await _buckets.EnterAsync(Route.Of(request.Method, request.Path, request.IsInteraction), cancellationToken);
        for (var round = 1; ; round++)
        {
            var result = await WaitAsync(request, hold, cancellationToken) ?? await TryAsync(request, hold, cancellationToken);
            if (result is not RestResult.AskedToWait wait || wait.Delay > Patience(request, wait) || round == MostRounds)
            {
                return result;
            }
        }
    }

    private static TimeSpan Patience(RestRequest request, RestResult.AskedToWait wait) => wait.IsGlobal ? LongestSleep : request.Patience;

    private async Task<RestResult> TryAsync(RestRequest asked, BucketHold hold, CancellationToken cancellationToken)
    {
        try
        {
            using var request = Request(asked, hold);
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return Read(hold, response, await ReadBodyAsync(response, cancellationToken));
        }
        catch (BrokenCircuitException e)
        {
            return new RestResult.AskedToWait(
                e.RetryAfter ?? BreakDuration, "Discord has been failing; it is tried again in a moment.", IsGlobal: true);
        }
        catch (Exception e) when (e is HttpRequestException or TimeoutRejectedException)
        {
            return new RestResult.Unknown($"Discord could not be reached: {e.Message}");
        }
    }

    /// <summary>The pipeline's timeout ends with the headers, and a connection may die after them.</summary>
    /// <exception cref="TimeoutRejectedException">The body did not come.</exception>
    private async Task<RestAnswer> ReadBodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(AttemptTimeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return await RestAnswer.ReadAsync(response, either.Token);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutRejectedException("The answer broke off.", AttemptTimeout, e);
        }
    }

    /// <summary>Waits until a request may go out; hands a long wait back instead.</summary>
    private async Task<RestResult?> WaitAsync(RestRequest request, BucketHold hold, CancellationToken cancellationToken)
    {
        while (Closed(hold) is { } closed)
        {
            if (closed is not RestResult.AskedToWait wait || wait.Delay > Patience(request, wait))
            {
                return closed;
            }

            await Task.Delay(wait.Delay + Tick, _time, cancellationToken);
        }

        return null;
    }

    private RestResult? Closed(BucketHold hold)
    {
        if (_invalid.Wait is { Ticks: > 0 } invalid)
        {
            return new RestResult.AskedToWait(
                invalid, "Discord refused too many requests; the bot rests so that its address is not banned. See: summarybot outbox list", IsGlobal: true);
        }

        if (!hold.Route.IsInteraction && _refused.Left > TimeSpan.Zero)
        {
            return _tokenRefused;
        }

        if (!hold.Route.IsInteraction && _gate.ClosedFor is var closed && closed > LongestSleep)
        {
            return new RestResult.AskedToWait(closed, "Discord asked all requests to wait.", IsGlobal: true);
        }

        return hold.Wait is { Ticks: > 0 } wait ? new RestResult.AskedToWait(wait, "Discord's limit for this route is used up.") : null;
    }

    private static HttpRequestMessage Request(RestRequest asked, BucketHold hold)
    {
        var request = new HttpRequestMessage(asked.Method, asked.Path) { Content = RestContent.Of(asked) };
        request.Options.Set(LimitHandler.Hold, hold);
        request.Options.Set(IsRepeatable, asked.IsRepeatable);
        return request;
    }

    private RestResult Read(BucketHold hold, HttpResponseMessage response, RestAnswer answer)
    {
        if (response.IsSuccessStatusCode)
        {
            return new RestResult.Done(answer.Body);
        }

        if (answer.IsBan(response))
        {
            _invalid.CloseFor(answer.RetryAfter(response));
            return new RestResult.AskedToWait(
                answer.RetryAfter(response), "Discord's network turns the address of this machine away for a while.", IsGlobal: true);
        }

        if (answer.Code == DiscordCode.TooManyOldEdits)
        {
            return new RestResult.AskedToWait(
                answer.RetryAfter(response), "Discord takes few edits of messages older than an hour; it is tried again later.");
        }

        return response.StatusCode == HttpStatusCode.TooManyRequests ? Wait(hold, answer.RetryAfter(response), answer.IsGlobal(response))
            : (int)response.StatusCode >= 500 ? new RestResult.Unknown($"Discord answered {(int)response.StatusCode}.")
            : Refuse(hold, new RestResult.Refused((int)response.StatusCode, answer.Code, RefusalText.Of(response.StatusCode, answer)));
    }

    private RestResult.Refused Refuse(BucketHold hold, RestResult.Refused refused)
    {
        if (refused.Status == (int)HttpStatusCode.Unauthorized && !hold.Route.IsInteraction)
        {
            _tokenRefused = refused;
            _refused.Set(BetweenRefusedTokens);
        }

        return refused;
    }

    private RestResult.AskedToWait Wait(BucketHold hold, TimeSpan delay, bool isGlobal)
    {
        if (isGlobal)
        {
            _gate.CloseFor(delay);
            return new RestResult.AskedToWait(delay, "Discord asked all requests to wait.", IsGlobal: true);
        }

        hold.CloseFor(delay);
        return new RestResult.AskedToWait(delay, "Discord asked this route to wait.");
    }
}
