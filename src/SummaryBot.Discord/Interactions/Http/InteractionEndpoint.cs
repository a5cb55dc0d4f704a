using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;

namespace SummaryBot.Discord.Interactions.Http;

/// <summary>
/// Takes interactions that Discord posts over HTTP, for the same handlers as those of the gateway. The request is answered with 202 and nothing in it; the first answer
/// goes by the callback route like all others, never into the response. So Discord itself takes each interaction once, whichever instance was asked, and a later edit
/// cannot overtake the first answer. PING alone is answered in the response, as Discord demands (discord-api-docs issue 7311).
/// </summary>
public sealed partial class InteractionEndpoint : IDisposable
{
    /// <summary>Discord's interactions are far smaller.</summary>
    public const int MostBytes = 1024 * 1024;

    private const int Ping = 1;
    private const int ReadersAtOnce = 32;
    private const string Pong = """{"type":1}""";

    /// <summary>How far the clocks of Discord and of this machine may differ, and how old a signature may be.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan ReadWithin = TimeSpan.FromSeconds(3);

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    private readonly InteractionSignature _signature;
    private readonly InteractionDesk _desk;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly SeenInteractions _seen;
    private readonly SemaphoreSlim _readers = new(ReadersAtOnce);

    internal InteractionEndpoint(InteractionSignature signature, InteractionDesk desk, TimeProvider time, ILogger<InteractionEndpoint> logger) =>
        (_signature, _desk, _time, _logger, _seen) = (signature, desk, time, logger, new SeenInteractions(time, 2 * Window));

    /// <summary>Whether a text is a public key as the developer portal shows it: 64 hexadecimal digits.</summary>
    public static bool IsKey(string publicKey) => InteractionSignature.TryCreate(publicKey) is not null;

    /// <param name="signature">The header X-Signature-Ed25519.</param>
    /// <param name="timestamp">The header X-Signature-Timestamp.</param>
    /// <param name="length">The header Content-Length; null where there is none.</param>
    public async Task<EndpointAnswer> ReceiveAsync(string? signature, string? timestamp, long? length, Stream body, CancellationToken cancellationToken)
    {
        if (length > MostBytes)
        {
            return Refuse(413, "it is larger than 1 MB");
        }

        if (signature is null || timestamp is null)
        {
            return Refuse(401, "it is not signed");
        }

        return await ReadAsync(body, cancellationToken) switch
        {
            (null, var status, var cause) => Refuse(status, cause),
            ({ } bytes, _, _) => Take(signature, timestamp, bytes),
        };
    }

    public void Dispose() => _readers.Dispose();

    private EndpointAnswer Take(string signature, string timestamp, byte[] bytes)
    {
        if (_signature.Verify(signature, timestamp, bytes) is not { } signedAt)
        {
            return Refuse(401, "its signature is wrong");
        }

        if ((_time.GetUtcNow() - signedAt).Duration() > Window)
        {
            return Refuse(401, "its signature is too old, or the clock of this machine is wrong");
        }

        if (Parse(bytes) is not { } data || data.At("id").Id() is not { } id)
        {
            return Refuse(400, "it is no interaction");
        }

        if (!_seen.TryAdd(id))
        {
            return Refuse(401, "it came before");
        }

        if (data.At("type").Whole() == Ping)
        {
            return new EndpointAnswer(200, Pong);
        }

        _desk.Post(data);
        return new EndpointAnswer(202);
    }

    /// <summary>Reads up to the limit and one byte more, in a few seconds, from a few senders at once: nobody has shown yet who he is.</summary>
    private async Task<(byte[]? Bytes, int Status, string Cause)> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        if (!await _readers.WaitAsync(TimeSpan.Zero, cancellationToken))
        {
            return (null, 503, "too many come at once");
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var timer = _time.CreateTimer(_ => limit.Cancel(), null, ReadWithin, Timeout.InfiniteTimeSpan);
        try
        {
            using var read = new MemoryStream();
            var buffer = new byte[16 * 1024];
            for (int count; (count = await body.ReadAsync(buffer, limit.Token)) > 0;)
            {
                if (read.Length + count > MostBytes)
                {
                    return (null, 413, "it is larger than 1 MB");
                }

                await read.WriteAsync(buffer.AsMemory(0, count), limit.Token);
            }

            return (read.ToArray(), 0, "");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, 408, "it came too slowly");
        }
        finally
        {
            _readers.Release();
        }
    }

    private static JsonObject? Parse(byte[] bytes)
    {
        try
        {
            return JsonNode.Parse(bytes, documentOptions: Strict) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private EndpointAnswer Refuse(int status, string cause)
    {
        Log.Refused(_logger, status, cause);
        return new EndpointAnswer(status);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A request to the interactions endpoint was refused with {Status}: {Cause}.")]
        public static partial void Refused(ILogger logger, int status, string cause);
    }
}
