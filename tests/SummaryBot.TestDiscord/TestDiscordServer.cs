using System.Text.Json.Nodes;
using SummaryBot.TestDiscord.Access;
using SummaryBot.TestDiscord.Faults;
using SummaryBot.TestDiscord.Gateway;
using SummaryBot.TestDiscord.Inspection;
using SummaryBot.TestDiscord.Interactions;
using SummaryBot.TestDiscord.Rest;
using SummaryBot.TestDiscord.Rules;

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
        var messages = new Messages(World, options, Dispatch);
        var interactions = new InteractionEndpoints(World, messages);
        User = new VirtualUser(World, Dispatch, interactions);
        HandMade = new HandMade(World, interactions);
        var rest = new RestEndpoints(World, options, _limiter, Faults, messages, interactions, Gateway, Log,
            new Threads(World, messages, Dispatch), new Crossposts(World, messages, options), new Webhooks(World, messages));
        app.Map($"{RestEndpoints.Base}/{{**path}}", rest.HandleAsync);
        app.Map("/gateway", ServeGatewayAsync);
        app.MapGet("/ephemeral-attachments/{application}/{id}/{name}", (string id) => ServeUpload(id));
        app.MapInspection(this);
    }

    public World World { get; }

    public GatewayHub Gateway { get; }

    public FaultList Faults { get; }

    public RequestLog Log { get; }

    /// <summary>The person who uses the bot.</summary>
    public VirtualUser User { get; }

    public HandMade HandMade { get; }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = null!;

    public Uri ApiBaseAddress => new(Address, "/api/v10/");

    public string Token => World.Token;

    public IReadOnlyList<string> ChannelIds => [.. World.Channels.Keys];

    /// <summary>Every way in, as patterns.</summary>
    public IReadOnlyList<string> Routes =>
        [.. ((IEndpointRouteBuilder)_app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Select(it => it.RoutePattern.RawText!)];

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

        server.Address = server.World.Address = new Uri(app.Urls.First());
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
            var channel = World.Channels[World.Channels[channelId].Thread?.ParentId ?? channelId]; // a thread has no rights of its own
            channel.Denied.Clear();
            channel.Denied.UnionWith(permissions);
            Dispatch("CHANNEL_UPDATE", channel.ToJson(World.GuildId));
        }
    }

    /// <summary>Gives to and takes from a role or a member in a channel, by Discord's names.</summary>
    /// <exception cref="ArgumentException">Discord has no permission of that name.</exception>
    public void Overwrite(string channelId, string roleOrMemberId, bool isMember, IEnumerable<string> allow, IEnumerable<string> deny)
    {
        lock (World.Gate)
        {
            World.Channels[channelId].Set(new Overwrite(roleOrMemberId, isMember, PermissionBits.Of(allow), PermissionBits.Of(deny)));
            Dispatch("CHANNEL_UPDATE", World.Channels[channelId].ToJson(World.GuildId));
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

    /// <exception cref="InvalidOperationException">It sent what the real Discord would not have sent.</exception>
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        if (Log.OwnFaults.Count > 0)
        {
            throw new InvalidOperationException($"TestDiscord is wrong: {string.Join(Environment.NewLine, Log.OwnFaults)}");
        }
    }

    /// <summary>Sends an event, and notes where the real Discord would have sent another.</summary>
    private void Dispatch(string name, JsonObject data)
    {
        if (EventRules.Check(name, data).ToList() is { Count: > 0 } errors)
        {
            Log.Blame(name, errors);
        }

        Gateway.Dispatch(name, data);
    }

    private IResult ServeUpload(string id)
    {
        lock (World.Gate)
        {
            return World.Uploaded.TryGetValue(id, out var file) ? Results.Bytes(file.Content, file.ContentType) : Results.NotFound();
        }
    }

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
