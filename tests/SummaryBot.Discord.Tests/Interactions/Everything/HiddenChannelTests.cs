using System.Text.Json.Nodes;
using SummaryBot.Chat;
using SummaryBot.Commands.Shape;
using SummaryBot.TestDiscord;
using SummaryBot.TestDiscord.Access;
using SummaryBot.TestDiscord.Faults;

namespace SummaryBot.Discord.Tests.Interactions.Everything;

/// <summary>What was posted in a channel is shown elsewhere only to whoever may read it there. The town's digests post in one channel; people ask in another.</summary>
public sealed class HiddenChannelTests : IAsyncLifetime
{
    private const string Member = "1100000000000000777";
    private const string Staff = "1100000000000000888";

    private Town _town = null!;

    public async ValueTask InitializeAsync()
    {
        _town = await Town.StartAsync();
        _town.Bot.Server.World.Guild.Roles.Add(new Role(Staff, "staff", 0));
    }

    public async ValueTask DisposeAsync() => await _town.DisposeAsync();

    private TestDiscordServer Discord => _town.Bot.Server;

    private Place Lobby => _town.Home with { ChannelId = _town.Announcements };

    [Fact]
    public async Task Whoever_may_not_read_the_channel_is_neither_offered_nor_shown_its_digests()
    {
        Hide(_town.Home.ChannelId);
        var reader = Person.Reader(Member, Lobby);
        Assert.Empty(await OfferedAsync(reader, "digest", "name"));
        Assert.Empty(await OfferedAsync(reader, "digest", "date"));
        Assert.True((await ShowAsync(reader)).IsRefused);
        Assert.DoesNotContain("Morning", (await WhyAsync(reader)).Text, StringComparison.Ordinal);
        Assert.Contains("Morning", await OfferedAsync(Person.Admin(Member, Lobby), "digest", "name"));
        Assert.Contains("Harbor", (await ShowAsync(reader with { At = _town.Home })).Text, StringComparison.Ordinal); // it is asked in the channel itself
    }

    [Fact]
    public async Task A_role_that_may_read_it_opens_it()
    {
        Hide(_town.Home.ChannelId);
        Discord.Overwrite(_town.Home.ChannelId, Staff, isMember: false, ["VIEW_CHANNEL"], []);
        Discord.World.Guild.Join(Member, Staff);
        Assert.Contains("Morning", await OfferedAsync(Person.Reader(Member, Lobby), "digest", "name"));
        Assert.Contains("Harbor", (await ShowAsync(Person.Reader(Member, Lobby))).Text, StringComparison.Ordinal);
        Assert.Empty(await OfferedAsync(_town.Reader with { At = Lobby }, "digest", "name"));
    }

    [Fact]
    public async Task What_is_hidden_later_is_hidden_here_within_a_minute()
    {
        var reader = Person.Reader(Member, Lobby);
        Assert.Contains("Morning", await OfferedAsync(reader, "digest", "name"));
        Hide(_town.Home.ChannelId);
        Assert.Empty(await OfferedAsync(reader, "digest", "name")); // the town's clock goes a minute on before each question
    }

    [Fact]
    public async Task Twenty_who_type_at_once_cost_two_requests()
    {
        var people = Enumerable.Range(0, 20).Select(i => Person.Reader($"{1_100_000_000_000_001_000 + i}", Lobby)).ToList();
        var before = Discord.Log.Entries.Count;
        await _town.AskAsync([.. people.Select(it => Typing(it, "digest", "name"))]);
        Assert.Equal(2, Discord.Log.Entries.Skip(before).Count(it => it.Method == "GET" && it.Path.Contains("guilds/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task While_Discord_says_nothing_of_its_channels_none_is_readable_and_it_is_asked_again()
    {
        Discord.Faults.Add(new FaultRule("GET /guilds/*/channels", "500"));
        Assert.Empty(await ReadableAsync(_town.Home.ChannelId));
        Discord.Faults.Clear();
        Assert.Single(await ReadableAsync(_town.Home.ChannelId));
    }

    [Fact]
    public async Task A_channel_that_is_gone_is_asked_for_once()
    {
        var before = Discord.Log.Entries.Count;
        for (var i = 0; i < 5; i++)
        {
            Assert.Empty(await ReadableAsync("1100000000000000905"));
        }

        Assert.Equal(3, Discord.Log.Entries.Count - before);
    }

    [Theory]
    [InlineData(ChannelTypes.PublicThread, true)]
    [InlineData(ChannelTypes.PrivateThread, false)]
    public async Task A_thread_is_read_by_whoever_reads_its_channel_and_a_private_one_by_its_own_people(int type, bool isReadable)
    {
        var thread = new Channel("1100000000000000904", "thread") { Type = type, GuildId = Discord.World.GuildId, Thread = new ChannelThread(_town.Home.ChannelId, Discord.World.UserId, 1440) };
        Discord.World.Channels[thread.Id] = thread;
        Assert.Equal(isReadable ? [thread.Id] : [], await ReadableAsync(thread.Id, _town.Elsewhere.ChannelId));
    }

    private Task<IReadOnlySet<string>> ReadableAsync(params IReadOnlyCollection<string> channels) => _town.Bot.Get<IEnumerable<IChannelReaders>>().Single().ReadableAsync(
        new ChannelReader(Member, _town.Home.GuildId!, new HashSet<string>(StringComparer.Ordinal)), channels, InteractionFixture.Token);

    /// <summary>From everybody but the bot.</summary>
    private void Hide(string channel)
    {
        Discord.Overwrite(channel, Discord.World.GuildId, isMember: false, [], ["VIEW_CHANNEL"]);
        Discord.Overwrite(channel, Discord.World.ApplicationId, isMember: true, ["VIEW_CHANNEL"], []);
    }

    private async Task<IReadOnlyList<string>> OfferedAsync(Person who, string command, string option) =>
        [.. (await _town.AskOneAsync(Typing(who, command, option))).Outcome.Choices!.Select(it => it!["name"]!.GetValue<string>())];

    private Question Typing(Person who, string command, string option) =>
        Question.Typing(_town, who, Spec(command), new Dictionary<string, JsonNode?>(StringComparer.Ordinal) { [option] = "" }, option);

    private Task<Answer> ShowAsync(Person who) => _town.AskOneAsync(Question.Command(_town, who, Spec("digest"), new Dictionary<string, JsonNode?>(StringComparer.Ordinal)));

    private Task<Answer> WhyAsync(Person who) =>
        _town.AskOneAsync(Question.Command(_town, who, Spec("why"), new Dictionary<string, JsonNode?>(StringComparer.Ordinal) { ["article"] = TownNews.Page }));

    private CommandSpec Spec(string name) => _town.Bot.Get<CommandCatalog>()[$"news {name}"];
}
