using System.Diagnostics;
using SummaryBot.Chat;
using SummaryBot.TestDiscord;
using SummaryBot.TestDiscord.Faults;

namespace SummaryBot.Discord.Tests.Rest;

public sealed class DiscordChatTests
{
    private const string Posting = "POST /channels/*/messages";

    [Theory]
    [InlineData(MessageLayout.Cards)]
    [InlineData(MessageLayout.Compact)]
    public async Task An_edition_is_posted_in_either_layout_and_mentions_nobody(MessageLayout layout)
    {
        await using var discord = await DiscordFixture.StartAsync();
        Assert.IsType<SendOutcome.Sent>(
            await SendAsync(discord, discord.Delivery(DiscordFixture.Message("@everyone <@1> <@&1> @here", layout))));
        Assert.Single(discord.Server.Messages(discord.Channel));
        Assert.Empty(discord.Server.World.Pings);
        Assert.Empty(discord.Server.Log.Refusals);
    }

    [Fact]
    public async Task Three_502s_and_then_200_send_once()
    {
        await using var discord = await DiscordFixture.StartAsync();
        discord.Server.Faults.Add(new FaultRule(Posting, "502", Count: 3));
        Assert.IsType<SendOutcome.Sent>(await SendAsync(discord, discord.Delivery()));
        Assert.Single(discord.Server.Messages(discord.Channel));
        Assert.Equal(4, discord.Server.Log.Entries.Count);
    }

    [Fact]
    public async Task A_lost_reply_never_makes_a_second_message()
    {
        await using var discord = await DiscordFixture.StartAsync();
        discord.Server.Faults.Add(new FaultRule(Posting, "drop-after-accept", Count: 2));
        Assert.IsType<SendOutcome.Sent>(await SendAsync(discord, discord.Delivery()));
        Assert.Single(discord.Server.Messages(discord.Channel));
    }

    [Theory]
    [InlineData(MessageLayout.Cards)]
    [InlineData(MessageLayout.Compact)]
    public async Task A_message_that_arrived_is_found_by_its_text_also_behind_many_others(MessageLayout layout)
    {
        await using var discord = await DiscordFixture.StartAsync(new TestDiscordOptions { EnforceRateLimits = false });
        var wanted = discord.Delivery(DiscordFixture.Message("Wanted", layout), "wanted");
        Assert.IsType<FindOutcome.Missing>(await discord.Chat.FindAsync(wanted, DiscordFixture.Token));
        await SendAsync(discord, wanted);
        for (var i = 0; i < 120; i++)
        {
            await SendAsync(discord, discord.Delivery(DiscordFixture.Message($"Other {i}", layout), $"other-{i}"));
        }

        Assert.IsType<FindOutcome.Found>(await discord.Chat.FindAsync(wanted, DiscordFixture.Token));
        Assert.IsType<FindOutcome.Missing>(
            await discord.Chat.FindAsync(discord.Delivery(DiscordFixture.Message("Never sent", layout)), DiscordFixture.Token));
        discord.Server.Deny(discord.Channel, "READ_MESSAGE_HISTORY");
        Assert.IsType<FindOutcome.Unreadable>(await discord.Chat.FindAsync(wanted, DiscordFixture.Token));
        discord.Server.Deny(discord.Channel, "VIEW_CHANNEL");
        Assert.IsType<FindOutcome.Unreadable>(await discord.Chat.FindAsync(wanted, DiscordFixture.Token));
    }

    [Fact]
    public async Task In_a_channel_that_is_really_empty_nothing_was_missed()
    {
        await using var discord = await DiscordFixture.StartAsync();
        discord.Server.Deny(discord.Channel, "READ_MESSAGE_HISTORY");
        Assert.IsType<FindOutcome.Missing>(await discord.Chat.FindAsync(discord.Delivery(), DiscordFixture.Token));
    }

    [Fact]
    public async Task The_nonce_of_a_message_that_somebody_deleted_counts_as_sent()
    {
        await using var discord = await DiscordFixture.StartAsync();
        await SendAsync(discord, discord.Delivery());
        discord.Server.World.Channels[discord.Channel].Messages[0].IsDeleted = true;
        Assert.IsType<SendOutcome.Sent>(await SendAsync(discord, discord.Delivery()));
        Assert.Empty(discord.Server.Messages(discord.Channel));
    }

    [Theory]
    [InlineData("VIEW_CHANNEL", "View Channel")]
    [InlineData("SEND_MESSAGES", "Send Messages")]
    public async Task A_missing_permission_is_named(string denied, string named)
    {
        await using var discord = await DiscordFixture.StartAsync();
        discord.Server.Deny(discord.Channel, denied);
        var refused = Assert.IsType<SendOutcome.Refused>(await SendAsync(discord, discord.Delivery()));
        Assert.Contains(named, refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channel_that_is_gone_and_a_wrong_token_are_named()
    {
        await using var discord = await DiscordFixture.StartAsync();
        var gone = Assert.IsType<SendOutcome.Refused>(await SendAsync(discord, discord.Delivery(channel: "100000000000000000")));
        Assert.Contains("does not exist", gone.Reason, StringComparison.Ordinal);
        await using var stranger = await DiscordFixture.StartAsync(token: "wrong");
        var refused = Assert.IsType<SendOutcome.Refused>(await SendAsync(stranger, stranger.Delivery()));
        Assert.Contains("does not know the token", refused.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("429")]
    [InlineData("429-no-headers")]
    public async Task A_short_wait_is_slept_through_for_as_long_as_Discord_asks(string kind)
    {
        await using var discord = await DiscordFixture.StartAsync();
        discord.Server.Faults.Add(new FaultRule(Posting, kind, Count: 1, RetryAfter: 1.2));
        Assert.IsType<SendOutcome.Sent>(await SendAsync(discord, discord.Delivery()));
        var times = discord.Server.Log.Entries.Select(entry => entry.At).ToList();
        Assert.InRange((times[1] - times[0]).TotalSeconds, 1.15, 5);
    }

    [Fact]
    public async Task A_long_wait_is_handed_back()
    {
        await using var discord = await DiscordFixture.StartAsync();
        discord.Server.Faults.Add(new FaultRule(Posting, "429", Count: 1, RetryAfter: 40));
        var wait = Assert.IsType<SendOutcome.AskedToWait>(await SendAsync(discord, discord.Delivery()));
        Assert.Equal(40, wait.Delay.TotalSeconds, 1.0);
        Assert.Single(discord.Server.Log.Entries);
    }

    [Fact]
    public async Task A_global_wait_holds_every_channel()
    {
        await using var discord = await DiscordFixture.StartAsync();
        discord.Server.Faults.Add(new FaultRule(Posting, "429-global", Count: 1, RetryAfter: 2));
        var first = SendAsync(discord, discord.Delivery());
        await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System, DiscordFixture.Token);
        var second = SendAsync(discord, discord.Delivery(nonce: "nonce-2", channel: discord.Server.ChannelIds[1]));
        Assert.All(await Task.WhenAll(first, second), outcome => Assert.IsType<SendOutcome.Sent>(outcome));
        var times = discord.Server.Log.Entries.Select(entry => entry.At).ToList();
        Assert.All(times.Skip(1), at => Assert.InRange((at - times[0]).TotalSeconds, 1.95, 8));
        Assert.Equal(0, discord.Server.LimitsExceeded);
    }

    [Fact]
    public async Task A_burst_over_many_channels_and_into_one_never_exceeds_a_limit_and_keeps_the_order()
    {
        await using var discord = await DiscordFixture.StartAsync(new TestDiscordOptions { Channels = 130 });
        var many = discord.Server.ChannelIds.Select(
            (channel, i) => SendAsync(discord, discord.Delivery(nonce: $"many-{i}", channel: channel)));
        var one = Enumerable.Range(0, 12).Select(i => SendAsync(discord, discord.Delivery(DiscordFixture.Message($"{i}"), $"one-{i}")));
        var watch = Stopwatch.StartNew();
        var outcomes = await Task.WhenAll(many.Concat(one));
        Assert.All(outcomes, outcome => Assert.IsType<SendOutcome.Sent>(outcome));
        Assert.Equal(0, discord.Server.LimitsExceeded);
        var titles = discord.Server.Messages(discord.Channel).Select(
            message => message["components"]![0]!["components"]![0]!["content"]!.ToString().Split('\n')[0][3..]).Skip(
            1);
        Assert.Equal(Enumerable.Range(0, 12).Select(i => $"{i}"), titles);
        Assert.True(watch.Elapsed > TimeSpan.FromSeconds(2), "142 requests at 50 a second take over two seconds");
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
        Assert.True(Assert.IsType<SendOutcome.AskedToWait>(outcome).Delay > TimeSpan.FromSeconds(5));
        Assert.Equal(requests, discord.Server.Log.Entries.Count);
        Assert.InRange(requests, 8, 12);
    }

    private static Task<SendOutcome> SendAsync(DiscordFixture discord, Delivery delivery) =>
        discord.Chat.SendAsync(delivery, DiscordFixture.Token);
}
