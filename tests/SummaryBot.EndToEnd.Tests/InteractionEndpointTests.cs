using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using SummaryBot.TestDiscord;
using SummaryBot.TestDiscord.Interactions;

namespace SummaryBot.EndToEnd.Tests;

/// <summary>The bot as a process, asked over HTTP as Discord does with an Interactions Endpoint URL.</summary>
public sealed class InteractionEndpointTests : IAsyncLifetime
{
    private readonly BotFolder _folder = new();
    private readonly SignedRequests _signer = new(seed: 1);
    private readonly HttpClient _http = new(new SocketsHttpHandler());
    private Uri _endpoint = null!;
    private TestDiscordServer _discord = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _discord = await TestDiscordServer.StartAsync(new TestDiscordOptions(), Token);
        _endpoint = new Uri($"http://127.0.0.1:{FreePort()}/interactions");
        _folder.Environment["SUMMARYBOT__DISCORD__TOKEN"] = _discord.Token;
        _folder.Environment["SUMMARYBOT__DISCORD__APIBASEADDRESS"] = _discord.ApiBaseAddress.ToString();
        _folder.Environment["SUMMARYBOT__ARTICLES__SEEDS"] = Path.GetDirectoryName(BotFolder.Seed)!;
        _folder.Environment["SUMMARYBOT__DISCORD__INTERACTIONSENDPOINT"] = _endpoint.ToString();
        _folder.Environment["SUMMARYBOT__DISCORD__PUBLICKEY"] = _signer.PublicKey;
    }

    public async ValueTask DisposeAsync()
    {
        await _discord.DisposeAsync();
        _http.Dispose();
        _signer.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_signed_command_is_answered_a_replayed_one_refused_and_a_megabyte_not_read()
    {
        await using var bot = BotProcess.Start(_folder, []);
        var health = await bot.ReadyAsync();
        var data = JsonNode.Parse("""{"id": "1", "name": "summary", "type": 1, "options": [{"name": "article", "type": 3, "value": "Herzog"}]}""")!.AsObject();
        var command = _discord.HandMade.Make(HandMade.Command, data);
        var at = TimeProvider.System.GetUtcNow();
        Assert.Equal(HttpStatusCode.Accepted, await SendAsync(command, at));
        await Eventually.HoldsAsync(
            () => _discord.HandMade.SeenBy(_discord.World.UserId).Any(message => message.ToJsonString().Contains("of 14 sentences", StringComparison.Ordinal)), () => bot.Notes);
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(command, at));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await SendAsync(new JsonObject { ["x"] = new string('x', 2_000_000) }, at));
        using (var ready = await _http.GetAsync(new Uri(_endpoint, "/health/ready"), Token))
        {
            Assert.Equal(HttpStatusCode.NotFound, ready.StatusCode); // that port is for Discord alone
        }

        using var live = await _http.GetAsync(new Uri(health, "/health/live"), Token);
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Contains("it came before", bot.Notes, StringComparison.Ordinal);
        Assert.Empty(_discord.Log.Refusals);
    }

    [Fact]
    public async Task An_endpoint_without_a_key_stops_the_start_with_the_remedy()
    {
        _folder.Environment["SUMMARYBOT__DISCORD__PUBLICKEY"] = "";
        var (code, _, notes) = await BotProcess.RunAsync(_folder);
        Assert.Equal(2, code);
        Assert.Contains("discord:publicKey \"\": with discord:interactionsEndpoint write the application's public key", notes, StringComparison.Ordinal);
    }

    private async Task<HttpStatusCode> SendAsync(JsonObject body, DateTimeOffset at)
    {
        using var request = _signer.Request(_endpoint, Encoding.UTF8.GetBytes(body.ToJsonString()), at);
        request.Headers.ExpectContinue = true; // so that a refusal comes before the body goes
        using var response = await _http.SendAsync(request, Token);
        return response.StatusCode;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
