using System.Text.Json.Nodes;
using System.Threading.Channels;
using Discord.Net;
using Discord.Net.WebSockets;
using SummaryBot.Discord.Gateway;
using SummaryBot.DiscordNet;

namespace SummaryBot.Discord.Tests.DiscordNet;

public sealed class GatewayTapTests : IDisposable
{
    private readonly Channel<GatewayEvent> _events = Channel.CreateUnbounded<GatewayEvent>();
    private readonly List<int?> _closes = [];
    private readonly FakeSocket _socket = new();
    private readonly List<string> _heard = [];

    public GatewayTapTests()
    {
        Tap = new GatewayTap(_socket, _events.Writer, _closes.Add);
        Tap.TextMessage += text =>
        {
            _heard.Add(text);
            return Task.CompletedTask;
        };
    }

    private GatewayTap Tap { get; }

    public void Dispose()
    {
        Tap.Dispose();
        _socket.Dispose();
    }

    [Fact]
    public async Task An_interaction_is_taken_and_Discord_Net_counts_on()
    {
        await _socket.HearAsync("""{"op":0,"s":7,"t":"INTERACTION_CREATE","d":{"id":"1","message":{"components":[{"type":17}]}}}""");
        var taken = await _events.Reader.ReadAsync(DiscordFixture.Token);
        Assert.Equal(("INTERACTION_CREATE", "1"), (taken.Name, taken.Data["id"]!.GetValue<string>()));
        var left = JsonNode.Parse(Assert.Single(_heard))!;
        Assert.Equal((0, 7, "{}"), (left["op"]!.GetValue<int>(), left["s"]!.GetValue<int>(), left["d"]!.ToJsonString()));
        Assert.NotEqual("INTERACTION_CREATE", left["t"]!.GetValue<string>());
    }

    [Fact]
    public async Task READY_goes_to_both_and_never_without_the_list_that_Discord_Net_needs()
    {
        await _socket.HearAsync("""{"op":0,"s":1,"t":"READY","d":{"application":{"id":"2"}}}""");
        Assert.Equal("""{"op":0,"s":1,"t":"READY","d":{"application":{"id":"2"},"private_channels":[]}}""", Assert.Single(_heard));
        Assert.Equal("READY", (await _events.Reader.ReadAsync(DiscordFixture.Token)).Name);
    }

    [Theory]
    [InlineData("""{"op":11}""")]
    [InlineData("""{"op":0,"s":2,"t":"GUILD_EMOJIS_UPDATE","d":{"name":"INTERACTION_CREATE and \"READY\""}}""")]
    [InlineData("""{"op":0,"s":3,"t":"INTERACTION_CREATE","d":null}""")]
    public async Task All_else_is_Discord_Nets_as_it_came(string text)
    {
        await _socket.HearAsync(text);
        Assert.Equal(text, Assert.Single(_heard));
        Assert.False(_events.Reader.TryRead(out _));
    }

    [Fact]
    public async Task What_changes_on_a_server_is_noted_by_its_ids_and_Discord_Net_gets_all_of_it()
    {
        const string Text = """{"op":0,"s":2,"t":"CHANNEL_UPDATE","d":{"id":"5","guild_id":"4","name":"news"}}""";
        await _socket.HearAsync(Text);
        Assert.Equal(Text, Assert.Single(_heard));
        var noted = await _events.Reader.ReadAsync(DiscordFixture.Token);
        Assert.Equal(("CHANNEL_UPDATE", """{"id":"5","guild_id":"4","channels":[],"threads":[]}"""), (noted.Name, noted.Data.ToJsonString()));
    }

    [Fact]
    public async Task The_stream_is_asked_for_uncompressed()
    {
        await Tap.ConnectAsync("wss://gateway.example.com?v=10&encoding=json&compress=zlib-stream");
        Assert.Equal("wss://gateway.example.com?v=10&encoding=json", _socket.Host);
    }

    [Fact]
    public async Task The_close_code_is_told()
    {
        var told = new List<Exception>();
        Tap.Closed += reason =>
        {
            told.Add(reason);
            return Task.CompletedTask;
        };
        await _socket.CloseAsync(new WebSocketClosedException(4004, "Authentication failed."));
        await _socket.CloseAsync(new IOException());
        Assert.Equal([4004, null], _closes);
        Assert.Equal(2, told.Count);
    }

    private sealed class FakeSocket : IWebSocketClient
    {
#pragma warning disable CS0067 // no test sends bytes
        public event Func<byte[], int, int, Task>? BinaryMessage;
#pragma warning restore CS0067

        public event Func<string, Task>? TextMessage;

        public event Func<Exception, Task>? Closed;

        public string? Host { get; private set; }

        public Task HearAsync(string text) => TextMessage!(text);

        public Task CloseAsync(Exception reason) => Closed!(reason);

        public void SetHeader(string key, string value)
        {
        }

        public void SetCancelToken(CancellationToken cancelToken)
        {
        }

        public Task ConnectAsync(string host)
        {
            Host = host;
            return Task.CompletedTask;
        }

        public Task DisconnectAsync(int closeCode = 1000) => Task.CompletedTask;

        public Task SendAsync(byte[] data, int index, int count, bool isText) => Task.CompletedTask;

        public void Dispose()
        {
        }
    }
}
