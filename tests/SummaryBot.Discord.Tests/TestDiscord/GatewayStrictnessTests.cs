using System.IO.Compression;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using SummaryBot.TestDiscord;
using SummaryBot.TestDiscord.Gateway;

namespace SummaryBot.Discord.Tests.TestDiscord;

/// <summary>TestDiscord's gateway refuses what Discord's refuses, asked by a bare socket.</summary>
public sealed class GatewayStrictnessTests : IAsyncLifetime
{
    private const string Json = "v=10&encoding=json";

    private TestDiscordServer _discord = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _discord = await TestDiscordServer.StartAsync(
        new TestDiscordOptions { Gateway = new GatewayOptions { ReplayEvents = 5, Guilds = 2501 } }, Token);

    public ValueTask DisposeAsync() => _discord.DisposeAsync();

    [Theory]
    [InlineData("""{"op": 77, "d": null}""", 4001)]
    [InlineData("""{"op": 0, "d": null}""", 4001)]
    [InlineData("""{"op": 11, "d": null}""", 4001)]
    [InlineData("not json", 4002)]
    [InlineData("[]", 4002)]
    [InlineData("""{"op": "two"}""", 4002)]
    [InlineData("""{"op": 1, "d": "x"}""", 4002)]
    [InlineData("""{"op": 2, "d": null}""", 4002)]
    [InlineData("""{"op": 2, "d": {"token": "TOKEN", "intents": 1}}""", 4002)]
    [InlineData("""{"op": 2, "d": {"token": "TOKEN", "properties": {}}}""", 4002)]
    [InlineData("""{"op": 2, "d": {"token": "TOKEN", "properties": {}, "intents": 1, "shard": [0]}}""", 4002)]
    [InlineData("""{"op": 2, "d": {"token": "TOKEN", "properties": {}, "intents": 1, "large_threshold": 10}}""", 4002)]
    [InlineData("""{"op": 6, "d": {"token": "TOKEN", "seq": 1}}""", 4002)]
    [InlineData("""{"op": 3, "d": {}}""", 4003)]
    [InlineData("""{"op": 8, "d": {}}""", 4003)]
    [InlineData("""{"op": 2, "d": {"token": "wrong", "properties": {}, "intents": 1}}""", 4004)]
    [InlineData("""{"op": 6, "d": {"token": "wrong", "session_id": "a", "seq": 1}}""", 4004)]
    [InlineData("""{"op": 2, "d": {"token": "TOKEN", "properties": {}, "intents": 1, "shard": [2, 2]}}""", 4010)]
    [InlineData("""{"op": 2, "d": {"token": "TOKEN", "properties": {}, "intents": 1, "shard": [0, 0]}}""", 4010)]
    [InlineData("""{"op": 2, "d": {"token": "TOKEN", "properties": {}, "intents": 1}}""", 4011)]
    [InlineData("""{"op": 2, "d": {"token": "TOKEN", "properties": {}, "intents": 131072}}""", 4013)]
    [InlineData("""{"op": 2, "d": {"token": "TOKEN", "properties": {}, "intents": -1}}""", 4013)]
    [InlineData("""{"op": 2, "d": {"token": "TOKEN", "properties": {}, "intents": 2}}""", 4014)]
    [InlineData("""{"op": 2, "d": {"token": "TOKEN", "properties": {}, "intents": 32769}}""", 4014)]
    public async Task What_Discord_refuses_closes_the_connection(string payload, int code)
    {
        using var socket = await ConnectAsync();
        await SendAsync(socket, payload.Replace("TOKEN", _discord.Token, StringComparison.Ordinal));
        Assert.Equal(code, await ClosedAsync(socket));
    }

    [Fact]
    public async Task A_payload_of_more_than_4096_bytes_is_refused()
    {
        using var socket = await ConnectAsync();
        await SendAsync(socket, $$"""{"op": 1, "d": null, "x": "{{new string('x', 4096)}}"}""");
        Assert.Equal(4002, await ClosedAsync(socket));
    }

    [Fact]
    public async Task The_121st_payload_of_a_minute_is_one_too_many()
    {
        using var socket = await ConnectAsync();
        for (var i = 0; i < 121; i++)
        {
            await SendAsync(socket, """{"op": 1, "d": null}""");
        }

        Assert.Equal(4008, await ClosedAsync(socket));
    }

    [Fact]
    public async Task Another_version_is_refused()
    {
        using var socket = await ConnectAsync("v=9&encoding=json", greets: false);
        Assert.Equal(4012, await ClosedAsync(socket));
    }

    [Fact]
    public async Task Without_heartbeats_the_session_times_out()
    {
        await using var hasty = await TestDiscordServer.StartAsync(new TestDiscordOptions { HeartbeatInterval = TimeSpan.FromMilliseconds(400) }, Token);
        using var socket = await ConnectAsync(server: hasty);
        Assert.Equal(4009, await ClosedAsync(socket));
    }

    [Fact]
    public async Task Who_identified_may_not_do_it_again()
    {
        using var socket = await ConnectAsync();
        Assert.Equal("READY", (await IdentifyAsync(socket, 0))["t"]!.GetValue<string>());
        await SendAsync(socket, Identify(0));
        Assert.Equal(4005, await ClosedAsync(socket));
    }

    [Fact]
    public async Task A_second_identify_within_five_seconds_is_an_invalid_session()
    {
        using var first = await ConnectAsync();
        await IdentifyAsync(first, 0);
        using var second = await ConnectAsync();
        var answer = await IdentifyAsync(second, 1);
        Assert.Equal((9, false), (answer["op"]!.GetValue<int>(), answer["d"]!.GetValue<bool>()));
        Assert.Equal(1, _discord.Gateway.IdentifiesTooSoon);
    }

    [Fact]
    public async Task An_event_goes_to_the_shard_of_its_server_and_a_direct_message_to_shard_0()
    {
        await using var wide = await TestDiscordServer.StartAsync(new TestDiscordOptions { Gateway = new GatewayOptions { Shards = 4, MaxConcurrency = 4 } }, Token);
        var shard = ShardOf(wide.World.GuildId, 4);
        using var own = await ConnectAsync(server: wide);
        await IdentifyAsync(own, shard, 4, wide.Token);
        using var other = await ConnectAsync(server: wide);
        await IdentifyAsync(other, (shard + 1) % 4, 4, wide.Token);
        Assert.Single(wide.Gateway.Publish("INTERACTION_CREATE", new JsonObject { ["guild_id"] = wide.World.GuildId }));
        Assert.Equal("GUILD_CREATE", (await ReceiveAsync(own))!["t"]!.GetValue<string>());
        Assert.Equal("INTERACTION_CREATE", (await ReceiveAsync(own))!["t"]!.GetValue<string>());
        Assert.Equal(shard == 0 || (shard + 1) % 4 == 0 ? 1 : 0, wide.Gateway.Publish("INTERACTION_CREATE", new JsonObject { ["id"] = "direct" }).Count);
    }

    [Fact]
    public async Task A_resume_sends_what_was_missed_in_order_and_then_says_so()
    {
        using var first = await ConnectAsync();
        var (session, last) = await SessionAsync(first);
        first.Abort();
        Happen(2);
        using var second = await ConnectAsync();
        await SendAsync(second, Resume(session, last));
        Assert.Equal(
            [(last + 1, "INTERACTION_CREATE"), (last + 2, "INTERACTION_CREATE"), (last + 3, "RESUMED")],
            [await NumberedAsync(second), await NumberedAsync(second), await NumberedAsync(second)]);
    }

    [Theory]
    [InlineData(1000, 4007)] // never sent
    [InlineData(-1, 4007)]
    [InlineData(0, 0)] // not kept any more
    public async Task A_resume_from_where_nobody_can_be_is_refused(int sequence, int code)
    {
        using var first = await ConnectAsync();
        var (session, _) = await SessionAsync(first);
        first.Abort();
        Happen(20);
        using var second = await ConnectAsync();
        await SendAsync(second, Resume(session, sequence));
        if (code > 0)
        {
            Assert.Equal(code, await ClosedAsync(second));
            return;
        }

        var answer = await ReceiveAsync(second);
        Assert.Equal((9, false), (answer!["op"]!.GetValue<int>(), answer["d"]!.GetValue<bool>()));
    }

    [Theory]
    [InlineData(1000, false)]
    [InlineData(1001, false)]
    [InlineData(4000, true)]
    public async Task Who_says_goodbye_has_no_session_left(int code, bool survives)
    {
        using var first = await ConnectAsync();
        var (session, last) = await SessionAsync(first);
        await first.CloseAsync((WebSocketCloseStatus)code, null, Token);
        using var second = await ConnectAsync();
        await SendAsync(second, Resume(session, last));
        var answer = (await ReceiveAsync(second))!;
        Assert.Equal(survives ? "RESUMED" : null, answer["t"]?.GetValue<string>());
        Assert.Equal(survives ? 0 : 9, answer["op"]!.GetValue<int>());
    }

    [Fact]
    public async Task Who_asks_for_compression_gets_one_stream_in_parts()
    {
        using var socket = await ConnectAsync($"{Json}&compress=zlib-stream", greets: false);
        using var stream = new MemoryStream();
        var buffer = new byte[1024];
        await SendAsync(socket, Identify(0));
        var messages = 0;
        while (messages < 2) // hello, READY
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(), Token);
            Assert.Equal(WebSocketMessageType.Binary, part.MessageType);
            await stream.WriteAsync(buffer.AsMemory(0, part.Count), Token);
            messages += buffer.AsSpan(0, part.Count).EndsWith<byte>([0, 0, 0xFF, 0xFF]) ? 1 : 0;
        }

        stream.Position = 0;
        await using var inflating = new ZLibStream(stream, CompressionMode.Decompress);
        using var reader = new StreamReader(inflating);
        var text = await reader.ReadToEndAsync(Token);
        Assert.StartsWith("{\"op\":10", text, StringComparison.Ordinal);
        Assert.Contains("\"READY\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_events_that_were_asked_for_come()
    {
        using var socket = await ConnectAsync();
        await IdentifyAsync(socket, 0, intents: 0);
        Assert.Empty(_discord.Gateway.Publish("CHANNEL_CREATE", new JsonObject { ["guild_id"] = Guild(0) }));
        Assert.Empty(_discord.Gateway.Publish("MESSAGE_CREATE", new JsonObject { ["guild_id"] = Guild(0) }));
        Assert.Single(_discord.Gateway.Publish("INTERACTION_CREATE", new JsonObject { ["guild_id"] = Guild(0) }));
    }

    private void Happen(int count)
    {
        for (var i = 0; i < count; i++)
        {
            _discord.Gateway.Publish("INTERACTION_CREATE", new JsonObject { ["guild_id"] = Guild(0) });
        }
    }

    /// <summary>A server of a shard of two.</summary>
    private string Guild(int shard)
    {
        var id = ulong.Parse(_discord.World.GuildId, System.Globalization.CultureInfo.InvariantCulture);
        return ShardOf($"{id}", 2) == shard ? $"{id}" : $"{id + (1 << 22)}";
    }

    private static int ShardOf(string guild, int shards) =>
        (int)((ulong.Parse(guild, System.Globalization.CultureInfo.InvariantCulture) >> 22) % (ulong)shards);

    private async Task<(string Session, int Last)> SessionAsync(ClientWebSocket socket)
    {
        var ready = await IdentifyAsync(socket, 0, intents: 0); // without servers, so that READY is the last event
        return (ready["d"]!["session_id"]!.GetValue<string>(), ready["s"]!.GetValue<int>());
    }

    private async Task<JsonObject> IdentifyAsync(ClientWebSocket socket, int shard, int shards = 2, string? token = null, int intents = 1)
    {
        await SendAsync(socket, Identify(shard, shards, token, intents));
        return (await ReceiveAsync(socket))!;
    }

    private string Identify(int shard, int shards = 2, string? token = null, int intents = 1) =>
        $$"""{"op": 2, "d": {"token": "{{token ?? _discord.Token}}", "properties": {}, "intents": {{intents}}, "shard": [{{shard}}, {{shards}}] } }""";

    private string Resume(string session, int sequence) =>
        $$"""{"op": 6, "d": {"token": "{{_discord.Token}}", "session_id": "{{session}}", "seq": {{sequence}} } }""";

    private async Task<ClientWebSocket> ConnectAsync(string query = Json, bool greets = true, TestDiscordServer? server = null)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri($"ws://127.0.0.1:{(server ?? _discord).Address.Port}/gateway?{query}"), Token);
        if (greets)
        {
            Assert.Equal(10, (await ReceiveAsync(socket))!["op"]!.GetValue<int>());
        }

        return socket;
    }

    private static Task SendAsync(ClientWebSocket socket, string text) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, Token);

    private static async Task<(int, string)> NumberedAsync(ClientWebSocket socket)
    {
        var happened = (await ReceiveAsync(socket))!;
        return (happened["s"]!.GetValue<int>(), happened["t"]!.GetValue<string>());
    }

    /// <summary>The next message; null where the socket was closed.</summary>
    private static async Task<JsonObject?> ReceiveAsync(ClientWebSocket socket)
    {
        using var message = new MemoryStream();
        var buffer = new byte[4096];
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer.AsMemory(), Token);
            await message.WriteAsync(buffer.AsMemory(0, part.Count), Token);
        }
        while (!part.EndOfMessage);
        return part.MessageType == WebSocketMessageType.Close ? null : JsonNode.Parse(message.ToArray())!.AsObject();
    }

    private static async Task<int?> ClosedAsync(ClientWebSocket socket)
    {
        while (await ReceiveAsync(socket) is not null)
        {
        }

        return (int?)socket.CloseStatus;
    }
}
