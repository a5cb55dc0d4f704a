using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Extensions.Options;

namespace SummaryBot.Sources.Fetching;

/// <summary>
/// The one way in for everything from outside: http and https alone, from public addresses, within bounds of time and size. Each fetch is one attempt;
/// when to ask again is for whoever asks to decide. Neither cookies nor credentials nor referrers are ever sent, and no proxy is asked.
/// </summary>
public sealed class Fetcher : IDisposable
{
    public const int MaxRedirects = 5;

    /// <summary>Of status line and header fields together.</summary>
    public const int MaxHeadKilobytes = 64;

    private const int MaxValidatorLength = 1000;

    private readonly FetchOptions _options;
    private readonly TimeProvider _time;
    private readonly UrlGuard _guard;
    private readonly HttpMessageInvoker _http;

    public Fetcher(IOptions<FetchOptions> options, TimeProvider time, Wire wire)
    {
        (_options, _time, _guard) = (options.Value, time, new UrlGuard(options.Value));
        _http = new HttpMessageInvoker(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ActivityHeadersPropagator = null, // else it sends a traceparent
            AutomaticDecompression = DecompressionMethods.None,
            ConnectCallback = new GuardedConnector(_options, wire, time).ConnectAsync,
            ConnectTimeout = _options.Deadline, // a connection goes on being made for the next fetch when this one is given up
            MaxResponseHeadersLength = MaxHeadKilobytes,
            MaxResponseDrainSize = 64 * 1024,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2), // names move
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(10),
            RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1, // as answers are read, so that an ETag goes back as it came
        });
    }

    /// <summary>Fetches one thing. Whatever the other side does, the outcome says it within the deadline.</summary>
    public async Task<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(_options.Deadline, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            return await FollowAsync(request, either.Token);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return e is OperationCanceledException || deadline.IsCancellationRequested
                ? new FetchOutcome.Failed($"It took longer than {_options.Deadline.TotalSeconds.ToString(CultureInfo.InvariantCulture)} seconds.", Status: null) { IsTimeout = true }
                : FetchFault.Of(e);
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<FetchOutcome> FollowAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        if (_guard.Refuse(request.Address) is { } reason)
        {
            return new FetchOutcome.Refused(reason) { IsOfAddress = true };
        }

        var (address, movedTo, isPermanent) = (request.Address, (Uri?)null, true);
        for (var hop = 0; hop <= MaxRedirects; hop++)
        {
            using var ask = Ask(address, request);
            using var response = await _http.SendAsync(ask, cancellationToken);
            if (Redirect.In(response, address) is not { } redirect)
            {
                return await OutcomeAsync(response, request, address, movedTo, cancellationToken);
            }

            if (redirect.Target is null)
            {
                return new FetchOutcome.Failed("It redirects, but not to an address that can be read.", (int)response.StatusCode);
            }

            if (_guard.RefuseRedirect(address, redirect.Target) is { } problem)
            {
                return new FetchOutcome.Refused(problem) { IsOfAddress = true };
            }

            isPermanent &= redirect.IsPermanent;
            (address, movedTo) = (redirect.Target, isPermanent ? redirect.Target : movedTo);
        }

        return new FetchOutcome.Failed($"It redirects more than {MaxRedirects} times.", Status: null);
    }

    private HttpRequestMessage Ask(Uri address, FetchRequest request)
    {
        var ask = new HttpRequestMessage(HttpMethod.Get, address);
        ask.Headers.TryAddWithoutValidation("User-Agent", _options.UserAgent);
        ask.Headers.TryAddWithoutValidation("Accept", MediaType.Accepted(request.Wanted));
        ask.Headers.TryAddWithoutValidation("Accept-Encoding", BodyReader.AcceptedEncodings);
        if (IsValidator(request.ETag))
        {
            ask.Headers.TryAddWithoutValidation("If-None-Match", request.ETag);
        }

        if (IsValidator(request.LastModified))
        {
            ask.Headers.TryAddWithoutValidation("If-Modified-Since", request.LastModified);
        }

        return ask;
    }

    private async Task<FetchOutcome> OutcomeAsync(
        HttpResponseMessage response, FetchRequest request, Uri address, Uri? movedTo, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        var status = (int)response.StatusCode;
        return response.StatusCode switch
        {
            HttpStatusCode.OK => await BodyAsync(response, request, address, movedTo, cancellationToken),
            HttpStatusCode.NotModified when IsValidator(request.ETag) || IsValidator(request.LastModified) =>
                new FetchOutcome.NotModified(movedTo, HeaderFields.MaxAge(response, now)),
            HttpStatusCode.NotFound or HttpStatusCode.Gone => new FetchOutcome.Gone(status),
            HttpStatusCode.TooManyRequests => new FetchOutcome.AskAgain(HeaderFields.RetryAfter(response, now), status),
            HttpStatusCode.ServiceUnavailable when HeaderFields.RetryAfter(response, now) is { } after => new FetchOutcome.AskAgain(after, status),
            HttpStatusCode.NoContent or HttpStatusCode.ResetContent => new FetchOutcome.Failed($"It answered {status}, which has no content.", status),
            HttpStatusCode.PartialContent => new FetchOutcome.Failed("It answered with a part of itself, for which nobody asked.", status),
            _ => new FetchOutcome.Failed($"It answered {status}.", status),
        };
    }

    private async Task<FetchOutcome> BodyAsync(
        HttpResponseMessage response, FetchRequest request, Uri address, Uri? movedTo, CancellationToken cancellationToken)
    {
        var kind = MediaType.Read(HeaderFields.First(response.Content.Headers, "Content-Type"));
        if (!kind.IsTaken(request.Wanted))
        {
            return new FetchOutcome.Refused($"It is {kind.Name}, not {(request.Wanted is FetchKind.Page ? "a page" : "a feed or a page")}.") { What = FetchRefusal.Content };
        }

        if (BodyReader.Refuse(response.Content) is { } reason)
        {
            return new FetchOutcome.Refused(reason) { What = string.Equals(reason, BodyReader.TooLong, StringComparison.Ordinal) ? FetchRefusal.Size : FetchRefusal.Content };
        }

        return await BodyReader.ReadAsync(response.Content, cancellationToken) is { } body
            ? new FetchOutcome.Fetched(
                address, movedTo, body, kind.Name, kind.Charset, Validator(response.Headers, "ETag"), Validator(response.Content.Headers, "Last-Modified"),
                HeaderFields.MaxAge(response, _time.GetUtcNow()))
            : new FetchOutcome.Refused(BodyReader.TooLong) { What = FetchRefusal.Size };
    }

    private static string? Validator(System.Net.Http.Headers.HttpHeaders headers, string name) =>
        HeaderFields.First(headers, name) is { } text && IsValidator(text) ? text : null;

    private static bool IsValidator(string? text) => text is { Length: > 0 and <= MaxValidatorLength } && !text.Any(char.IsControl);
}
