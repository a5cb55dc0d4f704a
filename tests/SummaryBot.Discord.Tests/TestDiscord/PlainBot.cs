using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using SummaryBot.TestDiscord;

namespace SummaryBot.Discord.Tests.TestDiscord;

/// <summary>A bot that does what the test says and nothing else: plain requests, and the next event of the gateway.</summary>
internal sealed class PlainBot : IAsyncDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler());
    private readonly ClientWebSocket _gateway = new();

    private PlainBot(TestDiscordServer discord)
    {
        Discord = discord;
        _http.BaseAddress = discord.ApiBaseAddress;
        _http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bot {discord.Token}");
        _http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "DiscordBot (https://example.com, 1)");
    }

    public TestDiscordServer Discord { get; }

    public string Channel => Discord.ChannelIds[0];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<PlainBot> StartAsync(TimeProvider? time = null) =>
        new(await TestDiscordServer.StartAsync(new TestDiscordOptions { EnforceRateLimits = false, Time = time ?? TimeProvider.System }, Token));

    /// <summary>Logs in to the gateway.</summary>
    public async Task<PlainBot> ListenAsync()
    {
        await _gateway.ConnectAsync(new Uri($"ws://127.0.0.1:{Discord.Address.Port}/gateway?v=10&encoding=json"), Token);
        await NextAsync(payload => payload["op"]!.GetValue<int>() == 10);
        var identify = new JsonObject { ["op"] = 2, ["d"] = new JsonObject { ["token"] = Discord.Token, ["intents"] = 513, ["properties"] = new JsonObject { ["os"] = "linux", ["browser"] = "plain", ["device"] = "plain" } } };
        await _gateway.SendAsync(Encoding.UTF8.GetBytes(identify.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, Token);
        await NextAsync(payload => (string?)payload["t"] == "GUILD_CREATE");
        return this;
    }

    /// <summary>What an interaction of a person is when it arrives; the person goes on waiting for the answer.</summary>
    public async Task<JsonObject> NextInteractionAsync() => (await NextAsync(payload => (string?)payload["t"] == "INTERACTION_CREATE"))["d"]!.AsObject();

    public Task<(int Status, JsonNode? Body)> PostAsync(string path, object body) => SendAsync(HttpMethod.Post, path, body);

    /// <summary>The first answer to an interaction.</summary>
    public Task<(int Status, JsonNode? Body)> AnswerAsync(JsonObject interaction, int type, object? data = null) =>
        PostAsync($"interactions/{interaction["id"]}/{interaction["token"]}/callback", new { type, data });

    /// <summary>Follow-ups of an interaction, and its messages.</summary>
    public Task<(int Status, JsonNode? Body)> FollowAsync(HttpMethod method, JsonObject interaction, string path, object? body = null) =>
        SendAsync(method, $"webhooks/{Discord.World.ApplicationId}/{interaction["token"]}{path}", body);

    public async Task<(int Status, JsonNode? Body)> SendAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = body is null ? null : JsonContent.Create(body) };
        using var response = await _http.SendAsync(request, Token);
        var text = await response.Content.ReadAsStringAsync(Token);
        return ((int)response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _gateway.Dispose();
        await Discord.DisposeAsync();
    }

    private async Task<JsonObject> NextAsync(Func<JsonObject, bool> isWanted)
    {
        var buffer = new byte[1 << 16];
        while (true)
        {
            var length = 0;
            ValueWebSocketReceiveResult part;
            do
            {
                part = await _gateway.ReceiveAsync(buffer.AsMemory(length), Token);
                length += part.Count;
            }
            while (!part.EndOfMessage);
            var payload = JsonNode.Parse(buffer.AsSpan(0, length))!.AsObject();
            if (isWanted(payload))
            {
                return payload;
            }
        }
    }
}
