using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using SummaryBot.Chat;
using SummaryBot.Discord.Rest;
using SummaryBot.Discord.Rest.RateLimits;
using SummaryBot.TestDiscord;
using SummaryBot.TestDiscord.Faults;

namespace SummaryBot.Discord.Tests.Rest;

/// <summary>The faults of other clients that are known: each test fails where ours behaves like them.</summary>
public sealed class FaultTableTests
{
    private const string Posting = "POST /channels/*/messages";

    [Fact]
    public async Task Three_502s_and_then_200_send_once_with_growing_pauses()
    {
        await using var discord = await DiscordFixture.StartAsync();
        discord.Server.Faults.Add(new FaultRule(Posting, "502", Count: 3));
        Assert.IsType<SendOutcome.Sent>(await SendAsync(discord, discord.Delivery()));
        Assert.Single(discord.Server.Messages(discord.Channel));
        var times = Times(discord);
        Assert.Equal(4, times.Count);
        Assert.True(times[^1] - times[0] > TimeSpan.FromSeconds(0.5), $"four attempts in {times[^1] - times[0]}");
    }

    [Fact]
    public async Task A_502_that_stays_is_tried_a_few_times_and_handed_back()
    {
        await using var discord = await DiscordFixture.StartAsync();
        discord.Server.Faults.Add(new FaultRule(Posting, "502"));
        Assert.IsType<SendOutcome.Unknown>(await SendAsync(discord, discord.Delivery()));
        Assert.InRange(discord.Server.Log.Entries.Count, 2, 4);
    }

    [Fact]
    public async Task An_outage_opens_the_breaker_and_nothing_more_goes_out()
    {
        await using var discord = await DiscordFixture.StartAsync();
        discord.Server.Faults.Add(new FaultRule(Posting, "503"));
        for (var i = 0; i < 6; i++)
        {
            await SendAsync(discord, discord.Delivery(nonce: $"nonce-{i}"));
        }

        var requests = discord.Server.Log.Entries.Count;
        var outcome = await SendAsync(discord, discord.Delivery(nonce: "late"));
        Assert.True(Assert.IsType<SendOutcome.AskedToWait>(outcome) is { IsForAll: true, Delay.TotalSeconds: > 5 and <= 30 }, outcome.ToString());
        Assert.Equal(requests, discord.Server.Log.Entries.Count);
        Assert.InRange(requests, 8, 12);
    }

    [Fact]
    public async Task In_an_outage_of_ten_minutes_one_probe_goes_out_in_30_seconds()
    {
        var time = new FakeTimeProvider();
        await using var discord = await DiscordFixture.StartAsync(time: time);
        discord.Server.Faults.Add(new FaultRule(Posting, "503"));
        var probes = new List<TimeSpan>();
        var start = time.GetTimestamp();
        for (var i = 0; time.GetElapsedTime(start) < TimeSpan.FromMinutes(10); i++)
        {
            var before = discord.Server.Log.Entries.Count;
            var sending = SendAsync(discord, discord.Delivery(nonce: $"nonce-{i}"));
            while (!sending.IsCompleted)
            {
                time.Advance(TimeSpan.FromMilliseconds(100)); // pauses between attempts
                await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, DiscordFixture.Token);
            }

            probes.AddRange(Enumerable.Repeat(time.GetElapsedTime(start), discord.Server.Log.Entries.Count - before));
            time.Advance(TimeSpan.FromSeconds(2));
        }

        var inOutage = probes.Skip(12).ToList(); // the first ones open the breaker
        Assert.InRange(inOutage.Count, 10, 20);
        Assert.All(inOutage.Zip(inOutage.Skip(1)), pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromSeconds(25), string.Join(' ', probes)));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(2.4)]
    public async Task A_global_429_holds_every_route_for_its_seconds_and_fractions(double seconds)
    {
        await using var discord = await DiscordFixture.StartAsync();
        discord.Server.Faults.Add(new FaultRule(Posting, "429-global", Count: 1, RetryAfter: seconds));
        var first = SendAsync(discord, discord.Delivery());
        await Eventually(() => discord.Server.Log.Entries.Any(entry => entry.Status == 429));
        await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System, DiscordFixture.Token); // the answer is on its way
        var second = SendAsync(discord, discord.Delivery(nonce: "nonce-2", channel: discord.Server.ChannelIds[1]));
        var other = discord.Rest.SendAsync(HttpMethod.Get, "users/@me", body: null, DiscordFixture.Token);
        Assert.All(await Task.WhenAll(first, second), outcome => Assert.IsType<SendOutcome.Sent>(outcome));
        Assert.IsType<RestResult.Done>(await other);
        Assert.Equal(0, discord.Server.LimitsExceeded); // nobody asked sooner than allowed
        Assert.Equal(4, discord.Server.Log.Entries.Count);
    }

    [Fact]
    public async Task A_long_global_429_is_handed_back_as_one_for_all()
    {
        await using var discord = await DiscordFixture.StartAsync();
        discord.Server.Faults.Add(new FaultRule(Posting, "429-global", Count: 1, RetryAfter: 40));
        Assert.True(await SendAsync(discord, discord.Delivery()) is SendOutcome.AskedToWait { IsForAll: true });
        var other = await SendAsync(discord, discord.Delivery(nonce: "nonce-2", channel: discord.Server.ChannelIds[1]));
        Assert.True(other is SendOutcome.AskedToWait { IsForAll: true, Delay.TotalSeconds: > 38 and <= 40 }, other.ToString());
        Assert.Single(discord.Server.Log.Entries);
    }

    [Theory]
    [InlineData("429")]
    [InlineData("429-user")]
    [InlineData("429-no-headers")]
    public async Task A_429_of_a_route_is_kept_to_the_fraction_also_without_headers(string kind)
    {
        await using var discord = await DiscordFixture.StartAsync();
        discord.Server.Faults.Add(new FaultRule(Posting, kind, Count: 1, RetryAfter: 1.234));
        Assert.IsType<RestResult.Done>(await PostAsync(discord, "patient"));
        Assert.Equal(2, discord.Server.Log.Entries.Count);
        Assert.Equal(0, discord.Server.LimitsExceeded);
        Assert.Equal(kind == "429" ? 0 : 1, discord.Server.InvalidRequests);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(40)]
    public async Task The_outbox_gets_a_wait_back_at_once_and_other_channels_go_on(double seconds)
    {
        await using var discord = await DiscordFixture.StartAsync();
        discord.Server.Faults.Add(new FaultRule(Posting, "429", Count: 1, RetryAfter: seconds));
        var wait = Assert.IsType<SendOutcome.AskedToWait>(await SendAsync(discord, discord.Delivery()));
        Assert.InRange(wait.Delay.TotalSeconds, seconds - 0.01, seconds + 0.01);
        Assert.False(wait.IsForAll);
        Assert.IsType<SendOutcome.Sent>(await SendAsync(discord, discord.Delivery(nonce: "nonce-2", channel: discord.Server.ChannelIds[1])));
        Assert.IsType<SendOutcome.AskedToWait>(await SendAsync(discord, discord.Delivery(nonce: "nonce-3")));
        Assert.Equal(2, discord.Server.Log.Entries.Count);
    }

    [Theory]
    [InlineData("ban-429")]
    [InlineData("ban-403")]
    public async Task A_page_of_the_network_in_front_rests_everything(string kind)
    {
        await using var discord = await DiscordFixture.StartAsync();
        discord.Server.Faults.Add(new FaultRule(Posting, kind, Count: 1, RetryAfter: 90));
        Assert.True(await SendAsync(discord, discord.Delivery()) is SendOutcome.AskedToWait { IsForAll: true, Delay.TotalSeconds: 90 });
        Assert.IsType<RestResult.AskedToWait>(await discord.Rest.SendAsync(
            HttpMethod.Post, "interactions/1/token/callback", new JsonObject(), DiscordFixture.Token));
        Assert.Single(discord.Server.Log.Entries);
    }

    [Fact]
    public async Task A_burst_never_exceeds_50_a_second()
    {
        await using var discord = await DiscordFixture.StartAsync(new TestDiscordOptions { Channels = 130 });
        var all = discord.Server.ChannelIds.Select((channel, i) => SendAsync(discord, discord.Delivery(nonce: $"many-{i}", channel: channel)));
        Assert.All(await Task.WhenAll(all), outcome => Assert.IsType<SendOutcome.Sent>(outcome));
        Assert.Equal(0, discord.Server.LimitsExceeded);
        Assert.True(Times(discord)[^1] - Times(discord)[0] > TimeSpan.FromSeconds(2), "130 requests at 50 a second take over two seconds");
    }

    [Fact]
    public async Task Answers_to_interactions_wait_for_no_global_limit()
    {
        await using var discord = await DiscordFixture.StartAsync();
        discord.Server.Faults.Add(new FaultRule(Posting, "429-global", Count: 1, RetryAfter: 30));
        await SendAsync(discord, discord.Delivery());
        var answer = await discord.Rest.SendAsync(HttpMethod.Post, "interactions/1/token/callback", new JsonObject { ["type"] = 5 }, DiscordFixture.Token);
        Assert.IsType<RestResult.Refused>(answer); // Discord knows no such interaction, and was asked
    }

    [Fact]
    public async Task Sending_stops_well_before_the_invalid_requests_get_the_address_banned()
    {
        await using var discord = await DiscordFixture.StartAsync();
        var counted = discord.Invalid;
        for (var i = 0; i < InvalidRequests.Most; i++)
        {
            using var forbidden = new HttpResponseMessage(System.Net.HttpStatusCode.Forbidden);
            counted.Count(forbidden);
        }

        var outcome = await SendAsync(discord, discord.Delivery());
        Assert.True(outcome is SendOutcome.AskedToWait { IsForAll: true, Delay.TotalMinutes: > 9 and <= 10 }, outcome.ToString());
        Assert.Empty(discord.Server.Log.Entries);
        Assert.True(InvalidRequests.Most <= 8000, "Discord bans at 10,000, and others may share the address");
    }

    [Fact]
    public async Task A_wrong_token_is_asked_with_once_not_once_for_each_message()
    {
        await using var discord = await DiscordFixture.StartAsync(token: "wrong");
        for (var i = 0; i < 5; i++)
        {
            Assert.IsType<SendOutcome.Refused>(await SendAsync(discord, discord.Delivery(nonce: $"nonce-{i}", channel: discord.Server.ChannelIds[i % 3])));
        }

        Assert.Single(discord.Server.Log.Entries);
    }

    [Fact]
    public async Task Messages_of_a_channel_arrive_in_the_order_they_were_given()
    {
        await using var discord = await DiscordFixture.StartAsync();
        discord.Server.Faults.Add(new FaultRule(Posting, "429", Count: 2, RetryAfter: 0.7), new FaultRule(Posting, "502", Probability: 0.3));
        var all = Enumerable.Range(0, 12).Select(i => PostAsync(discord, $"{i}")).ToList();
        Assert.All(await Task.WhenAll(all), result => Assert.IsType<RestResult.Done>(result));
        Assert.Equal(
            Enumerable.Range(0, 12).Select(i => $"{i}"),
            discord.Server.Messages(discord.Channel).Select(message => message["content"]!.GetValue<string>()));
        Assert.Equal(0, discord.Server.LimitsExceeded);
    }

    [Theory]
    [InlineData("500")]
    [InlineData("503")]
    [InlineData("drop-before")]
    [InlineData("drop-after-accept")]
    public async Task A_failed_or_lost_request_is_repeated_with_its_nonce_and_posts_once(string kind)
    {
        await using var discord = await DiscordFixture.StartAsync();
        discord.Server.Faults.Add(new FaultRule(Posting, kind, Count: 2));
        Assert.IsType<SendOutcome.Sent>(await SendAsync(discord, discord.Delivery()));
        Assert.Single(discord.Server.Messages(discord.Channel));
        Assert.Equal(3, discord.Server.Log.Entries.Count);
    }

    [Theory]
    [InlineData("silent")]
    [InlineData("half-open")]
    public async Task A_connection_that_goes_silent_holds_nothing_for_ever(string kind)
    {
        await using var discord = await DiscordFixture.StartAsync();
        discord.Server.Faults.Add(new FaultRule(Posting, kind, Count: 1));
        var first = SendAsync(discord, discord.Delivery());
        await Eventually(() => discord.Server.Log.Entries.Count == 1);
        Assert.IsType<SendOutcome.Sent>(await SendAsync(discord, discord.Delivery(nonce: "nonce-2", channel: discord.Server.ChannelIds[1])));
        var outcome = await first.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, DiscordFixture.Token);
        Assert.True(outcome is SendOutcome.Sent or SendOutcome.Unknown, outcome.ToString());
        Assert.IsType<SendOutcome.Sent>(await SendAsync(discord, discord.Delivery()));
        Assert.Single(discord.Server.Messages(discord.Channel));
    }

    private static Task<SendOutcome> SendAsync(DiscordFixture discord, Delivery delivery) => discord.Chat.SendAsync(delivery, DiscordFixture.Token);

    /// <summary>Somebody who waits, as answers to people do.</summary>
    private static Task<RestResult> PostAsync(DiscordFixture discord, string content) => discord.Rest.SendAsync(
        HttpMethod.Post,
        $"channels/{discord.Channel}/messages",
        new JsonObject { ["content"] = content, ["nonce"] = content, ["enforce_nonce"] = true },
        DiscordFixture.Token);

    private static List<DateTimeOffset> Times(DiscordFixture discord) => [.. discord.Server.Log.Entries.Select(entry => entry.At)];

    private static async Task Eventually(Func<bool> holds)
    {
        while (!holds())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, DiscordFixture.Token);
        }
    }
}
