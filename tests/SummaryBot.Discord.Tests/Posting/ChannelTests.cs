using SummaryBot.Chat;
using SummaryBot.TestDiscord;
using SummaryBot.TestDiscord.Faults;

namespace SummaryBot.Discord.Tests.Posting;

/// <summary>One edition in channels of every kind: the right requests, once.</summary>
public sealed class ChannelTests
{
    [Theory]
    [InlineData(ChannelTypes.Text)]
    [InlineData(ChannelTypes.Announcement)]
    [InlineData(ChannelTypes.PublicThread)]
    public async Task An_edition_is_one_message_where_messages_are_taken(int type)
    {
        await using var discord = await DiscordFixture.StartAsync();
        var channel = Add(discord, type);
        await SentAsync(discord, Delivery(discord, channel, new Chat.Posting()));
        Assert.Equal([$"POST /channels/{channel}/messages"], Requests(discord));
        Assert.Equal(32768, Assert.Single(discord.Server.Messages(channel))["flags"]!.GetValue<int>());
    }

    [Theory]
    [InlineData(MessageLayout.Cards)]
    [InlineData(MessageLayout.Compact)]
    [InlineData(MessageLayout.Plain)]
    public async Task In_a_forum_an_edition_is_a_thread_with_its_tags_in_one_request(MessageLayout layout)
    {
        await using var discord = await DiscordFixture.StartAsync();
        var forum = discord.Server.World.AddChannel(discord.Server.World.NewId(), ChannelTypes.Forum, "Economy", "Sport");
        forum.RequiresTag = true;
        await SentAsync(discord, Delivery(discord, forum.Id, new Chat.Posting(Tags: ["economy", "no such tag"]), layout));
        Assert.Equal([$"GET /channels/{forum.Id}", $"POST /channels/{forum.Id}/threads"], Requests(discord));
        var thread = Threads(discord, forum.Id).Single();
        Assert.Equal("Morning · Sun 1 March", thread.Name);
        Assert.Equal([forum.Tags[0].Id], thread.Thread!.Tags);
        Assert.Equal(thread.Id, Assert.Single(thread.Messages).Id);
    }

    [Fact]
    public async Task That_a_channel_is_a_forum_is_learnt_from_its_refusal_once()
    {
        await using var discord = await DiscordFixture.StartAsync();
        var forum = Add(discord, ChannelTypes.Forum);
        await SentAsync(discord, Delivery(discord, forum, null));
        await SentAsync(discord, Delivery(discord, forum, null, nonce: "second"));
        Assert.Equal(
            [$"POST /channels/{forum}/messages", $"GET /channels/{forum}", $"POST /channels/{forum}/threads", $"POST /channels/{forum}/threads"], Requests(discord));
    }

    [Fact]
    public async Task A_long_plain_edition_goes_on_in_its_own_thread_of_a_forum_and_elsewhere_in_the_channel()
    {
        await using var discord = await DiscordFixture.StartAsync();
        var forum = Add(discord, ChannelTypes.Forum);
        var delivery = Delivery(discord, forum, null, MessageLayout.Plain, stories: 8);
        await SentAsync(discord, delivery);
        await SentAsync(discord, delivery with { Channel = new ChannelAddress(ChannelAddress.Discord, discord.Channel), Nonce = "text" });
        var parts = discord.Server.Messages(discord.Channel).Select(message => message["content"]!.GetValue<string>()).ToList();
        Assert.InRange(parts.Count, 2, 4);
        Assert.Equal(parts, Threads(discord, forum).Single().Messages.Select(message => message.Body["content"]!.GetValue<string>().Trim()));
        Assert.Equal(8, parts.Sum(part => part.Split('\n').Count(line => line.StartsWith("**", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData(false, false, 1)]
    [InlineData(true, false, 1)]
    [InlineData(true, true, 3)]
    public async Task An_archived_thread_is_opened_again(bool isArchived, bool isLocked, int requests)
    {
        await using var discord = await DiscordFixture.StartAsync();
        var thread = Add(discord, ChannelTypes.PublicThread);
        (Channel(discord, thread).Thread!.IsArchived, Channel(discord, thread).Thread!.IsLocked) = (isArchived, isLocked);
        await SentAsync(discord, Delivery(discord, thread, null));
        Assert.False(Channel(discord, thread).Thread!.IsArchived);
        Assert.Equal(requests, Requests(discord).Count);
        Assert.Single(discord.Server.Messages(thread));
    }

    [Fact]
    public async Task A_locked_thread_that_the_bot_may_not_open_is_named()
    {
        await using var discord = await DiscordFixture.StartAsync();
        var thread = Add(discord, ChannelTypes.PublicThread);
        (Channel(discord, thread).Thread!.IsArchived, Channel(discord, thread).Thread!.IsLocked) = (true, true);
        discord.Server.Deny(thread, "MANAGE_THREADS");
        Assert.IsType<SendOutcome.Refused>(await discord.Chat.SendAsync(Delivery(discord, thread, null), DiscordFixture.Token));
    }

    [Theory]
    [InlineData(ChannelTypes.Text, ChannelTypes.PublicThread)]
    [InlineData(ChannelTypes.Announcement, ChannelTypes.AnnouncementThread)]
    public async Task In_per_story_mode_eight_messages_have_eight_threads_and_a_role_hears_of_it_once(int type, int threadType)
    {
        await using var discord = await DiscordFixture.StartAsync();
        var channel = Add(discord, type);
        await SentAsync(discord, Delivery(discord, channel, new Chat.Posting(Thread: ThreadMode.Story, MentionRole: "12345678901234567"), stories: 8));
        Assert.Equal(8, discord.Server.Messages(channel).Count);
        AssertThreads(Threads(discord, channel), threadType);
        Assert.Equal(["<@&12345678901234567>"], discord.Server.World.Pings);
    }

    [Fact]
    public async Task In_per_story_mode_a_forum_gets_eight_posts_without_a_ping()
    {
        await using var discord = await DiscordFixture.StartAsync();
        var forum = Add(discord, ChannelTypes.Forum);
        await SentAsync(discord, Delivery(discord, forum, new Chat.Posting(Thread: ThreadMode.Story), stories: 8));
        AssertThreads(Threads(discord, forum), ChannelTypes.PublicThread);
        Assert.Empty(discord.Server.World.Pings);
        Assert.All(Threads(discord, forum), thread => Assert.Single(thread.Messages));
    }

    [Fact]
    public async Task An_edition_gets_its_thread()
    {
        await using var discord = await DiscordFixture.StartAsync();
        await SentAsync(discord, Delivery(discord, discord.Channel, new Chat.Posting(Thread: ThreadMode.Digest)));
        Assert.Equal("Morning · Sun 1 March", Threads(discord, discord.Channel).Single().Name);
        Assert.Equal(Threads(discord, discord.Channel).Single().Id, discord.Server.Messages(discord.Channel).Single()["id"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(ChannelTypes.Text, ThreadMode.Digest, "POST /channels/*/messages/*/threads", "drop-after-accept")]
    [InlineData(ChannelTypes.Text, ThreadMode.Digest, "POST /channels/*/messages/*/threads", "drop-before")]
    [InlineData(ChannelTypes.Text, ThreadMode.Story, "POST /channels/*/messages/*/threads", "drop-after-accept")]
    [InlineData(ChannelTypes.Announcement, ThreadMode.None, "POST /channels/*/messages/*/crosspost", "drop-after-accept")]
    [InlineData(ChannelTypes.Announcement, ThreadMode.None, "POST /channels/*/messages/*/crosspost", "drop-before")]
    [InlineData(ChannelTypes.Forum, ThreadMode.None, "POST /channels/*/threads", "drop-after-accept")]
    [InlineData(ChannelTypes.Forum, ThreadMode.None, "POST /channels/*/threads", "drop-before")]
    [InlineData(ChannelTypes.Forum, ThreadMode.Story, "POST /channels/*/threads", "drop-after-accept")]
    public async Task Cut_off_between_any_two_requests_and_tried_again_everything_stands_once(int type, ThreadMode mode, string route, string fault)
    {
        await using var discord = await DiscordFixture.StartAsync();
        var channel = Add(discord, type);
        var first = Delivery(discord, channel, new Chat.Posting(Thread: mode, Crosspost: true), stories: 3);
        discord.Server.Faults.Add(new FaultRule(route, fault, Count: 1));
        Assert.IsType<SendOutcome.Unknown>(await discord.Chat.SendAsync(first, DiscordFixture.Token));
        var again = first with { Attempts = 1, MayHaveArrived = true };
        await SentAsync(discord, again);
        await SentAsync(discord, again); // and once more, as after a kill before it was recorded
        var count = mode == ThreadMode.Story ? 3 : 1;
        var threads = Threads(discord, channel);
        Assert.Equal(type == ChannelTypes.Forum || mode != ThreadMode.None ? count : 0, threads.Count);
        Assert.Equal(count, type == ChannelTypes.Forum ? threads.Sum(thread => thread.Messages.Count) : discord.Server.Messages(channel).Count);
        Assert.All(discord.Server.Messages(channel), message => Assert.Equal(type == ChannelTypes.Announcement, (message["flags"]!.GetValue<int>() & 1) != 0));
    }

    [Fact]
    public async Task Publishing_is_slow_and_repeats_no_message()
    {
        await using var discord = await DiscordFixture.StartAsync(new TestDiscordOptions { CrosspostsPerHour = 2, MessagesPerFiveSeconds = 50 });
        var channel = Add(discord, ChannelTypes.Announcement);
        var outcomes = new List<SendOutcome>();
        for (var i = 0; i < 3; i++)
        {
            outcomes.Add(await discord.Chat.SendAsync(Delivery(discord, channel, new Chat.Posting(Crosspost: true), nonce: $"n-{i}", title: $"{i}"), DiscordFixture.Token));
        }

        Assert.IsType<SendOutcome.Unknown>(outcomes[2]);
        var late = Delivery(discord, channel, new Chat.Posting(Crosspost: true), nonce: "n-2", title: "2") with { MayHaveArrived = true };
        Assert.Contains("posted", Assert.IsType<SendOutcome.Unknown>(await discord.Chat.SendAsync(late, DiscordFixture.Token)).Reason, StringComparison.Ordinal);
        Assert.Equal([1, 1, 0], discord.Server.Messages(channel).Select(message => message["flags"]!.GetValue<int>() & 1));
    }

    [Fact]
    public async Task A_digest_of_names_colors_and_footers_shows_them_in_every_layout()
    {
        await using var discord = await DiscordFixture.StartAsync();
        var brand = new Brand("The *Daily*", new Uri("https://example.com/a.png"), 0x00FF00, "Written by _us_");
        foreach (var layout in Enum.GetValues<MessageLayout>())
        {
            await SentAsync(discord, Delivery(discord, discord.Channel, new Chat.Posting(brand), layout, nonce: $"{layout}"));
        }

        var (card, embed, plain) = (discord.Server.Messages(discord.Channel)[0], discord.Server.Messages(discord.Channel)[1]["embeds"]![0]!, discord.Server.Messages(discord.Channel)[2]);
        Assert.Equal(0x00FF00, card["components"]![0]!["accent_color"]!.GetValue<int>());
        Assert.Equal("https://example.com/a.png", card["components"]![0]!["components"]![0]!["accessory"]!["media"]!["url"]!.GetValue<string>());
        Assert.Contains(@"-# The \\*Daily\\*\n", card.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains(@"-# Written by \\_us\\_", card.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(("The *Daily*", "https://example.com/a.png"), (embed["author"]!["name"]!.GetValue<string>(), embed["author"]!["icon_url"]!.GetValue<string>()));
        Assert.Equal((0x00FF00, "Written by _us_"), (embed["color"]!.GetValue<int>(), embed["footer"]!["text"]!.GetValue<string>()));
        Assert.StartsWith("-# The \\*Daily\\*\n", plain["content"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.EndsWith("-# Written by \\_us\\_", plain["content"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    private static void AssertThreads(List<Channel> threads, int type)
    {
        Assert.Equal(8, threads.Count);
        Assert.All(threads, thread => Assert.InRange(thread.Name.Length, 1, 100));
        Assert.All(threads, thread => Assert.Equal(type, thread.Type));
        Assert.StartsWith("Story 1 ", threads[0].Name, StringComparison.Ordinal);
        Assert.EndsWith("…", threads[0].Name, StringComparison.Ordinal);
    }

    private static Delivery Delivery(
        DiscordFixture discord, string channel, Chat.Posting? posting, MessageLayout layout = MessageLayout.Cards, int stories = 1, string nonce = "nonce", string title = "Morning · Sun 1 March")
    {
        var story = DiscordFixture.Message("").Stories[0];
        var long3 = string.Join(' ', Enumerable.Repeat("@everyone headline", 8));
        var blocks = Enumerable.Range(1, stories).Select(i => story with { Headline = stories == 1 ? story.Headline : $"Story {i} {long3}", Quotes = [new Quote($"{new string('w', 200)}.", AfterGap: false)] });
        return discord.Delivery(DiscordFixture.Message(title, layout) with { Stories = [.. blocks], Posting = posting }, nonce, channel);
    }

    private static string Add(DiscordFixture discord, int type)
    {
        var channel = discord.Server.World.AddChannel(discord.Server.World.NewId(), ChannelTypes.IsThread(type) ? ChannelTypes.Text : type, "News");
        if (!ChannelTypes.IsThread(type))
        {
            return channel.Id;
        }

        var id = discord.Server.World.NewId();
        discord.Server.World.Channels[id] = new Channel(id, "thread") { Type = type, Thread = new ChannelThread(channel.Id, discord.Server.World.UserId, 60) };
        return id;
    }

    private static Channel Channel(DiscordFixture discord, string id) => discord.Server.World.Channels[id];

    private static List<Channel> Threads(DiscordFixture discord, string parent) => [.. discord.Server.World.Channels.Values.Where(it => it.Thread?.ParentId == parent)];

    private static List<string> Requests(DiscordFixture discord) => [.. discord.Server.Log.Entries.Select(entry => $"{entry.Method} {entry.Path}")];

    private static async Task SentAsync(DiscordFixture discord, Delivery delivery)
    {
        var outcome = await discord.Chat.SendAsync(delivery, DiscordFixture.Token);
        Assert.True(outcome is SendOutcome.Sent, $"{outcome} {string.Join(", ", discord.Server.Log.Entries.Select(entry => $"{entry.Method} {entry.Path} {entry.Status}"))}");
    }
}
