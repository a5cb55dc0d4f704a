using SummaryBot.Chat;
using SummaryBot.TestDiscord;
using SummaryBot.TestDiscord.Faults;

namespace SummaryBot.Discord.Tests.Posting;

public sealed class WebhookTests
{
    private static readonly Brand Brand = new("The Daily", new Uri("https://example.com/a.png"));

    [Theory]
    [InlineData(MessageLayout.Cards)]
    [InlineData(MessageLayout.Compact)]
    [InlineData(MessageLayout.Plain)]
    public async Task A_webhook_posts_under_the_digests_own_name(MessageLayout layout)
    {
        await using var discord = await DiscordFixture.StartAsync();
        Assert.IsType<SendOutcome.Sent>(await SendAsync(discord, Delivery(discord, discord.Channel, layout)));
        var message = Assert.Single(discord.Server.Messages(discord.Channel));
        Assert.Equal("The Daily", message["author"]!["username"]!.GetValue<string>());
        Assert.Empty(discord.Server.World.Pings);
        Assert.Empty(discord.Server.Log.Refusals);
    }

    [Fact]
    public async Task A_forums_webhook_opens_a_thread()
    {
        await using var discord = await DiscordFixture.StartAsync();
        var forum = discord.Server.World.AddChannel(discord.Server.World.NewId(), ChannelTypes.Forum);
        Assert.IsType<SendOutcome.Sent>(await SendAsync(discord, Delivery(discord, forum.Id)));
        Assert.Equal("Morning", discord.Server.World.Channels.Values.Single(it => it.Thread?.ParentId == forum.Id).Name);
    }

    [Fact]
    public async Task A_lost_reply_makes_no_second_message_where_the_bot_may_read()
    {
        await using var discord = await DiscordFixture.StartAsync();
        var delivery = Delivery(discord, discord.Channel);
        discord.Server.Faults.Add(new FaultRule("POST /webhooks/*/*", "drop-after-accept", Count: 1));
        Assert.IsType<SendOutcome.Unknown>(await SendAsync(discord, delivery));
        Assert.IsType<SendOutcome.Sent>(await SendAsync(discord, delivery with { MayHaveArrived = true }));
        Assert.Single(discord.Server.Messages(discord.Channel));
        discord.Server.Deny(discord.Channel, "VIEW_CHANNEL");
        Assert.IsType<SendOutcome.Sent>(await SendAsync(discord, delivery with { MayHaveArrived = true }));
        Assert.Equal(2, discord.Server.Messages(discord.Channel).Count);
    }

    [Fact]
    public async Task A_webhook_needs_no_bot_and_a_removed_one_is_named_without_its_token()
    {
        await using var discord = await DiscordFixture.StartAsync(token: "");
        var delivery = Delivery(discord, discord.Channel);
        Assert.IsType<SendOutcome.Sent>(await SendAsync(discord, delivery));
        discord.Server.World.Webhooks.Clear();
        var refused = Assert.IsType<SendOutcome.Refused>(await SendAsync(discord, delivery));
        Assert.Contains("Unknown Webhook", refused.Reason, StringComparison.Ordinal);
        var token = delivery.Channel.Target.Split('/')[1];
        Assert.DoesNotContain(token, $"{refused} {delivery} {delivery.Channel}", StringComparison.Ordinal);
    }

    private static Delivery Delivery(DiscordFixture discord, string channel, MessageLayout layout = MessageLayout.Cards)
    {
        var webhook = discord.Server.World.AddWebhook(channel);
        var message = DiscordFixture.Message("Morning", layout) with { Posting = new Chat.Posting(Brand) };
        return discord.Delivery(message) with { Channel = ChannelAddress.TryParse($"https://discord.com/api/webhooks/{webhook.Id}/{webhook.Token}")! };
    }

    private static Task<SendOutcome> SendAsync(DiscordFixture discord, Delivery delivery) => discord.Webhooks.SendAsync(delivery, DiscordFixture.Token);
}
