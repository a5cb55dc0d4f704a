using System.Text.Json.Nodes;
using SummaryBot.Chat;
using SummaryBot.Discord.Rest;

namespace SummaryBot.Discord.Tests.Posting;

/// <summary>Personal digests: direct messages, through the same client as everything.</summary>
public sealed class DirectTests
{
    private const string User = "222222222222222222";

    [Theory]
    [InlineData(MessageLayout.Cards)]
    [InlineData(MessageLayout.Compact)]
    [InlineData(MessageLayout.Plain)]
    public async Task A_direct_channel_is_opened_once_and_holds_the_messages(MessageLayout layout)
    {
        await using var discord = await DiscordFixture.StartAsync();
        await SentAsync(discord, "first", layout);
        await SentAsync(discord, "second", layout);
        var channel = discord.Server.World.DirectChannel(User, discord.Server.World.ApplicationId);
        Assert.Equal(["POST /users/@me/channels", $"POST /channels/{channel.Id}/messages", $"POST /channels/{channel.Id}/messages"], Requests(discord));
        Assert.Equal(2, channel.Messages.Count);
        Assert.Null(channel.Messages[0].ToJson(discord.Server.World, withNonce: true)["guild_id"]);
        Assert.Empty(discord.Server.World.Pings);
    }

    [Fact]
    public async Task A_person_who_takes_no_direct_messages_is_told_apart_from_a_channel_that_is_blocked()
    {
        await using var discord = await DiscordFixture.StartAsync();
        discord.Server.World.Unreachable.Add(User);
        var closed = Assert.IsType<SendOutcome.Closed>(await discord.Direct.SendAsync(Delivery(discord, "first"), DiscordFixture.Token));
        Assert.Contains("direct messages", closed.Reason, StringComparison.Ordinal);
        discord.Server.World.Unreachable.Remove(User);
        await SentAsync(discord, "second", MessageLayout.Cards);
    }

    [Fact]
    public async Task Whom_the_bot_cannot_write_to_at_all_is_closed_too()
    {
        await using var discord = await DiscordFixture.StartAsync();
        var itself = Delivery(discord, "first") with { Channel = new ChannelAddress(ChannelAddress.Direct, discord.Server.World.ApplicationId) };
        Assert.IsType<SendOutcome.Closed>(await discord.Direct.SendAsync(itself, DiscordFixture.Token));
    }

    [Fact]
    public async Task A_message_is_found_again_edited_and_deleted()
    {
        await using var discord = await DiscordFixture.StartAsync();
        var sent = await SentAsync(discord, "first", MessageLayout.Cards);
        Assert.Equal(sent.MessageId, Assert.IsType<FindOutcome.Found>(await discord.Direct.FindAsync(Delivery(discord, "first", DiscordFixture.Message("Mine")), DiscordFixture.Token)).MessageId);
        var message = new SentMessage(new ChannelAddress(ChannelAddress.Direct, User), sent.MessageId);
        Assert.IsType<ChangeOutcome.Done>(await discord.Direct.EditAsync(message, DiscordFixture.Message("Corrected"), DiscordFixture.Token));
        Assert.IsType<ChangeOutcome.Done>(await discord.Direct.DeleteAsync(message, DiscordFixture.Token));
        Assert.True(Assert.Single(discord.Server.World.DirectChannel(User, discord.Server.World.ApplicationId).Messages).IsDeleted);
    }

    [Fact]
    public async Task Discord_starts_no_threads_there_publishes_nothing_and_pings_no_role()
    {
        await using var discord = await DiscordFixture.StartAsync();
        var posting = new Chat.Posting(MentionRole: discord.Server.World.Guild.Roles[0].Id, Thread: ThreadMode.Digest, Crosspost: true);
        var delivery = Delivery(discord, "first", DiscordFixture.Message("Mine") with { Posting = posting });
        Assert.IsType<SendOutcome.Sent>(await discord.Direct.SendAsync(delivery, DiscordFixture.Token));
        Assert.Empty(discord.Server.World.Pings);
        var channel = discord.Server.World.DirectChannel(User, discord.Server.World.ApplicationId);
        foreach (var path in new[] { $"channels/{channel.Id}/messages/{channel.Messages[0].Id}/threads", $"channels/{channel.Id}/messages/{channel.Messages[0].Id}/crosspost" })
        {
            var refused = Assert.IsType<RestResult.Refused>(await discord.Rest.SendAsync(HttpMethod.Post, path, new JsonObject { ["name"] = "x" }, DiscordFixture.Token));
            Assert.InRange(refused.Status, 400, 403);
        }
    }

    private static Delivery Delivery(DiscordFixture discord, string nonce, ChatMessage? message = null) =>
        discord.Delivery(message, nonce) with { Channel = new ChannelAddress(ChannelAddress.Direct, User) };

    private static async Task<SendOutcome.Sent> SentAsync(DiscordFixture discord, string nonce, MessageLayout layout) => Assert.IsType<SendOutcome.Sent>(
        await discord.Direct.SendAsync(Delivery(discord, nonce, DiscordFixture.Message("Mine", layout)), DiscordFixture.Token));

    private static List<string> Requests(DiscordFixture discord) => [.. discord.Server.Log.Entries.Select(entry => $"{entry.Method} {entry.Path}")];
}
