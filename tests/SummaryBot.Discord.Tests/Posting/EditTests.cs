using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using SummaryBot.Chat;
using SummaryBot.TestDiscord;

namespace SummaryBot.Discord.Tests.Posting;

/// <summary>A corrected edition takes the place of the sent one, message for message, in channels of every kind.</summary>
public sealed class EditTests
{
    private const string Old = "The terminal cost 210 million.";
    private const string New = "The terminal cost 230 million.";

    [Theory]
    [InlineData(MessageLayout.Plain, ThreadMode.None, ChannelTypes.Text)]
    [InlineData(MessageLayout.Plain, ThreadMode.None, ChannelTypes.Forum)]
    [InlineData(MessageLayout.Cards, ThreadMode.Story, ChannelTypes.Text)]
    [InlineData(MessageLayout.Compact, ThreadMode.Story, ChannelTypes.Forum)]
    public async Task Of_several_messages_only_the_changed_one_is_edited(MessageLayout layout, ThreadMode thread, int channelType)
    {
        await using var discord = await DiscordFixture.StartAsync();
        var channel = discord.Server.World.AddChannel(discord.Server.World.NewId(), channelType).Id;
        var message = Message(layout, thread);
        var sent = await SentAsync(discord.Chat, discord.Delivery(message, channel: channel));
        Assert.InRange(sent.Parts.Count, 2, 8);
        var before = All(discord);
        Assert.IsType<ChangeOutcome.Done>(await discord.Chat.EditAsync(sent, Corrected(message), DiscordFixture.Token));
        var changed = Assert.Single(discord.Server.Log.Entries, entry => entry.Method == "PATCH");
        Assert.Contains(changed.Path.Split('/')[^1], sent.Parts);
        var after = All(discord);
        Assert.Equal(before.Count, after.Count);
        Assert.Equal(before.Where(text => !text.Contains(Old, StringComparison.Ordinal)), after.Where(text => !text.Contains(New, StringComparison.Ordinal)));
        Assert.Contains(New, Assert.Single(after, text => text.Contains("230", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.DoesNotContain(discord.Server.Log.Refusals, refusal => refusal.Request.StartsWith("PATCH", StringComparison.Ordinal)); // that it is a forum is learnt from one
        Assert.Empty(discord.Server.World.Pings);
    }

    [Fact]
    public async Task A_part_that_was_deleted_or_is_not_known_is_told_and_the_others_are_edited()
    {
        await using var discord = await DiscordFixture.StartAsync();
        var message = Message(MessageLayout.Plain);
        var sent = await SentAsync(discord.Chat, discord.Delivery(message));
        await discord.Chat.DeleteAsync(new SentMessage(sent.Channel, sent.Parts[^1]), DiscordFixture.Token);
        var whole = sent with { IsWhole = true };
        var done = Assert.IsType<ChangeOutcome.Done>(await discord.Chat.EditAsync(whole, Corrected(message), DiscordFixture.Token));
        Assert.Equal($"Message {sent.Parts.Count} of {sent.Parts.Count} was deleted, and is not posted again.", done.Note);
        Assert.Equal(sent.Parts.Count - 1, All(discord).Count);
        var unknown = Assert.IsType<ChangeOutcome.Done>(await discord.Chat.EditAsync(whole with { Parts = [] }, Corrected(message), DiscordFixture.Token));
        Assert.StartsWith($"Message 2 of {sent.Parts.Count} is not known, and is not corrected.", unknown.Note, StringComparison.Ordinal);
        foreach (var part in sent.Parts)
        {
            await discord.Chat.DeleteAsync(new SentMessage(sent.Channel, part), DiscordFixture.Token);
        }

        Assert.IsType<ChangeOutcome.Missing>(await discord.Chat.EditAsync(whole, Corrected(message), DiscordFixture.Token));
        Assert.Empty(All(discord));
    }

    [Fact]
    public async Task An_edit_of_several_old_messages_goes_on_where_the_limit_stopped_it()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var discord = await DiscordFixture.StartAsync(new TestDiscordOptions { OldEditsPerHour = 1, Time = time });
        var message = Message(MessageLayout.Plain);
        var sent = await SentAsync(discord.Chat, discord.Delivery(message)) with { IsWhole = true };
        time.Advance(TimeSpan.FromHours(25));
        for (var part = 1; part < sent.Parts.Count; part++)
        {
            var wait = Assert.IsType<ChangeOutcome.AskedToWait>(await discord.Chat.EditAsync(sent, Corrected(message), DiscordFixture.Token));
            Assert.Equal(part, wait.PartsDone);
            sent = sent with { PartsDone = wait.PartsDone };
            time.Advance(TimeSpan.FromMinutes(61));
        }

        Assert.IsType<ChangeOutcome.Done>(await discord.Chat.EditAsync(sent, Corrected(message), DiscordFixture.Token));
        Assert.Single(All(discord), text => text.Contains(New, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_archived_thread_is_opened_for_a_correction()
    {
        await using var discord = await DiscordFixture.StartAsync();
        var forum = discord.Server.World.AddChannel(discord.Server.World.NewId(), ChannelTypes.Forum).Id;
        var message = Message(MessageLayout.Cards);
        var sent = await SentAsync(discord.Chat, discord.Delivery(message, channel: forum));
        discord.Server.World.Channels[sent.MessageId].Thread!.IsArchived = true;
        Assert.IsType<ChangeOutcome.Done>(await discord.Chat.EditAsync(sent, Corrected(message), DiscordFixture.Token));
        Assert.Contains(New, Assert.Single(All(discord)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MessageLayout.Cards, ChannelTypes.Text)]
    [InlineData(MessageLayout.Plain, ChannelTypes.Text)]
    [InlineData(MessageLayout.Cards, ChannelTypes.Forum)]
    [InlineData(MessageLayout.Plain, ChannelTypes.Forum)]
    public async Task A_webhooks_messages_are_edited_wherever_they_stand_and_told_missing_when_they_are(MessageLayout layout, int channelType)
    {
        await using var discord = await DiscordFixture.StartAsync(token: ""); // no bot is needed
        var channel = discord.Server.World.AddChannel(discord.Server.World.NewId(), channelType).Id;
        var webhook = discord.Server.World.AddWebhook(channel);
        var message = Message(layout);
        var delivery = discord.Delivery(message) with { Channel = ChannelAddress.TryParse($"webhook:{webhook.Id}/{webhook.Token}")! };
        var sent = await SentAsync(discord.Webhooks, delivery);
        var count = All(discord).Count;
        Assert.Equal(Math.Max(1, sent.Parts.Count), count);
        Assert.IsType<ChangeOutcome.Done>(await discord.Webhooks.EditAsync(sent, Corrected(message), DiscordFixture.Token));
        Assert.Contains(New, Assert.Single(All(discord), text => text.Contains("230", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(count, All(discord).Count);
        Assert.DoesNotContain(discord.Server.Log.Refusals, refusal => refusal.Request.StartsWith("PATCH", StringComparison.Ordinal)); // that it is a forum is learnt from one
        foreach (var place in discord.Server.World.Channels.Values)
        {
            place.Messages.ToList().ForEach(it => it.IsDeleted = true);
        }

        Assert.IsType<ChangeOutcome.Missing>(await discord.Webhooks.EditAsync(sent with { IsWhole = true }, Corrected(message), DiscordFixture.Token));
    }

    [Fact]
    public void What_does_not_fit_into_the_messages_that_were_sent_cannot_take_their_place()
    {
        var message = Message(MessageLayout.Plain);
        IChat chat = new FileChat();
        Assert.True(chat.CanEdit(message, message));
        Assert.NotNull(Discord.Posting.Post.Like(message, Corrected(message)));
        Assert.Null(Discord.Posting.Post.Like(message, Corrected(message, new string('w', 1700))));
        Assert.Null(Discord.Posting.Post.Like(message, message with { Stories = [.. message.Stories.Skip(1)] }));
    }

    private static async Task<SentMessage> SentAsync(IChat chat, Delivery delivery)
    {
        var sent = Assert.IsType<SendOutcome.Sent>(await chat.SendAsync(delivery, DiscordFixture.Token));
        return new SentMessage(delivery.Channel, sent.MessageId) { Parts = sent.Parts, Shown = delivery.Message };
    }

    private static ChatMessage Message(MessageLayout layout, ThreadMode thread = ThreadMode.None) => new(
        "Morning",
        ["5 stories"],
        [.. Enumerable.Range(1, 5).Select(i => new StoryBlock(
            $"Harbor {i} opens", new Uri($"https://example.com/{i}"), [new Quote($"{new string('a', 600)}.", AfterGap: false), new Quote(i == 4 ? Old : "Ships came.", AfterGap: true)], "Example News", null, 2, null))],
        ["All."],
        layout,
        thread == ThreadMode.None ? null : new Chat.Posting(Thread: thread));

    private static ChatMessage Corrected(ChatMessage message, string text = New) => message with
    {
        Stories = [.. message.Stories.Select(story => story with { Quotes = [.. story.Quotes.Select(quote => quote.Text == Old ? quote with { Text = text } : quote)] })],
    };

    /// <summary>What stands anywhere, as text.</summary>
    private static List<string> All(DiscordFixture discord) => [.. discord.Server.World.Channels.Keys.ToList().SelectMany(discord.Server.Messages).Select(Text)];

    private static string Text(JsonObject message) => $"{message["content"]}{message["embeds"]?.ToJsonString()}{message["components"]?.ToJsonString()}";
}
