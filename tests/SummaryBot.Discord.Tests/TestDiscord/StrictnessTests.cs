using System.Net.Http.Json;
using System.Text.Json.Nodes;
using SummaryBot.TestDiscord;

namespace SummaryBot.Discord.Tests.TestDiscord;

/// <summary>TestDiscord refuses what Discord refuses, asked by plain HTTP.</summary>
public sealed class StrictnessTests : IAsyncLifetime
{
    private readonly HttpClient _http = new(new SocketsHttpHandler());
    private TestDiscordServer _discord = null!;

    private string Messages => $"channels/{_discord.ChannelIds[0]}/messages";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _discord = await TestDiscordServer.StartAsync(new TestDiscordOptions(), Token);
        _http.BaseAddress = _discord.ApiBaseAddress;
        _http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bot {_discord.Token}");
        _http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "DiscordBot (https://example.com, 1)");
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _discord.DisposeAsync();
    }

    public static TheoryData<string, string, int> Wrong => new()
    {
        { "content over 2000", $$"""{"content": "{{new string('x', 2001)}}"}""", 50035 },
        { "nothing to show", """{"content": "   "}""", 50006 },
        { "embeds over 6000", $$"""{"embeds": [{"description": "{{new string('x', 4000)}}"}, {"description": "{{new string('y', 2001)}}"}]}""", 50035 },
        { "card and content", """{"content": "x", "flags": 32768, "components": [{"type": 10, "content": "y"}]}""", 50035 },
        { "card text over 4000", $$"""{"flags": 32768, "components": [{"type": 10, "content": "{{new string('x', 2000)}}"}, {"type": 10, "content": "{{new string('y', 2001)}}"}]}""", 50035 },
        { "over 40 components", $$"""{"flags": 32768, "components": [{"type": 17, "components": [{{string.Join(',', Enumerable.Repeat("""{"type": 10, "content": "x"}""", 40))}}]}]}""", 50035 },
        { "a card without its flag", """{"components": [{"type": 10, "content": "x"}]}""", 50035 },
        { "a link button without url", """{"content": "x", "components": [{"type": 1, "components": [{"type": 2, "style": 5, "label": "x"}]}]}""", 50035 },
        { "two buttons of one id", """{"content": "x", "components": [{"type": 1, "components": [{"type": 2, "style": 1, "label": "a", "custom_id": "i"}, {"type": 2, "style": 1, "label": "b", "custom_id": "i"}]}]}""", 50035 },
        { "no JSON", "not json", 50109 },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_wrong_message_is_refused(string what, string body, int code)
    {
        using var response = await _http.PostAsync(new Uri(Messages, UriKind.Relative), new StringContent(body, System.Text.Encoding.UTF8, "application/json"), Token);
        Assert.True(response.StatusCode == System.Net.HttpStatusCode.BadRequest, what);
        Assert.Equal(code, (await response.Content.ReadFromJsonAsync<JsonObject>(Token))!["code"]!.GetValue<int>());
        Assert.Empty(_discord.Messages(_discord.ChannelIds[0]));
    }

    [Fact]
    public async Task Whoever_mentions_without_care_pings()
    {
        await PostAsync(new { content = "@everyone and <@1> and <@&2>" });
        await PostAsync(new { content = "@everyone and <@1>", allowed_mentions = new { parse = Array.Empty<string>() } });
        await PostAsync(new { content = "<@1> <@2>", allowed_mentions = new { parse = Array.Empty<string>(), users = new[] { "1" } } });
        Assert.Equal(["@everyone", "<@1>", "<@&2>", "<@1>"], _discord.World.Pings);
    }

    [Fact]
    public async Task A_nonce_is_enforced_and_not_shown_to_readers()
    {
        var first = await PostAsync(new { content = "x", nonce = "n", enforce_nonce = true });
        var second = await PostAsync(new { content = "y", nonce = "n", enforce_nonce = true });
        Assert.Equal(first!["id"]!.GetValue<string>(), second!["id"]!.GetValue<string>());
        Assert.Equal("n", first["nonce"]!.GetValue<string>());
        var list = await _http.GetFromJsonAsync<JsonArray>(new Uri(Messages, UriKind.Relative), Token);
        Assert.Null(Assert.Single(list!)!["nonce"]);
    }

    [Fact]
    public async Task The_sixth_message_in_five_seconds_is_asked_to_wait_and_the_headers_told_it()
    {
        for (var i = 0; i < 5; i++)
        {
            using var response = await _http.PostAsJsonAsync(Messages, new { content = "x" }, Token);
            Assert.Equal($"{4 - i}", response.Headers.GetValues("X-RateLimit-Remaining").Single());
        }

        using var sixth = await _http.PostAsJsonAsync(Messages, new { content = "x" }, Token);
        Assert.Equal(System.Net.HttpStatusCode.TooManyRequests, sixth.StatusCode);
        var body = (await sixth.Content.ReadFromJsonAsync<JsonObject>(Token))!;
        Assert.InRange(body["retry_after"]!.GetValue<double>(), 0.1, 5.0);
        Assert.False(body["global"]!.GetValue<bool>());
        Assert.Equal(1, _discord.LimitsExceeded);
    }

    [Theory]
    [InlineData("Bot wrong", "DiscordBot (https://example.com, 1)", 401)]
    [InlineData(null, "curl/8", 403)]
    public async Task A_wrong_token_and_a_nameless_client_are_refused(string? authorization, string userAgent, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_discord.ApiBaseAddress, "users/@me"));
        request.Headers.TryAddWithoutValidation("Authorization", authorization ?? $"Bot {_discord.Token}");
        request.Headers.TryAddWithoutValidation("User-Agent", userAgent);
        using var http = new HttpClient(new SocketsHttpHandler());
        using var response = await http.SendAsync(request, Token);
        Assert.Equal(status, (int)response.StatusCode);
    }

    private async Task<JsonObject?> PostAsync(object body)
    {
        using var response = await _http.PostAsJsonAsync(Messages, body, Token);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonObject>(Token);
    }
}
