using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using SummaryBot.Discord.Gateway;
using SummaryBot.Discord.Interactions;
using SummaryBot.TestDiscord.Interactions;

namespace SummaryBot.Discord.Tests.Interactions;

/// <summary>Sites that take their time, over real connections and a clock that the test moves: whoever asked is acknowledged at once, and nobody else waits.</summary>
public sealed class SlowSiteTests : IAsyncLifetime
{
    private const string Somebody = "1100000000009999999";

    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(29);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(200);

    private readonly PageSite _site = new();
    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());
    private InteractionFixture _bot = null!;

    public async ValueTask InitializeAsync()
    {
        _bot = await InteractionFixture.StartAsync(_site.Use, _time);
        _site.Answer("slow.example.org/silent", (_, token) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token));
        _site.Answer("slow.example.org/dripping", DripAsync);
        _site.Page("quick.example.org/a", "Quay burns", $"The quay burned for an hour. {InteractionFixture.News}");
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync(); // whoever still waits for it ends
        await _bot.DisposeAsync();
    }

    [Theory]
    [InlineData("silent")]
    [InlineData("dripping")]
    public async Task A_slow_site_ends_with_a_plain_error_in_time_and_nobody_else_waits(string how)
    {
        var slow = Ask($"http://slow.example.org/{how}", _bot.User);
        await HandAsync(slow);
        await UntilAsync(() => _site.Asked.Contains($"slow.example.org/{how}"));
        Assert.Equal(5, _bot.Hand.AnswerType(slow)); // acknowledged before the site was asked
        await HandAsync(Ask("http://quick.example.org/a", Somebody));
        await UntilAsync(() => Seen(Somebody).Contains("The quay burned", StringComparison.Ordinal));
        Assert.DoesNotContain("did not answer in time", Seen(_bot.User), StringComparison.Ordinal);
        var end = _time.GetUtcNow() + Bound;
        await UntilAsync(() =>
        {
            _time.Advance(TimeSpan.FromTicks(Math.Clamp((end - _time.GetUtcNow()).Ticks, 0, Step.Ticks))); // one timer sets the next: a single jump would miss those behind
            return Seen(_bot.User).Contains("did not answer in time", StringComparison.Ordinal);
        });
        Assert.Empty(_bot.Server.Log.Refusals);
    }

    private JsonObject Ask(string address, string user) =>
        _bot.Hand.Make(HandMade.Command, InteractionFixture.Typed("summary", ("article", InteractionOptions.TextType, address)), userId: user);

    private Task HandAsync(JsonObject interaction) => _bot.Get<EventResponder>().HandleAsync(new GatewayEvent("INTERACTION_CREATE", interaction), InteractionFixture.Token);

    private string Seen(string user) => string.Concat(_bot.Hand.SeenBy(user).Select(it => it.ToJsonString().Replace("\\\\", "", StringComparison.Ordinal)));

    private static async Task DripAsync(Stream stream, CancellationToken cancellationToken)
    {
        await PageSite.WriteAsync(stream, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100000\r\n\r\n", cancellationToken);
        while (true)
        {
            await PageSite.WriteAsync(stream, "<", cancellationToken);
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, cancellationToken);
        }
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        for (var looks = 0; !isSo(); looks++)
        {
            Assert.True(looks < 3000, "It does not come about.");
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, InteractionFixture.Token);
        }
    }
}
