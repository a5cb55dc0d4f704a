using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SummaryBot.Discord.Interactions;
using SummaryBot.Discord.Interactions.Http;
using SummaryBot.TestDiscord.Interactions;

namespace SummaryBot.Discord.Tests.Interactions;

/// <summary>The way in over HTTP.</summary>
public sealed class InteractionEndpointTests : IAsyncLifetime
{
    private readonly TestModule.Behavior _behavior = new();
    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());
    private readonly SignedRequests _discord = new(seed: 1);
    private InteractionFixture _bot = null!;

    public async ValueTask InitializeAsync() => _bot = await InteractionFixture.StartAsync(
        services => services.AddInteractionEndpoint(_discord.PublicKey).AddSingleton(_behavior).AddSingleton<IInteractionModule, TestModule>(), _time);

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        _discord.Dispose();
    }

    [Fact]
    public async Task Ping_is_answered_with_pong() =>
        Assert.Equal(new EndpointAnswer(200, """{"type":1}"""), await SendAsync(Encoding.UTF8.GetBytes("""{"id": "1100000000000000001", "type": 1}""")));

    [Fact]
    public async Task The_same_handlers_answer_by_the_callback_route_and_never_in_the_response()
    {
        var (json, body) = Delete();
        Assert.Equal(new EndpointAnswer(202), await SendAsync(body));
        Assert.Equal((5, 1), (_bot.Hand.AnswerType(json), _behavior.Changes));
        Assert.Equal("Deleted.", _bot.Last()["content"]!.GetValue<string>());
    }

    [Fact]
    public async Task Another_key_is_refused()
    {
        using var forger = new SignedRequests(seed: 2);
        await RefusedAsync(401, "its signature is wrong", SendAsync(Delete().Body, forger));
    }

    [Fact]
    public async Task A_body_that_was_changed_after_signing_is_refused()
    {
        var body = Delete().Body;
        var (signature, timestamp) = _discord.Sign(body, _time.GetUtcNow());
        body[^1] = (byte)' ';
        await RefusedAsync(401, "its signature is wrong", ReceiveAsync(signature, timestamp, body));
    }

    [Theory]
    [InlineData(null, null, "it is not signed")]
    [InlineData("00", "1", "its signature is wrong")]
    [InlineData("zz", "x", "its signature is wrong")]
    public Task What_is_not_signed_is_refused(string? signature, string? timestamp, string cause) =>
        RefusedAsync(401, cause, ReceiveAsync(signature, timestamp, Delete().Body));

    [Theory]
    [InlineData(-6)]
    [InlineData(6)]
    public Task A_signature_of_another_time_is_refused(int minutes) =>
        RefusedAsync(401, "too old", SendAsync(Delete().Body, at: _time.GetUtcNow() + TimeSpan.FromMinutes(minutes)));

    [Fact]
    public async Task A_replayed_signature_is_refused()
    {
        var (_, body) = Delete();
        var at = _time.GetUtcNow();
        Assert.Equal(202, (await SendAsync(body, at: at)).Status);
        _time.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(401, (await SendAsync(body, at: at)).Status);
        Assert.Contains("it came before", _bot.Log, StringComparison.Ordinal);
        Assert.Equal(1, _behavior.Changes);
    }

    /// <summary>Another instance has not seen the request; Discord does not take a second first answer, so nothing is done.</summary>
    [Fact]
    public async Task A_signature_replayed_after_a_restart_changes_nothing()
    {
        var (_, body) = Delete();
        var at = _time.GetUtcNow();
        await SendAsync(body, at: at);
        _bot.Restart();
        await SendAsync(body, at: at);
        Assert.Equal(1, _behavior.Changes);
    }

    [Fact]
    public async Task A_megabyte_is_refused_before_it_is_read()
    {
        var body = new UnreadStream();
        var answer = await _bot.Get<InteractionEndpoint>().ReceiveAsync("00", "1", InteractionEndpoint.MostBytes + 1, body, InteractionFixture.Token);
        Assert.Equal((413, false), (answer.Status, body.WasRead));
        await RefusedAsync(413, "larger than 1 MB", Task.FromResult(answer));
    }

    [Fact]
    public async Task A_megabyte_that_does_not_say_so_is_refused_while_it_is_read()
    {
        using var body = new MemoryStream(new byte[4 * InteractionEndpoint.MostBytes]);
        var answer = await _bot.Get<InteractionEndpoint>().ReceiveAsync("00", "1", null, body, InteractionFixture.Token);
        Assert.Equal(413, answer.Status);
        Assert.InRange(body.Position, 0, InteractionEndpoint.MostBytes + (64 * 1024));
    }

    [Fact]
    public async Task Senders_that_hang_are_few_and_do_not_hang_for_long()
    {
        var endpoint = _bot.Get<InteractionEndpoint>();
        var hanging = Enumerable.Range(0, 32).Select(_ => endpoint.ReceiveAsync("00", "1", null, new HangingStream(), InteractionFixture.Token)).ToList();
        Assert.Equal(503, (await endpoint.ReceiveAsync("00", "1", null, new HangingStream(), InteractionFixture.Token)).Status);
        _time.Advance(TimeSpan.FromSeconds(4));
        Assert.All(await Task.WhenAll(hanging), answer => Assert.Equal(408, answer.Status));
        await RefusedAsync(401, "its signature is wrong", ReceiveAsync("00", "1", [1]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"id": 7}""")]
    [InlineData("""{"id": "1", "id": "2"}""")]
    public Task What_is_signed_but_no_interaction_is_refused(string body) => RefusedAsync(400, "no interaction", SendAsync(Encoding.UTF8.GetBytes(body)));

    [Theory]
    [InlineData("")]
    [InlineData("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660")]
    [InlineData("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660g")]
    public void What_has_not_64_hexadecimal_digits_is_no_key(string text) => Assert.False(InteractionEndpoint.IsKey(text));

    private (JsonObject Json, byte[] Body) Delete()
    {
        var data = InteractionFixture.Typed("test");
        data["options"] = JsonNode.Parse("""[{"name": "delete", "type": 1, "options": []}]""");
        var json = _bot.Hand.Make(HandMade.Command, data, it => it["member"]!["permissions"] = $"{PermissionBits.ManageGuild}");
        return (json, Encoding.UTF8.GetBytes(json.ToJsonString()));
    }

    private Task<EndpointAnswer> SendAsync(byte[] body, SignedRequests? signer = null, DateTimeOffset? at = null)
    {
        var (signature, timestamp) = (signer ?? _discord).Sign(body, at ?? _time.GetUtcNow());
        return ReceiveAsync(signature, timestamp, body);
    }

    private async Task<EndpointAnswer> ReceiveAsync(string? signature, string? timestamp, byte[] body)
    {
        using var stream = new MemoryStream(body);
        var answer = await _bot.Get<InteractionEndpoint>().ReceiveAsync(signature, timestamp, body.Length, stream, InteractionFixture.Token);
        await _bot.Get<InteractionDesk>().WhenIdleAsync();
        return answer;
    }

    private async Task RefusedAsync(int status, string cause, Task<EndpointAnswer> answer)
    {
        Assert.Equal(new EndpointAnswer(status), await answer);
        Assert.Contains(cause, _bot.Log, StringComparison.Ordinal);
        Assert.Equal(0, _behavior.Changes);
        Assert.Empty(_bot.Hand.SeenBy(_bot.User));
        Assert.Empty(_bot.Server.Log.Entries);
    }

    private sealed class HangingStream : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            return 0;
        }
    }

    private sealed class UnreadStream : MemoryStream
    {
        public bool WasRead { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            WasRead = true;
            return base.ReadAsync(buffer, cancellationToken);
        }
    }
}
