using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using SummaryBot.Chat;
using SummaryBot.Discord.Rest;
using SummaryBot.TestDiscord;

namespace SummaryBot.Discord.Tests.Rest;

public sealed class DiscordChatTests
{
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
        var refused = Assert.IsType<SendOutcome.MissingPermissions>(await SendAsync(discord, discord.Delivery()));
        Assert.Equal([named], refused.Permissions);
        Assert.Contains($"{discord.Channel}: give it there {named}.", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_missing_permissions_are_named_one_by_one()
    {
        await using var discord = await DiscordFixture.StartAsync();
        discord.Server.Deny(discord.Channel, "SEND_MESSAGES", "EMBED_LINKS");
        var refused = Assert.IsType<SendOutcome.MissingPermissions>(
            await SendAsync(discord, discord.Delivery(DiscordFixture.Message("Morning", MessageLayout.Compact))));
        Assert.Equal(["Send Messages", "Embed Links"], refused.Permissions);
    }

    [Fact]
    public async Task A_sent_message_is_corrected_in_place_and_taken_back()
    {
        await using var discord = await DiscordFixture.StartAsync();
        var sent = new SentMessage(
            new ChannelAddress(ChannelAddress.Discord, discord.Channel),
            Assert.IsType<SendOutcome.Sent>(await SendAsync(discord, discord.Delivery())).MessageId);
        Assert.IsType<ChangeOutcome.Done>(await discord.Chat.EditAsync(sent, DiscordFixture.Message("Corrected"), DiscordFixture.Token));
        Assert.Contains("Corrected", Assert.Single(discord.Server.Messages(discord.Channel)).ToJsonString(), StringComparison.Ordinal);
        Assert.IsType<ChangeOutcome.Done>(await discord.Chat.DeleteAsync(sent, DiscordFixture.Token));
        Assert.IsType<ChangeOutcome.Done>(await discord.Chat.DeleteAsync(sent, DiscordFixture.Token));
        Assert.IsType<ChangeOutcome.Missing>(await discord.Chat.EditAsync(sent, DiscordFixture.Message("Late"), DiscordFixture.Token));
        Assert.Empty(discord.Server.Messages(discord.Channel));
    }

    [Fact]
    public async Task Edits_of_old_messages_wait_when_Discord_takes_no_more_of_them()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var discord = await DiscordFixture.StartAsync(new TestDiscordOptions { OldEditsPerHour = 1, Time = time });
        var channel = new ChannelAddress(ChannelAddress.Discord, discord.Channel);
        var sent = new SentMessage(channel, Assert.IsType<SendOutcome.Sent>(await SendAsync(discord, discord.Delivery())).MessageId);
        time.Advance(TimeSpan.FromMinutes(61));
        Assert.IsType<ChangeOutcome.Done>(await discord.Chat.EditAsync(sent, DiscordFixture.Message("First"), DiscordFixture.Token));
        var wait = Assert.IsType<ChangeOutcome.AskedToWait>(
            await discord.Chat.EditAsync(sent, DiscordFixture.Message("Second"), DiscordFixture.Token));
        Assert.True(wait.Delay >= TimeSpan.FromMinutes(1));
        var fresh = Assert.IsType<SendOutcome.Sent>(await SendAsync(discord, discord.Delivery(nonce: "nonce-2")));
        Assert.IsType<ChangeOutcome.Done>(
            await discord.Chat.EditAsync(new SentMessage(channel, fresh.MessageId), DiscordFixture.Message("Third"), DiscordFixture.Token));
    }

    [Fact]
    public async Task Files_go_with_a_message_in_parts()
    {
#if DISCORDNET
        Assert.Skip("Discord.Net's REST client takes no names of files, and the bot says so at its start.");
#endif
        await using var discord = await DiscordFixture.StartAsync();
        var request = new RestRequest(HttpMethod.Post, $"channels/{discord.Channel}/messages", new JsonObject { ["content"] = "Two files." })
        {
            Attachments = [new Attachment("digest.json", "application/json", "{}"u8.ToArray()), new Attachment("ü.txt", "text/plain", new byte[2000])],
        };
        Assert.IsType<RestResult.Done>(await discord.Rest.SendAsync(request, DiscordFixture.Token));
        var files = Assert.Single(discord.Server.Messages(discord.Channel))["attachments"]!.AsArray();
        Assert.Equal(["digest.json 2", "ü.txt 2000"], files.Select(file => $"{file!["filename"]} {file["size"]}"));
    }

    [Fact]
    public async Task A_channel_that_is_gone_and_a_wrong_token_are_named()
    {
        await using var discord = await DiscordFixture.StartAsync();
        var gone = Assert.IsType<SendOutcome.Gone>(await SendAsync(discord, discord.Delivery(channel: "100000000000000000")));
        Assert.Contains("does not exist", gone.Reason, StringComparison.Ordinal);
        await using var stranger = await DiscordFixture.StartAsync(token: "wrong");
        var refused = Assert.IsType<SendOutcome.Refused>(await SendAsync(stranger, stranger.Delivery()));
        Assert.Contains("does not know the token", refused.Reason, StringComparison.Ordinal);
    }

    private static Task<SendOutcome> SendAsync(DiscordFixture discord, Delivery delivery) =>
        discord.Chat.SendAsync(delivery, DiscordFixture.Token);
}
