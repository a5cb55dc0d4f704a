using System.Text.Json.Nodes;
using SummaryBot.TestDiscord.Faults;
using SummaryBot.TestDiscord.Gateway;
using SummaryBot.TestDiscord.Inspection;
using SummaryBot.TestDiscord.Interactions;
using SummaryBot.TestDiscord.Rest;

namespace SummaryBot.TestDiscord;

/// <summary>A Discord on loopback: REST v10, gateway and interactions, as strict as the real one, with faults on order and a person to play with.</summary>
public sealed class TestDiscordServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly RateLimiter _limiter;

    private TestDiscordServer(WebApplication app, TestDiscordOptions options)
    {
        _app = app;
        World = new World(options);
        Gateway = new GatewayHub(World, options);
        Faults = new FaultList(options.Seed, options.Time);
        Log = new RequestLog(options.Time);
        _limiter = new RateLimiter(options);
        var messages = new Messages(World, options, Gateway.Dispatch);
        var interactions = new InteractionEndpoints(World, messages);
        User = new VirtualUser(World, Gateway, interactions);
        var rest = new RestEndpoints(World, options, _limiter, Faults, messages, interactions, Gateway, Log,
            new Threads(World, messages, Gateway.Dispatch), new Crossposts(World, messages, options), new Webhooks(World, messages));
        app.Map($"{RestEndpoints.Base}/{{**path}}", rest.HandleAsync);
        app.Map("/gateway", ServeGatewayAsync);
        app.MapInspection(this);
    }

    public World World { get; }

    public GatewayHub Gateway { get; }

    public FaultList Faults { get; }

    public RequestLog Log { get; }

    /// <summary>The person who uses the bot.</summary>
    public VirtualUser User { get; }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = null!;

    public Uri ApiBaseAddress => new(Address, "/api/v10/");

    public string Token => World.Token;

    public IReadOnlyList<string> ChannelIds => [.. World.Channels.Keys];

    /// <summary>429s that the bot earned by going too fast or too soon; those made by faults do not count.</summary>
    public int LimitsExceeded => _limiter.Exceeded;

    /// <summary>Those among them that were for all routes.</summary>
    public int GlobalLimitsExceeded => _limiter.GloballyExceeded;

    /// <summary>Requests of the last 10 minutes that count towards a ban.</summary>
    public int InvalidRequests
    {
        get
        {
            lock (World.Gate)
            {
                return _limiter.Invalid;
            }
        }
    }

    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<TestDiscordServer> StartAsync(TestDiscordOptions options, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{options.Port}");
        var app = builder.Build();
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = Timeout.InfiniteTimeSpan });
        var server = new TestDiscordServer(app, options);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        server.Address = new Uri(app.Urls.First());
        server.Gateway.Address = new Uri($"ws://127.0.0.1:{server.Address.Port}/gateway");
        return server;
    }

    /// <summary>What stands in a channel and everybody sees, oldest first.</summary>
    public IReadOnlyList<JsonObject> Messages(string channelId)
    {
        lock (World.Gate)
        {
            return [.. World.Channels[channelId].Messages.Where(it => !it.IsDeleted && it.OnlyFor is null).Select(it => it.ToJson(World, withNonce: true))];
        }
    }

    /// <summary>Takes permissions from the bot in a channel, by Discord's names; none gives all back.</summary>
    public void Deny(string channelId, params string[] permissions)
    {
        lock (World.Gate)
        {
            World.Channels[channelId].Denied.Clear();
            World.Channels[channelId].Denied.UnionWith(permissions);
        }
    }

    /// <summary>Changes a route's limit while the bot runs. The route is as in a fault: <c>POST /channels/*/messages</c>.</summary>
    public void Limit(string route, RouteLimit limit)
    {
        lock (World.Gate)
        {
            _limiter.Set(route, limit);
        }
    }

    public Task WaitForShutdownAsync(CancellationToken cancellationToken) => _app.WaitForShutdownAsync(cancellationToken);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>When the server ends.</summary>
    internal CancellationToken Stopping => _app.Lifetime.ApplicationStopping;

    private async Task ServeGatewayAsync(HttpContext context)
    {
        if (Gateway.Faults.IsDown)
        {
            context.Abort();
            return;
        }

        var query = context.Request.Query;
        var compress = query["compress"].ToString();
        if (!context.WebSockets.IsWebSocketRequest || query["encoding"] != "json" || compress is not ("" or "zlib-stream"))
        {
            context.Response.StatusCode = 400; // etf and zstd-stream exist, and are not spoken here
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        if (query["v"] != "10")
        {
            Gateway.Closes.Enqueue(4012);
            await socket.CloseAsync((System.Net.WebSockets.WebSocketCloseStatus)4012, "closed with 4012", Stopping);
            return;
        }

        await Gateway.ServeAsync(socket, compresses: compress.Length > 0, Stopping);
    }
}
